"""A dossier as the holder of its receipt sees it, drawn from the hall alone."""

import msgspec
import pytest

from hallctl.core import commands as c
from hallctl.core.deadlines import Term
from hallctl.core.dossier_life import DossierState
from hallctl.core.dossier_lookup import looked_up
from hallctl.core.dossier_time import to_the_minute
from hallctl.core.plan import Words
from hallctl.core.refusals import Refusal, Refused
from hallctl.core.views import DossierView
from tests.core.one_day import EIGHT_O_CLOCK, MINUTE, PLAN, replayed
from tests.dossiers.desk import FIVE_DAYS, REASON, Desk, code, dossier_in, time_of

HOUR = 60 * MINUTE


def view_of(desk: Desk, name: str = code()) -> DossierView:
    view = desk.day.artist.dossier(desk.day.at, name)
    assert view is not None
    return view


@pytest.mark.parametrize("state", DossierState)
def test_a_view_tells_the_state_and_every_step(desk: Desk, state: DossierState) -> None:
    dossier = dossier_in(desk, state)
    view = view_of(desk)
    assert view.state == state
    assert (view.dossier, view.procedure) == (dossier.dossier, FIVE_DAYS)
    assert view.procedure_name == Words("Cấp đổi giấy chứng nhận")
    assert view.department_name == Words("Sở Nông nghiệp và Môi trường")
    assert all(one.at == desk.day.at for one in view.steps)


def test_nobody_is_named_in_a_view(desk: Desk) -> None:
    dossier_in(desk, DossierState.RETURNED)
    told = msgspec.json.encode(view_of(desk)).decode()
    assert "official" not in told
    assert "counter-1" not in told
    assert "visit" not in told


def test_a_dossier_never_received_has_no_view(desk: Desk) -> None:
    assert desk.day.artist.dossier(desk.day.at, code()) is None


def test_what_is_missing_is_asked_for_until_it_is_there(desk: Desk) -> None:
    dossier_in(desk, DossierState.AWAITING_SUPPLEMENT)
    assert view_of(desk).asked == REASON
    desk.do(c.ResumeDossier, code())
    view = view_of(desk)
    assert view.asked == ""
    assert [one.step for one in view.steps] == ["request_supplement", "resume"]
    assert view.steps[0].reason == REASON


def test_a_new_date_shows_the_old_one_and_why(desk: Desk) -> None:
    dossier = desk.receive()
    was_due_at = dossier.due_at
    desk.do(c.ReappointDossier, dossier, reason=REASON, due_at=time_of(11))
    view = view_of(desk)
    assert (view.was_due_at, view.due_at, view.delay_reason) == (was_due_at, time_of(11), REASON)


@pytest.mark.parametrize(("kind", "shown"), [(c.RefuseDossier, REASON), (c.StopDossier, REASON)])
def test_an_end_without_a_result_says_why(desk: Desk, kind: type[c.Command], shown: str) -> None:
    desk.do(kind, desk.receive(), reason=REASON)
    assert view_of(desk).end_reason == shown


def test_a_dossier_is_late_from_the_minute_after_it_is_due(desk: Desk) -> None:
    dossier = desk.receive()
    desk.day.at = dossier.due_at + MINUTE - 1
    assert not view_of(desk).is_late
    desk.day.at = dossier.due_at + MINUTE
    assert view_of(desk).is_late
    desk.do(c.FinishDossier, dossier)
    assert view_of(desk).is_late, "it came late, and stays so"
    assert view_of(desk).finished_at == desk.day.at


def test_what_stands_still_is_not_late(desk: Desk) -> None:
    dossier = dossier_in(desk, DossierState.AWAITING_SUPPLEMENT)
    desk.day.at = dossier.due_at + 24 * HOUR
    assert not view_of(desk).is_late


def test_both_times_of_reception_and_the_way_of_return_are_told(desk: Desk) -> None:
    presented = EIGHT_O_CLOCK - HOUR
    desk.receive(presented_at=presented, complete_at=EIGHT_O_CLOCK - MINUTE, return_by="post")
    view = view_of(desk)
    assert (view.presented_at, view.complete_at) == (presented, EIGHT_O_CLOCK - MINUTE)
    assert view.return_by == "post"
    assert (view.term, view.in_working_time) == (Term(5), True)


def test_a_hand_over_names_the_department_it_went_to(desk: Desk) -> None:
    desk.do(c.ForwardDossier, desk.receive(), department="justice")
    view = view_of(desk)
    assert view.steps[0].department_name == view.department_name == Words("Sở Tư pháp")


def test_a_long_way_shows_its_newest_thirty_steps(desk: Desk) -> None:
    dossier = desk.receive()
    for _ in range(33):
        desk.do(c.ForwardDossier, dossier)
    desk.do(c.ProcessDossier, dossier)
    steps = view_of(desk).steps
    assert len(steps) == 30
    assert steps[-1].step == "take_up"


def test_a_hall_read_from_its_journal_shows_the_same_view(desk: Desk) -> None:
    dossier_in(desk, DossierState.RETURNED)
    before = view_of(desk)
    again = Desk()
    again.day.hall = replayed(desk.day.facts)
    again.day.artist = type(desk.day.artist)(again.day.hall, PLAN, str)
    assert view_of(again) == before


def test_names_that_the_plan_has_lost_are_told_as_they_are_kept(desk: Desk) -> None:
    desk.receive()
    bare = msgspec.structs.replace(
        PLAN, departments=(), dossiers=msgspec.structs.replace(PLAN.dossiers, catalogues=())
    )
    desk.day.artist = type(desk.day.artist)(desk.day.hall, bare, str)
    view = view_of(desk)
    assert view.procedure_name == Words(FIVE_DAYS)
    assert view.department_name == Words("environment")


def test_times_are_told_to_the_minute_they_are_judged_by(desk: Desk) -> None:
    dossier = desk.receive()
    assert to_the_minute(view_of(desk).due_at) == dossier.due_at


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("", "shape"),
        ("A001", "shape"),
        ("Z99-261123-0001", "agency"),
        ("H00.01-261332-0001", "day"),
        ("H00.01-261123-0000", "serial"),
    ],
)
def test_a_damaged_code_is_told_where(desk: Desk, text: str, part: str) -> None:
    with pytest.raises(Refused) as refused:
        looked_up(desk.day.hall, PLAN, text)
    assert refused.value.refusal is Refusal.DOSSIER_CODE_DAMAGED
    assert refused.value.details["part"] == part


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("H16.01-261123-0001", "agency"),
        (code("261122"), "day"),
        (code(serial=2), "serial"),
    ],
)
def test_a_code_of_no_dossier_is_told_what_is_strange_about_it(
    desk: Desk, text: str, part: str
) -> None:
    desk.receive()
    with pytest.raises(Refused) as refused:
        looked_up(desk.day.hall, PLAN, text)
    assert refused.value.refusal is Refusal.UNKNOWN_DOSSIER
    assert refused.value.details == {"dossier": text, "part": part}


def test_a_code_is_found_as_it_is_typed(desk: Desk) -> None:
    dossier = desk.receive()
    assert looked_up(desk.day.hall, PLAN, f" {dossier.dossier.lower()}\n") is dossier
