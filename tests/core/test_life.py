"""A ticket's life: every command against every state of ticket, counter and day, from the table."""

import pytest

from hallctl.core import commands as c
from hallctl.core.life import LIFE, Step, TicketState, after, diagram
from hallctl.core.permissions import DOSSIER_COMMANDS
from hallctl.core.refusals import Refusal
from tests.core.one_day import EIGHT_O_CLOCK, MINUTE, MONDAY, OneDay, dump, wish

GRANTED = None
STATES = list(TicketState)


def ticket_in(day: OneDay, state: TicketState) -> str:
    """Bring a lone ticket into that state, with counter 1 open."""
    day.open("1")
    name = day.issue().ticket
    if state is TicketState.CANCELLED:
        day.do(wish(c.CancelTicket, ticket=name))
    elif state is TicketState.LAPSED:
        day.do(wish(c.EndIssuing))
    elif state is not TicketState.WAITING:
        day.call()
    if state is TicketState.MISSED:
        day.miss()
    if state is TicketState.ENDED:
        day.miss()
        day.wait(1)
        day.do(wish(c.EndNoShow, ticket=name))
    if state is TicketState.PARKED:
        day.do(wish(c.Park, counter="1", reason="form"))
    if state is TicketState.FINISHED:
        day.finish()
    assert day.hall.tickets[name].state is state
    return name


def code(day: OneDay, command: c.Command) -> Refusal | None:
    """The refusal's code; a refused wish must not have changed anything."""
    before = dump(day.hall)
    refused = day.refusal(command)
    if refused is None:
        return GRANTED
    assert dump(day.hall) == before
    return refused.refusal


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(
    ("kind", "step"), [(c.Requeue, Step.REQUEUE), (c.CancelTicket, Step.CANCEL)]
)
def test_a_ticket_takes_the_steps_of_its_table_and_no_other(
    day: OneDay, state: TicketState, kind: type[c.Command], step: Step
) -> None:
    name = ticket_in(day, state)
    refused = day.refusal(wish(kind, ticket=name))
    then = after(state, step)
    if then is not None:
        assert refused is None
        assert day.hall.tickets[name].state is then
    else:
        assert refused is not None
        assert refused.refusal is Refusal.TICKET_NOT_ALLOWED
        assert refused.details == {"number": "A001", "state": state, "step": step}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(
    ("kind", "step"),
    [
        (c.Recall, Step.RECALL),
        (c.MarkNoShow, Step.MISS),
        (c.Park, Step.PARK),
        (c.Transfer, Step.TRANSFER),
        (c.FinishVisit, Step.FINISH),
    ],
)
def test_a_counter_takes_its_ticket_where_the_table_leads(
    day: OneDay, state: TicketState, kind: type[c.Command], step: Step
) -> None:
    name = ticket_in(day, state)
    more = {c.Park: {"reason": "form"}, c.Transfer: {"service": "land"}}
    answer = code(day, wish(kind, counter="1", **more.get(kind, {})))
    then = after(state, step)
    if then is not None:
        assert answer is GRANTED
        assert day.hall.tickets[name].state is then
    else:
        assert answer is Refusal.COUNTER_FREE


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(
    ("kind", "step"),
    [(c.CallTicket, Step.CALL), (c.CallNumber, Step.CALL), (c.Resume, Step.RESUME)],
)
def test_a_free_counter_chooses_a_ticket_where_the_table_lets_it(
    day: OneDay, state: TicketState, kind: type[c.Command], step: Step
) -> None:
    name = ticket_in(day, state)
    chosen = {"number": "a1"} if kind is c.CallNumber else {"ticket": name}
    answer = code(day, wish(kind, counter="1", **chosen))
    then = after(state, step)
    if state is TicketState.CALLED:
        assert answer is Refusal.COUNTER_BUSY
    elif then is None:
        assert answer is Refusal.TICKET_NOT_ALLOWED
    else:
        assert answer is GRANTED
        assert day.hall.tickets[name].state is then
        assert day.hall.current("1") is day.hall.tickets[name]


@pytest.mark.parametrize("state", STATES)
def test_the_next_call_is_of_one_who_waits(day: OneDay, state: TicketState) -> None:
    name = ticket_in(day, state)
    answer = code(day, wish(c.CallNext, counter="1"))
    if state is TicketState.WAITING:
        assert answer is GRANTED
        assert day.hall.tickets[name].state is TicketState.CALLED
    else:
        busy = state is TicketState.CALLED
        assert answer is (Refusal.COUNTER_BUSY if busy else Refusal.NOBODY_WAITING)


@pytest.mark.parametrize("state", STATES)
def test_the_end_of_the_day_leads_every_ticket_where_it_should(
    day: OneDay, state: TicketState
) -> None:
    name = ticket_in(day, state)
    day.do(wish(c.CloseDay))
    ends = {
        TicketState.WAITING: Step.LAPSE,
        TicketState.PARKED: Step.LAPSE,
        TicketState.CALLED: Step.FINISH,
    }
    then = LIFE[state][ends[state]] if state in ends else state
    assert day.hall.tickets[name].state is then


@pytest.mark.parametrize("state", STATES)
def test_only_a_finished_visit_can_be_rated(day: OneDay, state: TicketState) -> None:
    name = ticket_in(day, state)
    finished = state is TicketState.FINISHED
    answer = code(day, wish(c.RateVisit, visit=name, result=5, attitude=5))
    assert answer is (GRANTED if finished else Refusal.VISIT_NOT_FINISHED)


COUNTER_COMMANDS = {
    c.OpenCounter: (GRANTED, Refusal.COUNTER_ALREADY_OPEN, Refusal.COUNTER_ALREADY_OPEN),
    c.CloseCounter: (Refusal.COUNTER_NOT_OPEN, GRANTED, Refusal.COUNTER_BUSY),
    c.CallNext: (Refusal.COUNTER_NOT_OPEN, GRANTED, Refusal.COUNTER_BUSY),
    c.Recall: (Refusal.COUNTER_NOT_OPEN, Refusal.COUNTER_FREE, GRANTED),
    c.MarkNoShow: (Refusal.COUNTER_NOT_OPEN, Refusal.COUNTER_FREE, GRANTED),
    c.FinishVisit: (Refusal.COUNTER_NOT_OPEN, Refusal.COUNTER_FREE, GRANTED),
    c.CallNumber: (Refusal.COUNTER_NOT_OPEN, GRANTED, Refusal.COUNTER_BUSY),
    c.Park: (Refusal.COUNTER_NOT_OPEN, Refusal.COUNTER_FREE, GRANTED),
    c.Transfer: (Refusal.COUNTER_NOT_OPEN, Refusal.COUNTER_FREE, GRANTED),
    c.AddService: (Refusal.COUNTER_NOT_OPEN, Refusal.COUNTER_FREE, GRANTED),
    c.NoteVisit: (Refusal.COUNTER_NOT_OPEN, Refusal.COUNTER_FREE, GRANTED),
    c.UndoLast: (Refusal.COUNTER_NOT_OPEN, Refusal.NOTHING_TO_UNDO, GRANTED),
    c.StartBreak: (Refusal.COUNTER_NOT_OPEN, GRANTED, Refusal.COUNTER_BUSY),
    c.EndBreak: (Refusal.COUNTER_NOT_OPEN, Refusal.NOT_ON_BREAK, Refusal.NOT_ON_BREAK),
    c.Substitute: (Refusal.COUNTER_NOT_OPEN, GRANTED, GRANTED),
}
"""What a counter that is closed, free, busy answers."""


def at(kind: type[c.Command], counter: str) -> c.Command:
    carried: dict[str, object] = {
        "official": "Lan",
        "number": "A002",
        "reason": "lunch" if kind is c.StartBreak else "form",
        "service": "land",
        "note": "thiếu bản sao",
    }
    known = set(kind.__struct_fields__)
    own = {field: value for field, value in carried.items() if field in known}
    return wish(kind, counter=counter, **own)


@pytest.mark.parametrize("kind", COUNTER_COMMANDS)
@pytest.mark.parametrize("place", [0, 1, 2], ids=["closed", "free", "busy"])
def test_a_counter_answers_by_its_own_state(day: OneDay, kind: type[c.Command], place: int) -> None:
    day.open(*("1",) * (place > 0))
    day.issue()
    day.issue()
    if place == 2:
        day.call()
    assert code(day, at(kind, "1")) is COUNTER_COMMANDS[kind][place]


@pytest.mark.parametrize("kind", COUNTER_COMMANDS)
def test_a_counter_nobody_planned_is_unknown(day: OneDay, kind: type[c.Command]) -> None:
    day.open("1")
    assert code(day, at(kind, "77")) is Refusal.UNKNOWN_COUNTER


NOT_OPEN = Refusal.DAY_NOT_OPEN
OF_THE_DAY = {
    c.OpenDay: (GRANTED, Refusal.DAY_ALREADY_OPEN, GRANTED),
    c.CloseDay: (NOT_OPEN, GRANTED, NOT_OPEN),
    c.OpenCounter: (NOT_OPEN, Refusal.COUNTER_ALREADY_OPEN, NOT_OPEN),
    c.CloseCounter: (NOT_OPEN, Refusal.COUNTER_BUSY, NOT_OPEN),
    c.IssueTicket: (NOT_OPEN, GRANTED, NOT_OPEN),
    c.CallNext: (NOT_OPEN, Refusal.COUNTER_BUSY, NOT_OPEN),
    c.Recall: (NOT_OPEN, GRANTED, NOT_OPEN),
    c.MarkNoShow: (NOT_OPEN, GRANTED, NOT_OPEN),
    c.Requeue: (NOT_OPEN, GRANTED, NOT_OPEN),
    c.FinishVisit: (NOT_OPEN, GRANTED, NOT_OPEN),
    c.RateVisit: (Refusal.UNKNOWN_VISIT, Refusal.VISIT_NOT_FINISHED, GRANTED),
    c.ExplainRating: (
        Refusal.UNKNOWN_VISIT,
        Refusal.VISIT_NOT_FINISHED,
        Refusal.NO_REASONS_ASKED,
    ),
    c.CancelTicket: (
        Refusal.UNKNOWN_TICKET,
        Refusal.TICKET_NOT_ALLOWED,
        Refusal.TICKET_NOT_ALLOWED,
    ),
    c.ConfirmPrinted: (Refusal.UNKNOWN_TICKET, Refusal.ALREADY_PRINTED, Refusal.ALREADY_PRINTED),
    c.ReportNotPrinted: (Refusal.UNKNOWN_TICKET, Refusal.ALREADY_PRINTED, Refusal.ALREADY_PRINTED),
    c.RedirectPrinting: (Refusal.UNKNOWN_TICKET, Refusal.ALREADY_PRINTED, Refusal.ALREADY_PRINTED),
    c.ReleasePrinting: (Refusal.UNKNOWN_TICKET, Refusal.ALREADY_PRINTED, Refusal.ALREADY_PRINTED),
    c.BookAppointment: (GRANTED,) * 3,
    c.MoveAppointment: (Refusal.UNKNOWN_APPOINTMENT,) * 3,
    c.CancelAppointment: (Refusal.UNKNOWN_APPOINTMENT,) * 3,
    c.CheckInAppointment: (Refusal.UNKNOWN_APPOINTMENT,) * 3,
    c.ReleaseAppointment: (Refusal.UNKNOWN_APPOINTMENT,) * 3,
    c.RemindAppointment: (Refusal.UNKNOWN_APPOINTMENT,) * 3,
    c.ImportAppointments: (Refusal.NOTHING_TO_IMPORT,) * 3,
    c.PauseService: (GRANTED,) * 3,
    c.OfferService: (Refusal.SERVICE_NOT_PAUSED,) * 3,
    c.EndIssuing: (NOT_OPEN, GRANTED, NOT_OPEN),
    c.CallTicket: (NOT_OPEN, Refusal.COUNTER_BUSY, NOT_OPEN),
    c.CallNumber: (NOT_OPEN, Refusal.COUNTER_BUSY, NOT_OPEN),
    c.Park: (NOT_OPEN, GRANTED, NOT_OPEN),
    c.Resume: (NOT_OPEN, Refusal.COUNTER_BUSY, NOT_OPEN),
    c.Transfer: (NOT_OPEN, Refusal.NOWHERE_TO_TRANSFER, NOT_OPEN),
    c.AddService: (NOT_OPEN, Refusal.SERVICE_PLANNED_ALREADY, NOT_OPEN),
    c.NoteVisit: (NOT_OPEN, GRANTED, NOT_OPEN),
    c.UndoLast: (NOT_OPEN, GRANTED, NOT_OPEN),
    c.ReturnNoShow: (NOT_OPEN, Refusal.TICKET_NOT_ALLOWED, NOT_OPEN),
    c.EndNoShow: (NOT_OPEN, Refusal.TICKET_NOT_ALLOWED, NOT_OPEN),
    c.StartBreak: (NOT_OPEN, Refusal.COUNTER_BUSY, NOT_OPEN),
    c.EndBreak: (NOT_OPEN, Refusal.NOT_ON_BREAK, NOT_OPEN),
    c.Substitute: (NOT_OPEN, GRANTED, NOT_OPEN),
    c.ChooseProfile: (NOT_OPEN, Refusal.SAME_PROFILE, NOT_OPEN),
    c.GivePriority: (Refusal.UNKNOWN_TICKET, Refusal.NOT_WAITING, Refusal.NOT_WAITING),
    c.MoveCounter: (NOT_OPEN, Refusal.COUNTER_BUSY, NOT_OPEN),
    c.ChangeServices: (NOT_OPEN, GRANTED, NOT_OPEN),
    c.PutUpNotice: (NOT_OPEN, GRANTED, NOT_OPEN),
    c.TakeDownNotice: (Refusal.NO_NOTICE_UP,) * 3,
    c.TakeNumber: (NOT_OPEN, GRANTED, NOT_OPEN),
    c.ShowEmergency: (GRANTED,) * 3,
    c.ClearEmergency: (Refusal.NO_EMERGENCY,) * 3,
    c.SetSound: (GRANTED,) * 3,
    c.TellCounter: (NOT_OPEN, GRANTED, NOT_OPEN),
    c.ReadMessage: (Refusal.NO_MESSAGE,) * 3,
    c.ReceiveDossier: (Refusal.UNKNOWN_VISIT, GRANTED, GRANTED),
    c.PrintSlip: (Refusal.UNKNOWN_DOSSIER,) * 3,
    c.PrintProcedure: (Refusal.NO_PRINTER,) * 3,
    c.PrintTrial: (GRANTED,) * 3,
    c.ConfirmSlip: (Refusal.UNKNOWN_SLIP,) * 3,
    c.ReportSlip: (Refusal.UNKNOWN_SLIP,) * 3,
    c.RedirectSlip: (Refusal.UNKNOWN_SLIP,) * 3,
    c.ReleaseSlip: (Refusal.UNKNOWN_SLIP,) * 3,
    c.PrintManifest: (Refusal.UNKNOWN_RUN,) * 3,
    c.OpenRun: (GRANTED,) * 3,
    c.ScanOut: (Refusal.UNKNOWN_RUN,) * 3,
    c.ScanIn: (Refusal.UNKNOWN_DOSSIER,) * 3,
    c.CloseRun: (Refusal.UNKNOWN_RUN,) * 3,
    **dict.fromkeys(
        (c.ConfirmNotice, c.ReportNotice, c.LeaveToCall, c.DropNotice, c.NoteCall),
        (Refusal.UNKNOWN_NOTICE,) * 3,
    ),
    c.FileComplaint: (Refusal.UNKNOWN_VISIT, GRANTED, GRANTED),
    **{
        kind: (Refusal.UNKNOWN_COMPLAINT,) * 3
        for kind in c.AnyComplaintCommand.__args__
        if kind is not c.FileComplaint
    },
    **dict.fromkeys(
        (
            c.ChargeFee,
            c.CorrectFee,
            c.PayFees,
            c.CancelFee,
            c.AskDelivery,
            c.CallOffDelivery,
            c.HandToCarrier,
            c.ConfirmDelivered,
            c.NoteCameBack,
        ),
        (Refusal.UNKNOWN_DOSSIER,) * 3,
    ),
    c.LeaseNumbers: (GRANTED, GRANTED, GRANTED),
    c.PassOverNumbers: (GRANTED, GRANTED, GRANTED),
    c.HandInTicket: (Refusal.DAY_NOT_OPEN, GRANTED, GRANTED),
    c.SealDay: (Refusal.NOTHING_TO_SEAL,) * 3,
    c.StrikeDossier: (Refusal.UNKNOWN_DOSSIER,) * 3,
    c.UndoDossierStep: (Refusal.UNKNOWN_DOSSIER,) * 3,
    c.StrikeRating: (Refusal.UNKNOWN_RATING,) * 3,
    c.GiveFigure: (GRANTED,) * 3,
    **{
        kind: (Refusal.UNKNOWN_DOSSIER,) * 3
        for kind in c.AnyCommand.__args__
        if kind in DOSSIER_COMMANDS and kind is not c.ReceiveDossier
    },
}
"""What the hall answers while its day was never opened, is open, is closed; one ticket is called."""


def about_the_first_ticket(kind: type[c.Command]) -> c.Command:
    name = "2026-11-23-A001"
    fields: dict[str, object] = {
        "counter": "1",
        "official": "Lan",
        "service": "birth",
        "ticket": name,
        "visit": name,
        "result": 4,
        "attitude": 4,
        "reasons": ("waiting",),
        "fault": "no paper",
        "told_by": "board-1",
        "up_to": {"A": 30},
        "station": "kiosk-2",
        "procedure": "1.000002",
        "dossier": "H00.01-261123-0001",
        "slip": "H00.01-261123-0001-receipt-1",
        "reason": "form",
        "number": "A001",
        "message": "Máy đang bảo trì",
        "to": "2",
        "note": "thiếu bản sao",
        "lease": "forgotten",
        "business_day": MONDAY,
        "serial": 501,
        "issued_at": EIGHT_O_CLOCK,
        "step": "finish",
        "services": ("land",),
        "vi": "Xin chào",
        "sound": "chime",
        "text": "Xin gọi tổ máy chủ",
        "due_at": EIGHT_O_CLOCK + 4 * 1440 * MINUTE,
        "run": "2026-11-23-1",
        "department": "justice",
        "notice": "H00.01-261123-0001-finished-9",
        "channel": "email",
        "why": "no_consent" if kind is c.DropNotice else "by_phone",
        "reached": True,
        "complaint": "PA-261123-0001",
        "digest": "0" * 64,
        "question": "Khi nào?",
        "finding": "right",
        "about": "conduct",
        "indicator": "4.2",
        "first": MONDAY,
        "last": MONDAY,
        "fulfilled": 80,
        "of": 100,
        "source": "Cổng dịch vụ công",
        "fee": 1,
        "amount": 1000,
        "method": "cash",
        "carrier": "VNPost",
        "device": "a phone",
        "dossiers": ("H00.01-261123-0001",),
        "appointment": "LH-261123-000000",
        "starts_at": EIGHT_O_CLOCK + 30 * MINUTE,
        "code": 7 if kind is c.TakeNumber else "123456",
    }
    known = set(kind.__struct_fields__)
    if kind is c.IssueTicket:
        known.discard("dossier")  # nobody comes with a receipt
    return wish(kind, **{field: value for field, value in fields.items() if field in known})


def test_no_command_is_missing_here() -> None:
    assert set(OF_THE_DAY) == set(c.AnyCommand.__args__)


@pytest.mark.parametrize("place", [0, 1, 2], ids=["never opened", "open", "closed"])
def test_the_day_decides_what_may_happen(place: int) -> None:
    for kind, answers in OF_THE_DAY.items():
        day = OneDay()
        if place:
            day.open("1")
            day.issue()
            day.call()
        if place == 2:
            day.do(wish(c.CloseDay))
        assert code(day, about_the_first_ticket(kind)) is answers[place], kind


@pytest.mark.parametrize(
    ("kind", "refusal"),
    [
        (c.Requeue, Refusal.UNKNOWN_TICKET),
        (c.CancelTicket, Refusal.UNKNOWN_TICKET),
        (c.ConfirmPrinted, Refusal.UNKNOWN_TICKET),
        (c.ReportNotPrinted, Refusal.UNKNOWN_TICKET),
        (c.RedirectPrinting, Refusal.UNKNOWN_TICKET),
        (c.ReleasePrinting, Refusal.UNKNOWN_TICKET),
        (c.RateVisit, Refusal.UNKNOWN_VISIT),
    ],
)
def test_a_ticket_nobody_holds_is_unknown(
    day: OneDay, kind: type[c.Command], refusal: Refusal
) -> None:
    day.open("1")
    assert code(day, about_the_first_ticket(kind)) is refusal


def test_every_state_is_reached_and_every_end_is_an_end() -> None:
    reached, news = {TicketState.WAITING}, {TicketState.WAITING}
    while news:
        news = {then for state in news for then in LIFE[state].values()} - reached
        reached |= news
    assert reached == set(LIFE) == set(TicketState)
    assert {step for steps in LIFE.values() for step in steps} == set(Step)


def test_the_diagram_draws_every_line_of_the_table() -> None:
    drawn = diagram()
    for state, steps in LIFE.items():
        for step, then in steps.items():
            assert f"    {state} --> {then}: {step}\n" in drawn
        assert steps or f"    {state} --> [*]\n" in drawn
    assert drawn.startswith("stateDiagram-v2\n    [*] --> waiting: issue\n")
