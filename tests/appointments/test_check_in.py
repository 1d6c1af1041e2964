"""Checking in at the kiosk, and what the hall then does with the number."""

import pytest

from hallctl.core import commands as c
from hallctl.core.expecting import service_choices
from hallctl.core.outlook import Outlook
from hallctl.core.paper import Text
from hallctl.core.plan import APPOINTED
from hallctl.core.refusals import Refusal
from hallctl.core.slips.ticket_paper import ticket_paper
from hallctl.core.views import CounterView
from tests.appointments.booked_day import PAGE, BookedDay, clock, plan_with
from tests.core.one_day import KIOSK, MINUTE, link_to, replayed, wish


def panel(day: BookedDay, counter: str = "2") -> CounterView:
    return day.artist.counter(day.at, counter)


def test_whoever_comes_in_time_gets_a_number_at_their_time(day: BookedDay) -> None:
    one = day.book("09:00", language="en")
    day.at = clock("08:50")
    ticket = day.come(one)
    assert (ticket.number, ticket.service, ticket.language) == ("B001", "land", "en")
    assert (ticket.appointment, ticket.appointment_at) == (one.appointment, clock("09:00"))
    assert (ticket.lane, ticket.place.queued_at) == (APPOINTED, clock("09:00"))
    assert day.hall.unprinted[ticket.ticket].station == KIOSK.name
    assert one.ticket == ticket.ticket


@pytest.mark.parametrize(
    ("time", "refused"),
    [
        ("08:30", None),
        ("09:10", Refusal.APPOINTMENT_RELEASED),
    ],
)
def test_check_in_is_open_from_half_an_hour_before_to_ten_minutes_after(
    day: BookedDay, time: str, refused: Refusal | None
) -> None:
    one = day.book("09:00")
    day.at = clock(time) - 1
    if refused is None:
        assert day.turned_away(one.code) is Refusal.APPOINTMENT_TOO_EARLY
    day.at = clock(time) - (refused is not None)
    assert day.turned_away(one.code) is None
    other = day.book("09:30")
    day.at = clock("09:40")
    assert day.turned_away(other.code) is Refusal.APPOINTMENT_RELEASED


def test_the_kiosk_is_told_when_to_come_back(day: BookedDay) -> None:
    today, later = day.book("09:00"), day.book("09:00", days=2)
    early = day.refusal(wish(c.CheckInAppointment, appointment=today.code), KIOSK)
    assert early is not None
    assert (early.details["opens_at"], early.details["starts_at"]) == (
        clock("08:30"),
        clock("09:00"),
    )
    another = day.refusal(wish(c.CheckInAppointment, appointment=later.code), KIOSK)
    assert another is not None
    assert another.refusal is Refusal.APPOINTMENT_ANOTHER_DAY
    assert another.details["starts_at"] == clock("09:00", 2)


def test_once_checked_in_the_kiosk_says_which_number(day: BookedDay) -> None:
    one = day.book("08:30")
    ticket = day.come(one)
    again = day.refusal(wish(c.CheckInAppointment, appointment=one.code), KIOSK)
    assert again is not None
    assert (again.refusal, again.details["number"]) == (
        Refusal.CHECKED_IN_BEFORE,
        ticket.number,
    )


def test_released_cancelled_and_unknown_are_told_apart(day: BookedDay) -> None:
    lost, cancelled = day.book("08:00"), day.book("08:30")
    day.do(wish(c.CancelAppointment, appointment=cancelled.code), PAGE)
    day.at = clock("08:10")
    day.look_at_the_clock()
    assert day.turned_away(lost.code) is Refusal.APPOINTMENT_RELEASED
    assert day.turned_away(cancelled.code) is Refusal.APPOINTMENT_NOT_ALLOWED
    assert day.turned_away("000 000") is Refusal.UNKNOWN_APPOINTMENT


def test_a_closed_hall_checks_nobody_in() -> None:
    day = BookedDay()
    one = day.book("08:30")
    assert day.turned_away(one.code) is Refusal.DAY_NOT_OPEN


def test_a_service_that_gives_no_more_numbers_still_keeps_its_appointments() -> None:
    day = BookedDay()
    day.open("2")
    one = day.book("08:30")
    day.do(wish(c.EndIssuing))
    assert day.turned_away(one.code) is None


def test_an_appointment_is_called_at_its_time_before_those_who_came_long_ago(
    day: BookedDay,
) -> None:
    one = day.book("09:00")
    day.at = clock("08:30")
    early = day.come(one)
    waiting = day.issue("land")
    assert [row.ticket for row in panel(day).waiting] == [waiting.ticket, early.ticket]
    day.at = clock("08:50") + 1
    assert panel(day).waiting[0].ticket == waiting.ticket  # twenty minutes against nothing
    day.at = clock("09:00")
    assert [row.ticket for row in panel(day).waiting] == [early.ticket, waiting.ticket]
    assert panel(day).waiting[0].appointment_at == clock("09:00")
    assert day.call("2") is early


def test_an_official_with_nobody_else_calls_whoever_is_early(day: BookedDay) -> None:
    one = day.book("09:00")
    day.at = clock("08:31")
    assert day.come(one) is day.call("2")


def test_a_long_wait_is_not_passed_by_an_appointment_just_begun() -> None:
    day = BookedDay(plan_with())
    day.open("2")
    one = day.book("09:30")
    old = day.issue("land")
    day.at = clock("09:30")
    day.come(one)
    assert day.call("2") is old  # ninety minutes against sixty


def test_waits_count_from_the_appointed_time(day: BookedDay) -> None:
    one = day.book("09:00")
    day.at = clock("08:30")
    day.come(one)
    day.at = clock("09:00")
    assert panel(day).waiting[0].waited_s == 0
    day.at = clock("09:04")
    day.call("2")
    tally = day.hall.tallies["land"]
    assert (tally.waited, tally.longest_wait) == (4 * MINUTE, 4 * MINUTE)


def test_who_comes_late_has_not_waited_since_their_appointed_time(day: BookedDay) -> None:
    one = day.book("08:30")
    day.at = clock("08:36")
    day.come(one)
    day.at = clock("08:40")
    land = next(one for one in day.artist.kiosk(day.at).services if one.service == "land")
    assert panel(day).waiting[0].waited_s == 4 * 60
    assert (panel(day).oldest_wait_s, land.longest_wait_s) == (4 * 60, 4 * 60)


def test_whoever_misses_their_call_waits_as_everybody_does_after_that(day: BookedDay) -> None:
    one = day.book("08:30")
    ticket = day.come(one)
    day.at = clock("08:31")
    day.call("2")
    day.miss("2")
    other = day.issue("land")
    day.wait(5)
    day.do(wish(c.Requeue, ticket=ticket.ticket))
    assert ticket.lane == ticket.group
    assert day.call("2") is other


def test_the_wait_told_at_the_kiosk_counts_those_who_are_coming(day: BookedDay) -> None:
    for counter in ("1", "3"):
        day.do(wish(c.CloseCounter, counter=counter))
    for _ in range(3):
        day.issue("land")
    day.call("2")

    def told() -> int:
        choice = next(
            one
            for one in service_choices(Outlook(day.hall, day.plan, day.at))
            if one.service == "land"
        )
        assert choice.expected_wait_s is not None
        return choice.expected_wait_s

    before = told()
    day.fill("11:00")
    assert told() == before  # hours away
    people = len(day.fill("08:30"))
    assert told() == before + people * 12 * 60


def test_the_paper_shows_the_appointed_time(day: BookedDay) -> None:
    ticket = day.come(day.book("08:30"))
    said = [
        one.text
        for one in ticket_paper(ticket, day.plan, link_to(ticket.ticket)).blocks
        if isinstance(one, Text)
    ]
    assert "Lịch hẹn lúc 08:30" in said
    plain = ticket_paper(day.issue("land"), day.plan, "x").blocks
    assert not any("Lịch hẹn" in one.text for one in plain if isinstance(one, Text))


def test_a_day_with_appointments_replays_to_the_same_hall(day: BookedDay) -> None:
    one = day.book("08:30", person="An", told=True)
    day.come(one)
    day.call("2")
    day.book("09:00")
    again = replayed(day.facts)
    assert again.appointments == day.hall.appointments
    assert again.tickets == day.hall.tickets
