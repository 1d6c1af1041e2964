"""What a program's token may do: its scopes, whole, and nothing else."""

import pytest

from hallctl.core import commands as c
from hallctl.core.permissions import Actor, Role, Sight
from hallctl.core.refusals import Refusal
from hallctl.core.scopes import GRANTS, Scope, may_ask, may_look
from tests.core.one_day import OneDay
from tests.core.test_life import about_the_first_ticket

EVERY = c.AnyCommand.__args__
WORK = {
    "ReceiveDossier", "ForwardDossier", "ProcessDossier", "RequestSupplement", "ResumeDossier",
    "FinishDossier", "ReturnDossier", "RefuseDossier", "WithdrawDossier", "StopDossier",
    "ReappointDossier",
}  # fmt: skip
MAY = {
    Scope.BOARD: set(),
    Scope.FLOOR: set(),
    Scope.FIGURES: set(),
    Scope.GIVE_FIGURES: {"GiveFigure"},
    Scope.DOSSIERS: set(),
    Scope.WORK_ON_DOSSIERS: WORK,
    Scope.TICKETS: {"IssueTicket", "CancelTicket"},
    Scope.APPOINTMENTS: {"BookAppointment", "MoveAppointment", "CancelAppointment"},
}
SEES = {
    Scope.BOARD: {"board"},
    Scope.FLOOR: {"board", "floor"},
    Scope.FIGURES: {"figures"},
    Scope.GIVE_FIGURES: set(),
    Scope.DOSSIERS: {"dossiers"},
    Scope.WORK_ON_DOSSIERS: {"dossiers"},
    Scope.TICKETS: {"board"},
    Scope.APPOINTMENTS: {"board"},
}


def program(*scopes: Scope) -> Actor:
    return Actor("program test", Role.PROGRAM, scopes=tuple(one.value for one in scopes))


def test_no_scope_is_missing_here() -> None:
    assert set(MAY) == set(SEES) == set(GRANTS) == set(Scope)


@pytest.mark.parametrize("scope", Scope)
def test_a_scope_is_all_that_a_program_has(scope: Scope) -> None:
    actor = program(scope)
    assert {one.__name__ for one in EVERY if may_ask(actor, one)} == MAY[scope]
    assert {one.value for one in Sight if may_look(actor, one)} == SEES[scope]


def test_several_scopes_add_up() -> None:
    actor = program(Scope.TICKETS, Scope.FIGURES)
    assert {one.__name__ for one in EVERY if may_ask(actor, one)} == MAY[Scope.TICKETS]
    assert {one.value for one in Sight if may_look(actor, one)} == {"board", "figures"}


def test_no_scope_at_all_is_nothing() -> None:
    assert not any(may_ask(program(), one) for one in EVERY)
    assert not any(may_look(program(), one) for one in Sight)


def test_no_scope_ever_shows_who_somebody_is() -> None:
    personal = {Sight.APPLICANTS, Sight.PEOPLE, Sight.RECORD, Sight.INBOX}
    assert not any(may_look(program(*Scope), one) for one in personal)


def test_the_hall_decides_by_the_scopes() -> None:
    for kind in EVERY:
        day = OneDay()
        day.open("1")
        day.issue()
        for scope in Scope:
            refused = day.refusal(about_the_first_ticket(kind), program(scope))
            is_barred = refused is not None and refused.refusal is Refusal.NOT_ALLOWED
            assert is_barred == (kind.__name__ not in MAY[scope]), (scope, kind)
