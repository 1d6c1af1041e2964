"""How devices are and what may be done for slips that wait, in the reader's words."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from hallctl.core.plan import Plan
from hallctl.core.views import DeviceUpkeep, StationUpkeep, UpkeepView, WaitingSlip
from hallctl.reports.saying import Saying

OK = "ok"
UNKNOWN_OUTCOME = "unknown_outcome"


class DeviceLine(NamedTuple):
    """One device that needs a look."""

    device: str
    station: str
    kind: str
    state: str
    since: str
    counts: str
    is_bad: bool


class SlipAct(NamedTuple):
    """One thing to do for a slip: the command, its words, and what is asked before."""

    command: dict[str, object]
    label: str
    question: str = ""


class DeviceFace:
    """What the floor's page shows of devices and of slips."""

    def __init__(
        self, upkeep: UpkeepView, plan: Plan, saying: Saying, words: Mapping[str, str]
    ) -> None:
        self._stations = upkeep.stations
        self._plan = plan
        self._say = saying
        self._words = words

    @property
    def well(self) -> int:
        """How many devices are well, and heard of."""
        return sum(not _needs_a_look(station, one) for station, one in self._every())

    @property
    def lines(self) -> list[DeviceLine]:
        """Those that are not."""
        return [
            self._line(station, one)
            for station, one in self._every()
            if _needs_a_look(station, one)
        ]

    def hint(self, slip: WaitingSlip) -> str:
        """What a slip waits for besides its printer; empty where for nothing else."""
        if slip.asked_of:
            return self._words["slip_asked_of"].format(station=slip.asked_of)
        return self._words["slip_held"] if slip.is_held else ""

    def acts(self, slip: WaitingSlip) -> list[SlipAct]:
        """Where it may be printed: elsewhere as a matter of course, or once a person knows it lost."""
        elsewhere = self._elsewhere(slip)
        if slip.asked_of:
            return self._once_lost(slip, [slip.station])
        if slip.fault == UNKNOWN_OUTCOME:
            return self._once_lost(slip, [slip.station, *elsewhere])
        plain = [
            SlipAct(_redirect(slip, one), self._said("act_print_again", one)) for one in elsewhere
        ]
        return plain + (self._once_lost(slip, [slip.station]) if slip.is_held else [])

    def _once_lost(self, slip: WaitingSlip, stations: list[str]) -> list[SlipAct]:
        holder = slip.asked_of or slip.station
        question = self._words["ask_print_lost"].format(number=slip.number, holder=holder)
        return [
            SlipAct(
                _redirect(slip, one) | {"confirmed_lost": True},
                self._said("act_print_lost", one),
                question,
            )
            for one in stations
        ]

    def _elsewhere(self, slip: WaitingSlip) -> list[str]:
        stations = self._plan.slip_stations if slip.slip else self._plan.printing_stations
        return [one for one in stations if one not in {slip.station, slip.asked_of}]

    def _said(self, key: str, station: str) -> str:
        return self._words[key].format(station=station)

    def _every(self) -> Iterator[tuple[StationUpkeep, DeviceUpkeep]]:
        for station in self._stations:
            for one in station.devices:
                yield station, one

    def _line(self, station: StationUpkeep, one: DeviceUpkeep) -> DeviceLine:
        words = self._words
        why, _, about = one.reason.partition(" ")
        told = words.get(f"fault_{why}", "").format(file=about, fault=why) if why else ""
        state = told or words.get(f"device_state_{one.state}", one.state)
        return DeviceLine(
            device=one.device,
            station=station.station,
            kind=words.get(f"device_kind_{one.kind}", one.kind),
            state=words["device_late"] if station.is_late else state,
            since=words["device_since"].format(time=self._say.clock(one.since)),
            counts=words["device_errors"].format(errors=one.errors, breaks=one.breaks),
            is_bad=not station.is_late,
        )


def _needs_a_look(station: StationUpkeep, one: DeviceUpkeep) -> bool:
    return one.state != OK or bool(one.reason) or station.is_late


def _redirect(slip: WaitingSlip, station: str) -> dict[str, object]:
    if slip.slip:
        return {"type": "RedirectSlip", "slip": slip.slip, "station": station}
    return {"type": "RedirectPrinting", "ticket": slip.ticket, "station": station}
