"""What decisions about appointments ask before they grant: each answers with the thing or refuses."""

from collections.abc import Collection
from datetime import date, timedelta

from hallctl.core.appointment_life import APPOINTMENT_LIFE, AppointmentState, AppointmentStep
from hallctl.core.circumstances import Circumstances
from hallctl.core.guards import known_service
from hallctl.core.guards.appointment_slots import Slot, local_day, slot_at
from hallctl.core.hall import Hall
from hallctl.core.hall.appointment_book import Appointment, AppointmentBook
from hallctl.core.plan import Plan, Service
from hallctl.core.plan.appointment_rules import MS_A_MINUTE, AppointmentRules
from hallctl.core.refusals import Refusal, Refused


def known_appointment(book: AppointmentBook, typed: str) -> Appointment:
    one = book.find(typed)
    if one is None:
        raise Refused(Refusal.UNKNOWN_APPOINTMENT, appointment=typed)
    return one


def standing(book: AppointmentBook, typed: str, step: AppointmentStep) -> Appointment:
    """The appointment, where that may still happen to it."""
    one = known_appointment(book, typed)
    if step not in APPOINTMENT_LIFE[one.state]:
        raise Refused(
            Refusal.APPOINTMENT_NOT_ALLOWED,
            appointment=one.appointment,
            state=one.state,
            step=step,
        )
    return one


def may_book(hall: Hall, name: str, starts_at: int, by: Circumstances) -> Service:
    """The service, where it can be booked and will not be paused then."""
    service = known_service(by.plan, name)
    if not by.plan.appointments.offers(name):
        raise Refused(Refusal.APPOINTMENTS_NOT_OFFERED, service=name)
    if is_paused_at(hall, by.plan, name, starts_at):
        again_at = hall.paused[name].until
        raise Refused(Refusal.SERVICE_SHUT, service=name, why="paused", again_at=again_at)
    return service


def is_paused_at(hall: Hall, plan: Plan, service: str, starts_at: int) -> bool:
    """Whether a pause reaches that moment; one without an end lasts for the hall's day."""
    pause = hall.paused.get(service)
    if pause is None:
        return False
    if pause.until:
        return starts_at < pause.until
    return hall.is_open and local_day(plan, starts_at) == hall.business_day


def open_slot(book: AppointmentBook, service: Service, starts_at: int, by: Circumstances) -> Slot:
    """The slot, where it may be booked now and somebody still finds room in it."""
    on, rules = local_day(by.plan, starts_at), by.plan.appointments
    slot = slot_at(by.plan, service, starts_at)
    if slot is None or not by.today <= on <= last_day(by.today, rules):
        raise Refused(Refusal.SLOT_NOT_OFFERED, service=service.service, starts_at=starts_at)
    if by.at >= bookable_until(slot.ends_at, rules):
        raise Refused(Refusal.SLOT_OVER, service=service.service, starts_at=starts_at)
    if book.taken(service.service, starts_at) >= slot.places:
        raise Refused(Refusal.SLOT_FULL, service=service.service, starts_at=starts_at)
    return slot


def last_day(today: date, rules: AppointmentRules) -> date:
    """The last day that can be booked."""
    return today + timedelta(days=rules.days_ahead)


def bookable_until(ends_at: int, rules: AppointmentRules) -> int:
    """Until when a slot that ends then can be booked (ms since 1970)."""
    return ends_at - round(rules.notice_minutes * MS_A_MINUTE)


def may_hold(theirs: Collection[Appointment], service: Service, rules: AppointmentRules) -> None:
    """A person keeps few enough appointments a day, and each service once."""
    if rules.each_service_once and any(one.service == service.service for one in theirs):
        raise Refused(Refusal.SERVICE_BOOKED_BEFORE, service=service.service)
    if rules.a_day and len(theirs) >= rules.a_day:
        raise Refused(Refusal.BOOKED_ENOUGH, most=rules.a_day)


def not_over(one: Appointment) -> Appointment:
    """The appointment, where nobody has checked in for it and it is neither lost nor cancelled."""
    match one.state:
        case AppointmentState.RELEASED:
            raise Refused(
                Refusal.APPOINTMENT_RELEASED, appointment=one.appointment, starts_at=one.starts_at
            )
        case AppointmentState.CANCELLED:
            raise Refused(
                Refusal.APPOINTMENT_NOT_ALLOWED,
                appointment=one.appointment,
                state=one.state,
                step=AppointmentStep.CHECK_IN,
            )
    return one
