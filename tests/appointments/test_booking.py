"""Booking, moving, cancelling, releasing: what is granted, what is refused, and why."""

import pytest

from hallctl.core import commands as c
from hallctl.core import events
from hallctl.core.appointment_life import AppointmentState
from hallctl.core.commands.appointment_commands import Booking, Moving
from hallctl.core.refusals import Refusal
from tests.appointments.booked_day import (
    PAGE,
    SUPERVISOR,
    BookedDay,
    clock,
    mark,
    plan_with,
)
from tests.core.one_day import replayed, wish


def test_a_booking_is_known_by_its_name_and_by_its_code(day: BookedDay) -> None:
    one = day.book("09:00", code="483921", language="en")
    book = day.hall.appointments
    assert one.appointment == "LH-261123-483921"
    assert (one.service, one.starts_at, one.ends_at) == ("land", clock("09:00"), clock("09:30"))
    for typed in (one.appointment, "lh-261123-483921", "483921", " 483 921 ", "483-921"):
        assert book.find(typed) is one
    assert book.find("") is book.find("48392") is None


@pytest.mark.parametrize(
    ("time", "days", "refused"),
    [
        ("09:10", 0, Refusal.SLOT_NOT_OFFERED),
        ("12:00", 0, Refusal.SLOT_NOT_OFFERED),
        ("09:00", 1, Refusal.SLOT_NOT_OFFERED),
        ("09:00", -3, Refusal.SLOT_NOT_OFFERED),
        ("09:00", 7, Refusal.SLOT_NOT_OFFERED),
        ("07:30", 0, Refusal.SLOT_OVER),
        ("08:00", 0, None),
        ("11:00", 4, None),
    ],
)
def test_today_and_the_days_ahead_can_be_booked(
    day: BookedDay, time: str, days: int, refused: Refusal | None
) -> None:
    assert day.no_place(time, days=days) is refused


def test_a_slot_that_has_begun_can_be_booked_until_its_notice(day: BookedDay) -> None:
    day.at = clock("08:15") - 1
    assert day.no_place("08:00") is None
    day.at = clock("08:15")
    assert day.no_place("08:00") is Refusal.SLOT_OVER


def test_no_slot_holds_more_than_its_places(day: BookedDay) -> None:
    assert len(day.fill("09:00")) == 2
    assert day.no_place("09:30") is None


def test_a_cancelled_place_can_be_taken_again(day: BookedDay) -> None:
    one, *_ = day.fill("09:00")
    day.do(wish(c.CancelAppointment, appointment=one.code), PAGE)
    assert one.state is AppointmentState.CANCELLED
    assert day.no_place("09:00") is None
    assert day.no_place("09:00") is Refusal.SLOT_FULL


def test_a_released_place_can_be_taken_again(day: BookedDay) -> None:
    every = day.fill("08:00")
    day.at = clock("08:10") - 1
    day.look_at_the_clock()
    assert {one.state for one in every} == {AppointmentState.BOOKED}
    day.at = clock("08:10")
    day.look_at_the_clock()
    assert {one.state for one in every} == {AppointmentState.RELEASED}
    newcomer = day.book("08:00")
    day.at = clock("08:20") - 1
    day.look_at_the_clock()
    assert newcomer.state is AppointmentState.BOOKED
    assert day.come(newcomer).appointment == newcomer.appointment


def test_nothing_is_released_before_its_time(day: BookedDay) -> None:
    one = day.book("09:00")
    refused = day.refusal(wish(c.ReleaseAppointment, appointment=one.code))
    assert refused is not None
    assert (refused.refusal, refused.details["wait_s"]) == (Refusal.NOT_LATE_YET, 70 * 60)


def test_a_person_has_two_a_day_and_each_service_once(day: BookedDay) -> None:
    assert day.no_place("09:00", person="An") is None
    assert day.no_place("09:30", person="An") is Refusal.SERVICE_BOOKED_BEFORE
    assert day.no_place("09:30", "birth", person="An") is None
    assert day.no_place("09:00", "tax", person="An") is Refusal.BOOKED_ENOUGH
    assert day.no_place("09:00", "tax", person="Ba", days=2) is None
    assert day.no_place("09:00", days=2, person="An") is None
    assert day.no_place("09:30") is None  # somebody at a desk, of whom nothing is known


def test_a_person_is_known_by_any_of_their_marks(day: BookedDay) -> None:
    day.do(day.booking("09:00", marks=(mark("An"), mark("an@x.vn"))), PAGE)
    assert day.no_place("10:00", person="an@x.vn") is Refusal.SERVICE_BOOKED_BEFORE


def test_what_is_cancelled_or_lost_does_not_count_against_a_person(day: BookedDay) -> None:
    one = day.book("09:00", person="An")
    day.do(wish(c.CancelAppointment, appointment=one.code), PAGE)
    assert day.no_place("09:30", person="An") is None


def test_a_hall_without_limits_sets_none() -> None:
    day = BookedDay(plan_with(a_day=0, each_service_once=False))
    assert [day.no_place("09:00", person="An"), day.no_place("09:30", person="An")] == [None] * 2


def test_two_open_appointments_never_share_a_code(day: BookedDay) -> None:
    day.book("09:00", code="111111")
    assert day.no_place("10:00", code="111111") is Refusal.CODE_TAKEN


def test_a_paused_service_gives_no_times_until_it_is_back(day: BookedDay) -> None:
    pause = wish(c.PauseService, service="land", message="Máy hỏng", until=clock("10:00"))
    day.do(pause)
    assert day.no_place("09:30") is Refusal.SERVICE_SHUT
    assert day.no_place("10:00") is None
    day.do(wish(c.PauseService, service="land", message="Máy hỏng"))
    assert day.no_place("10:30") is Refusal.SERVICE_SHUT
    assert day.no_place("10:30", days=2) is None


def test_what_nobody_offers_is_refused_with_its_name() -> None:
    day = BookedDay(plan_with(services=("birth",)))
    assert day.no_place("09:00", "land") is Refusal.APPOINTMENTS_NOT_OFFERED
    assert day.no_place("09:00", "visas") is Refusal.UNKNOWN_SERVICE


def test_a_moved_appointment_frees_its_place_and_takes_another(day: BookedDay) -> None:
    one, _other = day.fill("09:00")
    day.do(wish(c.MoveAppointment, appointment=one.code, starts_at=clock("10:00", 2)), PAGE)
    book = day.hall.appointments
    assert (one.starts_at, f"{one.on}") == (clock("10:00", 2), "2026-11-25")
    assert (book.taken("land", clock("09:00")), book.taken("land", clock("10:00", 2))) == (1, 1)


def test_a_move_keeps_to_places_and_limits(day: BookedDay) -> None:
    day.fill("09:00")
    one = day.book("10:00", person="An")
    day.book("10:00", person="An", days=2)
    for starts_at, refused in (
        (clock("09:00"), Refusal.SLOT_FULL),
        (clock("10:00"), Refusal.SLOT_NOT_OFFERED),
        (clock("11:00", 2), Refusal.SERVICE_BOOKED_BEFORE),
    ):
        said = day.refusal(wish(c.MoveAppointment, appointment=one.code, starts_at=starts_at))
        assert said is not None
        assert said.refusal is refused
    day.do(wish(c.MoveAppointment, appointment=one.code, starts_at=clock("11:00")), PAGE)


def test_whoever_cancels_for_somebody_says_why(day: BookedDay) -> None:
    one = day.book("09:00")
    cancel = wish(c.CancelAppointment, appointment=one.code)
    refused = day.refusal(cancel, SUPERVISOR)
    assert refused is not None
    assert refused.refusal is Refusal.CANCEL_NEEDS_REASON
    day.do(wish(c.CancelAppointment, appointment=one.code, reason="mất điện"), SUPERVISOR)
    assert (one.state, one.reason) == (AppointmentState.CANCELLED, "mất điện")


def test_what_is_over_stays_over(day: BookedDay) -> None:
    one = day.book("09:00")
    day.do(wish(c.CancelAppointment, appointment=one.code), PAGE)
    for kind, more in (
        (c.CancelAppointment, {}),
        (c.MoveAppointment, {"starts_at": clock("10:00")}),
        (c.ReleaseAppointment, {}),
        (c.RemindAppointment, {}),
    ):
        refused = day.refusal(wish(kind, appointment=one.code, **more))
        assert refused is not None
        assert refused.refusal is Refusal.APPOINTMENT_NOT_ALLOWED
        assert refused.details["state"] == "cancelled"


def test_a_reminder_goes_out_once_and_only_to_whoever_booked_before_it() -> None:
    day = BookedDay(plan_with(remind_hours=24))
    early = day.book("09:00", days=2, told=True)
    untold = day.book("09:00", days=2)
    late = day.book("09:00", told=True)
    day.at = clock("09:00", 1) - 1
    day.look_at_the_clock()
    assert not early.is_reminded
    day.at = clock("09:00", 1)
    day.look_at_the_clock()
    day.look_at_the_clock()
    reminded = [one for one in day.facts if isinstance(one, events.AppointmentReminded)]
    assert [one.appointment for one in reminded] == [early.appointment]
    assert not untold.is_reminded
    assert not late.is_reminded
    again = day.refusal(wish(c.RemindAppointment, appointment=early.code))
    assert again is not None
    assert again.refusal is Refusal.APPOINTMENT_NOT_ALLOWED


def test_letters_are_owed_to_those_who_left_an_address(day: BookedDay) -> None:
    told, silent = day.book("09:00", told=True), day.book("09:30")
    for one in (told, silent):
        day.do(wish(c.MoveAppointment, appointment=one.code, starts_at=clock("10:30")), PAGE)
        day.do(wish(c.CancelAppointment, appointment=one.code), PAGE)
    owed = [one for one in day.facts if isinstance(one, events.NoticeOwed)]
    assert [one.kind for one in owed] == ["booked", "moved", "cancelled"]
    assert {one.appointment for one in owed} == {told.appointment}


def test_a_letter_that_cannot_be_sent_is_shown_and_not_called_after(day: BookedDay) -> None:
    one = day.book("09:00", told=True)
    (notice,) = day.hall.office.notices.open
    failed = wish(c.ReportNotice, notice=notice, channel="email", fault="smtp 550", hopeless=True)
    day.do(failed)
    assert one.untold == "gave_up"
    assert not day.hall.office.notices.open


def test_an_import_is_granted_whole_or_not_at_all(day: BookedDay) -> None:
    kept, moved = day.book("09:00"), day.book("09:00")
    rows = [Booking(service="land", starts_at=clock("09:00"), code=f"50000{n}") for n in range(3)]
    before = len(day.facts)
    asked = {
        "cancel": (kept.code,),
        "move": (Moving(appointment=moved.code, starts_at=clock("10:00")),),
    }
    refused = day.refusal(wish(c.ImportAppointments, book=tuple(rows), **asked), SUPERVISOR)
    assert refused is not None
    assert refused.refusal is Refusal.IMPORT_ROW_REFUSED
    assert refused.details == {"row": 5, "why": "slot_full"}
    assert len(day.facts) == before
    assert kept.state is AppointmentState.BOOKED
    day.do(wish(c.ImportAppointments, book=tuple(rows[:2]), **asked), SUPERVISOR)
    assert day.hall.appointments.taken("land", clock("09:00")) == 2
    assert kept.state is AppointmentState.CANCELLED


def test_days_that_are_over_are_forgotten_and_those_to_come_are_kept(day: BookedDay) -> None:
    day.book("09:00", code="000001")
    day.book("09:00", days=2, code="000002")
    day.at = clock("09:10")
    day.look_at_the_clock()
    day.sleep(2)
    day.do(wish(c.OpenDay))
    book = day.hall.appointments
    assert [one.code for one in book.every.values()] == ["000002"]
    assert not book.has_code("000001")
    assert replayed(day.facts).appointments == book


def test_the_facts_name_nobody(day: BookedDay) -> None:
    day.book("09:00", person="An")
    (booked,) = [one for one in day.facts if isinstance(one, events.AppointmentBooked)]
    assert set(booked.__struct_fields__) == {
        *("at", "appointment", "on", "by", "code", "service", "starts_at", "ends_at"),
        *("booked_on", "marks", "language", "told", "channel"),
    }


def test_booking_needs_no_open_day() -> None:
    day = BookedDay()
    assert day.no_place("09:00", days=4) is None
    assert not day.hall.is_open
