"""Appointments as iCalendar (RFC 5545): one for a citizen's calendar, many to and from others."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import NamedTuple

from icalendar import Alarm, Calendar, Event, vCalAddress, vText

from hallctl.appointments.visitor import Visitor
from hallctl.core.appointment_life import AppointmentState
from hallctl.core.hall.appointment_book import Appointment
from hallctl.core.plan import Plan, Words

MADE_BY = "-//hallctl//appointments//VI"
ALARM_BEFORE = timedelta(hours=2)
STATUS = {
    AppointmentState.BOOKED: "CONFIRMED",
    AppointmentState.CHECKED_IN: "CONFIRMED",
    AppointmentState.CANCELLED: "CANCELLED",
    AppointmentState.RELEASED: "CANCELLED",
}
NO_ADDRESS = "invalid:nomail"
"""An address that no calendar takes for one, as mail programs write whoever has none."""
SAYS = Words("Mã hẹn: {code}. {link}", "Code: {code}. {link}")


class Written(NamedTuple):
    """An appointment, what it is called elsewhere, and whose it is where that is asked for."""

    one: Appointment
    link: str
    reference: str = ""
    visitor: Visitor | None = None


def file_for_citizen(plan: Plan, written: Written) -> bytes:
    """What a citizen's calendar takes: with an alarm, or the word that it is cancelled."""
    is_off = STATUS[written.one.state] == "CANCELLED"
    calendar = _calendar("CANCEL" if is_off else "PUBLISH")
    event = _event(plan, written)
    if not is_off:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", event["summary"])
        alarm.add("trigger", -ALARM_BEFORE)
        event.add_component(alarm)
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def file_of_many(plan: Plan, every: Iterable[Written]) -> bytes:
    """What another system takes: every appointment with its code, service and state."""
    calendar = _calendar("PUBLISH")
    for written in every:
        event = _event(plan, written)
        event.add("x-hall-appointment", written.one.appointment)
        event.add("x-hall-code", written.one.code)
        event.add("x-hall-state", written.one.state.value)
        if written.visitor is not None:
            _name(event, written.visitor)
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def uid_of(written: Written) -> str:
    """The same for ever and in no other hall: made of the appointment's own unguessable link."""
    if written.reference:
        return written.reference
    link = written.link.rpartition("/")[2]
    return f"{written.one.appointment}-{sha256(link.encode()).hexdigest()[:12]}"


def _calendar(method: str) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", MADE_BY)
    calendar.add("version", "2.0")
    calendar.add("method", method)
    return calendar


def _event(plan: Plan, written: Written) -> Event:
    one, language = written.one, written.one.language
    service = plan.service(one.service)
    name = service.name.spoken_in(language) if service else one.service
    event = Event()
    event.add("uid", uid_of(written))
    event.add("dtstamp", _utc(max(one.placed_at, one.state_since)))
    event.add("dtstart", _utc(one.starts_at))
    event.add("dtend", _utc(one.ends_at))
    event.add("sequence", one.moves + (STATUS[one.state] == "CANCELLED"))
    event.add("status", STATUS[one.state])
    event.add("summary", f"{name} · {plan.hall.spoken_in(language)}")
    event.add("location", plan.hall.spoken_in(language))
    event.add("categories", [one.service])
    event.add("description", SAYS.spoken_in(language).format(code=one.code, link=written.link))
    if written.link:
        event.add("url", written.link)
    return event


def _name(event: Event, visitor: Visitor) -> None:
    attendee = vCalAddress(f"mailto:{visitor.email}" if visitor.email else NO_ADDRESS)
    attendee.params["CN"] = vText(visitor.name)
    event.add("attendee", attendee, encode=False)
    if visitor.phone:
        event.add("x-hall-phone", visitor.phone)


def _utc(at: int) -> datetime:
    return datetime.fromtimestamp(at // 1000, UTC)
