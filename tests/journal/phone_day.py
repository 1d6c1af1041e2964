"""A day on which citizens come with phones: taken by the code, carried over, rated on the phone."""

from hallctl.core import commands as c
from hallctl.core.permissions import Actor, Role
from tests.core.one_day import KIOSK
from tests.journal.one_hall import OneHall

DESK = Actor("phone", Role.HALL)


async def live_a_full_day_with_phones(hall: OneHall) -> None:
    """Two numbers by phone; one is served and rated, one waits in vain and goes on next day."""
    await hall.ask(hall.wish(c.OpenDay))
    await hall.ask(hall.wish(c.OpenCounter, counter="1", official="official-1"))
    for device in ("9f3a1c77d0b2e845", "17b2c4d8e9f0a356"):
        taken = hall.wish(c.TakeNumber, service="birth", device=device, code=7)
        await hall.ask(taken, DESK)
    await hall.ask(hall.wish(c.CallNext, counter="1"))
    await hall.ask(hall.wish(c.FinishVisit, counter="1"))
    first = next(iter(hall.controller.hall.tickets))
    holder = Actor("phone", Role.CITIZEN, ticket=first, device="9f3a1c77d0b2e845")
    await hall.ask(hall.wish(c.RateVisit, visit=first, result=4, attitude=5), holder)
    await hall.ask(hall.wish(c.PutUpNotice, vi="Quét mã trên bảng để lấy số"))
    await hall.ask(hall.wish(c.TakeDownNotice))
    await hall.ask(hall.wish(c.EndIssuing))
    await hall.ask(hall.wish(c.CloseDay))
    hall.clock.sleep()
    await hall.ask(hall.wish(c.OpenDay))
    await hall.ask(hall.wish(c.CloseDay))
    hall.clock.sleep()
    await hall.ask(hall.wish(c.OpenDay))
    await hall.ask(hall.wish(c.OpenCounter, counter="3", official="official-4"))
    await hall.ask(hall.wish(c.IssueTicket, service="tax", language="en"), KIOSK)
