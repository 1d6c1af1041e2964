"""Whether a service gives numbers now; and if not, why, and when again.

A service may be paused with a message, have hours of its own, a last ticket before they end, and
a quota a day and a clock hour. Those who hold a number are served all the same.
"""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from hallctl.core.calendar import Shift
from hallctl.core.hall import Hall
from hallctl.core.opening_hours import next_opening
from hallctl.core.plan import Plan, Service, Words
from hallctl.core.views.floor_views import Shut

HOUR_MS = 3_600_000


class Asked(NamedTuple):
    """A service, asked for at a moment of the hall."""

    hall: Hall
    plan: Plan
    service: Service
    at: int

    @property
    def local(self) -> datetime:
        """The moment on the hall's wall."""
        return datetime.fromtimestamp(self.at / 1000, ZoneInfo(self.plan.timezone))


def why_shut(asked: Asked) -> Shut | None:
    """Why the service gives no numbers now, or None when it does."""
    return _issuing_ended(asked) or _paused(asked) or _outside_hours(asked) or _quota_reached(asked)


def closing_at(plan: Plan, at: int) -> int | None:
    """When the last shift of that day ends (ms since 1970), or None on a day off."""
    local = datetime.fromtimestamp(at / 1000, ZoneInfo(plan.timezone))
    shifts = plan.dossiers.calendar.shifts(local.date()) if plan.shifts else ()
    return _moment(local, shifts[-1].closes) if shifts else None


def _issuing_ended(asked: Asked) -> Shut | None:
    if not asked.hall.issuing_ended:
        return None
    return Shut(why="closing", again_at=next_opening(asked.plan, asked.at))


def _paused(asked: Asked) -> Shut | None:
    pause = asked.hall.paused.get(asked.service.service)
    if pause is None or (pause.until and asked.at >= pause.until):
        return None
    return Shut(why="paused", message=Words(pause.vi, pause.en), again_at=pause.until or None)


def _outside_hours(asked: Asked) -> Shut | None:
    own = asked.plan.service_hours.get(asked.service.service, ())
    last = asked.service.last_ticket_minutes
    if not own and not last:
        return None
    now = asked.local.time()
    shifts = own or (asked.plan.dossiers.calendar.shifts(asked.local.date()))
    if not own and not any(_is_late(now, one, last) for one in shifts):
        return None  # before and between the hall's shifts people may take numbers ahead
    if any(one.opens <= now < one.closes and not _is_late(now, one, last) for one in shifts):
        return None
    is_late = any(_is_late(now, one, last) for one in shifts)
    return Shut(why="last_ticket" if is_late else "hours", again_at=_next(asked, own))


def _is_late(now: time, shift: Shift, last_minutes: float) -> bool:
    """Within the shift, and after its last ticket."""
    minutes_left = 60 * (shift.closes.hour - now.hour) + shift.closes.minute - now.minute
    return now < shift.closes and minutes_left <= last_minutes and last_minutes > 0


def _next(asked: Asked, own: tuple[Shift, ...]) -> int | None:
    """When the service's own next stretch begins; without hours of its own, the hall's."""
    if not own:
        return next_opening(asked.plan, asked.at)
    return next((at for at in _openings(asked, own) if at > asked.at), None)


def _openings(asked: Asked, own: tuple[Shift, ...]) -> Iterator[int]:
    calendar = asked.plan.dossiers.calendar
    for ahead in range(15):
        day = asked.local + timedelta(days=ahead)
        if not asked.plan.shifts or calendar.is_working(day.date()):
            yield from (_moment(day, one.opens) for one in own)


def _quota_reached(asked: Asked) -> Shut | None:
    service, tally = asked.service, asked.hall.tallies.get(asked.service.service)
    if tally is None:
        return None
    if service.quota_a_day and tally.issued >= service.quota_a_day:
        return Shut(why="quota_day", again_at=next_opening(asked.plan, _end_of_day(asked)))
    hour = asked.at // HOUR_MS
    if service.quota_an_hour and tally.issued_in(hour) >= service.quota_an_hour:
        return Shut(why="quota_hour", again_at=(hour + 1) * HOUR_MS)
    return None


def _end_of_day(asked: Asked) -> int:
    return _moment(asked.local, time(23, 59))


def _moment(day: datetime, clock: time) -> int:
    return round(datetime.combine(day.date(), clock, day.tzinfo).timestamp() * 1000)
