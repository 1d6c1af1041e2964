"""Facts change the hall: one small function a fact, and none of them may refuse.

The journal has the fact already; applying the same facts in order always gives the same hall.
"""

from collections.abc import Callable, Iterable
from typing import Any

from hallctl.core import events
from hallctl.core.applying.appointment_applying import APPLY_TO_APPOINTMENTS
from hallctl.core.applying.board_applying import APPLY_TO_BOARDS
from hallctl.core.applying.complaint_applying import APPLY_TO_COMPLAINTS
from hallctl.core.applying.dossier_applying import APPLY_TO_DOSSIERS
from hallctl.core.applying.epochs import APPLY_EPOCHS
from hallctl.core.applying.floor_applying import APPLY_ON_THE_FLOOR
from hallctl.core.applying.offer_applying import APPLY_TO_OFFER
from hallctl.core.applying.office_applying import APPLY_IN_THE_OFFICE
from hallctl.core.applying.offline_applying import APPLY_OFFLINE
from hallctl.core.applying.printing_applying import APPLY_TO_PRINTING
from hallctl.core.applying.rating_applying import APPLY_TO_RATINGS, forget_old_ratings
from hallctl.core.applying.remembering import remember_service, remembered
from hallctl.core.applying.reopening_applying import APPLY_REOPENINGS
from hallctl.core.applying.run_applying import APPLY_TO_RUNS
from hallctl.core.applying.seal_applying import day_sealed
from hallctl.core.applying.slip_applying import APPLY_TO_SLIPS
from hallctl.core.applying.supervisor_applying import APPLY_FOR_SUPERVISORS
from hallctl.core.applying.ticket_moving import (
    announce,
    free_counter_of,
    leave,
    leave_line,
    move,
    stand_in_line,
)
from hallctl.core.hall import CallMade, Hall, OpenCounter, Ticket, Unprinted
from hallctl.core.hall.queueing import Place
from hallctl.core.life import TicketState
from hallctl.core.plan import APPOINTED


def apply(hall: Hall, event: events.Event) -> None:
    """Change the hall by one fact; the journal number grows by one."""
    _APPLY[type(event)](hall, event)
    hall.journal_number += 1
    hall.last_at = event.at


def apply_all(hall: Hall, every: Iterable[events.Event]) -> None:
    """Change the hall by many facts in order: a start of the controller, told in one breath."""
    means = _APPLY
    for event in every:
        means[type(event)](hall, event)
        hall.journal_number += 1
        hall.last_at = event.at


def _day_opened(hall: Hall, event: events.DayOpened) -> None:
    if hall.business_day != event.business_day:
        hall.clear_day()
        hall.carried.clear()
        hall.leases.forget_before(event.business_day)
        hall.passed_over.forget_before(event.business_day)
        hall.appointments.forget_before(event.business_day)
        forget_old_ratings(hall, event.business_day)
        if hall.first_numbers is not None and hall.first_numbers[0] == event.business_day:
            hall.numbers_from = hall.first_numbers[1]
    hall.business_day = event.business_day
    hall.target_s = event.target_s
    hall.is_open = True
    hall.opened_at = event.at
    hall.issuing_ended = False


def _day_closed(hall: Hall, _event: events.DayClosed) -> None:
    hall.is_open = False


def _counter_opened(hall: Hall, event: events.CounterOpened) -> None:
    hall.counters[event.counter] = OpenCounter(
        event.counter, event.official, event.services, event.profile
    )
    hall.desk(event.counter).free_since = event.at


def _counter_closed(hall: Hall, event: events.CounterClosed) -> None:
    del hall.counters[event.counter]


def _ticket_issued(hall: Hall, event: events.TicketIssued) -> None:
    place = Place(event.appointment_at or event.given_at, len(hall.tickets), event.ticket)
    lane = APPOINTED if event.appointment else event.group
    hall.tickets[event.ticket] = Ticket(
        ticket=event.ticket,
        visit=event.visit,
        number=event.number,
        service=event.service,
        group=event.group,
        language=event.language,
        station=event.station,
        ahead=event.ahead,
        issued_at=event.given_at,
        place=place,
        lane=lane,
        then=event.then,
        dossier=event.dossier,
        device=event.device,
        carried_from=event.carried_from,
        appointment=event.appointment,
        appointment_at=event.appointment_at,
    )
    _number_given(hall, event)
    hall.queues.add(event.service, lane, place)
    hall.tally(event.service).issue(event.at)
    if event.station:
        hall.unprinted[event.ticket] = Unprinted(event.station, command_id=event.command_id)
    if event.device:
        hall.phones.note(event)


def _number_given(hall: Hall, event: events.TicketIssued) -> None:
    """Where the letter's next number goes on: by the hall's own count, a lease, or what was carried over."""
    if event.lease:
        _take_from_lease(hall, event)
    elif event.is_carried:
        if event.carried_from:
            hall.went_on[event.carried_from] = event.ticket
        before = hall.carried_up_to.get(event.letter, 0)
        hall.carried_up_to[event.letter] = max(before, event.serial)
    else:
        hall.serials[event.letter] = event.serial


def _take_from_lease(hall: Hall, event: events.TicketIssued) -> None:
    business_day = hall.business_day
    if business_day is not None:
        hall.leases.hand_in(event.lease, business_day, event.letter, event.leased)
    if event.serial != event.leased:
        hall.serials[event.letter] = event.serial


def _ticket_called(hall: Hall, event: events.TicketCalled) -> None:
    ticket = hall.tickets[event.ticket]
    counter = hall.counters[event.counter]
    if ticket.state is TicketState.WAITING:
        leave_line(hall, ticket)
    hall.missed.pop(event.ticket, None)
    tally = move(hall, ticket, TicketState.CALLED)
    if not ticket.first_called_at:
        ticket.first_called_at = event.at
        tally.first_call(max(0, event.at - ticket.waits_since), hall.target_s * 1000)
    ticket.called_at = event.at
    ticket.calls += 1
    ticket.recalls = ticket.recalled_at = 0
    ticket.counter = event.counter
    ticket.official = counter.official
    counter.ticket = event.ticket
    desk, own = hall.hands(event.counter, counter.official)
    desk.called += 1
    own.called += 1
    remember_service(desk, ticket.service)
    announce(hall, CallMade(event.call, event.ticket, event.counter, event.at, is_recall=False))


def _ticket_recalled(hall: Hall, event: events.TicketRecalled) -> None:
    ticket = hall.tickets[event.ticket]
    ticket.calls += 1
    ticket.recalls += 1
    ticket.recalled_at = event.at
    announce(hall, CallMade(event.call, event.ticket, event.counter, event.at, is_recall=True))


def _ticket_missed(hall: Hall, event: events.TicketMissed) -> None:
    ticket = hall.tickets[event.ticket]
    move(hall, ticket, TicketState.MISSED)
    ticket.missed_at = event.at
    hall.missed[event.ticket] = None
    free_counter_of(hall, ticket, event.at)
    for hand in hall.hands(event.counter, ticket.official):
        hand.missed += 1


def _ticket_requeued(hall: Hall, event: events.TicketRequeued) -> None:
    ticket = hall.tickets[event.ticket]
    if ticket.state is TicketState.CALLED:
        free_counter_of(hall, ticket, event.at)
    hall.missed.pop(event.ticket, None)
    hall.parked.pop(event.ticket, None)
    ticket.returns += event.is_automatic
    if ticket.lane == APPOINTED and ticket.state is TicketState.MISSED:
        ticket.lane = ticket.group  # whoever missed their call waits as everybody does
    move(hall, ticket, TicketState.WAITING)
    ticket.counter = ticket.official = ""
    stand_in_line(hall, ticket, event.queued_at)


def _ticket_cancelled(hall: Hall, event: events.TicketCancelled) -> None:
    leave(hall, hall.tickets[event.ticket], TicketState.CANCELLED)


def _ticket_lapsed(hall: Hall, event: events.TicketLapsed) -> None:
    leave(hall, hall.tickets[event.ticket], TicketState.LAPSED)


def _visit_finished(hall: Hall, event: events.VisitFinished) -> None:
    ticket = hall.tickets[event.ticket]
    ticket.finished_at = event.at
    served_for = event.at - ticket.called_at
    move(hall, ticket, TicketState.FINISHED).finish(served_for)
    ticket.then = ()
    ticket.official = event.official
    free_counter_of(hall, ticket, event.at)
    for hand in hall.hands(event.counter, event.official):
        hand.finished += 1
        hand.served_for += served_for
    hall.desk(event.counter).last_finished = event.ticket


def _figure_given(_hall: Hall, _event: events.FigureGiven) -> None:
    """The ledger keeps it; nothing that is decided depends on it."""


_APPLY: dict[type[events.Event], Callable[[Hall, Any], None]] = {
    events.DayOpened: _day_opened,
    events.DayClosed: _day_closed,
    events.CounterOpened: _counter_opened,
    events.CounterClosed: _counter_closed,
    events.TicketIssued: _ticket_issued,
    events.TicketCalled: remembered(_ticket_called),
    events.TicketRecalled: _ticket_recalled,
    events.TicketMissed: remembered(_ticket_missed),
    events.TicketRequeued: remembered(_ticket_requeued),
    events.TicketCancelled: _ticket_cancelled,
    events.TicketLapsed: _ticket_lapsed,
    events.VisitFinished: remembered(_visit_finished),
    **APPLY_TO_PRINTING,
    **APPLY_TO_DOSSIERS,
    events.DaySealed: day_sealed,
    events.FigureGiven: _figure_given,
    **APPLY_TO_RATINGS,
    **APPLY_FOR_SUPERVISORS,
    **APPLY_TO_BOARDS,
    **APPLY_TO_COMPLAINTS,
    **APPLY_TO_APPOINTMENTS,
    **APPLY_TO_SLIPS,
    **APPLY_ON_THE_FLOOR,
    **APPLY_TO_OFFER,
    **APPLY_TO_RUNS,
    **APPLY_IN_THE_OFFICE,
    **APPLY_OFFLINE,
    **APPLY_EPOCHS,
    **APPLY_REOPENINGS,
}
