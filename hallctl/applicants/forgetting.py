"""Applicants are forgotten on schedule: so many days after their dossier was returned or ended."""

from hallctl.applicants.applicant import Looker
from hallctl.applicants.store import Applicants
from hallctl.core.dossier_life import DOSSIER_LIFE
from hallctl.core.hall import Hall

MS_A_DAY = 86_400_000
SCHEDULE = Looker("schedule")


def forget_in_time(applicants: Applicants, hall: Hall, keep_days: int, now: int) -> tuple[str, ...]:
    """Delete whom there is no more reason to know; gives the codes of their dossiers."""
    over = tuple(code for code in applicants.codes() if _is_over(hall, code, keep_days, now))
    why = f"{keep_days} days after the end"
    return tuple(code for code in over if applicants.delete(code, SCHEDULE, why))


def _is_over(hall: Hall, code: str, keep_days: int, now: int) -> bool:
    dossier = hall.dossiers.every.get(code)
    if dossier is None or DOSSIER_LIFE[dossier.state]:
        return False
    return now - dossier.state_since >= keep_days * MS_A_DAY
