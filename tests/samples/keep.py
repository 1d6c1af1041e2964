"""``python -m tests.samples.keep NAME`` keeps today's journal of a full day; never a second time.

Without a name it is the release's; a name tells of a form in between, such as ``dossiers``.
"""

import sys
from pathlib import Path

from hallctl import __version__
from tests.journal.appointment_day import live_a_full_day_with_appointments
from tests.journal.back_office_day import live_behind_the_counter_too
from tests.journal.board_day import live_a_full_day_with_boards
from tests.journal.complaint_day import live_a_full_day_with_complaints
from tests.journal.full_day import (
    live_a_full_day_after_a_restore,
    live_a_full_day_put_forward,
    live_a_full_day_with_corrections,
    live_a_full_day_with_notices,
    live_a_full_day_with_outages,
)
from tests.journal.one_hall import in_a_hall
from tests.journal.phone_day import live_a_full_day_with_phones
from tests.journal.told_day import live_a_full_day_with_told_steps

HERE = Path(__file__).parent
STORIES = {
    "corrections": live_a_full_day_with_corrections,
    "epoch": live_a_full_day_after_a_restore,
    "first-numbers": live_a_full_day_after_a_restore,
    "numbers-seen": live_a_full_day_after_a_restore,
    "notices": live_a_full_day_with_notices,
    "offline": live_a_full_day_with_outages,
    "complaints": live_a_full_day_with_complaints,
    "phones": live_a_full_day_with_phones,
    "appointments": live_a_full_day_with_appointments,
    "boards": live_a_full_day_with_boards,
    "forward": live_a_full_day_put_forward,
    "told": live_a_full_day_with_told_steps,
}
"""Forms that have a story of their own."""


def keep(*form: str) -> Path:
    """Write the sample. Raises FileExistsError: a kept journal is never written again."""
    release = __version__.rpartition(".")[0]
    path = HERE / f"journal-{'-'.join((release, *form))}.db"
    if path.exists():
        raise FileExistsError(path)
    in_a_hall(path, STORIES.get("-".join(form), live_behind_the_counter_too))
    return path


if __name__ == "__main__":
    keep(*sys.argv[1:])
