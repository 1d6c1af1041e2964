"""What a busy floor adds to the full day: every kind of fact of its own, the same every time."""

from hallctl.core import commands as c
from tests.core.one_day import KIOSK
from tests.journal.full_day import live_a_full_day_with_redirected_slips
from tests.journal.one_hall import OneHall


async def live_a_busy_floor(hall: OneHall) -> None:
    """A day of transfers, legs, breaks and undone presses; then the full day, one day later."""
    await hall.ask(hall.wish(c.OpenDay))
    for ticket in list(hall.controller.hall.tickets):  # kept since yesterday
        await hall.ask(hall.wish(c.CancelTicket, ticket=ticket))
    for counter in ("1", "3"):
        await hall.ask(hall.wish(c.OpenCounter, counter=counter, official=f"official-{counter}"))
    await _take_numbers(hall)
    await _serve(hall)
    await _no_shows(hall)
    await _breaks(hall)
    await _offers(hall)
    await hall.ask(hall.wish(c.CloseDay))


async def live_every_day(hall: OneHall) -> None:
    """Everything the hall knows, on one journal."""
    await live_a_full_day_with_redirected_slips(hall)
    await hall.ask(hall.wish(c.CloseDay))
    hall.clock.sleep()
    await live_a_busy_floor(hall)
    hall.clock.sleep()
    await hall.ask(hall.wish(c.OpenDay))  # with the numbers that were carried over
    await hall.ask(hall.wish(c.CloseDay))
    hall.clock.sleep()
    await hall.ask(hall.wish(c.OpenDay))
    await hall.ask(hall.wish(c.OpenCounter, counter="3", official="official-4"))
    await hall.ask(hall.wish(c.IssueTicket, service="tax", language="en"), KIOSK)


async def _take_numbers(hall: OneHall) -> None:
    for also in (("land", "tax"), (), (), ()):
        hall.clock.wait(1)
        await hall.ask(hall.wish(c.IssueTicket, service="birth", also=also), KIOSK)


async def _serve(hall: OneHall) -> None:
    await _at(hall, "1", c.CallNext)
    await _at(hall, "1", c.Park, reason="form")
    await _at(hall, "1", c.Resume, ticket=_newest_parked(hall))
    await _at(hall, "1", c.NoteVisit, note="thiếu bản sao giấy khai sinh")
    await _at(hall, "1", c.FinishVisit, outcome="done")
    await _at(hall, "3", c.CallNext)
    await _at(hall, "3", c.AddService, service="birth")
    await _at(hall, "3", c.Transfer, service="tax", to_counter="3", place="front")
    await _at(hall, "3", c.CloseCounter)
    await hall.ask(hall.wish(c.OpenCounter, counter="3", official="official-3"))
    await _at(hall, "3", c.CallNext)
    await _at(hall, "3", c.UndoLast)


async def _no_shows(hall: OneHall) -> None:
    for wish in (c.ReturnNoShow, c.EndNoShow):
        await _at(hall, "1", c.CallNext)
        await _at(hall, "1", c.MarkNoShow)
        hall.clock.wait(5)
        (missed,) = hall.controller.hall.missed
        await hall.ask(hall.wish(wish, ticket=missed))


async def _breaks(hall: OneHall) -> None:
    await _at(hall, "1", c.StartBreak, reason="lunch")
    await _at(hall, "1", c.EndBreak)
    await _at(hall, "1", c.Substitute, official="official-9")
    await _at(hall, "1", c.ChooseProfile, profile="land-first")
    await _at(hall, "1", c.UndoLast)
    await _at(hall, "1", c.ChooseProfile, profile="land-first")


async def _offers(hall: OneHall) -> None:
    await hall.ask(hall.wish(c.PauseService, service="tax", message="Máy đang bảo trì"))
    await hall.ask(hall.wish(c.OfferService, service="tax"))
    await _ended_too_soon(hall)
    await hall.ask(hall.wish(c.EndIssuing))


async def _ended_too_soon(hall: OneHall) -> None:
    """The numbers, then the day; both go on after all."""
    for end in (c.EndIssuing, c.CloseDay):
        await hall.ask(hall.wish(end))
        hall.clock.wait(1)
        await hall.ask(hall.wish(c.OpenDay))


async def _at(hall: OneHall, counter: str, kind: type[c.Command], **fields: object) -> None:
    hall.clock.wait(0.1)
    answer = await hall.ask(hall.wish(kind, counter=counter, **fields))
    assert not answer.is_refusal, answer.body


def _newest_parked(hall: OneHall) -> str:
    return [*hall.controller.hall.parked][-1]
