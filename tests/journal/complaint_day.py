"""A day on which citizens complain: every kind of fact there is about complaints."""

from hallctl.core import commands as c
from tests.journal.full_day import live_a_full_day
from tests.journal.one_hall import OneHall


async def live_a_full_day_with_complaints(hall: OneHall) -> None:
    """A full day, and two complaints."""
    await live_a_full_day(hall)
    await complain(hall)


async def complain(hall: OneHall) -> None:
    """One complaint is answered in public, one is refused."""
    for _ in range(2):
        await hall.ask(hall.wish(c.FileComplaint, about="conduct", counter="1", digest="a" * 64))
    first, second = hall.controller.hall.complaints.every
    whole_life = (
        (c.ForwardComplaint, {"department": "justice"}),
        (c.AskComplainant, {"question": "Việc xảy ra lúc nào?"}),
        (c.AddToComplaint, {"digest": "b" * 64}),
        (c.AnswerComplaint, {"finding": "partly", "digest": "c" * 64}),
        (c.PublishAnswer, {}),
    )
    for kind, more in whole_life:
        hall.clock.wait(1)
        await hall.ask(hall.wish(kind, complaint=first, **more))
    await hall.ask(hall.wish(c.RefuseComplaint, complaint=second, reason="không thuộc thẩm quyền"))
