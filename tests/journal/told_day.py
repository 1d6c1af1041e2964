"""A full day with dossiers, and one whose steps were taken elsewhere and are told of later."""

from hallctl.core import commands as c
from tests.journal.back_office_day import receive, told
from tests.journal.full_day import live_a_full_day_with_dossiers
from tests.journal.one_hall import OneHall

MINUTE = 60_000


async def live_a_full_day_with_told_steps(hall: OneHall) -> None:
    """It was handed on, waited for a supplement and was finished before anybody here knew."""
    await live_a_full_day_with_dossiers(hall)
    dossier, begun = await receive(hall), hall.clock.now()
    hall.clock.wait(90)
    steps = (
        (c.ForwardDossier, {}),
        (c.RequestSupplement, {"reason": "thiếu bản sao"}),
        (c.ResumeDossier, {}),
        (c.FinishDossier, {}),
    )
    for number, (step, more) in enumerate(steps, start=1):
        await told(hall, step, dossier=dossier, taken_at=begun + 10 * number * MINUTE, **more)
