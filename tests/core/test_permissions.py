"""Who may ask for what: the whole table of roles and commands, written out once more."""

import pytest

from hallctl.core import commands as c
from hallctl.core.permissions import Actor, Role, Sight, may_see, may_send
from hallctl.core.refusals import Refusal
from tests.core.one_day import KIOSK, OneDay, wish
from tests.core.test_life import about_the_first_ticket

EVERY_COMMAND = c.AnyCommand.__args__
DOSSIERS = {
    "ReceiveDossier",
    "ForwardDossier",
    "ProcessDossier",
    "RequestSupplement",
    "ResumeDossier",
    "FinishDossier",
    "ReturnDossier",
    "RefuseDossier",
    "WithdrawDossier",
    "StopDossier",
    "ReappointDossier",
}
RUNS = {"OpenRun", "ScanOut", "ScanIn", "CloseRun"}
APPOINTMENTS = {"BookAppointment", "MoveAppointment", "CancelAppointment"}
OUTBOX = {"ConfirmNotice", "ReportNotice", "LeaveToCall", "DropNotice"}
OFFICE = {
    "NoteCall",
    "ChargeFee",
    "CorrectFee",
    "PayFees",
    "CancelFee",
    "AskDelivery",
    "CallOffDelivery",
    "HandToCarrier",
    "ConfirmDelivered",
    "NoteCameBack",
}
MAY = {
    Role.ADMIN: {one.__name__ for one in EVERY_COMMAND}
    - {
        "FileComplaint",
        "AddToComplaint",
        "ForwardComplaint",
        "RefuseComplaint",
        "AskComplainant",
        "AnswerComplaint",
        "PublishAnswer",
    },
    Role.KIOSK: {
        "IssueTicket",
        "CancelTicket",
        "PrintProcedure",
        "ConfirmSlip",
        "ReportSlip",
        "ReleaseSlip",
        "ConfirmPrinted",
        "ReportNotPrinted",
        "ReleasePrinting",
        "LeaseNumbers",
        "HandInTicket",
        "CheckInAppointment",
    },
    Role.HALL: {
        "OpenDay",
        "CloseDay",
        "SealDay",
        "ReturnNoShow",
        "EndNoShow",
        "FileComplaint",
        "AddToComplaint",
        "EndIssuing",
        "TakeNumber",
        "ReleaseAppointment",
        "PassOverNumbers",
        "RemindAppointment",
        *APPOINTMENTS,
        *OUTBOX,
    },
    Role.COUNTER: {
        "OpenDay",
        "OpenCounter",
        "CloseCounter",
        "CallNext",
        "Recall",
        "MarkNoShow",
        "Requeue",
        "FinishVisit",
        "CancelTicket",
        "RedirectPrinting",
        "CheckInAppointment",
        "ReadMessage",
        *DOSSIERS,
        "CallTicket",
        "CallNumber",
        "Park",
        "Resume",
        "Transfer",
        "AddService",
        "NoteVisit",
        "UndoLast",
        "StartBreak",
        "EndBreak",
        "Substitute",
        "ChooseProfile",
        "PrintSlip",
        "PrintManifest",
        "ConfirmSlip",
        "ReportSlip",
        "RedirectSlip",
        "ReleaseSlip",
        *RUNS,
        *OFFICE,
    },
    Role.BOARD: set(),
    Role.SIGN: set(),
    Role.PAD: {"RateVisit", "ExplainRating"},
    Role.DEVICES: {
        "CallNext",
        "CallNumber",
        "Recall",
        "MarkNoShow",
        "FinishVisit",
        "Park",
        "UndoLast",
        "StartBreak",
        "EndBreak",
        "RateVisit",
        "ConfirmPrinted",
        "ReportNotPrinted",
        "ReleasePrinting",
        "ConfirmSlip",
        "ReportSlip",
        "ReleaseSlip",
    },
    Role.CITIZEN: {"CancelTicket", "RateVisit", "ExplainRating"},
    Role.OFFICIAL: DOSSIERS | RUNS | OFFICE,
    Role.SUPERVISOR: {
        "OpenDay",
        "CloseDay",
        "OpenCounter",
        "CloseCounter",
        "IssueTicket",
        "MarkNoShow",
        "Requeue",
        "FinishVisit",
        "CancelTicket",
        "RedirectPrinting",
        "RedirectSlip",
        "EndBreak",
        "EndIssuing",
        "OfferService",
        "PauseService",
        "GivePriority",
        "MoveCounter",
        "PrintTrial",
        "Substitute",
        "ChooseProfile",
        *RUNS,
        "GiveFigure",
        "StrikeDossier",
        "UndoDossierStep",
        "StrikeRating",
        *APPOINTMENTS,
        "CheckInAppointment",
        "ImportAppointments",
        "ChangeServices",
        "PutUpNotice",
        "TakeDownNotice",
        "ShowEmergency",
        "ClearEmergency",
        "SetSound",
        "TellCounter",
    },
    Role.HEAD: DOSSIERS - {"ReceiveDossier", "ReturnDossier"} | RUNS | {"GiveFigure"},
    Role.INSPECTOR: {
        "StrikeRating",
        "ForwardComplaint",
        "RefuseComplaint",
        "AskComplainant",
        "AnswerComplaint",
        "PublishAnswer",
    },
    Role.ADMINISTRATOR: {"OpenDay", "CloseDay", "PrintTrial"},
    Role.PROGRAM: set(),
}
SCREENS = {"kiosk", "board", "sign", "pad"}
SEES = {
    Role.ADMIN: {one.value for one in Sight},
    Role.COUNTER: {"counter", "dossiers", "applicants"},
    Role.OFFICIAL: {"dossiers", "applicants"},
    Role.SUPERVISOR: {
        "counter",
        "floor",
        "ratings",
        "figures",
        "dossiers",
        "applicants",
        "expected",
        "stations",
    },
    Role.HEAD: {"figures", "dossiers", "applicants"},
    Role.INSPECTOR: {
        *("floor", "figures", "inbox", "ratings", "dossiers", "applicants", "record"),
    },
    Role.ADMINISTRATOR: {"stations", "people", "record"},
}


@pytest.mark.parametrize("role", Role)
def test_a_role_may_send_its_own_commands_and_no_other(role: Role) -> None:
    own = "2026-11-23-A001" if role is Role.CITIZEN else ""
    somebody = Actor("somebody", role, ticket=own)
    for kind in EVERY_COMMAND:
        may = kind.__name__ in MAY[role]
        assert may_send(role, kind) is may, kind
        refused = OneDay().refusal(about_the_first_ticket(kind), somebody)
        not_allowed = refused is not None and refused.refusal is Refusal.NOT_ALLOWED
        assert not_allowed is not may, kind
        if refused is not None and not_allowed:
            assert refused.details == {"role": role}, kind


@pytest.mark.parametrize("role", Role)
def test_a_role_sees_what_its_work_needs_and_nothing_else(role: Role) -> None:
    assert {one.value for one in Sight if may_see(role, one)} == SEES.get(role, set()) | (
        set() if role in {Role.CITIZEN, Role.PROGRAM} else SCREENS
    )


PANEL = Actor("counter-1", Role.COUNTER, counter="1")


@pytest.mark.parametrize("kind", [c.OpenCounter, c.CallNext, c.Recall, c.FinishVisit])
def test_a_panel_acts_for_its_own_counter_only(day: OneDay, kind: type[c.Command]) -> None:
    day.open("2")
    official = {"official": "Lan"} if kind is c.OpenCounter else {}
    refused = day.refusal(wish(kind, counter="2", **official), PANEL)
    assert refused is not None
    assert refused.refusal is Refusal.NOT_ALLOWED
    assert refused.details == {"role": "counter", "counter": "1"}
    own = day.refusal(wish(kind, counter="1", **official), PANEL)
    assert own is None or own.refusal is not Refusal.NOT_ALLOWED


def test_a_panel_may_ask_what_is_about_no_counter(day: OneDay) -> None:
    assert day.refusal(wish(c.OpenDay), PANEL) is None
    ticket = day.issue().ticket
    assert day.refusal(wish(c.CancelTicket, ticket=ticket), PANEL) is None


COUNTER_1 = Actor("counter-1", Role.COUNTER, counter="1")
COUNTER_2 = Actor("counter-2", Role.COUNTER, counter="2")
PAD_2 = Actor("pad-2", Role.PAD, counter="2")


def test_a_counter_does_not_take_the_ticket_of_another(day: OneDay) -> None:
    day.open("1", "2")
    day.issue()
    ticket = day.call("1")
    requeue = wish(c.Requeue, ticket=ticket.ticket)
    refused = day.refusal(requeue, COUNTER_2)
    assert refused is not None
    assert refused.refusal is Refusal.NOT_ALLOWED
    assert day.refusal(requeue, COUNTER_1) is None


def test_a_pad_rates_the_visits_of_its_own_counter_only(day: OneDay) -> None:
    day.open("1", "2")
    day.issue()
    ticket = day.call("1")
    day.do(wish(c.FinishVisit, counter="1"))
    rate = wish(c.RateVisit, visit=ticket.visit, result=5, attitude=5)
    refused = day.refusal(rate, PAD_2)
    assert refused is not None
    assert refused.refusal is Refusal.NOT_ALLOWED


def test_a_kiosk_speaks_for_its_own_paper_only(day: OneDay) -> None:
    day.open("1")
    ticket = day.issue(actor=KIOSK)
    stranger = Actor("kiosk-2", Role.KIOSK, prints=True)
    for claim in (
        wish(c.ReportNotPrinted, ticket=ticket.ticket, fault="paper_out"),
        wish(c.ConfirmPrinted, ticket=ticket.ticket),
    ):
        refused = day.refusal(claim, stranger)
        assert refused is not None
        assert refused.refusal is Refusal.NOT_ALLOWED
        assert day.refusal(claim, KIOSK) is None


@pytest.mark.parametrize("kind", [c.CancelTicket, c.RateVisit, c.ExplainRating])
@pytest.mark.parametrize("own", ["", "2026-11-23-A002"])
def test_whoever_holds_a_ticket_speaks_for_that_one_only(
    day: OneDay, kind: type[c.Command], own: str
) -> None:
    day.open("1")
    day.issue()
    refused = day.refusal(about_the_first_ticket(kind), Actor("phone", Role.CITIZEN, ticket=own))
    assert refused is not None
    assert refused.refusal is Refusal.NOT_ALLOWED
