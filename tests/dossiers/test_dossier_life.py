"""A dossier's life: every command against every state, from the table."""

import pytest

from hallctl.core import commands as c
from hallctl.core.commands import Command
from hallctl.core.dossier_life import (
    DOSSIER_LIFE,
    DossierState,
    DossierStep,
    dossier_after,
    dossier_diagram,
)
from hallctl.core.refusals import Refusal
from tests.core.one_day import dump
from tests.dossiers.desk import REASON, Desk, dossier_in, time_of
from tests.pages import DOCS, blocks, rows

STEPS: dict[DossierStep, tuple[type[Command], dict[str, object]]] = {
    DossierStep.FORWARD: (c.ForwardDossier, {}),
    DossierStep.TAKE_UP: (c.ProcessDossier, {}),
    DossierStep.REQUEST_SUPPLEMENT: (c.RequestSupplement, {"reason": REASON}),
    DossierStep.RESUME: (c.ResumeDossier, {}),
    DossierStep.FINISH: (c.FinishDossier, {}),
    DossierStep.RETURN: (c.ReturnDossier, {}),
    DossierStep.REFUSE: (c.RefuseDossier, {"reason": REASON}),
    DossierStep.WITHDRAW: (c.WithdrawDossier, {}),
    DossierStep.STOP: (c.StopDossier, {"reason": REASON}),
    DossierStep.STRIKE: (c.StrikeDossier, {"reason": REASON}),
    DossierStep.REAPPOINT: (c.ReappointDossier, {"reason": REASON, "due_at": time_of(10)}),
}


@pytest.mark.parametrize("state", DossierState)
def test_a_dossier_takes_the_steps_of_its_table_and_no_other(state: DossierState) -> None:
    for step, (kind, more) in STEPS.items():
        desk = Desk()
        dossier = dossier_in(desk, state)
        then = dossier_after(state, step)
        if then is not None:
            desk.do(kind, dossier, **more)
            assert dossier.state is then, step
        else:
            before = dump(desk.day.hall)
            refusal, details = desk.refusal(kind, dossier=dossier.dossier, **more)
            assert refusal is Refusal.DOSSIER_NOT_ALLOWED, step
            assert details == {"dossier": dossier.dossier, "state": state, "step": step}
            assert dump(desk.day.hall) == before, step


def test_every_state_is_reached_and_every_step_is_of_use() -> None:
    reached = news = {DossierState.RECEIVED}
    while news:
        news = {then for state in news for then in DOSSIER_LIFE[state].values()} - reached
        reached = reached | news
    assert reached == set(DOSSIER_LIFE) == set(DossierState)
    assert {step for steps in DOSSIER_LIFE.values() for step in steps} == set(DossierStep)
    assert set(STEPS) == set(DossierStep)


def test_the_docs_draw_the_table_and_name_every_state() -> None:
    assert blocks(DOCS / "dossiers.md", "mermaid") == [dossier_diagram()]
    assert {state.value for state in DossierState} <= set(rows("dossiers.md", "## Life"))
