"""A day that was closed, or whose numbers ended, too soon goes on as if nothing had happened."""

import msgspec
import pytest

from hallctl.core import commands as c
from hallctl.core import events
from hallctl.core.drawing.hall_drawing import hall_view
from hallctl.core.guards.appointment_slots import local_day
from hallctl.core.hall.queueing import FRONT
from hallctl.core.life import TicketState
from hallctl.core.permissions import Actor, Role
from hallctl.core.plan import APPOINTED, Counter
from hallctl.core.refusals import Refusal
from hallctl.running.timetable import due_wishes
from tests.core.one_day import KIOSK, MINUTE, MONDAY, PLAN, OneDay, wish
from tests.floor.test_offering import at_clock, day_of, plan_of, shut
from tests.offline.test_handing_in import hand_in, lease

COUNTER = Actor("counter-1", Role.COUNTER, counter="1")


def closed_too_soon(day: OneDay, minutes: float = 2) -> None:
    """Somebody presses the wrong button, and opens the day again some minutes later."""
    day.do(wish(c.CloseDay))
    day.wait(minutes)
    day.do(wish(c.OpenDay))


def waiting(day: OneDay, counter: str) -> list[str]:
    return [one.number for one in day.artist.counter(day.at, counter).waiting]


def test_everybody_waits_where_they_waited_and_their_wait_counts(day: OneDay) -> None:
    for service in ("birth", "land", "birth"):
        day.issue(service)
        day.wait(3)
    elderly = day.issue("birth", "elderly")
    before = waiting(day, "1")
    closed_too_soon(day, minutes=6)
    assert waiting(day, "1") == before
    assert day.call("1") is elderly
    first = day.call("3")
    assert first.number == "A001"
    assert day.artist.board(day.at).counts.longest_wait_s == 15 * 60


def test_whoever_came_while_the_day_was_closed_stands_behind(day: OneDay) -> None:
    day.issue()
    closed_too_soon(day)
    assert day.issue().number == "A002"
    assert waiting(day, "1") == ["A001", "A002"]


def test_whoever_stood_at_a_counter_stands_there_again(day: OneDay) -> None:
    served = day.issue()
    day.call("1")
    day.wait(4)
    closed_too_soon(day, minutes=30)
    counter = day.hall.counters["1"]
    assert (counter.official, day.hall.current("1")) == ("official-1", served)
    day.wait(2)
    day.finish("1")
    figures = day.artist.counter(day.at, "1").figures
    assert (figures.called, figures.finished, figures.average_service_s) == (1, 1, 6 * 60)


def test_a_visit_of_several_services_still_has_them_to_come(day: OneDay) -> None:
    (issued,) = day.do(wish(c.IssueTicket, service="land", also=("tax",)))
    assert isinstance(issued, events.TicketIssued)
    ticket = day.hall.tickets[issued.ticket]
    day.call("3")
    ahead = ticket.then
    closed_too_soon(day)
    assert ticket.then == ahead
    day.finish("3")
    assert (ticket.state, ticket.then) == (TicketState.WAITING, ())
    assert (ticket.service,) == ahead


def test_whoever_was_parked_is_parked_again_and_whoever_was_sent_to_a_counter_is_held_for_it(
    day: OneDay,
) -> None:
    parked, sent, front = day.issue(), day.issue(), day.issue()
    day.call("1")
    day.do(wish(c.Park, counter="1", reason="form"))
    day.call("1")
    day.do(wish(c.Transfer, counter="1", to_counter="3"))
    day.call("1")
    day.do(wish(c.Transfer, counter="1", service="land", place="front"))
    closed_too_soon(day)
    assert (parked.state, list(day.hall.parked)) == (TicketState.PARKED, [parked.ticket])
    assert day.artist.counter(day.at, "1").parked[0].reason.vi == "Điền tờ khai"
    assert (sent.held_for, waiting(day, "1")) == ("3", [front.number])
    assert front.lane == FRONT
    day.do(wish(c.Resume, counter="1", ticket=parked.ticket))
    assert [day.call("3").number] == [front.number]


def test_an_official_on_a_break_is_on_it_again(day: OneDay) -> None:
    day.do(wish(c.StartBreak, counter="1", reason="lunch"))
    closed_too_soon(day)
    assert day.hall.counters["1"].break_reason == "lunch"


def test_a_ticket_that_was_not_on_paper_yet_still_gets_there(day: OneDay) -> None:
    ticket = day.issue(actor=KIOSK)
    closed_too_soon(day)
    assert [one.ticket for one in day.artist.kiosk(day.at, "kiosk-1").print_jobs] == [ticket.ticket]


def test_a_counter_that_the_settings_dropped_sends_its_citizens_back_to_their_place(
    day: OneDay,
) -> None:
    served, held = day.issue(), day.issue()
    day.call("1")
    day.do(wish(c.CallTicket, counter="3", ticket=held.ticket))
    day.do(wish(c.Transfer, counter="3", to_counter="1"))
    day.do(wish(c.CloseDay))
    day.plan = msgspec.structs.replace(PLAN, counters=(Counter(counter="3", services=("birth",)),))
    day.do(wish(c.OpenDay))
    assert (served.state, served.counter, held.held_for) == (TicketState.WAITING, "", "")
    assert [day.serve("3").number for _ in range(2)] == ["A001", "A002"]


def test_nobody_waits_for_a_service_that_the_settings_dropped_meanwhile(day: OneDay) -> None:
    gone = day.issue("tax")
    (issued,) = day.do(wish(c.IssueTicket, service="birth", also=("tax", "land")))
    assert isinstance(issued, events.TicketIssued)
    stays = day.hall.tickets[issued.ticket]
    day.do(wish(c.CloseDay))
    day.plan = msgspec.structs.replace(
        PLAN, services=tuple(one for one in PLAN.services if one.service != "tax")
    )
    assert hall_view(day.hall, day.plan, day.at).comes_back == 1
    day.do(wish(c.OpenDay))
    assert (gone.state, stays.state) == (TicketState.LAPSED, TicketState.WAITING)
    assert "tax" not in stays.then
    assert day.hall.counters["3"].services == ("birth", "land")


def test_a_visit_that_was_rated_since_stays_finished(day: OneDay) -> None:
    served = day.issue()
    day.call("1")
    day.do(wish(c.CloseDay))
    day.do(wish(c.RateVisit, visit=served.visit, result=5, attitude=5))
    day.do(wish(c.OpenDay))
    assert (served.state, day.hall.current("1")) == (TicketState.FINISHED, None)


def test_a_visit_that_was_rated_between_its_services_comes_back_each_time(day: OneDay) -> None:
    (issued,) = day.do(wish(c.IssueTicket, service="land", also=("tax",)))
    assert isinstance(issued, events.TicketIssued)
    ticket = day.hall.tickets[issued.ticket]
    day.call("3")
    day.do(wish(c.CloseDay))
    day.do(wish(c.RateVisit, visit=ticket.visit, result=5, attitude=5))
    day.do(wish(c.OpenDay))
    assert day.hall.current("3") is ticket
    day.finish("3")
    closed_too_soon(day)
    assert (ticket.state, ticket.is_rated) == (TicketState.WAITING, True)


def test_a_number_handed_in_while_the_day_was_closed_waits_once_it_goes_on(day: OneDay) -> None:
    lease(day)
    day.wait(10)
    day.issue()
    day.do(wish(c.CloseDay))
    late = hand_in(day, minutes_ago=5, also=("land",))
    assert isinstance(late, events.TicketHandedInLate)
    day.do(wish(c.OpenDay))
    assert waiting(day, "1") == ["A501", "A001"]
    assert day.hall.tickets[late.ticket].then == ("land",)


def test_whoever_came_by_appointment_keeps_that_claim() -> None:
    day = OneDay(msgspec.structs.replace(PLAN, shifts=plan_of().shifts))
    day.open("1", "3")
    day.do(
        wish(
            c.BookAppointment,
            service="birth",
            starts_at=day.at + 30 * MINUTE,
            code="123456",
            marks=(),
        )
    )
    day.wait(25)
    (_, issued) = day.do(wish(c.CheckInAppointment, appointment="123456"))
    assert local_day(day.plan, day.at) == MONDAY
    closed_too_soon(day)
    ticket = day.hall.tickets[issued.ticket]
    assert (ticket.state, ticket.lane) == (TicketState.WAITING, APPOINTED)


def test_a_phone_has_its_number_again_and_gets_no_other(day: OneDay) -> None:
    (issued,) = day.do(wish(c.TakeNumber, service="birth", device="phone", code=1))
    closed_too_soon(day)
    refused = day.refusal(wish(c.TakeNumber, service="birth", device="phone", code=1))
    assert refused is not None
    assert refused.refusal is Refusal.PHONE_HOLDS_NUMBER
    page = day.artist.ticket(day.at, issued.ticket)
    assert page is not None
    assert (page.state, page.ahead) == ("waiting", 0)


def test_the_hall_says_how_many_would_come_back(day: OneDay) -> None:
    for _ in range(3):
        day.issue()
    day.call("1")
    day.do(wish(c.CloseDay))
    assert hall_view(day.hall, day.plan, day.at).comes_back == 3
    day.do(wish(c.OpenDay))
    assert hall_view(day.hall, day.plan, day.at).comes_back == 0
    day.do(wish(c.CloseDay))
    day.sleep()
    assert hall_view(day.hall, day.plan, day.at).comes_back == 0, "another day brings nobody back"


def test_closing_twice_sends_away_and_brings_back_as_once(day: OneDay) -> None:
    for _ in range(3):
        day.issue()
    day.call("1")
    closed_too_soon(day)
    closed_too_soon(day)
    assert day.hall.current("1") is day.hall.tickets["2026-11-23-A001"]
    assert waiting(day, "1") == ["A002", "A003"]
    day.do(wish(c.CloseDay))
    counts = day.artist.board(day.at).counts
    assert (counts.finished, counts.lapsed) == (1, 2)


@pytest.mark.parametrize("at_closing", ["serve", "lapse", "tomorrow"])
def test_numbers_that_ended_too_soon_go_on_and_everybody_waits_again(at_closing: str) -> None:
    day = day_of(plan_of(at_closing=at_closing))
    for _ in range(2):
        day.issue()
    day.do(wish(c.EndIssuing))
    day.wait(1)
    assert day.refusal(wish(c.OpenDay), COUNTER) is not None, "no official undoes it"
    day.do(wish(c.OpenDay))
    assert shut(day) is None
    assert waiting(day, "1")[:2] == ["A001", "A002"]
    assert day.hall.carried == []


def test_numbers_that_had_ended_stay_ended_when_a_closing_is_taken_back() -> None:
    day = day_of(plan_of(at_closing="lapse"))
    day.issue()
    day.do(wish(c.EndIssuing))
    closed_too_soon(day)
    assert day.hall.issuing_ended
    day.do(wish(c.OpenDay))
    assert waiting(day, "1") == ["A001"]


def test_whoever_went_home_at_closing_time_keeps_tomorrow() -> None:
    day = day_of(plan_of(at_closing="tomorrow"))
    at_clock(day, "16:50")
    day.issue()
    at_clock(day, "17:00")
    day.do(wish(c.EndIssuing))
    day.do(wish(c.OpenDay))
    assert shut(day) is None
    assert [one.number for one in day.hall.carried] == ["A001"]


def test_a_day_that_is_open_and_gives_numbers_is_not_opened_again(day: OneDay) -> None:
    refused = day.refusal(wish(c.OpenDay))
    assert refused is not None
    assert refused.refusal is Refusal.DAY_ALREADY_OPEN


def closed_early(day: OneDay, clock: str, again: str) -> None:
    """The day is closed before its numbers have ended, and opened again."""
    at_clock(day, clock)
    day.do(wish(c.CloseDay))
    at_clock(day, again)
    day.do(wish(c.OpenDay))


@pytest.mark.parametrize("at_closing", ["serve", "lapse"])
def test_a_day_opened_again_past_closing_time_serves_those_here_and_gives_no_numbers(
    at_closing: str,
) -> None:
    day = day_of(plan_of(at_closing=at_closing))
    for _ in range(2):
        day.issue()
    day.call("1")
    closed_early(day, "16:50", "17:10")
    assert day.hall.current("1") is not None
    assert waiting(day, "1") == ["A002"]
    said = shut(day)
    assert said is not None
    assert said.why == "closing"
    day.do(wish(c.OpenDay))
    assert shut(day) is None, "somebody means it"
    assert due_wishes(day.hall, day.plan, day.at) == []


def test_a_hall_that_gives_numbers_after_hours_does_so_again() -> None:
    day = day_of(plan_of())
    closed_early(day, "16:50", "17:10")
    assert shut(day) is None


def test_whoever_is_sent_home_by_an_early_end_keeps_the_number_for_tomorrow() -> None:
    day = day_of(plan_of(at_closing="tomorrow"))
    parked, *_ = [day.issue() for _ in range(3)]
    day.call("1")
    day.do(wish(c.Park, counter="1", reason="form"))
    at_clock(day, "15:00")
    day.do(wish(c.CloseDay))
    assert [one.number for one in day.hall.carried] == ["A001", "A002", "A003"]
    page = day.artist.ticket(day.at, parked.ticket)
    assert page is not None
    assert page.is_carried_over
    day.sleep()
    opened = day.do(wish(c.OpenDay))
    assert [getattr(one, "number", "") for one in opened] == ["", "A001", "A002", "A003"]


def test_a_day_that_nobody_closed_keeps_the_numbers_too() -> None:
    day = day_of(plan_of(at_closing="tomorrow"))
    for _ in range(2):
        day.issue()
    day.sleep()
    facts = day.do(wish(c.OpenDay))
    issued = [one for one in facts if isinstance(one, events.TicketIssued)]
    assert [(one.number, one.is_carried) for one in issued] == [("A001", True), ("A002", True)]
    assert day.issue().number == "A003"


def test_whoever_went_home_with_a_number_for_tomorrow_is_not_called_in_vain() -> None:
    day = day_of(plan_of(at_closing="tomorrow"))
    for _ in range(3):
        day.issue()
    day.call("1")
    closed_early(day, "17:00", "17:10")
    assert day.hall.current("1") is not None
    assert waiting(day, "1") == []
    assert [one.number for one in day.hall.carried] == ["A002", "A003"]


def test_an_early_end_that_was_a_mistake_brings_everybody_back() -> None:
    day = day_of(plan_of(at_closing="tomorrow"))
    for _ in range(2):
        day.issue()
    closed_early(day, "15:00", "15:02")
    assert waiting(day, "1") == ["A001", "A002"]
    assert day.hall.carried == []
