"""Which programs may ask the hall: the names of their tokens, what they may do, until when."""

import secrets
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

import msgspec
from sqlite_utils import Database

from hallctl.core.permissions import Actor, Role
from hallctl.core.scopes import Scope
from hallctl.machine.private_store import PrivateStore
from hallctl.token_hash import token_hash

PREFIX = "hall_"
MS_A_DAY = 86_400_000
LONGEST_DAYS = 3 * 366
LONGEST_NAME = 60
NOTED_EVERY_MS = 600_000
"""So often a use is written down at most."""

_TABLE = """
create table if not exists tokens (
    token integer primary key, name text not null, scopes text not null, digest blob not null unique,
    made_at integer not null, made_by text not null, expires_at integer not null,
    used_at integer, revoked_at integer, revoked_by text
)
"""


class TokenRefusedError(Exception):
    """Such a token is not made; carries a code."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class ApiToken(NamedTuple):
    """One token, without its secret; times in ms."""

    token: int
    name: str
    scopes: tuple[str, ...]
    made_at: int
    made_by: str
    expires_at: int
    used_at: int | None
    revoked_at: int | None
    revoked_by: str | None

    def is_good(self, at: int) -> bool:
        """Whether it lets anybody in at that moment."""
        return self.revoked_at is None and at < self.expires_at


class ApiTokens:
    """The store, opened for each use: programs are few. A token itself is nowhere in it."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def make(self, name: str, scopes: Iterable[str], days: int, by: tuple[str, int]) -> str:
        """A new token, told this once; ``by`` is who makes it, and when. Raises TokenRefusedError."""
        who, at = by
        wanted = tuple(sorted(set(scopes)))
        if not 0 < len(name.strip()) <= LONGEST_NAME:
            raise TokenRefusedError("token_name")
        if not wanted or not set(wanted) <= {one.value for one in Scope}:
            raise TokenRefusedError("token_scopes")
        if not 1 <= days <= LONGEST_DAYS:
            raise TokenRefusedError("token_days")
        token = PREFIX + secrets.token_urlsafe(32)
        row = (name.strip(), " ".join(wanted), token_hash(token), at, who, at + days * MS_A_DAY)
        with self._writing() as database:
            database.execute(
                "insert into tokens (name, scopes, digest, made_at, made_by, expires_at)"
                " values (?, ?, ?, ?, ?, ?)",
                row,
            )
        return token

    def revoke(self, token: int, by: str, at: int) -> bool:
        """It is worth nothing from now on; whether it was worth anything."""
        with self._writing() as database:
            changed = database.execute(
                "update tokens set revoked_at = ?, revoked_by = ?"
                " where token = ? and revoked_at is null",
                (at, by, token),
            )
            return bool(changed.rowcount)

    def every(self) -> list[ApiToken]:
        """All that were ever made, the newest first."""
        with self._reading() as database:
            rows = database.execute(f"select {_COLUMNS} from tokens order by token desc").fetchall()  # noqa: S608 - our own names
        return [_token(*row) for row in rows]

    def actor(self, secret: str, at: int) -> Actor | None:
        """The program that holds it, or None."""
        if not secret.startswith(PREFIX):
            return None
        with self._reading() as database:
            row = database.execute(
                f"select {_COLUMNS} from tokens where digest = ?",  # noqa: S608 - our own names
                (token_hash(secret),),
            ).fetchone()
        if row is None or not (found := _token(*row)).is_good(at):
            return None
        if found.used_at is None or at - found.used_at > NOTED_EVERY_MS:
            self._note_use(found, at)
        return Actor(f"program {found.name}", Role.PROGRAM, scopes=found.scopes)

    @contextmanager
    def _writing(self) -> Iterator[Database]:
        with closing(PrivateStore(self._file, _TABLE)) as store, store.writing() as database:
            yield database

    @contextmanager
    def _reading(self) -> Iterator[Database]:
        with closing(PrivateStore(self._file, _TABLE)) as store, store.reading() as database:
            yield database

    def _note_use(self, token: ApiToken, at: int) -> None:
        with self._writing() as database:
            database.execute("update tokens set used_at = ? where token = ?", (at, token.token))


_COLUMNS = ", ".join(ApiToken._fields)


def _token(token: int, name: str, scopes: str, *rest: object) -> ApiToken:
    return msgspec.convert((token, name, tuple(scopes.split()), *rest), ApiToken)
