"""What may be asked of a small hall: how often each kind of wish, and what it may carry.

On a busy day most wishes are those of the main road; on an office day every kind gets its turn.
"""

from random import Random

from hallctl.core import commands as c
from tests.core.one_day import MONDAY

OFFICE_DAY = {
    c.OpenDay: 4,
    c.OpenCounter: 6,
    c.IssueTicket: 10,
    c.CallNext: 10,
    c.Recall: 2,
    c.MarkNoShow: 2,
    c.Requeue: 4,
    c.FinishVisit: 8,
    c.RateVisit: 12,
    c.ExplainRating: 20,
    c.ConfirmPrinted: 2,
    c.RedirectPrinting: 8,
    c.ReleasePrinting: 10,
    c.ReceiveDossier: 5,
    c.ResumeDossier: 3,
    c.ConfirmSlip: 3,
    c.ReportSlip: 2,
    c.RedirectSlip: 5,
    c.ReleaseSlip: 8,
    c.PrintManifest: 4,
    c.ReappointDossier: 3,
    c.Park: 3,
    c.AddService: 4,
    c.OfferService: 3,
    c.Resume: 3,
    c.Transfer: 3,
    c.UndoLast: 8,
    c.StrikeRating: 8,
    c.ScanOut: 3,
    c.UndoDossierStep: 8,
    c.LeaveToCall: 3,
    c.AskDelivery: 4,
    c.HandToCarrier: 8,
    c.ConfirmDelivered: 4,
    c.NoteCameBack: 3,
    c.ChargeFee: 3,
    c.NoteCall: 6,
    c.ScanIn: 3,
    c.HandInTicket: 2,
    c.FileComplaint: 2,
    c.ForwardComplaint: 2,
    c.AnswerComplaint: 2,
    c.BookAppointment: 8,
    c.MoveAppointment: 2,
    c.CancelAppointment: 2,
    c.CheckInAppointment: 4,
    c.ReleaseAppointment: 3,
    c.ImportAppointments: 3,
    c.ReadMessage: 3,
    c.ClearEmergency: 2,
    c.GivePriority: 2,
}
"""A kind that is not named is asked once in a while."""

BUSY_DAY = OFFICE_DAY | {
    c.OpenDay: 12,
    c.OpenCounter: 16,
    c.CloseCounter: 6,
    c.MoveCounter: 4,
    c.IssueTicket: 160,
    c.TakeNumber: 16,
    c.CallNext: 160,
    c.CallTicket: 20,
    c.CallNumber: 12,
    c.Recall: 10,
    c.MarkNoShow: 24,
    c.ReturnNoShow: 12,
    c.EndNoShow: 4,
    c.Requeue: 16,
    c.FinishVisit: 120,
    c.RateVisit: 60,
    c.Park: 30,
    c.Resume: 60,
    c.Transfer: 30,
    c.AddService: 24,
    c.UndoLast: 40,
    c.Substitute: 6,
    c.CancelTicket: 12,
    c.GivePriority: 8,
    c.ConfirmPrinted: 20,
    c.BookAppointment: 24,
    c.CheckInAppointment: 30,
    c.OfferService: 6,
}

KINDS = list(c.AnyCommand.__args__)

AT_A_FREE_COUNTER = frozenset(
    {c.CallNext, c.CallTicket, c.CallNumber, c.Resume, c.StartBreak, c.CloseCounter, c.MoveCounter}
)
AT_A_BUSY_COUNTER = frozenset(
    {c.Recall, c.MarkNoShow, c.FinishVisit, c.Park, c.Transfer, c.AddService, c.NoteVisit}
)


def weights_of(wishes: dict[type[c.Command], int]) -> list[int]:
    """How often each kind is asked, in the order of ``KINDS``."""
    return [wishes.get(kind, 1) for kind in KINDS]


def one_of(random: Random, *sensible: object, nonsense: object) -> object:
    """Mostly one of the sensible answers."""
    return nonsense if random.random() < 0.07 else random.choice(sensible)


def fields(random: Random, ticket: str) -> dict[str, object]:
    """What any command may carry."""
    return {
        "counter": one_of(random, "1", "2", "3", nonsense="77"),
        "service": one_of(random, "birth", "land", "tax", nonsense="visas"),
        "services": one_of(random, (), ("land", "tax"), nonsense=("visas",)),
        "official": random.choice(("Lan", "Minh", "Hoa")),
        "number": ticket[-4:],
        "to_counter": one_of(random, None, "1", "3", nonsense="77"),
        "place": random.choice(("front", "waited", "end")),
        "also": random.choice(((), (), ("land",), ("tax", "birth"))),
        "message": "Máy đang bảo trì",
        "note": one_of(random, "thiếu bản sao", nonsense="gọi 0912 345 678"),
        "vi": "Thang máy đang bảo trì",
        "sound": random.choice(("chime", "visual", "planned")),
        "zone": one_of(random, None, "A", nonsense="Z"),
        "text": "Xin gọi tổ máy chủ",
        "to": one_of(random, "1", "2", "3", nonsense="77"),
        "outcome": one_of(random, None, None, "done", nonsense="royal"),
        "ticket": ticket,
        "visit": ticket,
        "indicator": random.choice(("1", "3.6", "4.2")),
        "first": MONDAY,
        "last": one_of(random, MONDAY, nonsense=MONDAY.replace(year=2020)),
        "fulfilled": random.randrange(120),
        "of": 100,
        "source": "Cổng dịch vụ công",
        "priority": one_of(random, None, None, True, "elderly", "merit", nonsense="royal"),
        "profile": one_of(random, None, "land-first", "everything", nonsense="x"),
        "language": one_of(random, None, "en", nonsense="fr"),
        "result": random.randint(1, 5),
        "attitude": random.randint(1, 5),
        "reasons": one_of(random, ("waiting",), ("manners", "waiting"), nonsense=("weather",)),
        "fault": "paper-out",
        "is_held": random.random() < 0.5,
        "station": one_of(random, "kiosk-1", "kiosk-2", nonsense="board-1"),
        "confirmed_lost": random.random() < 0.3,
        "procedure": one_of(random, "1.000001", "1.000002", "1.000004", nonsense="1.000003"),
        "department": one_of(random, None, "justice", nonsense="royal"),
        "reason": one_of(random, "form", "form", "lunch", nonsense="một tờ chưa ký"),
        "run": one_of(random, f"{MONDAY}-1", f"{MONDAY}-2", nonsense="2026-11-23-99"),
        "direction": one_of(random, "out", nonsense="back"),
        "with_result": random.random() < 0.5,
        "step": one_of(random, "forward", "take_up", "finish", "request_supplement", nonsense="x"),
        "device": f"phone {random.randrange(12)}",
        "code": random.randint(1, 9),
        "digest": "0" * 64,
        "question": "Khi nào?",
        "about": "conduct",
        "finding": "partly",
    }
