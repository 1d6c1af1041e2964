"""From reception to return: hands, supplements, dates, and how the day was kept."""

from datetime import date

import pytest

from hallctl.core import commands as c
from hallctl.core import events
from hallctl.core.dossier_life import DossierState, Punctuality
from hallctl.core.refusals import Refusal
from tests.core.one_day import wish
from tests.dossiers.desk import NO_TERM, PANEL, REASON, SAME_DAY, Desk, code, time_of


def test_a_code_is_understood_as_typed(desk: Desk) -> None:
    dossier = desk.receive()
    desk.do(c.FinishDossier, f" {dossier.dossier.lower()} ")
    assert dossier.state is DossierState.FINISHED


def test_an_unknown_and_a_damaged_code_are_told_apart(desk: Desk) -> None:
    assert desk.refusal(c.FinishDossier, dossier=code(serial=9)) == (
        Refusal.UNKNOWN_DOSSIER,
        {"dossier": code(serial=9)},
    )
    refusal, details = desk.refusal(c.FinishDossier, dossier="H00.01-261323-0001")
    assert refusal is Refusal.DOSSIER_CODE_DAMAGED
    assert details["dossier"] == "H00.01-261323-0001"
    assert details["wrong"] == "there is no day 261323"


def test_a_dossier_goes_to_its_own_department_or_to_a_named_one(desk: Desk) -> None:
    dossier = desk.receive()
    assert desk.do(c.ForwardDossier, dossier).department == "environment"
    assert desk.do(c.ForwardDossier, dossier, department="justice").department == "justice"
    assert dossier.department == "justice"


def test_a_department_nobody_knows_gets_nothing(desk: Desk) -> None:
    dossier = desk.receive()
    assert desk.refusal(c.ForwardDossier, dossier=dossier.dossier, department="royal") == (
        Refusal.UNKNOWN_DEPARTMENT,
        {"department": "royal"},
    )


def test_whoever_sits_at_the_counter_has_acted(desk: Desk) -> None:
    dossier = desk.receive()
    returned = desk.do(c.FinishDossier, dossier, counter="1")
    assert (returned.counter, returned.official) == ("1", "official-1")
    assert desk.refusal(c.ReturnDossier, dossier=dossier.dossier, counter="77")[0] is (
        Refusal.UNKNOWN_COUNTER
    )


def test_a_panel_acts_for_its_own_counter(desk: Desk) -> None:
    dossier = desk.receive()
    (fact,) = desk.day.do(wish(c.ForwardDossier, dossier=dossier.dossier), PANEL)
    assert fact.counter == "1"


@pytest.mark.parametrize(
    ("days", "hours", "punctuality"),
    [
        (0, 1, Punctuality.EARLY),
        (7, 10, Punctuality.EARLY),
        (8, 0, Punctuality.ON_TIME),
        (8, 9, Punctuality.ON_TIME),
        (8, 9 + 1 / 60, Punctuality.LATE),
        (9, 0, Punctuality.LATE),
    ],
)
def test_early_on_a_day_before_on_time_until_the_minute_late_after_it(
    desk: Desk, days: int, hours: float, punctuality: Punctuality
) -> None:
    dossier = desk.receive()
    desk.move_to(days, hours)
    assert desk.do(c.FinishDossier, dossier).punctuality is punctuality


def test_the_due_minute_itself_is_on_time_to_its_last_second(desk: Desk) -> None:
    dossier = desk.receive()
    desk.move_to(8, 9)
    desk.day.at += 59_999
    assert desk.do(c.FinishDossier, dossier).punctuality is Punctuality.ON_TIME


def test_a_same_day_dossier_is_never_early(desk: Desk) -> None:
    dossier = desk.receive(SAME_DAY)
    assert desk.do(c.FinishDossier, dossier).punctuality is Punctuality.ON_TIME


def test_a_supplement_moves_the_due_time_by_what_passed(desk: Desk) -> None:
    dossier = desk.receive()
    desk.do(c.RequestSupplement, dossier, reason=REASON)
    desk.move_to(4)
    resumed = desk.do(c.ResumeDossier, dossier)
    # Wednesday to Friday passed: three working days after Tuesday 1 December
    assert resumed.due_day == date(2026, 12, 4)
    assert (dossier.due_at, dossier.state) == (time_of(11, 9), DossierState.PROCESSING)


def test_a_second_supplement_is_allowed_and_counted(desk: Desk) -> None:
    dossier = desk.receive()
    requests = []
    for _ in range(2):
        requests.append(desk.do(c.RequestSupplement, dossier, reason=REASON).request)
        desk.do(c.ResumeDossier, dossier)
    assert requests == [1, 2]
    assert dossier.supplements == 2


def test_a_promised_day_moves_by_days(desk: Desk) -> None:
    dossier = desk.receive(NO_TERM, due_at=time_of(3, 2))
    desk.do(c.RequestSupplement, dossier, reason=REASON)
    desk.move_to(2)
    assert desk.do(c.ResumeDossier, dossier).due_day == date(2026, 11, 30)


def test_a_delay_is_announced_once_and_in_time(desk: Desk) -> None:
    dossier = desk.receive()
    desk.move_to(7, 8)
    moved = desk.do(c.ReappointDossier, dossier, reason=REASON, due_at=time_of(11, 2))
    assert isinstance(moved, events.DossierReappointed)
    assert (moved.was_due_at, moved.due_at) == (time_of(8, 9), time_of(11, 2))
    assert dossier.state is DossierState.RECEIVED
    again = {"dossier": dossier.dossier, "reason": REASON, "due_at": time_of(12)}
    assert desk.refusal(c.ReappointDossier, **again) == (
        Refusal.ALREADY_REAPPOINTED,
        {"dossier": dossier.dossier, "due_at": time_of(11, 2)},
    )
    desk.move_to(11, 2)
    assert desk.do(c.FinishDossier, dossier).punctuality is Punctuality.ON_TIME


def test_on_the_due_day_it_is_too_late_to_announce_a_delay(desk: Desk) -> None:
    dossier = desk.receive()
    desk.move_to(8)
    asked = {"dossier": dossier.dossier, "reason": REASON, "due_at": time_of(11)}
    assert desk.refusal(c.ReappointDossier, **asked) == (
        Refusal.TOO_LATE_TO_REAPPOINT,
        {"dossier": dossier.dossier, "due_at": time_of(8, 9)},
    )


@pytest.mark.parametrize(
    ("due_at", "refusal", "details"),
    [
        (time_of(-1), Refusal.DUE_BEFORE_RECEIPT, {"complete_at": time_of(0)}),
        (time_of(8, 9), Refusal.DUE_NOT_LATER, {"was_due_at": time_of(8, 9)}),
        (time_of(3), Refusal.DUE_NOT_LATER, {"was_due_at": time_of(8, 9)}),
        (time_of(13), Refusal.DUE_ON_A_DAY_OFF, {"holiday": ""}),
    ],
)
def test_a_new_date_is_later_and_a_working_day(
    desk: Desk, due_at: int, refusal: Refusal, details: dict[str, object]
) -> None:
    dossier = desk.receive()
    asked = {"dossier": dossier.dossier, "reason": REASON, "due_at": due_at}
    assert desk.refusal(c.ReappointDossier, **asked) == (refusal, {"due_at": due_at, **details})


def test_what_was_done_today_is_summed_and_forgotten_tomorrow(desk: Desk) -> None:
    for serial in range(1, 4):
        desk.receive(SAME_DAY)
        desk.do(c.FinishDossier, code(serial=serial))
    desk.do(c.ReturnDossier, code(serial=1))
    today = desk.shelf.today
    assert (today.received, today.on_time, today.returned) == (3, 3, 1)
    desk.move_to(2)
    desk.do(c.ReturnDossier, code(serial=2))
    today = desk.shelf.today
    assert (today.received, today.on_time, today.returned) == (0, 0, 1)
