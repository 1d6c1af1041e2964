"""What an import would do, from the table of a dossier's life alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from hallctl.core.dossier_life import DossierState, DossierStep, dossier_after
from hallctl.exchange.importing import id_of
from hallctl.exchange.mapping import Mapping
from hallctl.exchange.planning import Standing, path, plan_import

MAPPING = Mapping(
    system="province",
    columns={
        "code": "MaHoSo", "procedure": "MaTTHC", "channel": "Kenh", "state": "TrangThai",
        "complete_at": "TiepNhan", "reason": "LyDo",
    },
    values={"channel": {"1": "counter", "2": "online"}, "state": {"Xong": "finished"}},
)  # fmt: skip
ZONE = "Asia/Ho_Chi_Minh"


def row(**columns: str) -> dict[str, str]:
    return {"MaHoSo": "E1", "MaTTHC": "1.000002", "Kenh": "2", "TrangThai": "received", **columns}


@given(some.sampled_from(list(DossierState)), some.sampled_from(list(DossierState)))
def test_a_path_is_taken_step_by_step_through_the_table(
    state: DossierState, target: DossierState
) -> None:
    steps = path(state, target)
    if steps is not None:
        here: DossierState | None = state
        for step in steps:
            assert here is not None
            here = dossier_after(here, DossierStep(step))
        assert here is target


def test_a_dossier_at_work_gets_anywhere_but_back_to_its_reception() -> None:
    at_work = DossierState.PROCESSING
    reached = {one for one in DossierState if path(at_work, one) is not None}
    assert reached == set(DossierState) - {DossierState.RECEIVED, DossierState.STRUCK}


@pytest.mark.parametrize(
    ("known", "state", "steps"),
    [
        ({}, "received", ("receive",)),
        ({}, "Xong", ("receive", "finish")),
        ({"E1": Standing("H1", DossierState.FINISHED, 4)}, "Xong", ()),
        ({"E1": Standing("H1", DossierState.FINISHED, 4)}, "returned", ("return",)),
    ],
)
def test_only_what_is_missing_is_done(
    known: dict[str, Standing], state: str, steps: tuple[str, ...]
) -> None:
    (one,) = plan_import([row(TrangThai=state)], MAPPING, known, ZONE)
    assert (one.steps, one.problem, one.channel) == (steps, "", "online")


@pytest.mark.parametrize(
    ("columns", "problem"),
    [
        ({"MaHoSo": ""}, "no code"),
        ({"Kenh": "9"}, "channel"),
        ({"TrangThai": "lost"}, "state"),
        ({"MaTTHC": ""}, "procedure"),
        ({"TiepNhan": "2026-11-27"}, "no time"),
        ({"TrangThai": "refused"}, "reason"),
    ],
)
def test_what_can_t_be_is_said(columns: dict[str, str], problem: str) -> None:
    (one,) = plan_import([row(**columns)], MAPPING, {}, ZONE)
    assert problem in one.problem
    assert one.steps == ()


def test_a_code_twice_and_a_step_back_are_said() -> None:
    back = {"E1": Standing("H1", DossierState.RETURNED, 5)}
    first, second = plan_import([row(), row()], MAPPING, back, ZONE)
    assert "nothing leads" in first.problem
    assert "twice" in second.problem


def test_the_same_step_has_the_same_id_and_sorts_before_every_other() -> None:
    ids = {
        id_of("province", f"E{n}", step, 0) for n in range(200) for step in ("receive", "finish")
    }
    assert len(ids) == 400
    assert id_of("province", "E1", "receive", 0) in ids
    assert id_of("province", "E1", "finish", 1) not in ids
    assert all(str(one) < "0193" for one in ids)
    assert {one.version for one in ids} == {8}
