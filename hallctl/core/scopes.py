"""What a program's token may do: a few scopes, each a handful of sights and commands. Never a name.

A program has no role among people and stations; its scopes are all it has.
"""

from enum import StrEnum
from typing import NamedTuple

from hallctl.core import commands
from hallctl.core.permissions import (
    APPOINTMENT_COMMANDS,
    DOSSIER_COMMANDS,
    Actor,
    Role,
    Sight,
    may_see,
    may_send,
)


class Scope(StrEnum):
    """What a token is made for."""

    BOARD = "board"
    """The calls, the queues and the day's counts, as boards show them."""
    FLOOR = "floor"
    """The live hall: counters, queues, stations, alerts."""
    FIGURES = "figures"
    """Reports, indicators, and the records behind figures."""
    GIVE_FIGURES = "give-figures"
    """Bring figures that other systems counted."""
    DOSSIERS = "dossiers"
    """Any dossier by its code, without whose it is."""
    WORK_ON_DOSSIERS = "work-on-dossiers"
    """Receive, process and finish dossiers, as an external one-stop system does."""
    TICKETS = "tickets"
    """Take numbers for citizens, and give them back."""
    APPOINTMENTS = "appointments"
    """Book, move and cancel appointments."""


class Grant(NamedTuple):
    """What a scope lets a program see and ask for."""

    sights: frozenset[Sight] = frozenset()
    wishes: frozenset[type[commands.Command]] = frozenset()


GRANTS: dict[Scope, Grant] = {
    Scope.BOARD: Grant(frozenset({Sight.BOARD})),
    Scope.FLOOR: Grant(frozenset({Sight.BOARD, Sight.FLOOR})),
    Scope.FIGURES: Grant(frozenset({Sight.FIGURES})),
    Scope.GIVE_FIGURES: Grant(wishes=frozenset({commands.GiveFigure})),
    Scope.DOSSIERS: Grant(frozenset({Sight.DOSSIERS})),
    Scope.WORK_ON_DOSSIERS: Grant(frozenset({Sight.DOSSIERS}), DOSSIER_COMMANDS),
    Scope.TICKETS: Grant(
        frozenset({Sight.BOARD}), frozenset({commands.IssueTicket, commands.CancelTicket})
    ),
    Scope.APPOINTMENTS: Grant(
        frozenset({Sight.BOARD}), APPOINTMENT_COMMANDS - {commands.CheckInAppointment}
    ),
}


def may_ask(actor: Actor, command: type[commands.Command]) -> bool:
    """Whether whoever asks may send that command at all."""
    if actor.role is Role.PROGRAM:
        return any(command in GRANTS[Scope(one)].wishes for one in actor.scopes)
    return may_send(actor.role, command)


def may_look(actor: Actor, sight: Sight) -> bool:
    """Whether whoever asks may look at that."""
    if actor.role is Role.PROGRAM:
        return any(sight in GRANTS[Scope(one)].sights for one in actor.scopes)
    return may_see(actor.role, sight)
