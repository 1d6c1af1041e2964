"""The letters that reports go out in: owed, sent, or given up, on disk before anything is sent."""

from pathlib import Path
from typing import Literal, NamedTuple

from hallctl.machine.private_store import PrivateStore

State = Literal["owed", "sent", "failed"]
MINUTE_MS = 60_000
WAITS_MIN = (1, 5, 15, 60, 180, 360, 720, 1440)
"""Minutes until the next try; after the last of them it is given up."""
TOLD_MS = 7 * 86_400_000
"""So long a letter that was given up needs a hand, unless it is sent again before."""
GONE = "no_such_order"
"""The settings no longer name the order that the letter was owed by."""
KEPT_MS = 400 * 86_400_000

_TABLE = """
create table if not exists letters (
    name text, first text, last text, address text, state text not null, owed_at integer not null,
    tries integer not null default 0, next_at integer not null, settled_at integer, fault text,
    again integer not null default 0,
    primary key (name, first, last, address)
)
"""


class Letter(NamedTuple):
    """One report to one address; days as ISO texts, times in ms."""

    name: str
    first: str
    last: str
    address: str
    state: State
    owed_at: int
    tries: int
    next_at: int
    settled_at: int | None
    fault: str | None
    again: int
    """How often it was asked for again."""


_COLUMNS = ", ".join(Letter._fields)
_OF_ONE = "name = ? and first = ? and last = ? and address = ?"


class Letters:
    """The store. Every change is one transaction on disk."""

    def __init__(self, file: Path) -> None:
        self._store = PrivateStore(file, _TABLE)

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()

    def owe(self, letters: list[tuple[str, str, str, str]], at: int) -> None:
        """Name, first and last day, address: those that are known already stay as they are."""
        rows = [(*letter, at, at) for letter in letters]
        with self._store.writing() as database:
            database.conn.executemany(
                "insert into letters (name, first, last, address, state, owed_at, next_at)"
                " values (?, ?, ?, ?, 'owed', ?, ?) on conflict do nothing",
                rows,
            )
            database.execute("delete from letters where owed_at < ?", (at - KEPT_MS,))

    def again(self, name: str, first: str, last: str, at: int) -> int:
        """Owe that report once more to everybody it went to; how many letters that are."""
        with self._store.writing() as database:
            changed = database.execute(
                "update letters set state = 'owed', tries = 0, next_at = ?, fault = null,"
                " settled_at = null, again = again + 1"
                " where name = ? and first = ? and last = ? and state != 'owed'",
                (at, name, first, last),
            )
            return int(changed.rowcount)

    def due(self, at: int) -> list[Letter]:
        """Those whose try is due, the oldest first."""
        return self._found("where state = 'owed' and next_at <= ? order by owed_at, rowid", (at,))

    def unsent(self, at: int) -> tuple[int, int]:
        """How many have failed more than once, or were given up of late; and when the oldest was owed (ms)."""
        with self._store.reading() as database:
            row = database.execute(
                "select count(*), coalesce(min(owed_at), 0) from letters where fault is not null"
                " and fault != ? and (state = 'owed' and tries > 1 or state = 'failed' and settled_at > ?)",
                (GONE, at - TOLD_MS),
            ).fetchone()
            return int(row[0]), int(row[1])

    def newest(self, count: int) -> list[Letter]:
        """The newest of all."""
        return self._found("order by owed_at desc, rowid desc limit ?", (count,))

    def sent(self, letter: Letter, at: int) -> None:
        """It has been taken by the mail server."""
        self._settle(letter, "sent", at, None)

    def failed(self, letter: Letter, fault: str, at: int, *, hopeless: bool) -> None:
        """It has not: it is tried again later, or given up."""
        if hopeless or letter.tries >= len(WAITS_MIN):
            self._settle(letter, "failed", at, fault)
            return
        next_at = at + WAITS_MIN[letter.tries] * MINUTE_MS
        with self._store.writing() as database:
            database.execute(
                f"update letters set tries = tries + 1, next_at = ?, fault = ? where {_OF_ONE}",  # noqa: S608 - our own names
                (next_at, fault, *letter[:4]),
            )

    def _settle(self, letter: Letter, state: State, at: int, fault: str | None) -> None:
        with self._store.writing() as database:
            database.execute(
                "update letters set tries = tries + 1, state = ?, settled_at = ?, fault = ?"  # noqa: S608 - our own names
                f" where {_OF_ONE}",
                (state, at, fault, *letter[:4]),
            )

    def _found(self, which: str, values: tuple[int, ...]) -> list[Letter]:
        with self._store.reading() as database:
            rows = database.execute(f"select {_COLUMNS} from letters {which}", values)  # noqa: S608 - our own names
            return [Letter(*row) for row in rows.fetchall()]
