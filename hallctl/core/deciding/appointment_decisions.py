"""What may become of an appointment: booked, moved, cancelled, released, reminded of, imported."""

from collections.abc import Iterator
from typing import NamedTuple

from hallctl.core import commands, events
from hallctl.core.applying.appointment_applying import note
from hallctl.core.appointment_life import AppointmentStep
from hallctl.core.circumstances import Circumstances, Facts
from hallctl.core.commands.appointment_commands import Booking, Moving
from hallctl.core.events.event import Event
from hallctl.core.guards import spoken_language
from hallctl.core.guards.appointment_guards import (
    may_book,
    may_hold,
    open_slot,
    standing,
)
from hallctl.core.guards.appointment_slots import local_day
from hallctl.core.hall import Hall
from hallctl.core.hall.appointment_book import PREFIX, Appointment, AppointmentBook
from hallctl.core.permissions import Role
from hallctl.core.plan.appointment_rules import MS_A_MINUTE, AppointmentRules
from hallctl.core.refusals import Refusal, Refused


class Desk(NamedTuple):
    """A book that decisions are made on, and the hall it belongs to."""

    hall: Hall
    book: AppointmentBook
    by: Circumstances


def book_appointment(hall: Hall, wish: commands.BookAppointment, by: Circumstances) -> Facts:
    booking = Booking(
        service=wish.service,
        starts_at=wish.starts_at,
        code=wish.code,
        marks=wish.marks,
        language=wish.language,
        told=wish.told,
    )
    yield _booked(Desk(hall, hall.appointments, by), booking, wish.channel)


def move_appointment(hall: Hall, wish: commands.MoveAppointment, by: Circumstances) -> Facts:
    yield _moved(Desk(hall, hall.appointments, by), wish.appointment, wish.starts_at)


def cancel_appointment(hall: Hall, wish: commands.CancelAppointment, by: Circumstances) -> Facts:
    one = standing(hall.appointments, wish.appointment, AppointmentStep.CANCEL)
    if by.actor.role is not Role.HALL and not wish.reason:
        raise Refused(Refusal.CANCEL_NEEDS_REASON, appointment=one.appointment)
    yield _cancelled(one, wish.reason or "", by)


def release_appointment(hall: Hall, wish: commands.ReleaseAppointment, by: Circumstances) -> Facts:
    one = standing(hall.appointments, wish.appointment, AppointmentStep.RELEASE)
    wait_ms = late_at(one, by.plan.appointments) - by.at
    if wait_ms > 0:
        raise Refused(Refusal.NOT_LATE_YET, appointment=one.appointment, wait_s=-(-wait_ms // 1000))
    yield events.AppointmentReleased(
        at=by.at, appointment=one.appointment, on=one.on, by=by.actor.name
    )


def remind_appointment(hall: Hall, wish: commands.RemindAppointment, by: Circumstances) -> Facts:
    one = standing(hall.appointments, wish.appointment, AppointmentStep.REMIND)
    if one.is_reminded:
        raise Refused(
            Refusal.APPOINTMENT_NOT_ALLOWED,
            appointment=one.appointment,
            state=one.state,
            step=AppointmentStep.REMIND,
        )
    yield events.AppointmentReminded(
        at=by.at, appointment=one.appointment, on=one.on, by=by.actor.name
    )


def import_appointments(hall: Hall, wish: commands.ImportAppointments, by: Circumstances) -> Facts:
    """Each row is decided on a copy that has the rows before it: all are granted, or none is."""
    if not (wish.book or wish.move or wish.cancel):
        raise Refused(Refusal.NOTHING_TO_IMPORT)
    desk = Desk(hall, hall.appointments.copy(), by)
    for row, fact in _rows(desk, wish):
        try:
            granted = fact()
        except Refused as refused:
            raise Refused(
                Refusal.IMPORT_ROW_REFUSED, row=row, why=refused.refusal.value
            ) from refused
        note(desk.book, granted)
        yield granted


def late_at(one: Appointment, rules: AppointmentRules) -> int:
    """From when it counts as lost (ms since 1970)."""
    return one.expected_at + round(rules.late_minutes * MS_A_MINUTE)


def due_releases(hall: Hall, rules: AppointmentRules, at: int) -> list[Appointment]:
    """Those nobody has come for in time."""
    return [one for one in hall.appointments.booked() if late_at(one, rules) <= at]


def due_reminders(hall: Hall, rules: AppointmentRules, at: int) -> list[Appointment]:
    """Those whose citizen is to be reminded now; whoever booked later than that needs none."""
    before = round(rules.remind_hours * 60 * MS_A_MINUTE)
    if not before:
        return []
    return [
        one
        for one in hall.appointments.booked()
        if one.told
        and not one.is_reminded
        and one.placed_at < one.starts_at - before <= at < one.starts_at
    ]


class _Row(NamedTuple):
    """One row of an import: what it asks for."""

    desk: Desk
    asked: Booking | Moving | str

    def __call__(self) -> Event:
        match self.asked:
            case str():
                one = standing(self.desk.book, self.asked, AppointmentStep.CANCEL)
                return _cancelled(one, "", self.desk.by)
            case Moving():
                return _moved(self.desk, self.asked.appointment, self.asked.starts_at)
            case booking:
                return _booked(self.desk, booking, "import")


def _rows(desk: Desk, wish: commands.ImportAppointments) -> Iterator[tuple[int, _Row]]:
    """Cancelled first, then moved, then booked, so that every place is free that will be."""
    every: tuple[Booking | Moving | str, ...] = (*wish.cancel, *wish.move, *wish.book)
    return ((row, _Row(desk, asked)) for row, asked in enumerate(every, start=1))


def _booked(desk: Desk, asked: Booking, channel: str) -> events.AppointmentBooked:
    by = desk.by
    service = may_book(desk.hall, asked.service, asked.starts_at, by)
    slot, on = (
        open_slot(desk.book, service, asked.starts_at, by),
        local_day(by.plan, asked.starts_at),
    )
    may_hold(desk.book.of_person(asked.marks, on), service, by.plan.appointments)
    if desk.book.has_code(asked.code):
        raise Refused(Refusal.CODE_TAKEN, code=asked.code)
    return events.AppointmentBooked(
        at=by.at,
        appointment=f"{PREFIX}{by.today:%y%m%d}-{asked.code}",
        on=on,
        by=by.actor.name,
        code=asked.code,
        service=service.service,
        starts_at=asked.starts_at,
        ends_at=slot.ends_at,
        booked_on=by.today,
        marks=asked.marks,
        language=spoken_language(asked.language, by.plan),
        told=asked.told,
        channel=channel,
    )


def _moved(desk: Desk, name: str, starts_at: int) -> events.AppointmentMoved:
    by = desk.by
    one = standing(desk.book, name, AppointmentStep.MOVE)
    service = may_book(desk.hall, one.service, starts_at, by)
    if starts_at == one.starts_at:
        raise Refused(Refusal.SLOT_NOT_OFFERED, service=service.service, starts_at=starts_at)
    slot, on = open_slot(desk.book, service, starts_at, by), local_day(by.plan, starts_at)
    others = [other for other in desk.book.of_person(one.marks, on) if other is not one]
    may_hold(others, service, by.plan.appointments)
    return events.AppointmentMoved(
        at=by.at,
        appointment=one.appointment,
        on=on,
        by=by.actor.name,
        starts_at=starts_at,
        ends_at=slot.ends_at,
    )


def _cancelled(one: Appointment, reason: str, by: Circumstances) -> events.AppointmentCancelled:
    return events.AppointmentCancelled(
        at=by.at, appointment=one.appointment, on=one.on, by=by.actor.name, reason=reason
    )
