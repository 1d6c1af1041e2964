"""What a station should have leased by now: for the open day, and ahead for the next one."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from hallctl.core.events.offline_events import LeasedRange
from hallctl.core.hall import Hall
from hallctl.core.numbering import number_of, ticket_of
from hallctl.core.opening_hours import BEFORE, DAYS_AHEAD
from hallctl.core.plan import Plan, Service


class LeaseDay(NamedTuple):
    """A day that numbers are leased for, and when they may be given (ms since 1970)."""

    business_day: date
    opens_at: int
    until: int


def next_serial(hall: Hall, letter: str) -> int:
    """The serial after the last one given, past what is leased, and what the day before left."""
    serial = max(hall.serials.get(letter, 0) + 1, hall.numbers_from)
    if hall.business_day is None:
        return serial
    serial = max(serial, hall.passed_over.on(hall.business_day).get(letter, 0) + 1)
    serial = hall.leases.free_from(hall.business_day, letter, serial)
    while ticket_of(hall.business_day, number_of(letter, serial)) in hall.tickets:
        serial = hall.leases.free_from(hall.business_day, letter, serial + 1)
    return serial


def wanted(
    hall: Hall, plan: Plan, station: str, at: int
) -> Iterator[tuple[LeaseDay, list[LeasedRange]]]:
    """What is missing for the station at this moment, a day at a time; often nothing."""
    if not plan.offline.lease_size:
        return
    for day in _lease_days(hall, plan, at):
        missing = [one for one in plan.services if _left(hall, station, day, one) < _enough(plan)]
        if missing:
            yield day, [_next_range(hall, plan, day.business_day, one) for one in missing]


def _enough(plan: Plan) -> int:
    return min(plan.offline.renew_below, plan.offline.lease_size)


def _lease_days(hall: Hall, plan: Plan, at: int) -> Iterator[LeaseDay]:
    zone = ZoneInfo(plan.timezone)
    today = datetime.fromtimestamp(at / 1000, zone).date()
    after = today - timedelta(days=1)
    if hall.business_day is not None:
        after = max(after, hall.business_day)
        if hall.is_open and (until := _end_of(plan, hall.business_day, zone, at)) > at:
            yield LeaseDay(hall.business_day, at, until)
    yield from _day_ahead(plan, after, zone, at)


def _day_ahead(plan: Plan, after: date, zone: ZoneInfo, at: int) -> Iterator[LeaseDay]:
    """The next working day, so that a morning can begin without the controller."""
    for ahead in range(1, DAYS_AHEAD if plan.shifts else 0):
        day = after + timedelta(days=ahead)
        shifts = plan.dossiers.calendar.shifts(day)
        if shifts and (until := _ms(datetime.combine(day, shifts[-1].closes, zone))) > at:
            opens = datetime.combine(day, shifts[0].opens, zone) - BEFORE
            yield LeaseDay(day, _ms(opens), until)
            return


def _end_of(plan: Plan, day: date, zone: ZoneInfo, at: int) -> int:
    """The day's closing time, or midnight where it has none or it is over."""
    shifts = plan.dossiers.calendar.shifts(day) if plan.shifts else ()
    closes = _ms(datetime.combine(day, shifts[-1].closes, zone)) if shifts else 0
    return closes if closes > at else _ms(datetime.combine(day + timedelta(days=1), time(), zone))


def _left(hall: Hall, station: str, day: LeaseDay, service: Service) -> int:
    """How many numbers of the service the station still holds for that day."""
    left = 0
    for lease in hall.leases.of_station(station, day.business_day):
        if lease.until < day.until:
            continue
        of_service = [one for one in lease.ranges if one.service == service.service]
        left += sum(one.last - one.first + 1 for one in of_service)
        left -= sum(1 for number in lease.handed_in if number[0] == service.letter)
    return left


def _next_range(hall: Hall, plan: Plan, business_day: date, service: Service) -> LeasedRange:
    given = hall.serials.get(service.letter, 0) if business_day == hall.business_day else 0
    leased = hall.leases.end(business_day, service.letter)
    lowest = max(plan.offline.first_number, hall.leases.lowest(business_day)) - 1
    carried = hall.carried_up_to.get(service.letter, 0) if business_day == hall.business_day else 0
    passed = hall.passed_over.on(business_day).get(service.letter, 0)
    before = max(given, leased, lowest, carried, passed)
    last = before + plan.offline.lease_size
    return LeasedRange(service.service, service.letter, before + 1, last)


def _ms(moment: datetime) -> int:
    return round(moment.timestamp() * 1000)
