"""Whether a phone gets a number: the hall offers it, and nobody takes more than their share."""

import msgspec

from hallctl.core import commands, events
from hallctl.core.circumstances import Circumstances, Facts
from hallctl.core.deciding.ticket_decisions import issue_ticket
from hallctl.core.guards import open_business_day
from hallctl.core.hall import Hall, Ticket
from hallctl.core.life import TicketState
from hallctl.core.plan.phone_rules import PhoneRules
from hallctl.core.refusals import Refusal, Refused

BY_PHONE = "phone"

IN_HAND = frozenset({TicketState.WAITING, TicketState.CALLED, TicketState.PARKED})
"""A phone whose ticket is one of these needs no other."""


def take_number(hall: Hall, wish: commands.TakeNumber, by: Circumstances) -> Facts:
    rules = by.plan.phone
    open_business_day(hall)
    _must_be_on(rules, (wish.service, *wish.also))
    _must_have_none(hall, wish.device)
    _must_be_within_limits(hall, wish, rules)
    for event in issue_ticket(hall, _as_at_a_kiosk(wish), by):
        if isinstance(event, events.TicketIssued):
            yield msgspec.structs.replace(
                event, device=wish.device, code=wish.code, channel=BY_PHONE
            )
    yield from _missed_is_over(hall, wish.device, by.at)


def _missed_is_over(hall: Hall, device: str, at: int) -> Facts:
    """One phone, one live number: whoever takes another comes back to none that was missed."""
    for name in hall.phones.tickets_of(device):
        ticket = hall.tickets[name]
        if ticket.state is TicketState.MISSED:
            yield events.TicketEnded(at=at, ticket=ticket.ticket, number=ticket.number)


def ticket_in_hand(hall: Hall, device: str) -> Ticket | None:
    """The ticket that phone waits or is served with, or None."""
    held = (hall.tickets[one] for one in hall.phones.tickets_of(device))
    return next((one for one in held if one.state in IN_HAND), None)


def _must_be_on(rules: PhoneRules, services: tuple[str, ...]) -> None:
    if not rules.numbers:
        raise Refused(Refusal.PHONES_OFF)
    for service in services:
        if rules.services and service not in rules.services:
            raise Refused(Refusal.NOT_BY_PHONE, service=service)


def _must_have_none(hall: Hall, device: str) -> None:
    held = ticket_in_hand(hall, device)
    if held is not None:
        raise Refused(Refusal.PHONE_HOLDS_NUMBER, ticket=held.ticket, number=held.number)


def _must_be_within_limits(hall: Hall, wish: commands.TakeNumber, rules: PhoneRules) -> None:
    phones = hall.phones
    if rules.numbers_a_day and len(phones.tickets_of(wish.device)) >= rules.numbers_a_day:
        raise Refused(Refusal.PHONE_USED_UP, numbers=rules.numbers_a_day)
    if rules.numbers_a_code and phones.by_code.get(wish.code, 0) >= rules.numbers_a_code:
        raise Refused(Refusal.CODE_USED_UP, numbers=rules.numbers_a_code)
    if rules.waiting and _waiting(hall) >= rules.waiting:
        raise Refused(Refusal.PHONES_FULL, waiting=rules.waiting)


def _waiting(hall: Hall) -> int:
    every = (hall.tickets[one] for some in hall.phones.tickets.values() for one in some)
    return sum(one.state is TicketState.WAITING for one in every)


def _as_at_a_kiosk(wish: commands.TakeNumber) -> commands.IssueTicket:
    return commands.IssueTicket(
        command_id=wish.command_id,
        service=wish.service,
        priority=wish.priority,
        language=wish.language,
        also=wish.also,
    )
