"""What stations tell of their devices: kept in memory, newest wins.

How a device is now is no fact for ever, so it is not in the journal. A controller that starts
again knows nothing until stations tell, which they do every few seconds.
"""

from collections.abc import Callable, Mapping

import msgspec
from aiohttp import web

from hallctl.core.drawing.hall_drawing import Presence
from hallctl.core.permissions import PEOPLE, Role
from hallctl.core.refusals import Refusal, Refused
from hallctl.core.views import DeviceUpkeep, StationUpkeep
from hallctl.web.door import answers
from hallctl.web.known.tokens import Tokens

LATE_MS = 30_000
"""Stations tell every five seconds."""
MOST_DEVICES = 64
PAPER_LOW = "paper_low"
UNREADABLE = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError)
NOT_ALLOWED = 403

_NO_STATIONS = frozenset({Role.ADMIN, Role.HALL, Role.CITIZEN, *PEOPLE})


class DeviceTold(msgspec.Struct, frozen=True, kw_only=True):
    """One device as its station sees it."""

    device: str
    kind: str
    state: str
    reason: str = ""
    errors: int = 0
    breaks: int = 0
    left: int | None = None


class DevicesTold(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that hangs on one station."""

    devices: tuple[DeviceTold, ...]


class DevicesKept(msgspec.Struct, frozen=True):
    """How many the hall took note of."""

    kept: int


_TOLD = msgspec.json.Decoder(DevicesTold)


class DeviceReports:
    """The newest word of every station."""

    def __init__(self, now: Callable[[], int]) -> None:
        self._now = now
        self._stations: dict[str, StationUpkeep] = {}

    def stations(self) -> tuple[StationUpkeep, ...]:
        """Every station that told of devices, by name; none without any."""
        now = self._now()
        return tuple(
            msgspec.structs.replace(told, is_late=now - told.reported_at > LATE_MS)
            for _, told in sorted(self._stations.items())
            if told.devices
        )

    def with_paper(self, presences: Mapping[str, Presence]) -> Mapping[str, Presence]:
        """Each station's presence, with how its printer's roll is."""
        low = {told.station: _low_paper(told) for told in self.stations()}
        return {
            name: presence._replace(paper_low_since=one.since, slips_left=one.left)
            if (one := low.get(name))
            else presence
            for name, presence in presences.items()
        }

    def faults(self, kind: str) -> int:
        """How many devices of that kind are told to be in trouble."""
        every = (one for station in self._stations.values() for one in station.devices)
        return sum(one.kind == kind and one.state != "ok" for one in every)

    def keep(self, station: str, devices: tuple[DeviceTold, ...]) -> None:
        """What a station tells now; a device's state goes on since it began."""
        now = self._now()
        before = self._stations.get(station)
        known = {one.device: one for one in before.devices} if before else {}
        kept = tuple(_since(one, known.get(one.device), now) for one in devices)
        self._stations[station] = StationUpkeep(
            station=station, reported_at=now, is_late=False, devices=kept
        )


class DeviceDesk:
    """``POST /api/devices``: a station tells how its devices are."""

    def __init__(self, reports: DeviceReports, tokens: Tokens) -> None:
        self._reports = reports
        self._tokens = tokens

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the address."""
        router.add_post("/api/devices", self._post)

    async def _post(self, request: web.Request) -> web.Response:
        actor = self._tokens.actor(request)
        if actor is None:
            return answers.unknown_token()
        if actor.role in _NO_STATIONS:
            return answers.refused(Refused(Refusal.NOT_ALLOWED, role=actor.role), NOT_ALLOWED)
        try:
            told = _TOLD.decode(await request.read())
        except UNREADABLE as error:
            return answers.malformed(error)
        devices = told.devices[:MOST_DEVICES]
        self._reports.keep(actor.name, devices)
        return answers.json_response(msgspec.json.encode(DevicesKept(len(devices))))


def _low_paper(told: StationUpkeep) -> DeviceUpkeep | None:
    return next((one for one in told.devices if one.reason == PAPER_LOW), None)


def _since(told: DeviceTold, before: DeviceUpkeep | None, now: int) -> DeviceUpkeep:
    is_as_before = before is not None and (before.state, before.reason) == (told.state, told.reason)
    return DeviceUpkeep(
        **msgspec.structs.asdict(told),
        since=before.since if before is not None and is_as_before else now,
    )
