"""What is drawn for boards: a zone's calls and queues, how it sounds now, what it plays."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from hallctl.core import views
from hallctl.core.drawing.reckoned import Reckoned
from hallctl.core.hall import CallMade, Hall
from hallctl.core.life import TicketState
from hallctl.core.plan import Plan, Words
from hallctl.core.plan.board_rules import (
    ZONE_OF_NOBODY,
    Announcing,
    SoundHours,
    SoundMode,
    Zone,
    zone_of_counter,
)

CALLS_SHOWN = 20
"""The newest; and beyond them every call whose counter still asks for it."""
MUTE = "/mute"
"""After a zone's name: its board that is no speaker."""

Playing = Callable[[str, int], tuple[views.PlaylistEntry, ...]]
"""What is due in a zone at a moment."""


def nothing_plays(_zone: str, _at: int) -> tuple[views.PlaylistEntry, ...]:
    """For halls without a playlist."""
    return ()


def no_voice() -> str:
    """For halls without a voice of their own."""
    return ""


class BoardArtist:
    """Draws what depends on a board's zone."""

    def __init__(self, hall: Hall, plan: Plan) -> None:
        self.playing: Playing = nothing_plays
        """What is due in a zone."""
        self.voice: Callable[[], str] = no_voice
        """The hall's own voice, as boards know it."""
        self._hall = hall
        self._plan = plan
        self._zones = Reckoned(lambda: plan.zones, lambda: {one.zone: one for one in plan.zones})
        self._names = Reckoned(
            lambda: plan.services, lambda: {one.service: one.name for one in plan.services}
        )

    def zone(self, of: str) -> Zone:
        """The zone that a board asks for by name, with or without a voice."""
        return self._zones().get(of.removesuffix(MUTE), ZONE_OF_NOBODY)

    def calls(self, zone: Zone) -> tuple[views.Call, ...]:
        """The zone's calls, newest first; a recall takes its ticket's place anew."""
        return tuple(self._call(made, zone) for made in self._shown(zone))

    def services(
        self, zone: Zone, every: Iterable[views.ServiceChoice]
    ) -> tuple[views.ServiceChoice, ...]:
        """The queues of the zone: its services, and what its counters offer."""
        counters = {one.counter: one.services for one in self._plan.counters}
        named = {service for one in zone.counters for service in counters.get(one, ())}
        shown = named | set(zone.services)
        return tuple(one for one in every if zone.is_whole or one.service in shown)

    def notices(self, zone: Zone) -> tuple[Words, ...]:
        """What the supervisor has put up here, then everywhere, then the plan's own lines."""
        put_up = (self._hall.boards.notices.get(zone.zone), self._hall.notice)
        return (*(one for one in put_up if one is not None), *self._plan.notices)

    def playlist(self, zone: Zone, at: int) -> tuple[views.PlaylistEntry, ...]:
        """What is to be shown between calls."""
        return self.playing(zone.zone, at) if "playlist" in zone.shows else ()

    def sounding(self, of: str, at: int) -> views.Sounding:
        """How the board is to sound."""
        announcing = self._plan.announcing
        mode, volume = sound_at(self._hall, self._plan, self.zone(of).zone, at)
        return views.Sounding(
            mode=mode,
            volume=volume,
            speaks=not of.endswith(MUTE),
            voice=self.voice(),
            numbers=announcing.numbers,
            accent=announcing.accent,
            stale_s=announcing.stale_s,
            emergency_every_s=announcing.emergency_every_s,
            languages=announcing.languages,
            chosen_language=announcing.chosen_language,
            added=self._plan.called_in,
        )

    def zone_lines(self, at: int) -> tuple[views.ZoneLine, ...]:
        """The whole hall, then its zones, as its supervisor sees them."""
        return tuple(self._line(one, at) for one in (ZONE_OF_NOBODY, *self._plan.zones))

    def _shown(self, zone: Zone) -> Iterator[CallMade]:
        seen, shown = set[str](), 0
        asked_for = {one.ticket for one in self._hall.counters.values() if one.ticket}
        for made in reversed(self._hall.calls):
            if shown >= CALLS_SHOWN and not asked_for:
                return  # all that is older is over
            if made.ticket in seen:
                continue
            seen.add(made.ticket)
            asked_for.discard(made.ticket)
            if self._is_of(made, zone) and (shown < CALLS_SHOWN or self._is_current(made)):
                shown += 1
                yield made

    def _line(self, zone: Zone, at: int) -> views.ZoneLine:
        mode, volume = sound_at(self._hall, self._plan, zone.zone, at)
        set_by_hand = self._hall.boards.sounds.get(zone.zone)
        is_set = set_by_hand is not None and (not set_by_hand.until or at < set_by_hand.until)
        return views.ZoneLine(
            zone=zone.zone,
            name=zone.name,
            mode=mode,
            volume=volume,
            is_set=is_set,
            until=(set_by_hand.until or None) if set_by_hand and is_set else None,
            notice=self._hall.boards.notices.get(zone.zone) if zone.zone else self._hall.notice,
        )

    def _is_of(self, made: CallMade, zone: Zone) -> bool:
        return zone.takes(made.counter, self._hall.tickets[made.ticket].service)

    def _is_current(self, made: CallMade) -> bool:
        ticket = self._hall.tickets[made.ticket]
        return ticket.state is TicketState.CALLED and ticket.counter == made.counter

    def _call(self, made: CallMade, zone: Zone) -> views.Call:
        ticket = self._hall.tickets[made.ticket]
        away = self._elsewhere(made, zone)
        return views.Call(
            call=made.call,
            ticket=ticket.ticket,
            number=ticket.number,
            counter=made.counter,
            service=ticket.service,
            service_name=self._names().get(ticket.service) or Words(ticket.service),
            language=ticket.language,
            called_at=made.called_at,
            is_recall=made.is_recall,
            is_current=self._is_current(made),
            is_withdrawn=made.is_withdrawn,
            zone_name=away.name if away else None,
            direction=away.direction if away and away.direction.vi else None,
        )

    def _elsewhere(self, made: CallMade, zone: Zone) -> Zone | None:
        """Where to go, if it is not here."""
        there = zone_of_counter(self._plan.zones, made.counter)
        return there if there is not None and there.zone != zone.zone else None


def message_shown(hall: Hall, counter: str) -> views.MessageShown | None:
    """What the counter has yet to read."""
    told = hall.boards.messages.get(counter)
    if told is None:
        return None
    return views.MessageShown(message=told.message, text=told.text, sent_at=told.sent_at)


def sound_at(hall: Hall, plan: Plan, zone: str, at: int) -> tuple[SoundMode, int]:
    """What the supervisor has set, else what the hours say: the zone's own before the hall's."""
    mode, volume = _planned(plan.announcing, plan.timezone, zone, at)
    for name in dict.fromkeys((zone, "")):
        by_hand = hall.boards.sounds.get(name)
        if by_hand is not None and (not by_hand.until or at < by_hand.until):
            return by_hand.mode, volume
    return mode, volume


def _planned(rules: Announcing, timezone: str, zone: str, at: int) -> tuple[SoundMode, int]:
    if not rules.sounds:
        return "speak", rules.volume
    now = datetime.fromtimestamp(at / 1000, ZoneInfo(timezone))
    for one in sorted(rules.sounds, key=lambda one: not one.zone):
        if one.zone in {"", zone} and _fits(one, now):
            return one.mode, rules.volume * one.volume // 100
    return "speak", rules.volume


def _fits(one: SoundHours, now: datetime) -> bool:
    is_day = not one.weekdays or now.isoweekday() in one.weekdays
    return is_day and any(hours.opens <= now.time() < hours.closes for hours in one.hours)
