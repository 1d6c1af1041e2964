"""A little day with every kind of fact in it, the same every time it is lived."""

from uuid import UUID

import msgspec

from hallctl.core import commands as c
from hallctl.core.applying import apply
from hallctl.core.applying.epochs import next_epoch
from hallctl.journal.entry import Entry, Fact
from tests.core.one_day import EIGHT_O_CLOCK, KIOSK, MINUTE, PRINTING_PANEL
from tests.journal.one_hall import OneHall

THURSDAY_3_DECEMBER = EIGHT_O_CLOCK + 10 * 1440 * MINUTE


async def live_a_full_day(hall: OneHall) -> None:
    """Two days in a small hall; every kind of fact, and a refusal, end up in its journal."""
    await hall.ask(hall.wish(c.OpenDay))
    for counter in ("1", "2", "3"):
        await hall.ask(hall.wish(c.OpenCounter, counter=counter, official=f"official-{counter}"))
    await _take_numbers(hall)
    await _serve(hall)
    await hall.ask(hall.wish(c.CloseDay))
    hall.clock.sleep()
    await hall.ask(hall.wish(c.OpenDay))
    await hall.ask(hall.wish(c.OpenCounter, counter="3", official="official-4"))
    await hall.ask(hall.wish(c.IssueTicket, service="tax", language="en"), KIOSK)


async def live_a_full_day_with_dossiers(hall: OneHall) -> None:
    """The same, and on the second day a dossier on every way it can go."""
    await live_a_full_day(hall)
    await _receive_dossiers(hall)


async def live_a_full_day_with_slips(hall: OneHall) -> None:
    """The same, and receipts from a counter's printer."""
    await live_a_full_day_with_dossiers(hall)
    await _print_slips(hall)


async def live_a_full_day_with_redirected_slips(hall: OneHall) -> None:
    """The same, and a ticket's slip goes to another kiosk: once let go of, once believed lost."""
    await live_a_full_day_with_slips(hall)
    c001 = "2026-11-24-C001"
    await hall.ask(hall.wish(c.ReportNotPrinted, ticket=c001, fault="gone"), KIOSK)
    await hall.ask(hall.wish(c.RedirectPrinting, ticket=c001, station="kiosk-2"))
    await hall.ask(hall.wish(c.ReleasePrinting, ticket=c001), KIOSK)
    await hall.ask(
        hall.wish(c.RedirectPrinting, ticket=c001, station="kiosk-1", confirmed_lost=True)
    )


async def live_a_full_day_with_corrections(hall: OneHall) -> None:
    """The same, and on the third day wrong steps are undone, a dossier and a rating are struck."""
    await live_a_full_day_with_redirected_slips(hall)
    await correct_figures(hall)
    await hall.ask(hall.wish(c.OpenDay))
    await hall.ask(hall.wish(c.OpenCounter, counter="3", official="official-4"))
    await hall.ask(hall.wish(c.IssueTicket, service="tax", language="en"), KIOSK)


async def correct_figures(hall: OneHall) -> None:
    """The day after: its dossiers are sealed, and something of it was wrong."""
    hall.clock.sleep()
    await hall.ask(hall.wish(c.SealDay))
    by_state = {one.state: one.dossier for one in hall.controller.hall.dossiers.every.values()}
    rated = next(iter(hall.controller.hall.ratings))
    for kind, about in (
        (c.UndoDossierStep, {"dossier": by_state["returned"], "step": "return"}),
        (c.UndoDossierStep, {"dossier": by_state["refused"], "step": "refuse"}),
        (c.StrikeDossier, {"dossier": by_state["received"]}),
        (c.StrikeRating, {"visit": rated}),
    ):
        hall.clock.wait(1)
        await hall.ask(hall.wish(kind, reason="nhập nhầm", **about))


async def live_a_full_day_with_notices(hall: OneHall) -> None:
    """The same, with a counter that serves something else, and a notice put up and taken down."""
    await live_a_full_day_with_redirected_slips(hall)
    await hall.ask(hall.wish(c.ChangeServices, counter="3", services=("land", "tax")))
    await hall.ask(hall.wish(c.PutUpNotice, vi="Cửa phía đông tạm đóng."))
    await hall.ask(hall.wish(c.TakeDownNotice))


async def live_a_full_day_put_forward(hall: OneHall) -> None:
    """A number is put forward, a counter moved, and a trial printed."""
    await live_a_full_day_with_redirected_slips(hall)
    waiting = next(reversed(hall.controller.hall.tickets))
    await hall.ask(hall.wish(c.GivePriority, ticket=waiting, priority="elderly"))
    await hall.ask(hall.wish(c.MoveCounter, counter="3", to="2"))
    await hall.ask(hall.wish(c.MoveCounter, counter="2", to="3"))
    await hall.ask(hall.wish(c.PrintTrial, station="kiosk-1"))


async def _take_numbers(hall: OneHall) -> None:
    for service, priority in (("birth", None), ("birth", "elderly"), ("land", True), ("tax", None)):
        hall.clock.wait(1)
        await hall.ask(hall.wish(c.IssueTicket, service=service, priority=priority), KIOSK)
    a001, b001 = "2026-11-23-A001", "2026-11-23-B001"
    await hall.ask(hall.wish(c.ConfirmPrinted, ticket=a001), KIOSK)
    await hall.ask(hall.wish(c.ReportNotPrinted, ticket=b001, fault="paper-out"), KIOSK)
    await hall.ask(hall.wish(c.CancelTicket, ticket="2026-11-23-C001"), KIOSK)
    await hall.ask(hall.wish(c.CallNext, counter="77"))


async def _serve(hall: OneHall) -> None:
    for kind in (c.CallNext, c.Recall, c.MarkNoShow, c.CallNext, c.FinishVisit):
        hall.clock.wait(2)
        await hall.ask(hall.wish(kind, counter="1"))
    await hall.ask(hall.wish(c.Requeue, ticket="2026-11-23-A002"))
    finished = [t.visit for t in hall.controller.hall.tickets.values() if t.finished_at]
    await hall.ask(hall.wish(c.RateVisit, visit=finished[0], result=5, attitude=4))
    await hall.ask(hall.wish(c.CallNext, counter="1"))
    await hall.ask(hall.wish(c.CloseCounter, counter="3"))
    await _disappoint(hall)


async def _disappoint(hall: OneHall) -> None:
    hall.clock.wait(2)
    (visit,) = [t.visit for t in hall.controller.hall.tickets.values() if t.state == "called"]
    await hall.ask(hall.wish(c.FinishVisit, counter="1"))
    await hall.ask(hall.wish(c.RateVisit, visit=visit, result=2, attitude=1))
    await hall.ask(hall.wish(c.ExplainRating, visit=visit, reasons=("waiting", "manners")))


async def _receive_dossiers(hall: OneHall) -> None:
    for _ in range(5):
        hall.clock.wait(1)
        await hall.ask(hall.wish(c.ReceiveDossier, procedure="1.000002", counter="3"))
    codes = [f"H00.01-261124-{serial:04}" for serial in range(1, 6)]
    whole_life = (
        (c.ForwardDossier, {"department": "environment"}),
        (c.ProcessDossier, {}),
        (c.RequestSupplement, {"reason": "bản sao bị mờ", "needs": ("Bản sao hộ khẩu",)}),
        (c.ResumeDossier, {}),
        (c.FinishDossier, {}),
        (c.ReturnDossier, {"counter": "3"}),
    )
    for kind, more in whole_life:
        hall.clock.wait(1)
        await hall.ask(hall.wish(kind, dossier=codes[0], **more))
    await hall.ask(hall.wish(c.RefuseDossier, dossier=codes[1], reason="không đủ điều kiện"))
    await hall.ask(hall.wish(c.WithdrawDossier, dossier=codes[2]))
    await hall.ask(hall.wish(c.StopDossier, dossier=codes[3], reason="người nộp đề nghị"))
    due_at = THURSDAY_3_DECEMBER
    delay = hall.wish(c.ReappointDossier, dossier=codes[4], reason="chờ xác minh", due_at=due_at)
    await hall.ask(delay)


async def _print_slips(hall: OneHall) -> None:
    """A receipt that comes out at once, and one that has to wait for paper."""
    for _ in range(2):
        wish = hall.wish(c.ReceiveDossier, procedure="1.000002", counter="1")
        await hall.ask(wish, PRINTING_PANEL)
    printed, waiting = hall.controller.hall.slips
    await hall.ask(hall.wish(c.ConfirmSlip, slip=printed), PRINTING_PANEL)
    await hall.ask(hall.wish(c.ReportSlip, slip=waiting, fault="paper_out"), PRINTING_PANEL)


async def live_a_full_day_with_outages(hall: OneHall) -> None:
    """The same; a kiosk was alone on both days, and comes back on the second."""
    await hall.ask(hall.wish(c.OpenDay))
    await hall.ask(hall.wish(c.LeaseNumbers), KIOSK)
    for serial in range(501, 510):
        await hall.ask(_given_alone(hall, serial), KIOSK)
    await hall.ask(hall.wish(c.CloseDay))
    hall.clock.sleep()
    await hall.ask(hall.wish(c.OpenDay))
    await hall.ask(_given_alone(hall, 510), KIOSK)
    await hall.ask(hall.wish(c.OpenCounter, counter="3", official="official-4"))
    await hall.ask(hall.wish(c.IssueTicket, service="tax", language="en"), KIOSK)


async def live_a_full_day_after_a_restore(hall: OneHall) -> None:
    """The same, and the journal begins a new epoch before the last number."""
    for kind in (c.OpenDay, c.CloseDay, c.OpenDay):
        await hall.ask(hall.wish(kind))
    for _ in range(20):
        await hall.ask(hall.wish(c.IssueTicket, service="tax"), KIOSK)
    hall.clock.sleep()
    memory = hall.controller.hall
    event = next_epoch(memory, "restored", hall.clock.now(), hall.clock.today())
    apply(memory, event)
    day = memory.business_day or hall.clock.today()
    fact = Fact(memory.journal_number, day, msgspec.json.encode(event).decode())
    entry = Entry(
        command_id=str(UUID(int=88_001)), digest=bytes(8), actor="restored", facts=(fact,)
    )
    hall.journal.append(memory.journal_number - 1, [entry])
    seen = hall.wish(
        c.PassOverNumbers,
        told_by="board-1",
        business_day=hall.clock.today(),
        up_to={"C": 40_000, "H00.01": 12, "PA": 3},
    )
    await hall.ask(seen)
    await hall.ask(hall.wish(c.OpenDay))
    await hall.ask(hall.wish(c.OpenCounter, counter="3", official="official-4"))
    await hall.ask(hall.wish(c.IssueTicket, service="tax", language="en"), KIOSK)


def _given_alone(hall: OneHall, serial: int) -> c.Command:
    lease = next(iter(hall.controller.hall.leases.every.values()))
    return hall.wish(
        c.HandInTicket,
        lease=lease.lease,
        business_day=lease.business_day,
        service="birth",
        serial=serial,
        issued_at=hall.clock.at,
    )
