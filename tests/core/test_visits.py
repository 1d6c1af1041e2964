"""What may become of a visit: requeued, missed, finished, rated, printed."""

import msgspec
import pytest

from hallctl.core import commands as c
from hallctl.core.life import TicketState
from hallctl.core.refusals import Refusal
from tests.core.one_day import KIOSK, MINUTE, PLAN, OneDay, wish


def rate(day: OneDay, visit: str, result: int = 5, attitude: int = 4) -> Refusal | None:
    refused = day.refusal(wish(c.RateVisit, visit=visit, result=result, attitude=attitude))
    return refused.refusal if refused else None


def test_called_by_mistake_a_ticket_keeps_its_place(day: OneDay) -> None:
    day.open("1")
    first = day.issue()
    day.wait(1)
    day.issue()
    day.call()
    day.do(wish(c.Requeue, ticket=first.ticket))
    assert day.hall.current("1") is None
    assert (first.state, first.counter, first.official) == (TicketState.WAITING, "", "")
    assert day.call().ticket == first.ticket


def test_whoever_was_absent_waits_again_from_now(day: OneDay) -> None:
    day.open("1")
    absent = day.issue()
    day.wait(1)
    others = [day.issue(), day.issue()]
    day.call()
    day.miss()
    day.wait(1)
    (back,) = day.do(wish(c.Requeue, ticket=absent.ticket))
    assert back.queued_at == day.at
    assert [day.serve() for _ in range(3)] == [*others, absent]


def test_a_no_show_frees_the_counter(day: OneDay) -> None:
    day.open("1")
    absent, following = day.issue(), day.issue()
    day.call()
    day.miss()
    assert absent.state is TicketState.MISSED
    assert absent.counter == "1"
    assert day.call().ticket == following.ticket


def test_a_recalled_ticket_stays_at_its_counter(day: OneDay) -> None:
    day.open("1")
    ticket = day.issue()
    day.call()
    day.wait(1)
    (again,) = day.do(wish(c.Recall, counter="1"))
    assert (again.ticket, again.call, ticket.calls) == (ticket.ticket, 2, 2)
    assert day.hall.current("1") is ticket


def test_announcements_are_counted_through_the_day(day: OneDay) -> None:
    day.open("1", "2")
    for service in ("birth", "land", "birth"):
        day.issue(service)
    calls = [*day.do(wish(c.CallNext, counter="1")), *day.do(wish(c.CallNext, counter="2"))]
    calls += [*day.do(wish(c.Recall, counter="2"))]
    day.finish("1")
    calls += day.do(wish(c.CallNext, counter="1"))
    assert [one.call for one in calls] == [1, 2, 3, 4]


def test_a_finished_visit_bears_the_official_who_served(day: OneDay) -> None:
    day.open("1")
    ticket = day.issue()
    day.call()
    (finished,) = day.do(wish(c.FinishVisit, counter="1"))
    assert (finished.official, finished.counter, finished.visit) == (
        "official-1",
        "1",
        ticket.visit,
    )


def test_a_visit_is_rated_once(day: OneDay) -> None:
    day.open("1")
    visit = day.issue().visit
    day.serve()
    assert rate(day, visit) is None
    assert rate(day, visit) is Refusal.ALREADY_RATED
    (rated,) = [one for one in day.facts if type(one).__name__ == "VisitRated"]
    assert (rated.official, rated.counter, rated.result, rated.attitude) == (
        "official-1",
        "1",
        5,
        4,
    )


def test_a_visit_is_rated_in_time(day: OneDay) -> None:
    day.open("1")
    first, second = day.issue().visit, day.issue().visit
    day.serve()
    day.serve()
    day.wait(30)
    assert rate(day, first) is None
    day.at += 1
    assert rate(day, second) is Refusal.RATING_OVER


def test_the_last_visitor_may_rate_after_the_hall_has_closed(day: OneDay) -> None:
    day.open("1")
    visit = day.issue().visit
    day.call()
    day.do(wish(c.CloseDay))
    assert rate(day, visit) is None


def test_yesterdays_visit_can_no_longer_be_rated(day: OneDay) -> None:
    day.open("1")
    visit = day.issue().visit
    day.serve()
    day.sleep()
    day.open()
    assert rate(day, visit) is Refusal.UNKNOWN_VISIT


@pytest.mark.parametrize("mark", [0, 6, -1])
def test_marks_go_from_one_to_five(mark: int) -> None:
    body = {"id": "0" * 32, "type": "RateVisit", "visit": "x", "result": mark, "attitude": 3}
    with pytest.raises(msgspec.ValidationError, match="result"):
        msgspec.convert(body, c.AnyCommand)


def test_paper_is_confirmed_once(day: OneDay) -> None:
    day.open()
    ticket = day.issue(actor=KIOSK).ticket
    (printed,) = day.do(wish(c.ConfirmPrinted, ticket=ticket), KIOSK)
    assert printed.station == "kiosk-1"
    refused = day.refusal(wish(c.ConfirmPrinted, ticket=ticket), KIOSK)
    assert refused is not None
    assert refused.refusal is Refusal.ALREADY_PRINTED


def test_a_job_that_could_not_be_printed_waits_with_its_fault(day: OneDay) -> None:
    day.open()
    ticket = day.issue(actor=KIOSK).ticket
    (failed,) = day.do(wish(c.ReportNotPrinted, ticket=ticket, fault="paper-out"), KIOSK)
    assert failed.fault == "paper-out"
    (job,) = day.artist.kiosk(day.at, "kiosk-1").print_jobs
    assert (job.ticket, job.fault) == (ticket, "paper-out")
    day.do(wish(c.ConfirmPrinted, ticket=ticket), KIOSK)
    assert day.artist.kiosk(day.at, "kiosk-1").print_jobs == ()


def test_whoever_has_left_needs_no_paper(day: OneDay) -> None:
    day.open()
    ticket = day.issue(actor=KIOSK).ticket
    day.do(wish(c.CancelTicket, ticket=ticket), KIOSK)
    assert day.artist.kiosk(day.at, "kiosk-1").print_jobs == ()


def test_a_called_ticket_is_still_printed(day: OneDay) -> None:
    day.open("1")
    ticket = day.issue(actor=KIOSK).ticket
    day.serve()
    day.do(wish(c.CloseDay))
    assert [one.ticket for one in day.artist.kiosk(day.at, "kiosk-1").print_jobs] == [ticket]
    day.do(wish(c.ConfirmPrinted, ticket=ticket), KIOSK)


def test_a_hall_may_give_longer_to_rate() -> None:
    rules = msgspec.structs.replace(PLAN.rules, rating_minutes=0.5)
    day = OneDay(msgspec.structs.replace(PLAN, rules=rules)).open("1")
    visit = day.issue().visit
    day.serve()
    day.at += MINUTE // 2
    assert rate(day, visit) is None
