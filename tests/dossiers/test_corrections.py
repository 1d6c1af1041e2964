"""Corrections: facts beside the first ones, with a reason; the sealed figure stays as it was."""

from datetime import date

import pytest

from hallctl.core import commands as c
from hallctl.core import events
from hallctl.core.dossier_life import DossierState
from hallctl.core.refusals import Refusal
from hallctl.ledger.dossiers.dossier_contributions import Step, contributions
from hallctl.ledger.dossiers.dossier_counts import total
from hallctl.ledger.dossiers.dossier_reconciling import unreconciled
from hallctl.ledger.figures.corrections import corrections
from hallctl.ledger.figures.sealed_counts import SealedDay, sealed_days
from hallctl.ledger.period import Now, Period
from tests.core.one_day import MONDAY, replayed, wish
from tests.dossiers.desk import FIVE_DAYS, REASON, SAME_DAY, WAYS, Desk, code, dossier_in
from tests.dossiers.many import ledger_of, weeks_of_facts

A_YEAR = Period(date(2026, 1, 1), date(2027, 12, 31))
MISTAKE = "nhập nhầm"


def undo(desk: Desk, step: str, dossier: str = "") -> None:
    desk.do(c.UndoDossierStep, dossier or code(), step=step, reason=MISTAKE)


def sealed(desk: Desk, part: str) -> list[SealedDay]:
    last = desk.shelf.day or MONDAY
    days = sealed_days(ledger_of(desk.day.facts), A_YEAR, Now(last, desk.day.at))
    return [one for one in days if one.part == part]


LAST_STEPS = {
    DossierState.FORWARDED: ("forward", DossierState.RECEIVED),
    DossierState.PROCESSING: ("take_up", DossierState.FORWARDED),
    DossierState.AWAITING_SUPPLEMENT: ("request_supplement", DossierState.RECEIVED),
    DossierState.FINISHED: ("finish", DossierState.RECEIVED),
    DossierState.RETURNED: ("return", DossierState.FINISHED),
    DossierState.REFUSED: ("refuse", DossierState.RECEIVED),
    DossierState.WITHDRAWN: ("withdraw", DossierState.RECEIVED),
    DossierState.STOPPED: ("stop", DossierState.RECEIVED),
}


@pytest.mark.parametrize("state", LAST_STEPS)
def test_an_undone_step_leaves_no_trace_in_the_figures(desk: Desk, state: DossierState) -> None:
    step, before = LAST_STEPS[state]
    dossier = dossier_in(desk, state)
    undo(desk, step)
    assert dossier.state is before
    again = Desk()
    twin = again.receive()
    for kind, more in WAYS[state][:-1]:
        again.do(kind, twin, **more)
    assert desk.shelf.today == again.shelf.today
    assert desk.shelf.by_state == again.shelf.by_state
    assert desk.shelf.standing == again.shelf.standing
    assert (dossier.due, dossier.supplements) == (twin.due, twin.supplements)


def test_an_undone_return_to_work_puts_the_old_due_time_back(desk: Desk) -> None:
    dossier = desk.receive()
    desk.do(c.RequestSupplement, dossier, reason=REASON)
    was, since = dossier.due, dossier.state_since
    desk.move_to(3)
    desk.do(c.ResumeDossier, dossier)
    assert dossier.due != was
    undo(desk, "resume")
    assert (dossier.due, dossier.state_since) == (was, since)
    assert dossier.state is DossierState.AWAITING_SUPPLEMENT


def test_an_undone_new_date_may_be_given_again(desk: Desk) -> None:
    dossier = desk.receive()
    was = dossier.due
    for _ in range(2):
        desk.do(c.ReappointDossier, dossier, reason=REASON, due_at=was.due_at + 7 * 86_400_000)
        undo(desk, "reappoint")
        assert (dossier.due, dossier.is_reappointed, dossier.was_due_at) == (was, False, 0)


def test_only_the_step_that_was_meant_is_undone(desk: Desk) -> None:
    dossier = desk.receive()
    asked = {"dossier": dossier.dossier, "reason": MISTAKE}
    assert desk.refusal(c.UndoDossierStep, step="finish", **asked) == (
        Refusal.NOT_THE_LAST_STEP,
        {"dossier": dossier.dossier, "step": "finish", "last_step": ""},
    )
    desk.do(c.ForwardDossier, dossier)
    refusal, details = desk.refusal(c.UndoDossierStep, step="finish", **asked)
    assert (refusal, details["last_step"]) == (Refusal.NOT_THE_LAST_STEP, "forward")


def test_a_struck_dossier_counts_nowhere_and_goes_nowhere(desk: Desk) -> None:
    dossier = desk.receive()
    desk.do(c.StrikeDossier, dossier, reason=MISTAKE)
    assert desk.shelf.today.received == 0
    assert desk.refusal(c.FinishDossier, dossier=code())[0] is Refusal.DOSSIER_NOT_ALLOWED
    asked = {"dossier": code(), "step": "strike", "reason": MISTAKE}
    assert desk.refusal(c.UndoDossierStep, **asked)[0] is Refusal.NOT_THE_LAST_STEP


def test_the_seal_the_correction_and_the_corrected_figure_stand_side_by_side(desk: Desk) -> None:
    desk.receive(SAME_DAY)
    desk.receive(FIVE_DAYS)
    desk.do(c.FinishDossier, code(serial=1))
    desk.move_to(1)
    undo(desk, "finish", code(serial=1))
    desk.do(c.StrikeDossier, code(serial=2), reason="tiếp nhận hai lần")
    (monday,) = sealed(desk, "dossiers")
    assert (monday.sealed["received"], monday.corrected["received"]) == (2, 1)
    assert monday.correction == {
        "received": -1,
        "finished_on_time": -1,
        "in_process_in_time": -1,
        "in_process_overdue": 1,
    }
    told = corrections(ledger_of(desk.day.facts), A_YEAR)
    assert [(one.kind, one.subject, one.reason) for one in told] == [
        ("undone_step", code(serial=1), MISTAKE),
        ("struck_dossier", code(serial=2), "tiếp nhận hai lần"),
    ]
    assert {one.day for one in told} == {"2026-11-23"}


@pytest.mark.parametrize("days", [0, 3])
def test_a_struck_rating_is_gone_from_its_day(desk: Desk, days: int) -> None:
    desk.day.issue()
    visit = desk.day.serve().visit
    desk.day.do(wish(c.RateVisit, visit=visit, result=5, attitude=5))
    desk.day.do(wish(c.CloseDay))
    if days:
        desk.move_to(days)
        desk.day.open()
    desk.day.do(wish(c.StrikeRating, visit=visit, reason="chấm từ máy của quầy"))
    monday = sealed(desk, "visits")[0]
    assert monday.sealed["satisfied"] == 1
    assert monday.correction == {"rated": -1, "satisfied": -1}
    asked = {"visit": visit, "reason": MISTAKE}
    assert desk.refusal(c.StrikeRating, **asked) == (Refusal.UNKNOWN_RATING, {"visit": visit})


def test_a_rating_of_months_ago_is_let_rest(desk: Desk) -> None:
    desk.day.issue()
    visit = desk.day.serve().visit
    desk.day.do(wish(c.RateVisit, visit=visit, result=1, attitude=1))
    desk.move_to(70)
    desk.day.open()
    assert desk.refusal(c.StrikeRating, visit=visit, reason=MISTAKE)[0] is Refusal.UNKNOWN_RATING


@pytest.mark.parametrize("seed", [4, 5, 6])
def test_whatever_is_corrected_everything_reconciles(seed: int) -> None:
    facts = weeks_of_facts(seed, corrected=True)
    kinds = {type(one) for one in facts}
    assert {events.DossierStepUndone, events.DossierStruck} <= kinds
    database = ledger_of(facts)
    assert unreconciled(database) == ""
    last = max(one.day for one in facts if isinstance(one, events.DossierEvent))
    whole = total(database, Period(MONDAY, last), Now(last, 1 << 50))
    assert whole.reconciles
    shelf = replayed(facts).dossiers
    by_state = shelf.by_state
    assert whole.received == len(shelf.every) - by_state[DossierState.STRUCK]
    assert whole.awaiting_supplement == by_state[DossierState.AWAITING_SUPPLEMENT]
    assert whole.refused == by_state[DossierState.REFUSED]


@pytest.mark.parametrize("seed", [7, 8])
def test_what_steps_add_is_what_the_days_hold(seed: int) -> None:
    database = ledger_of(weeks_of_facts(seed))
    held = dict.fromkeys(
        ("received", "overdue", "awaiting_supplement", "returned", "received_online", "took_ms"), 0
    )
    added = dict(held)
    for column in held:
        (held[column],) = database.execute(f"select sum({column}) from dossier_days").fetchone()
    for (dossier,) in database.execute("select dossier from dossiers").fetchall():
        rows = database.execute(
            "select s.rowid, step, s.day, s.due_day, counted, iif(step = 'receive', complete_at, at)"
            " from dossier_steps s join dossiers using (dossier) where dossier = ? order by s.rowid",
            (dossier,),
        )
        for (column, _), change in contributions([Step(*row) for row in rows]).sums.items():
            if column in added:
                added[column] += change
    assert added == held
