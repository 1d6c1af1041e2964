"""Views: what each station is shown, drawn from the hall as it stands."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import msgspec
import pytest
from msgspec import structs

from hallctl.core import commands as c
from hallctl.core.calendar import Calendar, Shift
from hallctl.core.life import TicketState
from hallctl.core.opening_hours import next_opening
from hallctl.core.permissions import Actor, Role
from hallctl.core.plan import Plan
from tests.core.one_day import KIOSK, MINUTE, PLAN, OneDay, wish

OTHER_KIOSK = Actor("kiosk-2", Role.KIOSK, prints=True)


def test_every_view_says_which_fact_it_shows(day: OneDay) -> None:
    day.open("1")
    day.issue()
    day.call()
    for view in day.views():
        assert view is not None
        assert (view.journal_number, view.shown_at) == (day.hall.journal_number, day.at)
        assert view.business_day == day.today
        assert view.hall.en == "Hall"


def test_a_closed_hall_shows_no_business_day(day: OneDay) -> None:
    assert day.artist.board(day.at).business_day is None
    day.open()
    day.do(wish(c.CloseDay))
    assert day.artist.kiosk(day.at).business_day is None


def test_the_kiosk_offers_services_groups_and_languages(day: OneDay) -> None:
    day.open("1", "2")
    day.issue("land")
    day.issue("land")
    day.wait(3)
    view = day.artist.kiosk(day.at)
    assert [one.service for one in view.services] == ["birth", "land", "tax"]
    land = view.services[1]
    assert (land.waiting, land.counters_open, land.longest_wait_s) == (2, 2, 180)
    assert [one.group for one in view.groups] == ["elderly", "merit"]
    assert view.languages == ("vi", "en")
    assert view.target_s == 900


def test_print_jobs_are_shown_to_their_own_station_only(day: OneDay) -> None:
    day.open()
    mine, other = day.issue(actor=KIOSK), day.issue(actor=OTHER_KIOSK)
    seen = {
        station: [job.ticket for job in day.artist.kiosk(day.at, station).print_jobs]
        for station in ("kiosk-1", "kiosk-2", "kiosk-3", "")
    }
    assert seen == {"kiosk-1": [mine.ticket], "kiosk-2": [other.ticket], "kiosk-3": [], "": []}


def test_a_print_job_is_a_whole_document_without_the_reason_for_priority(day: OneDay) -> None:
    day.open()
    day.issue(actor=KIOSK)
    day.issue(priority="merit", actor=KIOSK)
    job = day.artist.kiosk(day.at, "kiosk-1").print_jobs[1]
    paper = msgspec.json.encode(job.document).decode()
    for words in ("A002", "http://hall/t/2026-11-23-A002", "08:00", "23/11/2026", "Khai sinh"):
        assert words in paper
    for reason in ("merit", "Người có công", "ưu tiên", "Ưu tiên"):
        assert reason not in paper


def test_paper_speaks_the_citizens_language(day: OneDay) -> None:
    day.open()
    day.do(wish(c.IssueTicket, service="birth", language="en"), KIOSK)
    day.do(wish(c.IssueTicket, service="tax", language="en"), KIOSK)
    english, half = (
        msgspec.json.encode(job.document).decode()
        for job in day.artist.kiosk(day.at, "kiosk-1").print_jobs
    )
    assert "Births" in english
    assert "23\u00a0November\u00a02026" in english
    assert "Scan to follow" in english
    assert "Quét mã" not in english
    assert "Thuế" in half, "where English words are missing the Vietnamese ones stand in"


def test_ahead_on_a_ticket_is_how_often_the_counter_calls_before_it(day: OneDay) -> None:
    day.open("1", "2", "3")
    for priority in (None, "elderly", None, "merit", None, "elderly"):
        day.issue(priority=priority)
        day.wait(4)
    ahead = {name: day.artist.ticket(day.at, name).ahead for name in day.hall.tickets}
    for calls in range(len(ahead)):
        ticket = day.call("1")
        assert ahead[ticket.ticket] == calls
        assert day.artist.ticket(day.at, ticket.ticket).ahead == 0
        day.finish("1")


def test_a_counter_sees_who_waits_in_the_order_it_will_call(day: OneDay) -> None:
    day.open("1")
    for minute, priority in enumerate([None, "merit", None, "elderly", None, None, "merit"] * 4):
        day.issue("land" if minute % 3 else "birth", priority)
        day.wait(1)
    view = day.artist.counter(day.at, "1")
    assert (len(view.waiting), view.waiting_total) == (20, 28)
    assert [one.has_priority for one in view.waiting].count(True) > 5
    assert [one.ticket for one in view.waiting] == [day.serve().ticket for _ in range(20)]


def test_a_counter_sees_its_newest_no_shows(day: OneDay) -> None:
    day.open("1", "2")
    for _ in range(12):
        day.issue("birth")
    day.issue("land")
    missed = []
    for _ in range(12):
        day.wait(1)
        missed.append(day.call("1").number)
        day.miss("1")
    shown = [one.number for one in day.artist.counter(day.at, "1").missed]
    assert shown == missed[:1:-1]
    assert day.artist.counter(day.at, "2").missed == ()


def test_a_counter_sees_the_ticket_before_it(day: OneDay) -> None:
    day.open("1")
    ticket = day.issue(priority="merit")
    day.call()
    day.do(wish(c.Recall, counter="1"))
    view = day.artist.counter(day.at, "1")
    assert view.current is not None
    assert (view.current.number, view.current.has_priority, view.current.calls) == ("A001", True, 2)
    assert day.artist.sign(day.at, "1").current == view.current
    assert (view.official, view.is_open, view.counters) == ("official-1", True, ("1", "2", "3"))
    assert view.current.visit == ticket.visit


def test_a_closed_counter_shows_what_it_offers(day: OneDay) -> None:
    day.open()
    view = day.artist.counter(day.at, "2")
    assert (view.is_open, view.official, view.current) == (False, "", None)
    assert [one.service for one in view.services] == ["land"]
    assert day.artist.sign(day.at, "77").services == ()


def test_the_board_shows_each_ticket_once_with_its_newest_call(day: OneDay) -> None:
    day.open("1", "3")
    day.issue()
    day.issue()
    day.call("1")
    day.call("3")
    day.do(wish(c.Recall, counter="1"))
    calls = day.artist.board(day.at).calls
    assert [(one.number, one.call, one.counter, one.is_recall) for one in calls] == [
        ("A001", 3, "1", True),
        ("A002", 2, "3", False),
    ]


def test_the_board_knows_which_calls_still_stand(day: OneDay) -> None:
    day.open("1", "3")
    first = day.issue()
    day.issue()
    day.call("1")
    day.call("3")
    day.finish("3")
    day.do(wish(c.Requeue, ticket=first.ticket))
    assert [one.is_current for one in day.artist.board(day.at).calls] == [False, False]
    day.call("3")
    assert [(one.counter, one.is_current) for one in day.artist.board(day.at).calls] == [
        ("3", True),
        ("3", False),
    ]


def test_the_board_keeps_the_last_twenty_calls(day: OneDay) -> None:
    day.open("1")
    for _ in range(25):
        day.issue()
        day.serve()
    calls = day.artist.board(day.at).calls
    assert [one.call for one in calls] == list(range(25, 5, -1))


def test_the_board_counts_the_hall_and_each_service(day: OneDay) -> None:
    day.open("1", "2")
    day.issue("birth")
    day.issue("land")
    day.serve("1")
    view = day.artist.board(day.at)
    assert (view.counts.issued, view.counts.finished, view.counters_open) == (2, 1, 2)
    assert {one.service: one.counts.finished for one in view.by_service} == {"birth": 1, "land": 0}
    assert view.notices == PLAN.notices


def test_a_pad_asks_about_the_visit_that_ended_last(day: OneDay) -> None:
    day.open("1")
    assert day.artist.pad(day.at, "1").visit is None
    (issued,) = day.do(wish(c.IssueTicket, service="birth", language="en"))
    day.call()
    assert day.artist.pad(day.at, "1").visit is None
    day.finish()
    view = day.artist.pad(day.at, "1")
    assert (view.visit, view.number, view.language) == (issued.visit, "A001", "en")
    assert (view.finished_at, view.rate_until) == (day.at, day.at + 30 * MINUTE)


def test_a_pad_stops_asking_when_answered_or_too_late(day: OneDay) -> None:
    day.open("1")
    day.issue()
    day.issue()
    visit = day.serve().visit
    day.do(wish(c.RateVisit, visit=visit, result=1, attitude=1))
    assert day.artist.pad(day.at, "1").visit is None
    day.serve()
    day.wait(30)
    assert day.artist.pad(day.at, "1").visit is not None
    day.at += 1
    assert day.artist.pad(day.at, "1").visit is None


def test_a_pad_gives_the_last_visitor_a_minute_once_the_next_is_called(day: OneDay) -> None:
    day.open("1")
    day.issue()
    day.issue()
    first = day.serve()
    day.wait(2)
    day.call()
    view = day.artist.pad(day.at, "1")
    assert (view.visit, view.rate_until) == (first.visit, day.at + MINUTE)
    day.wait(1.1)
    assert day.artist.pad(day.at, "1").visit is None


@pytest.mark.parametrize(
    "state", ["waiting", "called", "missed", "finished", "cancelled", "lapsed"]
)
def test_a_tickets_own_page_shows_its_state(day: OneDay, state: str) -> None:
    day.open("1")
    ticket = day.issue()
    if state == "cancelled":
        day.do(wish(c.CancelTicket, ticket=ticket.ticket))
    elif state == "lapsed":
        day.do(wish(c.CloseDay))
    elif state != "waiting":
        day.call()
    if state == "missed":
        day.miss()
    if state == "finished":
        day.finish()
    view = day.artist.ticket(day.at, ticket.ticket)
    assert view is not None
    assert (view.state, view.number, view.ahead) == (state, "A001", 0)
    was_called = state in {"called", "missed", "finished"}
    assert view.called_at == (day.at if was_called else None)
    assert view.counter == ("1" if was_called else "")
    assert (view.expected_wait_s is not None) == (state == "waiting")


def test_a_ticket_of_another_day_has_no_page(day: OneDay) -> None:
    assert day.artist.ticket(day.at, "2026-11-22-A001") is None


def test_a_service_dropped_from_the_plan_is_still_called_by_its_id(day: OneDay) -> None:
    day.open("3")
    name = day.issue("tax", actor=KIOSK).ticket
    day.plan = msgspec.structs.replace(PLAN, services=PLAN.services[:2])
    later = OneDay(day.plan)
    later.hall = day.hall
    later.artist = type(day.artist)(day.hall, day.plan, lambda ticket: ticket)
    assert day.call("3").state is TicketState.CALLED
    view = later.artist.ticket(day.at, name)
    assert view is not None
    assert view.service_name.vi == "tax"
    assert view.expected_wait_s is None
    assert [one.service for one in later.artist.counter(day.at, "3").services] == ["birth", "land"]
    paper = msgspec.json.encode(later.artist.kiosk(day.at, "kiosk-1").print_jobs[0].document)
    assert b'"text":"tax"' in paper


MORNING, AFTERNOON = Shift(time(7, 30), time(11, 30)), Shift(time(13, 30), time(17))
CALENDAR = Calendar(
    week=dict.fromkeys(range(1, 6), (MORNING, AFTERNOON)),
    days_off=dict.fromkeys((date(2026, 8, 31), date(2026, 9, 1), date(2026, 9, 2)), "Quốc khánh"),
)


def with_hours(*shifts: Shift) -> Plan:
    dossiers = structs.replace(PLAN.dossiers, calendar=CALENDAR)
    return structs.replace(PLAN, shifts=shifts, dossiers=dossiers)


@pytest.mark.parametrize(
    ("now", "opens"),
    [
        ("2026-11-23T06:00", "2026-11-23T07:30"),  # Monday, before the first shift
        ("2026-11-23T12:00", "2026-11-23T13:30"),  # at lunch
        ("2026-11-23T17:00", "2026-11-24T07:30"),  # after the last
        ("2026-11-27T18:00", "2026-11-30T07:30"),  # Friday evening: over the weekend
        ("2026-08-28T18:00", "2026-09-03T07:30"),  # over a holiday and a swapped day
    ],
)
def test_a_closed_hall_says_when_it_opens_again(now: str, opens: str) -> None:
    def ms(local: str) -> int:
        at = datetime.fromisoformat(local).replace(tzinfo=ZoneInfo(PLAN.timezone))
        return round(at.timestamp() * 1000)

    assert next_opening(with_hours(MORNING, AFTERNOON), ms(now)) == ms(opens)


def test_a_hall_without_a_timetable_never_says_when_it_opens() -> None:
    assert next_opening(with_hours(), 0) is None
