"""Sessions: who is signed in by which cookie. They end when nobody uses them, and at the latest
after a working day; only a hash of the cookie is kept."""

import hmac
import secrets
from hashlib import sha256
from typing import NamedTuple

import msgspec
from sqlite_utils import Database

from hallctl.core.permissions import Role
from hallctl.people import accounts
from hallctl.token_hash import token_hash

MINUTE_MS = 60_000


class Lasting(NamedTuple):
    """How long a session lasts, in milliseconds: unused, and at all."""

    idle: int = 30 * MINUTE_MS
    whole: int = 10 * 60 * MINUTE_MS


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """Whoever is signed in."""

    account: str
    name: str
    role: Role
    department: str
    must_change: bool
    """Signed in with a one-time code: nothing but a new password may be asked for."""
    form_key: str
    """What every form of theirs carries, so that no other site can send it."""
    seen_at: int


def begin(database: Database, account: str, address: str, at: int) -> str:
    """The cookie of a new session; sessions that are over are cleared away."""
    token = secrets.token_urlsafe(32)
    database.execute(
        "insert into sessions values (?, ?, ?, ?, ?)", (token_hash(token), account, address, at, at)
    )
    return token


def clear(database: Database, lasting: Lasting, at: int) -> None:
    """Forget sessions that are over."""
    database.execute(
        "delete from sessions where seen_at < ? or began_at < ?",
        (at - lasting.idle, at - lasting.whole),
    )


def forget_before(database: Database, before: int) -> int:
    """Sessions that nobody has used since that moment; gives how many."""
    return int(database.execute("delete from sessions where seen_at < ?", (before,)).rowcount)


def person(database: Database, token: str, lasting: Lasting, at: int) -> Person | None:
    """Whose session that is, or None when it is over or the account is closed."""
    row = database.execute(
        "select account, seen_at from sessions where hash = ? and seen_at >= ? and began_at >= ?",
        (token_hash(token), at - lasting.idle, at - lasting.whole),
    ).fetchone()
    if row is None:
        return None
    account, seen_at = row
    known = accounts.find(database, account)
    if known is None or not known.is_open:
        return None
    return Person(
        account=known.account,
        name=known.name,
        role=known.role,
        department=known.department,
        must_change=known.is_one_time,
        form_key=_form_key(token),
        seen_at=seen_at,
    )


def touch(database: Database, token: str, at: int) -> None:
    """The session is in use."""
    database.execute("update sessions set seen_at = ? where hash = ?", (at, token_hash(token)))


def end(database: Database, token: str) -> None:
    """The cookie opens nothing any more."""
    database.execute("delete from sessions where hash = ?", (token_hash(token),))


def end_all(database: Database, account: str) -> None:
    """Every session of the account ends, at whatever counter too."""
    database.execute("delete from sessions where account = ?", (account,))
    database.execute("delete from desks where account = ?", (account,))


def _form_key(token: str) -> str:
    return hmac.digest(token.encode(errors="surrogateescape"), b"forms", sha256).hex()[:32]
