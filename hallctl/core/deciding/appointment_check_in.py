"""Checking in: whoever comes in time gets a number, and its claim counts from their own time."""

from hallctl.core import commands, events
from hallctl.core.appointment_life import AppointmentState
from hallctl.core.circumstances import Circumstances, Facts
from hallctl.core.deciding.appointment_decisions import late_at
from hallctl.core.deciding.ticket_decisions import TicketAsked, issued
from hallctl.core.guards import known_service, open_business_day, spoken_language
from hallctl.core.guards.appointment_guards import known_appointment, not_over
from hallctl.core.hall import Hall
from hallctl.core.hall.appointment_book import Appointment
from hallctl.core.plan import NORMAL
from hallctl.core.plan.appointment_rules import MS_A_MINUTE
from hallctl.core.refusals import Refusal, Refused


def check_in_appointment(hall: Hall, wish: commands.CheckInAppointment, by: Circumstances) -> Facts:
    one = known_appointment(hall.appointments, wish.appointment)
    if one.state is AppointmentState.CHECKED_IN:
        held = hall.tickets.get(one.ticket)
        raise Refused(
            Refusal.CHECKED_IN_BEFORE,
            appointment=one.appointment,
            number=held.number if held else "",
        )
    _in_time(hall, not_over(one), by)
    language = spoken_language(wish.language, by.plan) if wish.language else one.language
    asked = TicketAsked(
        NORMAL,
        language,
        appointment=one.appointment,
        appointment_at=one.starts_at,
        command_id=str(wish.command_id),
    )
    ticket = issued(hall, by, known_service(by.plan, one.service), asked)
    yield events.AppointmentCheckedIn(
        at=by.at,
        appointment=one.appointment,
        on=one.on,
        by=by.actor.name,
        ticket=ticket.ticket,
    )
    yield ticket


def _in_time(hall: Hall, one: Appointment, by: Circumstances) -> None:
    rules = by.plan.appointments
    if one.on != by.today:
        raise Refused(
            Refusal.APPOINTMENT_ANOTHER_DAY,
            appointment=one.appointment,
            starts_at=one.starts_at,
        )
    if by.at >= late_at(one, rules):  # the hall says so itself in a moment
        raise Refused(
            Refusal.APPOINTMENT_RELEASED, appointment=one.appointment, starts_at=one.starts_at
        )
    opens_at = one.starts_at - round(rules.early_minutes * MS_A_MINUTE)
    if by.at < opens_at:
        raise Refused(
            Refusal.APPOINTMENT_TOO_EARLY,
            appointment=one.appointment,
            opens_at=opens_at,
            starts_at=one.starts_at,
        )
    open_business_day(hall)
