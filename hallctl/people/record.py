"""The record: every sign-in, refusal and look at personal data, chained by hashes.

Only ever added to. A line that was changed, removed or moved breaks the chain from there on.
"""

from collections.abc import Iterator
from enum import StrEnum
from hashlib import sha256
from typing import NamedTuple

from sqlite_utils import Database

from hallctl.machine.private_store import unguarded

FIRST = bytes(32)
"""What stands before the first line."""


class Kind(StrEnum):
    """What happened."""

    SIGNED_IN = "signed_in"
    SIGNED_OUT = "signed_out"
    SIGN_IN_REFUSED = "sign_in_refused"
    SECRET_CHANGED = "secret_changed"  # noqa: S105 - the name of a change
    ACCOUNT_ADDED = "account_added"
    ACCOUNT_LOCKED = "account_locked"
    ACCOUNT_UNLOCKED = "account_unlocked"
    ACCOUNT_REMOVED = "account_removed"
    STATION_ADMITTED = "station_admitted"
    STATION_CHANGED = "station_changed"
    STATION_REVOKED = "station_revoked"
    PAIRING_REFUSED = "pairing_refused"
    TOKEN_MADE = "token_made"  # noqa: S105 - the name of an act
    TOKEN_REVOKED = "token_revoked"  # noqa: S105 - the name of an act
    REFUSED = "refused"
    LOOKED_AT = "looked_at"
    FORGOTTEN = "forgotten"
    """Personal data went, by rule or because somebody asked; says how many, never whose."""


class Line(NamedTuple):
    """One line of the record; ``at`` in milliseconds since 1970 (UTC)."""

    at: int
    kind: Kind
    account: str
    """Who, or in whose name it was tried; a station's name for a station."""
    address: str = ""
    about: str = ""


class RecordBrokenError(Exception):
    """A line of the record is not what was written; the message names the first."""


def note(database: Database, line: Line) -> None:
    """Add the line; to be called within a transaction."""
    row = database.execute("select number, hash from record order by number desc limit 1")
    number, before = row.fetchone() or _cut_at(database)
    database.execute(
        "insert into record values (?, ?, ?, ?, ?, ?, ?)",
        (number + 1, *line, _link(before, number + 1, line)),
    )


def lines(database: Database, newest: int = -1) -> Iterator[Line]:
    """The newest lines, oldest of them first; all of them without a number."""
    rows = database.execute(
        "select at, kind, account, address, about from"
        " (select * from record order by number desc limit ?) order by number",
        (newest,),
    )
    return (Line(at, Kind(kind), *rest) for at, kind, *rest in rows)


def prove(database: Database) -> int:
    """How many lines there are. Raises :class:`RecordBrokenError` at the first that is wrong."""
    number, before = _cut_at(database)
    cut = number
    for found, at, kind, account, address, about, linked in database.execute(
        "select * from record order by number"
    ):
        number += 1
        before = _link(before, number, Line(at, kind, account, address, about))
        if found != number or linked != before:
            raise RecordBrokenError(f"line {number} of the record is not what was written down")
    return number - cut


def cut(database: Database, before: int) -> int:
    """Within a transaction: lines from before that moment go, the oldest first; gives how many.

    What stays is chained to the newest that went, whose hash is kept.
    """
    last = database.execute(
        "select number, hash from record where number < coalesce("
        " (select min(number) from record where at >= ?),"
        " (select max(number) from record)) order by number desc limit 1",
        (before,),
    ).fetchone()
    if last is None:
        return 0
    with unguarded(database, "record_is_append_only_2"):
        gone = database.execute("delete from record where number <= ?", (last[0],)).rowcount
    database.execute("insert or replace into record_cut values (1, ?, ?)", last)
    return int(gone)


def _cut_at(database: Database) -> tuple[int, bytes]:
    """The number and hash of the newest line that went by rule; the beginning before any did."""
    if not database["record_cut"].exists():  # a record of an earlier release
        return 0, FIRST
    row = database.execute("select number, hash from record_cut").fetchone()
    return (row[0], row[1]) if row else (0, FIRST)


def _link(before: bytes, number: int, line: Line) -> bytes:
    columns = "\x1f".join(str(one) for one in (number, *line))
    return sha256(before + columns.encode()).digest()
