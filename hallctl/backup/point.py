"""The point to which a hall is restored: an event's number, or a moment."""

import re
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from hallctl.journal.sqlite_journal import open_database

WHEN = "%Y-%m-%dT%H:%M"
MINUTE_MS = 60_000

WHOLE_COMMANDS = (
    "select coalesce(max(number), 0) from journal as one where number <= ? and not exists"
    " (select 1 from journal as next where next.number = one.number + 1"
    " and next.command_id = one.command_id)"
)

Until = Callable[[Path], int]
"""The number of the last fact that is wanted, of the journal in that file."""


def read_point(until: str, zone: ZoneInfo) -> Until | None:
    """What was written after ``--until``; None for nothing. Raises ValueError."""
    if not until:
        return None
    if re.fullmatch(r"\d+", until):
        return until_number(int(until))
    try:
        moment = datetime.strptime(until, WHEN).replace(tzinfo=zone)
    except ValueError:
        raise ValueError(
            f"--until {until}: write an event's number, or a time such as 2026-11-23T10:30"
        ) from None
    return until_time(round(moment.timestamp() * 1000) + MINUTE_MS - 1)


def until_number(number: int) -> Until:
    """That many facts, but none of a command whose later facts are not wanted."""

    def last(journal: Path) -> int:
        with closing(open_database(journal, read_only=True)) as database:
            whole: int = database.execute(WHOLE_COMMANDS, (number,)).fetchone()[0]
        return whole

    return last


def until_time(at: int) -> Until:
    """Everything up to that moment (ms since 1970), and nothing later."""

    def last(journal: Path) -> int:
        with closing(open_database(journal, read_only=True)) as database:
            asked = "select coalesce(max(number), 0) from journal where at <= ?"
            number: int = database.execute(asked, (at,)).fetchone()[0]
        return number

    return last
