"""The hall as it was: a day's facts folded up to any moment, with keyframes on the way.

A day begins with nothing, so its own facts are enough; what happened to dossiers is left out.
"""

from bisect import bisect_right
from contextlib import suppress
from datetime import date

import msgspec
from sqlite_utils import Database

from hallctl.core.applying import apply
from hallctl.core.events import (
    AnyEvent,
    Event,
    floor_events,
    offline_events,
    printing_events,
    queue_events,
    rating_events,
    supervisor_events,
)
from hallctl.core.hall import Hall
from hallctl.core.hall.packed_hall import packed, unpacked
from hallctl.ledger.past import first_since

KEYFRAME_EVERY = 2000
OF_THE_FLOOR = frozenset(
    topic.__name__
    for topic in (
        floor_events,
        offline_events,
        printing_events,
        queue_events,
        rating_events,
        supervisor_events,
    )
)
"""Where the facts are at home that a day's floor is made of."""
_EVENT: msgspec.json.Decoder[Event] = msgspec.json.Decoder(AnyEvent)


class PastDay:
    """One business day, read once; :meth:`hall_at` folds it to any moment."""

    def __init__(self, database: Database, day: date) -> None:
        self.day = day
        rows = _facts(database, day)
        self._numbers = [number for number, _ in rows]
        self._events = [event for _, event in rows]
        self._at = [event.at for event in self._events]
        self._keyframes: dict[int, bytes] = {}

    @property
    def opens_at(self) -> int:
        """When its first fact happened (ms); 0 for a day without any."""
        return self._at[0] if self._at else 0

    @property
    def closes_at(self) -> int:
        """When its last fact happened so far."""
        return self._at[-1] if self._at else 0

    def hall_at(self, at: int) -> Hall:
        """The hall with every fact up to that moment, its journal number the true one."""
        wanted = bisect_right(self._at, at)
        begin = wanted - wanted % KEYFRAME_EVERY
        hall = self._keyframe(begin)
        for event in self._events[begin:wanted]:
            _apply(hall, event)
        if wanted:
            hall.journal_number = self._numbers[wanted - 1]
        return hall

    def waiting(self, steps: int) -> list[int]:
        """How many waited at so many moments spread over the day, for the line above it."""
        span = max(1, self.closes_at - self.opens_at)
        moments = [self.opens_at + span * step // max(1, steps - 1) for step in range(steps)]
        hall, place, found = Hall(), 0, list[int]()
        for at in moments:
            while place < len(self._at) and self._at[place] <= at:
                _apply(hall, self._events[place])
                place += 1
            found.append(sum(map(hall.queues.length, hall.tallies)))
        return found

    def _keyframe(self, place: int) -> Hall:
        """The hall after so many facts; kept, so that dragging back costs nothing."""
        if not place:
            return Hall()
        kept = self._keyframes.get(place)
        if kept is None:
            earlier = self._keyframe(place - KEYFRAME_EVERY)
            for event in self._events[place - KEYFRAME_EVERY : place]:
                _apply(earlier, event)
            kept = self._keyframes[place] = packed(earlier)
        return unpacked(kept)


def _apply(hall: Hall, event: Event) -> None:
    with suppress(LookupError):  # what leans on an earlier day changes nothing of this one
        apply(hall, event)


def days_with_facts(database: Database, last: int = 60) -> list[date]:
    """The newest business days, newest first."""
    rows = database.execute("select business_day from days order by 1 desc limit ?", (last,))
    return [date.fromisoformat(day) for (day,) in rows]


def _facts(database: Database, day: date) -> list[tuple[int, Event]]:
    found = database.execute(
        "select opened_at, closed_at from days where business_day = ?", (day.isoformat(),)
    ).fetchone()
    if found is None:
        return []
    rows = database.execute(
        "select number, business_day, body from journal where number >= ? order by number",
        (first_since(database, found[0]),),
    )
    facts: list[tuple[int, Event]] = []
    for number, business_day, body in rows:
        if business_day > day.isoformat():
            break
        if business_day == day.isoformat():
            event = _EVENT.decode(body)
            if type(event).__module__ in OF_THE_FLOOR:
                facts.append((number, event))
    return facts
