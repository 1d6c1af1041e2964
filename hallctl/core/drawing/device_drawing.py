"""Draws what machines without a screen are told."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from hallctl.core import views
from hallctl.core.drawing.heading import head_of
from hallctl.core.drawing.printing_drawing import print_jobs, waiting_slips
from hallctl.core.drawing.slip_drawing import SlipArtist
from hallctl.core.hall import Hall
from hallctl.core.plan import Plan

AskPad = Callable[[int, str], views.PadView]


class Printing(NamedTuple):
    """How papers are drawn: a ticket's own page, where each station prints, what is no ticket."""

    link_to: Callable[[str], str]
    printers: Mapping[str, str]
    slips: SlipArtist


class DeviceArtist:
    """Draws for stations of the role ``devices``, and what may need a hand."""

    def __init__(self, hall: Hall, plan: Plan, pad: AskPad, prints: Printing) -> None:
        """``pad`` draws a counter's pad: what it may rate is the same on every kind of pad."""
        self._hall = hall
        self._plan = plan
        self._pad = pad
        self._prints = prints

    def devices(self, at: int, station: str) -> views.DevicesView:
        """The station's own devices and their counters; nothing for whoever shows no token."""
        own = tuple(one for one in self._plan.devices if one.station == station)
        counters = dict.fromkeys(one.counter for one in own)
        return views.DevicesView(
            **head_of(self._hall, self._plan, at),
            station=station,
            devices=own,
            formats=self._plan.pad_formats,
            counters=tuple(self._light(at, one) for one in counters),
            printer=self._prints.printers.get(station, ""),
            print_jobs=print_jobs(self._hall, self._plan, station, self._prints.link_to),
            slips=self._prints.slips.jobs(at, station),
        )

    def upkeep(self, at: int, stations: tuple[views.StationUpkeep, ...]) -> views.UpkeepView:
        """What ``stations`` have told of their devices, and the slips that wait."""
        return views.UpkeepView(
            **head_of(self._hall, self._plan, at),
            stations=stations,
            slips=waiting_slips(self._hall),
        )

    def _light(self, at: int, counter: str) -> views.CounterLight:
        current, pad = self._hall.current(counter), self._pad(at, counter)
        return views.CounterLight(
            counter=counter,
            is_open=counter in self._hall.counters,
            number=current.number if current else "",
            calls=current.calls if current else 0,
            called_at=current.called_at if current else None,
            visit=pad.visit,
            rate_until=pad.rate_until,
        )
