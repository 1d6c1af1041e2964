"""A hall that is still open at midnight: the public's page goes on, and counts no day that isn't over."""

from pathlib import Path

from tests.in_a_loop import in_a_loop
from tests.web.pages_read import as_read
from tests.web.working_hall import WorkingHall, working_hall

FIFTEEN_HOURS_AND_A_BIT = 15 * 60 + 1
YESTERDAY = "days/2026-11-20"


async def today(hall: WorkingHall) -> str:
    async with hall.session.get(f"{hall.url}/today") as answer:
        assert answer.status == 200
        return as_read(await answer.text())


@in_a_loop
async def test_the_day_that_is_still_open_is_shown_among_the_past_once_it_is_closed(
    tmp_path: Path,
) -> None:
    async with working_hall(tmp_path / "hall") as hall:
        await hall.open()
        await hall.take_number()
        hall.clock.pass_minutes(FIFTEEN_HOURS_AND_A_BIT)
        assert YESTERDAY not in await today(hall)
        await hall.send("CloseDay")
        assert YESTERDAY in await today(hall)
