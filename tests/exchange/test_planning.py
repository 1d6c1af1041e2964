"""What an import would do, from the table of a dossier's life alone."""

from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as some

from hallctl.core.dossier_life import DossierState, DossierStep, dossier_after
from hallctl.exchange.history import History, Rules, Step, histories, still_to_take
from hallctl.exchange.importing import id_of
from hallctl.exchange.mapping import Mapping, StepMapping
from hallctl.exchange.planning import Planned, Standing, path, plan_import, refuse_strange
from hallctl.exchange.rows import write_rows

MAPPING = Mapping(
    system="province",
    columns={
        "code": "MaHoSo", "procedure": "MaTTHC", "channel": "Kenh", "state": "TrangThai",
        "complete_at": "TiepNhan", "reason": "LyDo",
    },
    values={"channel": {"1": "counter", "2": "online"}, "state": {"Xong": "finished"}},
    steps=StepMapping(
        columns={"code": "MaHoSo", "step": "Buoc", "at": "Luc", "reason": "LyDo", "department": "CQ"},
        values={"step": {"Nhận": "receive", "Chuyển": "forward", "Trả kết quả": "finish"}},
    ),
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


def test_a_file_s_name_tells_its_form_and_else_the_mapping() -> None:
    mapping = Mapping(system="s", format="csv", columns={"code": "Ma"}, delimiter=";")
    forms = [mapping.form_of(Path(name)) for name in ("a.XLSX", "a.json", "a.csv", "a")]
    assert forms == ["xlsx", "json", "csv", "csv"]
    assert write_rows([{"Ma": "1\x07"}], mapping, "xlsx").startswith(b"PK")
    two = mapping.columns | {"state": "TT"}
    rows = [{"Ma": "1", "TT": "Mới"}]
    assert write_rows(rows, msgspec.structs.replace(mapping, columns=two), "csv").startswith(
        b"Ma;TT"
    )


def test_a_new_dossier_of_a_strange_procedure_is_named_and_one_that_is_here_is_not() -> None:
    new = Planned(2, "E1", "nope", "counter", None, "", None, (Step("receive"),))
    here = new._replace(standing=Standing("H", DossierState.RECEIVED, 0))
    refused, kept = refuse_strange([new, here], {"1.000025"})
    assert refused.problem == "the procedure 'nope' is not in the hall's catalogue"
    assert kept.problem == ""


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
    assert (one.names, one.problem, one.channel) == (steps, "", "online")


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


NOW = 1_795_747_200_000
RULES = Rules(MAPPING, ZONE, NOW)
AT = ("02/11/2026 08:00", "03/11/2026 09:00", "10/11/2026 15:00")
WAY = ("Nhận", "Chuyển", "Trả kết quả")


def past(*steps: tuple[str, str], **columns: str) -> dict[str, History]:
    rows = [{"MaHoSo": "E1", "Buoc": step, "Luc": at, **columns} for step, at in steps]
    return histories(rows, RULES)


def planned(known: dict[str, Standing], told: dict[str, History], state: str = "") -> Planned:
    (one,) = plan_import([row(TrangThai=state)], MAPPING, known, ZONE, told)
    return one


def test_past_steps_are_taken_in_their_order_with_their_times() -> None:
    told = past(*zip(WAY[::-1], AT[::-1], strict=True))
    one = planned({}, told)
    assert one.names == ("receive", "forward", "finish")
    assert one.complete_at == told["E1"].received_at
    times = [step.at for step in one.steps[1:]]
    assert times == sorted(time for time in times if time)
    assert planned({}, told, "returned").names == ("receive", "forward", "finish", "return")
    assert planned({}, told, "returned").steps[-1].at is None, "of this no time is told"


def test_steps_that_the_hall_has_are_not_taken_again() -> None:
    told = past(*zip(WAY, AT, strict=True))
    begun = Standing("H1", DossierState.FORWARDED, 2, ("forward",))
    assert planned({"E1": begun}, told).names == ("finish",)
    done = Standing("H1", DossierState.FINISHED, 3, ("forward", "finish"))
    assert planned({"E1": done}, told).steps == ()
    more = Standing("H1", DossierState.FINISHED, 4, ("forward", "take_up", "finish"))
    assert planned({"E1": more}, told).steps == (), "the hall may know more of the way"


@pytest.mark.parametrize(
    ("standing", "steps", "problem"),
    [
        (
            Standing("H1", DossierState.REFUSED, 2, ("refuse",)),
            WAY[1:],
            "the steps told are others",
        ),
        (None, ("Trả kết quả", "Chuyển"), "forward can't follow"),
        (None, ("refuse",), "refuse needs a reason"),
        (None, ("reappoint",), "is none of"),
    ],
)
def test_a_history_that_can_t_be_is_said(
    standing: Standing | None, steps: tuple[str, ...], problem: str
) -> None:
    told = past(*zip(steps, AT, strict=False))
    one = planned({"E1": standing} if standing else {}, told)
    assert problem in one.problem
    assert one.steps == ()


@pytest.mark.parametrize("at", ["yesterday", "27/11/2031 08:00"])
def test_a_time_that_can_t_be_is_said_with_its_line(at: str) -> None:
    assert "steps line 2" in planned({}, past(("Chuyển", at))).problem


WHERE_IT_LIES = {"forward", "take_up"}
TAKEN = some.lists(
    some.sampled_from(["forward", "take_up", "request_supplement", "resume", "finish", "return"])
)


@given(TAKEN, some.integers(0, 6))
def test_taking_what_is_missing_leaves_nothing_to_take(steps: list[str], begun: int) -> None:
    told = History(tuple(Step(step, at, "vì") for at, step in enumerate(steps, start=1)))
    states = [DossierState.RECEIVED]
    for step in steps:
        after = dossier_after(states[-1], DossierStep(step))
        if after is None:
            assert still_to_take(told, (), DossierState.RECEIVED).problem
            return
        states.append(after)
    ours = tuple(steps[:begun])
    missing = still_to_take(told, ours, states[len(ours)])
    assert missing.problem == ""
    taken = (*ours, *(step.step for step in missing.steps))
    assert still_to_take(told, taken, states[-1]).steps == ()
    assert [one for one in taken if one not in WHERE_IT_LIES] == [
        one for one in steps if one not in WHERE_IT_LIES
    ]
