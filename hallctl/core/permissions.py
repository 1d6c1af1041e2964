"""Who may ask for what, and look at what: one table of roles, commands and sights."""

from enum import StrEnum

import msgspec

from hallctl.core import commands


class Role(StrEnum):
    """What a token or an account stands for."""

    ADMIN = "admin"
    HALL = "hall"
    KIOSK = "kiosk"
    COUNTER = "counter"
    BOARD = "board"
    SIGN = "sign"
    PAD = "pad"
    DEVICES = "devices"
    """A machine without a screen: pads, keypads, signs and printers hang on it."""
    CITIZEN = "citizen"
    """Whoever holds a ticket, by the link printed on it."""
    OFFICIAL = "official"
    SUPERVISOR = "supervisor"
    HEAD = "head"
    INSPECTOR = "inspector"
    ADMINISTRATOR = "administrator"
    PROGRAM = "program"
    """Another system, by a token with scopes; without them it may do nothing."""


PEOPLE = (Role.OFFICIAL, Role.SUPERVISOR, Role.HEAD, Role.INSPECTOR, Role.ADMINISTRATOR)
"""The roles of accounts: people who sign in. The others are held by machines."""


class Sight(StrEnum):
    """What there is to look at: views, pages, and what is told of people."""

    KIOSK = "kiosk"
    COUNTER = "counter"
    BOARD = "board"
    SIGN = "sign"
    PAD = "pad"
    FLOOR = "floor"
    """The supervisor's page: counters, queues, stations as they are now."""
    FIGURES = "figures"
    """The leader's page: counts, reports, indicators."""
    INBOX = "inbox"
    """The inspector's page: complaints."""
    RATINGS = "ratings"
    """What visitors wrote beside their marks, and signs of self-rating with their evidence."""
    DOSSIERS = "dossiers"
    """Any dossier by its code, without the names that belong to it."""
    APPLICANTS = "applicants"
    """Names and telephones of those who handed dossiers in; every look is logged."""
    EXPECTED = "expected"
    """Who comes by appointment today and later, by name; every look is logged."""
    STATIONS = "stations"
    """Which stations there are, and the codes of those that ask to come in."""
    PEOPLE = "people"
    """Accounts and their roles, never their secrets."""
    RECORD = "record"
    """Who signed in, was refused, or looked at personal data."""


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
    official: str = ""
    """Who is signed in there, by name; empty where nobody is."""
    scopes: tuple[str, ...] = ()
    """What a program's token was made for; nobody else has any."""
    device: str = ""
    """Of a citizen: the phone, as a keyed hash; empty where it keeps no cookie."""
    is_staff: bool = False
    """Of a citizen: somebody of the hall has signed in with that browser."""


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
    {
        commands.PrintSlip,
        commands.PrintManifest,
        commands.ConfirmSlip,
        commands.ReportSlip,
        commands.RedirectSlip,
        commands.ReleaseSlip,
    }
)
"""What comes out of a counter's own printer."""
SLIPS_OWN = (commands.ConfirmSlip, commands.ReportSlip, commands.ReleaseSlip)
"""What every station that prints says of its own paper."""
FLOOR_COMMANDS: frozenset[type[commands.Command]] = frozenset(commands.FloorCommand.__args__)
"""What an official does at a counter of a busy floor."""

RUN_COMMANDS: frozenset[type[commands.Command]] = frozenset(
    {commands.OpenRun, commands.ScanOut, commands.ScanIn, commands.CloseRun}
)
"""What couriers' dossiers are scanned with, in the hall and at departments."""
COMPLAINT_COMMANDS: frozenset[type[commands.Command]] = frozenset(
    {
        commands.ForwardComplaint,
        commands.RefuseComplaint,
        commands.AskComplainant,
        commands.AnswerComplaint,
        commands.PublishAnswer,
    }
)
"""What is done about a complaint: by the inspector, whom nobody in the hall can overrule."""

INBOX_COMMANDS = COMPLAINT_COMMANDS | {commands.FileComplaint, commands.AddToComplaint}
"""What changes the inspector's inbox: no program and nobody who runs the machine may."""
CORRECTIONS: frozenset[type[commands.Command]] = frozenset(
    {commands.StrikeDossier, commands.UndoDossierStep, commands.StrikeRating}
)
"""What changes figures that were counted, perhaps sealed: for whoever answers for them."""
OUTBOX_COMMANDS: frozenset[type[commands.Command]] = frozenset(
    {commands.ConfirmNotice, commands.ReportNotice, commands.LeaveToCall, commands.DropNotice}
)
"""What only the hall reports of notices it sends."""
OFFICE_COMMANDS: frozenset[type[commands.Command]] = (
    frozenset(commands.OfficeCommand.__args__) - OUTBOX_COMMANDS
)
"""What officials do behind the counter."""

APPOINTMENT_COMMANDS: frozenset[type[commands.Command]] = frozenset(
    {
        commands.BookAppointment,
        commands.MoveAppointment,
        commands.CancelAppointment,
        commands.CheckInAppointment,
    }
)
"""What is done about somebody's appointment, at a desk or by themselves on the hall's pages."""

MAY_SEND: dict[Role, frozenset[type[commands.Command]]] = {
    Role.ADMIN: frozenset(commands.AnyCommand.__args__) - INBOX_COMMANDS,
    Role.HALL: frozenset(
        {
            commands.OpenDay,
            commands.CloseDay,
            commands.SealDay,
            commands.ReturnNoShow,
            commands.EndNoShow,
            *OUTBOX_COMMANDS,
            commands.FileComplaint,
            commands.AddToComplaint,
            commands.EndIssuing,
            commands.TakeNumber,
            *APPOINTMENT_COMMANDS - {commands.CheckInAppointment},
            commands.ReleaseAppointment,
            commands.RemindAppointment,
            commands.PassOverNumbers,
        }
    ),
    Role.KIOSK: frozenset(
        {
            commands.IssueTicket,
            commands.CheckInAppointment,
            commands.CancelTicket,
            commands.PrintProcedure,
            *SLIPS_OWN,
            commands.ConfirmPrinted,
            commands.ReportNotPrinted,
            commands.ReleasePrinting,
            commands.LeaseNumbers,
            commands.HandInTicket,
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
            commands.CheckInAppointment,
            commands.RedirectPrinting,
            commands.ReadMessage,
            *FLOOR_COMMANDS,
            *DOSSIER_COMMANDS,
            *SLIP_COMMANDS,
            *RUN_COMMANDS,
            *OFFICE_COMMANDS,
        }
    ),
    Role.BOARD: frozenset(),
    Role.SIGN: frozenset(),
    Role.PAD: frozenset({commands.RateVisit, commands.ExplainRating}),
    Role.DEVICES: frozenset(
        {
            commands.CallNext,
            commands.CallNumber,
            commands.Recall,
            commands.MarkNoShow,
            commands.FinishVisit,
            commands.Park,
            commands.UndoLast,
            commands.StartBreak,
            commands.EndBreak,
            commands.RateVisit,
            commands.ConfirmPrinted,
            commands.ReportNotPrinted,
            commands.ReleasePrinting,
            *SLIPS_OWN,
        }
    ),
    Role.CITIZEN: frozenset({commands.CancelTicket, commands.RateVisit, commands.ExplainRating}),
    Role.OFFICIAL: DOSSIER_COMMANDS | RUN_COMMANDS | OFFICE_COMMANDS,
    Role.SUPERVISOR: frozenset(
        {
            commands.OpenDay,
            commands.CloseDay,
            commands.OpenCounter,
            commands.CloseCounter,
            commands.IssueTicket,
            commands.MarkNoShow,
            commands.Requeue,
            commands.FinishVisit,
            commands.CancelTicket,
            commands.EndBreak,
            commands.EndIssuing,
            commands.OfferService,
            commands.PauseService,
            commands.PrintTrial,
            commands.Substitute,
            commands.ChooseProfile,
            *RUN_COMMANDS,
            commands.RedirectPrinting,
            commands.RedirectSlip,
            *CORRECTIONS,
            *APPOINTMENT_COMMANDS,
            commands.ImportAppointments,
            commands.GiveFigure,
            *commands.SupervisorCommand.__args__,
            *commands.BoardCommand.__args__,
        }
    ),
    Role.HEAD: DOSSIER_COMMANDS - {commands.ReceiveDossier, commands.ReturnDossier}
    | RUN_COMMANDS
    | {commands.GiveFigure},
    Role.INSPECTOR: COMPLAINT_COMMANDS | {commands.StrikeRating},
    Role.ADMINISTRATOR: frozenset({commands.OpenDay, commands.CloseDay, commands.PrintTrial}),
    Role.PROGRAM: frozenset(),
}

_SCREENS = frozenset({Sight.KIOSK, Sight.BOARD, Sight.SIGN, Sight.PAD})
"""What hangs in the hall for everybody to read."""

MAY_SEE: dict[Role, frozenset[Sight]] = {
    Role.ADMIN: frozenset(Sight),
    Role.HALL: _SCREENS,
    Role.KIOSK: _SCREENS,
    Role.COUNTER: _SCREENS | {Sight.COUNTER, Sight.DOSSIERS, Sight.APPLICANTS},
    Role.BOARD: _SCREENS,
    Role.SIGN: _SCREENS,
    Role.PAD: _SCREENS,
    Role.DEVICES: _SCREENS,
    Role.CITIZEN: frozenset(),
    Role.OFFICIAL: _SCREENS | {Sight.DOSSIERS, Sight.APPLICANTS},
    Role.SUPERVISOR: _SCREENS
    | {
        Sight.COUNTER,
        Sight.FLOOR,
        Sight.RATINGS,
        Sight.FIGURES,
        Sight.DOSSIERS,
        Sight.APPLICANTS,
        Sight.EXPECTED,
        Sight.STATIONS,
    },
    Role.HEAD: _SCREENS | {Sight.FIGURES, Sight.DOSSIERS, Sight.APPLICANTS},
    Role.INSPECTOR: _SCREENS
    | {
        Sight.FLOOR,
        Sight.FIGURES,
        Sight.INBOX,
        Sight.RATINGS,
        Sight.DOSSIERS,
        Sight.APPLICANTS,
        Sight.RECORD,
    },
    Role.PROGRAM: frozenset(),
    Role.ADMINISTRATOR: _SCREENS | {Sight.STATIONS, Sight.PEOPLE, Sight.RECORD},
}


def may_send(role: Role, command: type[commands.Command]) -> bool:
    """Whether the role may send that command at all."""
    return command in MAY_SEND[role]


def may_see(role: Role, sight: Sight) -> bool:
    """Whether the role may look at that."""
    return sight in MAY_SEE[role]


def may_act_for(actor: Actor, command: commands.Command) -> bool:
    """Whether the command is about the actor's own counter or ticket, or about none."""
    if actor.role is Role.CITIZEN:
        about = getattr(command, "ticket", None) or getattr(command, "visit", None)
        return bool(actor.ticket) and about == actor.ticket
    counter = getattr(command, "counter", None) or actor.counter
    return not actor.counter or counter == actor.counter
