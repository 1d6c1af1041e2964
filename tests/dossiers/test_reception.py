"""Receiving a dossier: its code, its times, the rules it keeps, and every reason to say no."""

from datetime import date, time

import msgspec
import pytest

from hallctl.core import commands as c
from hallctl.core import events
from hallctl.core.calendar import Shift
from hallctl.core.catalogue import CHANNELS, Catalogue, Offer, Procedure
from hallctl.core.deadlines import Mode, Term
from hallctl.core.refusals import Refusal
from tests.core.one_day import ADMIN, DOSSIERS, MINUTE, PLAN, dump, replayed, wish
from tests.dossiers.desk import (
    ELSEWHERE,
    FIVE_DAYS,
    NO_TERM,
    PANEL,
    SAME_DAY,
    Desk,
    code,
    time_of,
)


def planned(**changed: object) -> Desk:
    """A desk whose rules for dossiers differ."""
    rules = msgspec.structs.replace(DOSSIERS, **changed)
    return Desk(msgspec.structs.replace(PLAN, dossiers=rules))


def test_a_dossier_is_given_a_code_and_a_due_time(desk: Desk) -> None:
    dossier = desk.receive(counter="1", papers=("Đơn đề nghị",))
    assert dossier.dossier == code()
    assert dossier.due_at == time_of(8, 9)  # Tuesday 1 December, 17:00: Tuesday 24 is off
    assert (dossier.due_day, dossier.last_day) == (date(2026, 12, 1), date(2026, 12, 1))
    received = desk.day.facts[-1]
    assert isinstance(received, events.DossierReceived)
    assert (received.counter, received.official) == ("1", "official-1")
    assert (received.department, received.field, received.service) == (
        "environment",
        "Đất đai",
        "land",
    )
    assert (received.presented_at, received.complete_at) == (desk.day.at, desk.day.at)
    assert (received.channel, received.return_by, received.visit) == ("counter", "counter", "")
    assert received.term == Term(5)


def test_serials_start_again_every_day_and_no_code_is_given_twice(desk: Desk) -> None:
    codes = [desk.receive().dossier for _ in range(3)]
    desk.move_to(2)
    codes += [desk.receive().dossier for _ in range(2)]
    first, second = [code(serial=n) for n in (1, 2, 3)], [code("261125", n) for n in (1, 2)]
    assert codes == first + second


def test_a_clock_that_steps_back_to_yesterday_gives_no_code_twice(desk: Desk) -> None:
    first = desk.receive()
    desk.move_to(1)
    second = desk.receive()
    desk.day.today = date(2026, 11, 23)
    third = desk.receive()
    assert [one.dossier for one in (first, second, third)] == [
        code(),
        code("261124", 1),
        code("261124", 2),
    ]


def test_dossiers_arrive_while_the_hall_is_closed(desk: Desk) -> None:
    desk.day.do(wish(c.CloseDay))
    desk.move_to(5)  # a Saturday
    dossier = desk.receive(channel="online")
    assert dossier.dossier == code("261128", 1)
    assert dossier.due_at == time_of(14, 9)  # counts from Monday 30 November: Monday 7 December


def test_the_station_s_own_counter_is_meant_when_none_is_named(desk: Desk) -> None:
    *_, received = desk.day.do(wish(c.ReceiveDossier, procedure=FIVE_DAYS), PANEL)
    assert (received.counter, received.official) == ("1", "official-1")
    refused = desk.day.refusal(wish(c.ReceiveDossier, procedure=FIVE_DAYS, counter="2"), PANEL)
    assert refused is not None
    assert refused.refusal is Refusal.NOT_ALLOWED


def test_without_a_counter_the_act_is_that_of_the_token(desk: Desk) -> None:
    *_, received = desk.day.do(wish(c.ReceiveDossier, procedure=FIVE_DAYS), ADMIN)
    assert (received.counter, received.official) == ("", "admin")


def test_a_dossier_begins_in_a_visit(desk: Desk) -> None:
    visit = desk.day.issue("land").visit
    desk.receive(visit=visit)
    assert desk.day.facts[-1].visit == visit


def test_the_clock_starts_when_the_dossier_is_complete(desk: Desk) -> None:
    desk.move_to(2)
    dossier = desk.receive(presented_at=time_of(0), complete_at=time_of(0, 1))
    assert dossier.due_at == time_of(8, 9)
    assert dossier.complete_at == time_of(0, 1)


@pytest.mark.parametrize(("hours", "days"), [(7, 0), (7 + 1 / 60, 2), (10, 2)])
def test_after_fifteen_o_clock_it_is_due_the_next_working_day(
    desk: Desk, hours: float, days: int
) -> None:
    desk.move_to(0, hours)
    assert desk.receive(SAME_DAY).due_at == time_of(days, 9)


def test_seconds_do_not_count(desk: Desk) -> None:
    desk.day.at = time_of(0, 7) + 59_000  # 15:00:59, which forms show as 15:00
    assert desk.receive(SAME_DAY).due_at == time_of(0, 9)


def test_a_day_may_be_promised_that_is_earlier_than_the_term(desk: Desk) -> None:
    dossier = desk.receive(due_at=time_of(3, 2))
    assert (dossier.due_at, dossier.due_day) == (time_of(3, 2), date(2026, 11, 26))


def test_a_day_is_promised_where_there_is_no_term(desk: Desk) -> None:
    dossier = desk.receive(NO_TERM, due_at=time_of(3, 2))
    assert (dossier.due_at, dossier.term) == (time_of(3, 2), None)


REFUSED = [
    ({"procedure": "9.999999"}, Refusal.UNKNOWN_PROCEDURE, {"procedure": "9.999999"}),
    (
        {"procedure": ELSEWHERE},
        Refusal.PROCEDURE_ELSEWHERE,
        {
            "procedure": ELSEWHERE,
            "where": "Công an tỉnh",
            "why": "thu nhận sinh trắc",
            "here_from": "",
        },
    ),
    (
        {"procedure": NO_TERM, "channel": "post"},
        Refusal.UNKNOWN_TERM,
        {"procedure": NO_TERM, "channel": "post"},
    ),
    ({"visit": "2026-11-23-A099"}, Refusal.UNKNOWN_VISIT, {"visit": "2026-11-23-A099"}),
    ({"counter": "77"}, Refusal.UNKNOWN_COUNTER, {"counter": "77"}),
    (
        {"presented_at": time_of(0), "complete_at": time_of(0) - 1},
        Refusal.COMPLETE_BEFORE_PRESENTED,
        {"presented_at": time_of(0), "complete_at": time_of(0) - 1},
    ),
    (
        {"complete_at": time_of(0) + 1},
        Refusal.RECEIPT_IN_THE_FUTURE,
        {"complete_at": time_of(0) + 1},
    ),
    (
        {"due_at": time_of(0)},
        Refusal.DUE_BEFORE_RECEIPT,
        {"due_at": time_of(0), "complete_at": time_of(0)},
    ),
    (
        {"due_at": time_of(1)},
        Refusal.DUE_ON_A_DAY_OFF,
        {"due_at": time_of(1), "holiday": "Ngày Văn hóa Việt Nam"},
    ),
    ({"due_at": time_of(5)}, Refusal.DUE_ON_A_DAY_OFF, {"due_at": time_of(5), "holiday": ""}),
    (
        {"due_at": time_of(9)},
        Refusal.DUE_AFTER_TERM,
        {"due_at": time_of(9), "latest_at": time_of(8, 9)},
    ),
]


@pytest.mark.parametrize(("wrong", "refusal", "details"), REFUSED, ids=lambda one: str(one)[:40])
def test_what_can_not_be_received_is_refused_and_changes_nothing(
    desk: Desk, wrong: dict[str, object], refusal: Refusal, details: dict[str, object]
) -> None:
    before = dump(desk.day.hall)
    fields = {"procedure": FIVE_DAYS, **wrong}
    assert desk.refusal(c.ReceiveDossier, **fields) == (refusal, details)
    assert dump(desk.day.hall) == before


def test_a_hall_without_an_agency_code_receives_nothing() -> None:
    desk = planned(agency="")
    assert desk.refusal(c.ReceiveDossier, procedure=FIVE_DAYS) == (Refusal.NO_AGENCY_CODE, {})


def of(effective: date, **more: object) -> Catalogue:
    return Catalogue(
        effective, {"2.1": Procedure(procedure="2.1", name="Việc", service="land", **more)}
    )


def test_the_catalogue_of_the_day_is_in_force() -> None:
    desk = planned(catalogues=(Catalogue(), of(date(2026, 11, 24), here_from=date(2026, 11, 25))))
    assert desk.refusal(c.ReceiveDossier, procedure="2.1")[0] is Refusal.UNKNOWN_PROCEDURE
    desk.move_to(1)
    refusal, details = desk.refusal(c.ReceiveDossier, procedure="2.1")
    assert (refusal, details["here_from"]) == (Refusal.PROCEDURE_ELSEWHERE, "2026-11-25")
    desk.move_to(2)
    assert desk.refusal(c.ReceiveDossier, procedure="2.1")[0] is Refusal.UNKNOWN_TERM


def test_the_calendar_is_written_down_once(desk: Desk) -> None:
    desk.receive()
    desk.receive()
    kinds = [type(fact) for fact in desk.day.facts]
    assert kinds.count(events.CalendarAdopted) == 1
    assert kinds.index(events.CalendarAdopted) < kinds.index(events.DossierReceived)


def change_the_settings(desk: Desk) -> None:
    """From now on: no days off, another mode, longer terms."""
    calendar = msgspec.structs.replace(
        DOSSIERS.calendar,
        days_off={},
        week={day: (Shift(time(6), time(20)),) for day in range(1, 8)},
    )
    rules = msgspec.structs.replace(
        DOSSIERS, mode=Mode.WORKING_HOURS, calendar=calendar, catalogues=()
    )
    desk.day.plan = msgspec.structs.replace(PLAN, dossiers=rules)


def test_a_dossier_keeps_the_rules_of_its_day(desk: Desk) -> None:
    dossier = desk.receive()
    change_the_settings(desk)
    desk.do(c.RequestSupplement, dossier, reason="thiếu")
    desk.move_to(2)
    desk.do(c.ResumeDossier, dossier)
    assert dossier.due_at == time_of(9, 9)  # one working day passed: Tuesday 24 was off


def test_a_changed_calendar_is_written_down_beside_the_old_one(desk: Desk) -> None:
    desk.receive()
    new = {**DOSSIERS.calendar.days_off, date(2026, 11, 30): "nghỉ"}
    calendar = msgspec.structs.replace(DOSSIERS.calendar, days_off=new)
    rules = msgspec.structs.replace(DOSSIERS, calendar=calendar)
    desk.day.plan = msgspec.structs.replace(PLAN, dossiers=rules)
    assert desk.receive().due_day == date(2026, 12, 2)
    assert len(desk.shelf.calendars) == 2
    assert len({one.calendar for one in desk.shelf.every.values()}) == 2


def test_replay_needs_no_settings(desk: Desk) -> None:
    dossier = desk.receive()
    change_the_settings(desk)
    desk.do(c.RequestSupplement, dossier, reason="thiếu")
    desk.day.wait(MINUTE / 1000)
    desk.do(c.ResumeDossier, dossier)
    assert dump(replayed(desk.day.facts)) == dump(desk.day.hall)


def test_dossiers_outlive_the_day(desk: Desk) -> None:
    dossier = desk.receive()
    desk.move_to(2)
    desk.day.open()
    assert desk[dossier.dossier] is dossier
    desk.do(c.FinishDossier, dossier)


@pytest.mark.parametrize("amount", [3661, 1e9, float("inf")])
def test_a_term_nobody_can_mean_counts_as_not_known(amount: float) -> None:
    slip = Procedure(procedure="2.1", name="Việc", offers={"counter": Offer(Term(amount))})
    desk = planned(catalogues=(Catalogue(procedures={"2.1": slip}),))
    assert desk.refusal(c.ReceiveDossier, procedure="2.1")[0] is Refusal.UNKNOWN_TERM
    promised = desk.receive("2.1", due_at=time_of(3, 2))
    assert promised.due_at == time_of(3, 2)


def test_the_longest_term_is_reckoned() -> None:
    slow = Procedure(procedure="2.1", name="Việc", offers={"counter": Offer(Term(3660, "month"))})
    desk = planned(catalogues=(Catalogue(procedures={"2.1": slow}),))
    assert desk.receive("2.1").due_day.year == 2331


def test_a_channel_without_a_term_has_that_of_another() -> None:
    offers = {"online": Offer(Term(2)), "post": Offer(Term(9))}
    some = Procedure(procedure="2.1", name="Việc", offers=offers)
    assert [some.term(channel) for channel in CHANNELS] == [Term(2), Term(2), Term(9)]
