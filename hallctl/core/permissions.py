"""Who may ask for what: one table of roles and commands."""

from enum import StrEnum

import msgspec

from hallctl.core import commands


class Role(StrEnum):
    """What a token stands for."""

    ADMIN = "admin"
    HALL = "hall"
    KIOSK = "kiosk"
    COUNTER = "counter"
    BOARD = "board"
    SIGN = "sign"
    PAD = "pad"
    CITIZEN = "citizen"
    """Whoever holds a ticket, by the link printed on it."""


class Actor(msgspec.Struct, frozen=True):
    """Who asks: a station or a person, by the name its token was given to."""

    name: str
    role: Role
    counter: str = ""
    """The counter it stands at and may act for, or empty for any."""
    ticket: str = ""
    """The one ticket a citizen speaks for; empty for everybody else."""
    prints: bool = False
    """Whether tickets it asks for come out of its own printer."""


DOSSIER_COMMANDS: frozenset[type[commands.Command]] = frozenset(
    {
        commands.ReceiveDossier,
        commands.ForwardDossier,
        commands.ProcessDossier,
        commands.RequestSupplement,
        commands.ResumeDossier,
        commands.FinishDossier,
        commands.ReturnDossier,
        commands.RefuseDossier,
        commands.WithdrawDossier,
        commands.StopDossier,
        commands.ReappointDossier,
    }
)
"""What an official does with dossiers; departments' officials have a counter's token too."""

SLIP_COMMANDS: frozenset[type[commands.Command]] = frozenset(
    {commands.PrintSlip, commands.ConfirmSlip, commands.ReportSlip}
)
"""What comes out of a counter's own printer."""

MAY_SEND: dict[Role, frozenset[type[commands.Command]]] = {
    Role.ADMIN: frozenset(commands.AnyCommand.__args__),
    Role.HALL: frozenset({commands.OpenDay, commands.CloseDay}),
    Role.KIOSK: frozenset(
        {
            commands.IssueTicket,
            commands.CancelTicket,
            commands.ConfirmPrinted,
            commands.ReportNotPrinted,
            commands.ReleasePrinting,
        }
    ),
    Role.COUNTER: frozenset(
        {
            commands.OpenDay,
            commands.OpenCounter,
            commands.CloseCounter,
            commands.CallNext,
            commands.Recall,
            commands.MarkNoShow,
            commands.Requeue,
            commands.FinishVisit,
            commands.CancelTicket,
            commands.RedirectPrinting,
            *DOSSIER_COMMANDS,
            *SLIP_COMMANDS,
        }
    ),
    Role.BOARD: frozenset(),
    Role.SIGN: frozenset(),
    Role.PAD: frozenset({commands.RateVisit, commands.ExplainRating}),
    Role.CITIZEN: frozenset({commands.CancelTicket, commands.RateVisit, commands.ExplainRating}),
}


def may_send(role: Role, command: type[commands.Command]) -> bool:
    """Whether the role may send that command at all."""
    return command in MAY_SEND[role]


def may_act_for(actor: Actor, command: commands.Command) -> bool:
    """Whether the command is about the actor's own counter or ticket, or about none."""
    if actor.role is Role.CITIZEN:
        about = getattr(command, "ticket", None) or getattr(command, "visit", None)
        return bool(actor.ticket) and about == actor.ticket
    counter = getattr(command, "counter", None) or actor.counter
    return not actor.counter or counter == actor.counter
