"""The words of complaints and answers, and how to reach who complained.

A complaint's fact in the journal carries the hash of its words, so that a word changed shows.
Words that were filed can be neither changed nor deleted; contacts are forgotten on schedule.
"""

import threading
from collections.abc import Callable, Iterable
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import Annotated
from uuid import UUID

import msgspec
from sqlite_utils import Database
from sqlite_utils.utils import sqlite3  # type: ignore[attr-defined]  # pysqlite3 where it is installed

from hallctl.applicants.store import digits_of, is_reached
from hallctl.machine.private_store import open_private, writing

MS_A_DAY = 86_400_000

Text = Annotated[str, msgspec.Meta(min_length=1, max_length=4000, pattern=r"\S")]
Short = Annotated[str, msgspec.Meta(max_length=120)]


class Complainant(msgspec.Struct, frozen=True, kw_only=True):
    """Who complained and how to reach them; all of it may be empty."""

    name: Short = ""
    phone: Short = ""
    email: Short = ""

    def __repr__(self) -> str:
        """Nothing of a person gets into a log by accident."""
        return "Complainant(…)"

    @property
    def is_nobody(self) -> bool:
        """Whether nothing is known."""
        return not (self.name or self.phone or self.email)


class ComplaintWords:
    """Words by their hash; may be asked from any thread. Methods raise sqlite3.Error."""

    def __init__(self, file: Path, now: Callable[[], int]) -> None:
        """``now`` is in milliseconds since 1970."""
        self._database = open_private(file)
        self._now = now
        self._lock = threading.Lock()
        _create(self._database)

    def keep(self, wish: UUID, words: str, complainant: Complainant | None = None) -> str:
        """Keep words that are about to be filed; gives the hash that the fact will carry.

        ``wish`` is the id of the command that files them and salts the hash: the same words sent
        twice with it are kept once.
        """
        digest = _hash(wish.bytes, words)
        with writing(self._database, self._lock) as database:
            kept = database.execute(
                "insert or ignore into words values (?, ?, ?, ?, 0)",
                (digest, wish.bytes, words, self._now()),
            )
            if not kept.rowcount:
                return digest
            if complainant is not None and not complainant.is_nobody:
                reached = (complainant.name, complainant.phone, complainant.email)
                database.execute(
                    "insert into complainants values (?, ?, ?, ?, ?)",
                    (digest, *reached, self._now()),
                )
        return digest

    def filed(self, digest: str) -> None:
        """The journal has the fact: from now on nobody can change or delete these words."""
        with writing(self._database, self._lock) as database:
            database.execute(
                "update words set is_filed = 1 where digest = ? and not is_filed", (digest,)
            )

    def drop(self, digest: str) -> None:
        """The hall did not take it: forget the words. Those that were filed stay."""
        with writing(self._database, self._lock) as database:
            _drop(database, "digest = ? and is_filed = 0", (digest,))

    def settle(self, facts: Iterable[str], keep_ms: int = MS_A_DAY) -> None:
        """After a start: words whose fact is there are filed; others of before ``keep_ms`` go."""
        known = set(facts)
        with writing(self._database, self._lock) as database:
            pending = [
                one for (one,) in database.execute("select digest from words where is_filed = 0")
            ]
            for digest in pending:
                if digest in known:
                    database.execute(
                        "update words set is_filed = 1 where digest = ? and not is_filed", (digest,)
                    )
            _drop(database, "is_filed = 0 and kept_at < ?", (self._now() - keep_ms,))

    def words(self, digest: str) -> str:
        """The words of that hash, or empty where there are none."""
        with self._lock:
            row = self._database.execute(
                "select words from words where digest = ?", (digest,)
            ).fetchone()
        return row[0] if row else ""

    def complainant(self, digest: str) -> Complainant:
        """Who wrote them, as far as it is still known."""
        with self._lock:
            row = self._database.execute(
                "select name, phone, email from complainants where digest = ?", (digest,)
            ).fetchone()
        return Complainant(name=row[0], phone=row[1], email=row[2]) if row else Complainant()

    def known_by(self, phone: str, email: str) -> tuple[tuple[str, str, Complainant], ...]:
        """Everybody who complained and is known by one of these: hash, words, who."""
        wanted = (digits_of(phone), email.strip().lower())
        with self._lock:
            rows = self._database.execute(
                "select digest, words, name, phone, email from complainants join words"
                " using (digest) order by complainants.kept_at"
            ).fetchall()
        return tuple(
            (digest, words, Complainant(name=name, phone=kept, email=address))
            for digest, words, name, kept, address in rows
            if is_reached(wanted, kept, address)
        )

    def forget(self, digests: Iterable[str]) -> int:
        """Forget who wrote them; gives how many were still known. The words stay."""
        with writing(self._database, self._lock) as database:
            return sum(
                database.execute("delete from complainants where digest = ?", (one,)).rowcount
                for one in digests
            )

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._database.close()


def first_wrong(file: Path, digests: Iterable[str]) -> str:
    """The first hash whose words are missing or not what was filed; empty when all are there.

    Changes nothing. Raises sqlite3.Error.
    """
    every = list(digests)
    if not every:
        return ""
    if not file.exists():
        return every[0]
    with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as store:
        for digest in every:
            query = "select salt, words from words where digest = ?"
            row = store.execute(query, (digest,)).fetchone()
            if row is None or _hash(*row) != digest:
                return digest
    return ""


def _hash(salt: bytes, words: str) -> str:
    return sha256(salt + words.encode()).hexdigest()


def _drop(database: Database, where: str, values: tuple[object, ...]) -> None:
    going = f"select digest from words where {where}"  # noqa: S608 - our own conditions
    database.execute(f"delete from complainants where digest in ({going})", values)  # noqa: S608
    database.execute(f"delete from words where {where}", values)  # noqa: S608


def _create(database: Database) -> None:
    database.table("words").create(
        {"digest": str, "salt": bytes, "words": str, "kept_at": int, "is_filed": int},
        pk="digest",
        not_null={"salt", "words", "kept_at", "is_filed"},
        if_not_exists=True,
    )
    database.table("complainants").create(
        {"digest": str, "name": str, "phone": str, "email": str, "kept_at": int},
        pk="digest",
        if_not_exists=True,
    )
    for change in ("update", "delete"):
        database.execute(
            f"create trigger if not exists filed_words_stay_{change} before {change} on words"
            " when old.is_filed begin select raise(abort, 'filed words stay'); end"
        )
