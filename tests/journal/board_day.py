"""A day on which boards are told what to show and how to sound."""

from hallctl.core import commands as c
from tests.journal.full_day import live_a_full_day
from tests.journal.one_hall import OneHall


async def live_a_full_day_with_boards(hall: OneHall) -> None:
    """A full day, an emergency that outlives it, a quiet zone, and a word to a counter."""
    await live_a_full_day(hall)
    await run_the_boards(hall)


async def run_the_boards(hall: OneHall) -> None:
    """Every fact about boards, with something left of each."""
    for kind, more in (
        (c.ShowEmergency, {"vi": "Mất điện. Xin ngồi tại chỗ."}),
        (c.ClearEmergency, {}),
        (c.SetSound, {"sound": "chime", "zone": "A"}),
        (c.PutUpNotice, {"vi": "Khu A tạm nghỉ.", "en": "Area A has a break.", "zone": "A"}),
        (c.TellCounter, {"counter": "3", "text": "Xin gọi tổ máy chủ."}),
        (c.ReadMessage, {"counter": "3"}),
        (c.TellCounter, {"counter": "3", "text": "Còn năm phút nữa đóng cửa."}),
        (c.ShowEmergency, {"vi": "Có cháy. Xin ra ngoài.", "en": "Fire. Please leave."}),
    ):
        hall.clock.wait(1)
        await hall.ask(hall.wish(kind, **more))
