"""Applicants are forgotten on schedule: so many days after their dossier was returned or ended."""

import asyncio
import logging
from collections.abc import Callable

from hallctl.applicants.applicant import Looker
from hallctl.applicants.store import Applicants
from hallctl.core.dossier_life import DOSSIER_LIFE
from hallctl.core.hall import Hall

log = logging.getLogger(__name__)

MS_A_DAY = 86_400_000
LOOK_EVERY_S = 3600.0
SCHEDULE = Looker("schedule")


def forget_in_time(applicants: Applicants, hall: Hall, keep_days: int, now: int) -> tuple[str, ...]:
    """Delete whom there is no more reason to know; gives the codes of their dossiers."""
    over = tuple(code for code in applicants.codes() if _is_over(hall, code, keep_days, now))
    why = f"{keep_days} days after the end"
    return tuple(code for code in over if applicants.delete(code, SCHEDULE, why))


async def keep_forgetting(
    applicants: Applicants, hall: Hall, keep_days: int, now: Callable[[], int]
) -> None:
    """Do so again and again; never returns."""
    while True:
        try:
            gone = await asyncio.to_thread(forget_in_time, applicants, hall, keep_days, now())
            if gone:
                log.info("forgot the applicants of %d dossiers", len(gone))
        except Exception:
            log.exception("applicants could not be forgotten")
        await asyncio.sleep(LOOK_EVERY_S)


def _is_over(hall: Hall, code: str, keep_days: int, now: int) -> bool:
    dossier = hall.dossiers.every.get(code)
    if dossier is None or DOSSIER_LIFE[dossier.state]:
        return False
    return now - dossier.state_since >= keep_days * MS_A_DAY
