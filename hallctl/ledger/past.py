"""The journal by the clock: facts follow each other in time, so any moment is found by halving."""

from bisect import bisect_left
from collections.abc import Iterator

from sqlite_utils import Database

_AT = "select at from journal where number = ?"
_OF_TICKET = """
select number, at, type, body, actor from journal
where number between ? and ? and body like ? order by number
"""
AFTER_A_VISIT_MS = 3 * 3_600_000
"""Nothing more happens to a visit after that: its rating is over."""


class _Times:
    """The journal's times as a sequence, read one by one."""

    def __init__(self, database: Database) -> None:
        self._database = database
        (newest,) = database.execute("select coalesce(max(number), 0) from journal").fetchone()
        self._newest: int = newest

    def __len__(self) -> int:
        return self._newest

    def __getitem__(self, place: int) -> int:
        row = self._database.execute(_AT, (place + 1,)).fetchone()
        at: int = row[0]
        return at


def first_since(database: Database, at: int) -> int:
    """The number of the first fact at that time (ms) or later; one past the newest if none is."""
    return bisect_left(_Times(database), at) + 1


def facts_of_ticket(database: Database, ticket: str) -> Iterator[tuple[int, int, str, str, str]]:
    """Number, time, kind, body and actor of every fact about the ticket; nothing for none."""
    row = database.execute(
        "select issued_at, max(coalesce(finished_at, 0), coalesce(called_at, 0), issued_at)"
        " from tickets where ticket = ?",
        (ticket,),
    ).fetchone()
    if row is None or row[0] is None:
        return
    first = first_since(database, row[0])
    last = first_since(database, row[1] + AFTER_A_VISIT_MS)
    yield from database.execute(_OF_TICKET, (first, last, f'%"{ticket}"%'))
