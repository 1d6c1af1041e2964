"""Running the hall: notices, services of open counters, the view of the floor and its alerts."""

import msgspec
import pytest

from hallctl.core import commands as c
from hallctl.core.drawing.hall_drawing import Equipment, Presence, hall_view
from hallctl.core.plan.alert_rules import AlertRules
from hallctl.core.refusals import Refusal, Refused
from hallctl.core.views import Alert, HallView
from tests.core.one_day import ADMIN, KIOSK, OneDay, wish

EQUIPMENT = (
    Equipment("kiosk-1", "kiosk", "", "simulate"),
    Equipment("board-1", "board", "", ""),
)


@pytest.fixture
def day() -> OneDay:
    """Open, with counter 1 at work."""
    day = OneDay()
    day.do(wish(c.OpenDay))
    day.do(wish(c.OpenCounter, counter="1", official="Lan"))
    return day


def floor(day: OneDay, **presence: Presence) -> HallView:
    named = {name.replace("_", "-"): one for name, one in presence.items()}
    return hall_view(day.hall, day.plan, day.at, EQUIPMENT, named)


def alert(view: HallView, kind: str) -> Alert | None:
    return next((one for one in view.alerts if one.kind == kind), None)


def test_a_notice_stands_first_on_every_board_until_it_is_taken_down(day: OneDay) -> None:
    before = day.artist.board(day.at).notices
    day.do(wish(c.PutUpNotice, vi="  Tạm dừng 10 phút ", en="Back in 10 minutes"))
    first, *others = day.artist.board(day.at).notices
    assert (first.vi, first.en) == ("Tạm dừng 10 phút", "Back in 10 minutes")
    assert tuple(others) == before
    day.do(wish(c.TakeDownNotice))
    assert day.artist.board(day.at).notices == before


def test_what_is_not_up_can_t_be_taken_down(day: OneDay) -> None:
    with pytest.raises(Refused) as refused:
        day.do(wish(c.TakeDownNotice))
    assert refused.value.refusal is Refusal.NO_NOTICE_UP


def test_tomorrow_begins_without_yesterday_s_notice(day: OneDay) -> None:
    day.do(wish(c.PutUpNotice, vi="Hôm nay nghỉ sớm"))
    day.do(wish(c.CloseDay))
    day.sleep()
    day.do(wish(c.OpenDay))
    assert day.hall.notice is None


def test_a_counter_whose_services_change_calls_by_the_new_ones(day: OneDay) -> None:
    day.do(wish(c.IssueTicket, service="tax"), KIOSK)
    day.do(wish(c.ChangeServices, counter="1", services=("birth",)))
    with pytest.raises(Refused) as refused:
        day.do(wish(c.CallNext, counter="1"))
    assert refused.value.refusal is Refusal.NOBODY_WAITING
    day.do(wish(c.ChangeServices, counter="1", services=("tax", "tax")))
    (called,) = day.do(wish(c.CallNext, counter="1"))
    assert called.number.startswith("C")
    assert day.hall.counters["1"].services == ("tax",)


@pytest.mark.parametrize(
    ("counter", "services", "why"),
    [
        ("1", ("dreams",), Refusal.UNKNOWN_SERVICE),
        ("2", ("tax",), Refusal.COUNTER_NOT_OPEN),
        ("99", ("tax",), Refusal.UNKNOWN_COUNTER),
    ],
)
def test_services_are_changed_at_an_open_counter_to_what_there_is(
    day: OneDay, counter: str, services: tuple[str, ...], why: Refusal
) -> None:
    with pytest.raises(Refused) as refused:
        day.do(wish(c.ChangeServices, counter=counter, services=services))
    assert refused.value.refusal is why


def test_a_kiosk_puts_up_no_notice(day: OneDay) -> None:
    with pytest.raises(Refused) as refused:
        day.do(wish(c.PutUpNotice, vi="Xin chào"), KIOSK)
    assert refused.value.refusal is Refusal.NOT_ALLOWED
    assert day.do(wish(c.PutUpNotice, vi="Xin chào"), ADMIN)


def test_the_floor_tells_who_is_where_and_since_when(day: OneDay) -> None:
    day.do(wish(c.IssueTicket, service="birth"), KIOSK)
    day.wait(3)
    free = floor(day).counters[0]
    assert (free.is_open, free.official, free.number) == (True, "Lan", "")
    assert day.at - free.since_at == 3 * 60_000
    day.do(wish(c.CallNext, counter="1"))
    day.wait(2)
    busy = floor(day).counters[0]
    assert (busy.number, day.at - busy.since_at) == ("A001", 2 * 60_000)
    day.do(wish(c.FinishVisit, counter="1"))
    assert floor(day).counters[0].since_at == day.at
    assert not floor(day).counters[1].is_open


def test_a_wait_beyond_the_promise_is_an_alert_and_urgent_at_twice_that(day: OneDay) -> None:
    day.do(wish(c.IssueTicket, service="birth"), KIOSK)
    issued_at = day.at
    day.wait(15)
    assert alert(floor(day), "long_wait") is None
    day.wait(1)
    found = alert(floor(day), "long_wait")
    assert found is not None
    assert (found.service, found.count, found.since_at) == ("birth", 1, issued_at)
    assert not found.is_urgent
    day.wait(15)
    again = alert(floor(day), "long_wait")
    assert again is not None
    assert again.is_urgent


def test_a_service_that_nobody_serves_is_urgent_at_once(day: OneDay) -> None:
    day.do(wish(c.CloseCounter, counter="1"))
    day.do(wish(c.IssueTicket, service="birth"), KIOSK)
    found = alert(floor(day), "unserved")
    assert found is not None
    assert found.is_urgent


def test_a_counter_that_rests_while_people_wait_is_an_alert(day: OneDay) -> None:
    day.wait(10)
    assert alert(floor(day), "idle_counter") is None, "nobody waits"
    day.do(wish(c.IssueTicket, service="birth"), KIOSK)
    found = alert(floor(day), "idle_counter")
    assert found is not None
    assert found.counter == "1"
    day.do(wish(c.CallNext, counter="1"))
    assert alert(floor(day), "idle_counter") is None


def test_a_long_visit_is_an_alert_by_the_hall_s_own_minutes(day: OneDay) -> None:
    day.do(wish(c.IssueTicket, service="birth"), KIOSK)
    day.do(wish(c.CallNext, counter="1"))
    day.wait(12)
    assert alert(floor(day), "long_service") is None
    strict = msgspec.structs.replace(day.plan, alerts=AlertRules(long_service_minutes=12))
    assert alert(hall_view(day.hall, strict, day.at), "long_service") is not None


def test_a_ticket_without_paper_says_why_and_where(day: OneDay) -> None:
    (issued,) = day.do(wish(c.IssueTicket, service="birth"), KIOSK)
    day.do(wish(c.ReportNotPrinted, ticket=issued.ticket, fault="paper_out"), KIOSK)
    day.wait(3)
    found = alert(floor(day), "not_printed")
    assert found is not None
    assert (found.station, found.fault, found.count) == ("kiosk-1", "paper_out", 1)
    day.do(wish(c.ConfirmPrinted, ticket=issued.ticket), KIOSK)
    assert alert(floor(day), "not_printed") is None


def test_a_station_that_has_left_is_an_alert_and_one_never_seen_is_none(day: OneDay) -> None:
    left_at = day.at
    day.wait(2)
    view = floor(day, board_1=Presence(is_listening=False, seen_at=left_at))
    gone = [one for one in view.alerts if one.kind == "station_gone"]
    assert [(one.station, one.is_urgent, one.since_at) for one in gone] == [
        ("board-1", True, left_at)
    ]
    here = floor(day, board_1=Presence(is_listening=True, seen_at=left_at))
    assert alert(here, "station_gone") is None


def test_a_station_that_runs_on_two_machines_is_an_alert(day: OneDay) -> None:
    twice = Presence(is_listening=True, seen_at=day.at, twice_since=day.at)
    assert alert(floor(day, kiosk_1=twice), "station_twice") is None, "it may just have come back"
    day.wait(1)
    found = alert(floor(day, kiosk_1=twice), "station_twice")
    assert found is not None
    assert (found.station, found.is_urgent) == ("kiosk-1", True)


def test_whoever_missed_their_call_waits_anew_in_the_list_as_in_the_figure(day: OneDay) -> None:
    first = day.issue()
    day.wait(6)
    day.call("1")
    day.miss("1")
    day.wait(2)
    day.do(wish(c.Requeue, ticket=first.ticket))
    day.wait(1)
    listed, service = floor(day).waiting, floor(day).services[0]
    assert [one.waited_s for one in listed] == [service.longest_wait_s] == [60]
