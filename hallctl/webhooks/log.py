"""Where each webhook has got to, and every post of it: owed, sent, or given up. On disk first."""

from collections.abc import Iterable
from pathlib import Path
from typing import Literal, NamedTuple

from hallctl.machine.private_store import PrivateStore

State = Literal["owed", "sent", "failed"]
SECOND_MS = 1000
WAITS_S = (5, 30, 120, 600, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400)
"""Seconds until the next try: three days in all, then it is given up, and can be replayed."""
PATIENT_TRIES = 3
"""From so many on somebody should look: a neighbour that begins again is back by then."""
KEPT_MS = 30 * 86_400_000

_TABLES = (
    "create table if not exists hooks (hook text primary key, number integer not null)",
    """create table if not exists posts (
        hook text, number integer, kind text not null, state text not null,
        owed_at integer not null, tries integer not null default 0, next_at integer not null,
        settled_at integer, answer text, primary key (hook, number))""",
    "create index if not exists posts_owed on posts (hook, number) where state = 'owed'",
)


class Post(NamedTuple):
    """One fact to one webhook; times in ms."""

    hook: str
    number: int
    kind: str
    state: State
    owed_at: int
    tries: int
    next_at: int
    settled_at: int | None
    answer: str | None
    """The last try's HTTP status, or why there was none."""


_COLUMNS = ", ".join(Post._fields)


class WebhookLog:
    """The store. Every change is one transaction on disk."""

    def __init__(self, file: Path) -> None:
        self._store = PrivateStore(file, *_TABLES)

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()

    def reached(self, hook: str, newest: int) -> int:
        """Up to which fact the webhook has been looked through; a new one begins with the next."""
        with self._store.writing() as database:
            database.execute("insert or ignore into hooks values (?, ?)", (hook, newest))
            row = database.execute("select number from hooks where hook = ?", (hook,)).fetchone()
            return int(row[0])

    def owe(self, hook: str, facts: Iterable[tuple[int, str]], up_to: int, at: int) -> None:
        """Number and kind of the facts it is to be told; it has then been looked through so far."""
        rows = [(hook, number, kind, at, at) for number, kind in facts]
        with self._store.writing() as database:
            database.conn.executemany(
                "insert into posts (hook, number, kind, state, owed_at, next_at)"
                " values (?, ?, ?, 'owed', ?, ?) on conflict do nothing",
                rows,
            )
            database.execute(
                "update hooks set number = max(number, ?) where hook = ?", (up_to, hook)
            )
            database.execute(
                "delete from posts where state != 'owed' and settled_at < ?", (at - KEPT_MS,)
            )

    def replay(self, hook: str, facts: Iterable[tuple[int, str]], at: int) -> int:
        """Owe facts once more, whatever became of them; how many there are."""
        rows = [(hook, number, kind, at, at) for number, kind in facts]
        with self._store.writing() as database:
            database.conn.executemany(
                "insert into posts (hook, number, kind, state, owed_at, next_at)"
                " values (?, ?, ?, 'owed', ?, ?) on conflict (hook, number) do update set"
                " state = 'owed', tries = 0, next_at = excluded.next_at, settled_at = null",
                rows,
            )
        return len(rows)

    def due(self, hook: str, at: int, count: int) -> list[Post]:
        """The next posts of the webhook, in the journal's order; none while the first rests."""
        found = self._found(
            "where hook = ? and state = 'owed' order by number limit ?", (hook, count)
        )
        return found if found and found[0].next_at <= at else []

    def newest(self, count: int, hook: str = "") -> list[Post]:
        """The newest posts, of that webhook or of all."""
        which = "where hook = ?1" if hook else "where ?1 = ''"
        return self._found(f"{which} order by owed_at desc, number desc limit ?2", (hook, count))

    def owed(self, hook: str) -> int:
        """How many are still to be sent."""
        with self._store.reading() as database:
            row = database.execute(
                "select count(*) from posts where hook = ? and state = 'owed'", (hook,)
            ).fetchone()
            return int(row[0])

    def stuck(self, hook: str) -> tuple[int, int]:
        """How many wait behind one that was refused again and again, and since when (ms); none where all goes well."""
        with self._store.reading() as database:
            count, since, tries = database.execute(
                "select count(*), coalesce(min(owed_at), 0), coalesce(max(tries), 0) from posts"
                " where hook = ? and state = 'owed'",
                (hook,),
            ).fetchone()
        return (int(count), int(since)) if tries >= PATIENT_TRIES else (0, 0)

    def settled(self, post: Post, answer: str, at: int, *, is_sent: bool) -> None:
        """It was taken, or will be tried again, or is given up."""
        given_up = post.tries >= len(WAITS_S)
        state: State = "sent" if is_sent else "failed" if given_up else "owed"
        next_at = at if is_sent or given_up else at + WAITS_S[post.tries] * SECOND_MS
        with self._store.writing() as database:
            database.execute(
                "update posts set state = ?, tries = tries + 1, next_at = ?, settled_at = ?,"
                " answer = ? where hook = ? and number = ?",
                (
                    state,
                    next_at,
                    None if state == "owed" else at,
                    answer,
                    post.hook,
                    post.number,
                ),
            )

    def _found(self, which: str, values: tuple[str | int, ...]) -> list[Post]:
        with self._store.reading() as database:
            rows = database.execute(f"select {_COLUMNS} from posts {which}", values)  # noqa: S608 - our own names
            return [Post(*row) for row in rows.fetchall()]
