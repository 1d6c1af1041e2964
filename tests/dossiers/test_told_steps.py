"""Steps that were taken before, elsewhere: told of later, and as they were."""

import pytest

from hallctl.core import commands as c
from hallctl.core import events
from hallctl.core.dossier_life import DossierState, Punctuality
from hallctl.core.refusals import Refusal
from tests.core.one_day import wish
from tests.dossiers.desk import FIVE_DAYS, PANEL, REASON, Desk, time_of


def test_a_dossier_that_was_ready_in_time_is_in_time_whenever_that_is_told(desk: Desk) -> None:
    dossier = desk.receive(FIVE_DAYS)
    desk.move_to(20)
    fact = desk.do(c.FinishDossier, dossier, taken_at=time_of(2, 5))
    assert isinstance(fact, events.DossierFinished)
    assert fact.punctuality is Punctuality.EARLY
    assert (fact.happened_at, fact.at) == (time_of(2, 5), time_of(20))
    assert dossier.state_since == time_of(2, 5)
    assert fact.day > dossier.received_on, "it counts on the day on which it is told"
    other = desk.receive(FIVE_DAYS, complete_at=time_of(0))
    late = desk.do(c.FinishDossier, other, taken_at=time_of(18))
    assert isinstance(late, events.DossierFinished)
    assert late.punctuality is Punctuality.LATE


def test_the_pause_for_a_supplement_is_as_long_as_it_was(desk: Desk) -> None:
    told, lived = desk.receive(FIVE_DAYS), desk.receive(FIVE_DAYS)
    desk.move_to(2)
    desk.do(c.RequestSupplement, lived, reason=REASON)
    desk.move_to(4)
    desk.do(c.ResumeDossier, lived)
    desk.move_to(20)
    desk.do(c.RequestSupplement, told, reason=REASON, taken_at=time_of(2))
    desk.do(c.ResumeDossier, told, taken_at=time_of(4))
    assert told.due_at == lived.due_at


def test_steps_are_told_in_their_order_and_never_of_the_future(desk: Desk) -> None:
    dossier = desk.receive()
    desk.move_to(5)
    desk.do(c.ForwardDossier, dossier, taken_at=time_of(2))
    told = {"dossier": dossier.dossier}
    assert desk.refusal(c.FinishDossier, taken_at=time_of(1), **told) == (
        Refusal.STEP_BEFORE_THE_LAST,
        {"taken_at": time_of(1), "last_at": time_of(2)},
    )
    assert desk.refusal(c.FinishDossier, taken_at=time_of(6), **told) == (
        Refusal.STEP_IN_THE_FUTURE,
        {"taken_at": time_of(6)},
    )
    assert dossier.state is DossierState.FORWARDED


def test_nobody_at_a_counter_puts_a_step_back_in_time(desk: Desk) -> None:
    dossier = desk.receive()
    desk.move_to(5)
    asked = wish(c.FinishDossier, dossier=dossier.dossier, taken_at=time_of(2))
    refused = desk.day.refusal(asked, PANEL)
    assert refused.refusal is Refusal.NOT_ALLOWED
    assert dossier.state is DossierState.RECEIVED


@pytest.mark.parametrize("step", [c.StrikeDossier, c.UndoDossierStep, c.ReappointDossier])
def test_what_corrects_or_promises_is_never_told_later(step: type[c.Command]) -> None:
    assert "taken_at" not in step.__struct_fields__
