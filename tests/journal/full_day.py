"""A little day with every kind of fact in it, the same every time it is lived."""

from hallctl.core import commands as c
from tests.core.one_day import KIOSK
from tests.journal.one_hall import OneHall


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
