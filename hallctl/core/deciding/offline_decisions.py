"""Leasing numbers to a kiosk, and taking in what it gave from them while it was alone.

A paper in a citizen's hand is honoured: whatever else may have changed since, the number comes in.
"""

from typing import NamedTuple

from hallctl.core import commands, events
from hallctl.core.circumstances import Circumstances, Facts
from hallctl.core.guards import spoken_language
from hallctl.core.hall import Hall
from hallctl.core.hall.leases import Lease
from hallctl.core.hall.queueing import Moment, Place, ahead_of
from hallctl.core.leasing import next_serial, wanted
from hallctl.core.numbering import number_of, ticket_of
from hallctl.core.permissions import Role
from hallctl.core.plan import NORMAL, Plan
from hallctl.core.refusals import Refusal, Refused

DAY_MS = 86_400_000


class _Given(NamedTuple):
    """A number that a kiosk gave, as the hall takes it in."""

    letter: str
    serial: int
    group: str
    language: str
    station: str
    issued_at: int


def lease_numbers(hall: Hall, _wish: commands.LeaseNumbers, by: Circumstances) -> Facts:
    station, leased = by.actor.name, False
    for day, ranges in wanted(hall, by.plan, station, by.at):
        leased = True
        yield events.NumbersLeased(
            at=by.at,
            lease=f"{day.business_day}-{station}-{by.at:x}.{len(hall.leases.every)}",
            station=station,
            business_day=day.business_day,
            opens_at=day.opens_at,
            until=day.until,
            ranges=tuple(ranges),
        )
    if not leased:
        raise Refused(Refusal.LEASED_ENOUGH, station=station)


def hand_in_ticket(hall: Hall, wish: commands.HandInTicket, by: Circumstances) -> Facts:
    if hall.business_day is None or wish.business_day > hall.business_day:
        raise Refused(Refusal.DAY_NOT_OPEN)
    given = _given(hall, wish, by)
    if wish.business_day == hall.business_day and hall.is_open:
        yield _issued(hall, wish, given, by)
        return
    late = _late(wish, given, by)
    if late.ticket in hall.tickets:  # that day's own number, of a lease that the hall has forgotten
        raise Refused(Refusal.ALREADY_HANDED_IN, number=late.number)
    yield late


def _given(hall: Hall, wish: commands.HandInTicket, by: Circumstances) -> _Given:
    lease = hall.leases.every.get(wish.lease)
    letter = _letter(lease, wish, by)
    if lease is not None and f"{letter}{wish.serial}" in lease.handed_in:
        raise Refused(Refusal.ALREADY_HANDED_IN, number=number_of(letter, wish.serial))
    earliest = max(lease.leased_at, lease.opens_at) if lease else by.at - DAY_MS
    return _Given(
        letter=letter,
        serial=wish.serial,
        group=_group(wish.priority, by.plan),
        language=_language(wish.language, by.plan),
        station=by.actor.name if by.actor.prints else "",
        issued_at=min(max(wish.issued_at, earliest), by.at),
    )


def _letter(lease: Lease | None, wish: commands.HandInTicket, by: Circumstances) -> str:
    """The letter of the lease; or of the plan, for a lease that the hall has forgotten."""
    if lease is None or not lease.ranges:
        service = by.plan.service(wish.service)
        if service is None:
            raise Refused(Refusal.UNKNOWN_SERVICE, service=wish.service)
        return service.letter
    if by.actor.role is Role.KIOSK and lease.station != by.actor.name:
        raise Refused(Refusal.NOT_ALLOWED, role=by.actor.role, station=lease.station)
    leased = lease.range_of(wish.service, wish.serial)
    if leased is None or lease.business_day != wish.business_day:
        raise Refused(Refusal.NOT_LEASED, lease=wish.lease, serial=wish.serial)
    return leased.letter


def _issued(
    hall: Hall, wish: commands.HandInTicket, given: _Given, by: Circumstances
) -> events.TicketIssued:
    serial = given.serial
    if not _is_free(hall, wish, given):  # an older backup was restored, and gave it anew
        serial = next_serial(hall, given.letter)
    number = number_of(given.letter, serial)
    ticket = ticket_of(wish.business_day, number)
    place = Place(given.issued_at, len(hall.tickets), ticket)
    moment = Moment(by.plan.rules, by.at)
    return events.TicketIssued(
        at=by.at,
        ticket=ticket,
        visit=ticket,
        number=number,
        serial=serial,
        letter=given.letter,
        service=wish.service,
        group=given.group,
        language=given.language,
        station=given.station,
        ahead=ahead_of(hall.queues, (wish.service,), given.group, place, moment),
        then=_later(wish, by.plan),
        issued_at=given.issued_at,
        lease=wish.lease,
        leased=given.serial,
    )


def _is_free(hall: Hall, wish: commands.HandInTicket, given: _Given) -> bool:
    day, letter, serial = wish.business_day, given.letter, given.serial
    lease = hall.leases.every.get(wish.lease)
    if lease is not None and lease.ranges:
        return True
    is_given = ticket_of(day, number_of(letter, serial)) in hall.tickets
    return not is_given and hall.leases.past(day, letter, serial) == serial


def _late(
    wish: commands.HandInTicket, given: _Given, by: Circumstances
) -> events.TicketHandedInLate:
    number = number_of(given.letter, given.serial)
    return events.TicketHandedInLate(
        at=by.at,
        business_day=wish.business_day,
        ticket=ticket_of(wish.business_day, number),
        number=number,
        serial=given.serial,
        letter=given.letter,
        service=wish.service,
        group=given.group,
        language=given.language,
        station=given.station,
        issued_at=given.issued_at,
        lease=wish.lease,
        then=_later(wish, by.plan),
    )


def _later(wish: commands.HandInTicket, plan: Plan) -> tuple[str, ...]:
    """The visit's other services, as far as the plan still has them, each once."""
    others = dict.fromkeys(name for name in wish.also if name != wish.service)
    return tuple(name for name in others if plan.service(name))


def _group(priority: str | bool | None, plan: Plan) -> str:
    """The declared group, as far as the plan still has it."""
    if priority is True:
        return next((one.group for one in plan.rules.groups if one.group != NORMAL), NORMAL)
    return priority if priority and plan.group(priority) else NORMAL


def _language(language: str | None, plan: Plan) -> str:
    return spoken_language(language if language in plan.rules.languages else None, plan)
