"""A day of appointments: every kind of fact there is about them."""

from datetime import timedelta

from hallctl.core import commands as c
from hallctl.core.commands.appointment_commands import Booking, Moving
from hallctl.core.guards.appointment_slots import slots_of
from hallctl.core.permissions import Actor, Role
from tests.core.one_day import EIGHT_O_CLOCK, KIOSK, MINUTE
from tests.journal.full_day import live_a_full_day
from tests.journal.one_hall import OneHall

WEDNESDAY = EIGHT_O_CLOCK + 2 * 1440 * MINUTE
THURSDAY = WEDNESDAY + 1440 * MINUTE
PAGE = Actor("appointments", Role.HALL)


async def live_a_full_day_with_appointments(hall: OneHall) -> None:
    """A full day, then one of appointments, and the morning after."""
    await live_a_full_day(hall)
    hall.clock.sleep()
    hall.clock.at = WEDNESDAY
    await hall.ask(hall.wish(c.OpenDay))
    await keep_appointments(hall)
    await hall.ask(hall.wish(c.CloseDay))
    hall.clock.sleep()
    await hall.ask(hall.wish(c.OpenDay))
    await hall.ask(hall.wish(c.OpenCounter, counter="3", official="official-4"))
    await hall.ask(hall.wish(c.IssueTicket, service="tax", language="en"), KIOSK)


async def keep_appointments(hall: OneHall) -> None:
    """One is kept, one lost, one moved and reminded of, one cancelled, two come from elsewhere."""
    half_past = WEDNESDAY + 30 * MINUTE
    for code, starts_at, told in (
        ("100001", half_past, True),
        ("100002", WEDNESDAY, False),
        ("100003", half_past + 30 * MINUTE, True),
        ("100004", THURSDAY, True),
    ):
        booking = hall.wish(
            c.BookAppointment,
            service="land",
            starts_at=starts_at,
            code=code,
            marks=(code.rjust(32, "0"),),
            told=told,
        )
        await hall.ask(booking, PAGE)
    moved = hall.wish(c.MoveAppointment, appointment="100003", starts_at=THURSDAY)
    await hall.ask(moved, PAGE)
    await hall.ask(hall.wish(c.RemindAppointment, appointment="100003"))
    await hall.ask(hall.wish(c.CancelAppointment, appointment="100004", reason="mất điện"))
    await _drop_a_letter(hall)
    hall.clock.wait(11)
    await hall.ask(hall.wish(c.ReleaseAppointment, appointment="100002"), PAGE)
    await hall.ask(hall.wish(c.CheckInAppointment, appointment="100001"), KIOSK)
    await _import(hall)


async def book_ahead(hall: OneHall) -> None:
    """Two for the next working day, whatever today is; one of them is cancelled."""
    plan = hall.controller.plan
    tomorrow = hall.clock.today() + timedelta(1)
    day = plan.dossiers.calendar.next_working(tomorrow)
    slots = slots_of(plan, plan.services[1], day)
    for code, slot in zip(("300001", "300002"), slots, strict=False):
        booking = hall.wish(c.BookAppointment, service="land", starts_at=slot.starts_at, code=code)
        await hall.ask(booking, PAGE)
    await hall.ask(hall.wish(c.CancelAppointment, appointment="300002"), PAGE)


async def _drop_a_letter(hall: OneHall) -> None:
    owed = [*hall.controller.hall.office.notices.open]
    await hall.ask(hall.wish(c.ConfirmNotice, notice=owed[0], channel="email"))
    failed = hall.wish(
        c.ReportNotice, notice=owed[1], channel="email", fault="smtp 550", hopeless=True
    )
    await hall.ask(failed)


async def _import(hall: OneHall) -> None:
    booked = (Booking(service="birth", starts_at=THURSDAY, code="200001"),)
    moved = (Moving(appointment="100003", starts_at=THURSDAY + 60 * MINUTE),)
    await hall.ask(hall.wish(c.ImportAppointments, book=booked, move=moved))
    await hall.ask(hall.wish(c.ImportAppointments, cancel=("200001",)))
