"""Signing in: by name and password on a page, by badge and PIN at a counter.

Whatever is wrong, the answer is the same and takes as long, so that nobody learns which accounts
there are; only who knows the secret is told that the account is locked.
"""

import hmac
import secrets
from enum import StrEnum
from hashlib import sha256
from typing import NamedTuple

from sqlite_utils import Database

from hallctl.people import accounts, desks, lock_out, record, sessions
from hallctl.people.accounts import Account
from hallctl.people.record import Kind, Line
from hallctl.people.secret_hashing import SecretHashing
from hallctl.people.store import PeopleStore

UNNAMED = "?"
"""In the record for what was typed where no such account is: it may have been a password."""


class Why(StrEnum):
    """Why somebody is not let in."""

    WRONG = "wrong"
    WAIT = "wait"
    LOCKED = "locked"
    CODE_OVER = "code_over"
    BUSY = "busy"


class Secret(StrEnum):
    """What somebody proves who they are by."""

    PASSWORD = "password"  # noqa: S105 - the name of one
    PIN = "pin"


class NotAdmittedError(Exception):
    """Nobody was signed in; ``wait_s`` is how long the next try has to wait."""

    def __init__(self, why: Why, wait_s: int = 0) -> None:
        super().__init__(why.value)
        self.why = why
        self.wait_s = wait_s


class Attempt(NamedTuple):
    """A try to sign in."""

    account: str
    secret: str
    place: str
    """The address or station it comes from."""
    device: str = ""
    """What a page remembers of an earlier sign-in on it."""


class Admitted(NamedTuple):
    """Signed in: whose account, the session's cookie, and what to remember the device by."""

    account: Account
    token: str
    device: str


class SigningIn:
    """Lets people in, or not; slow on purpose, so never called on the event loop."""

    def __init__(self, store: PeopleStore, hashing: SecretHashing, device_key: bytes) -> None:
        self._store = store
        self._hashing = hashing
        self._device_key = device_key

    def by_password(self, attempt: Attempt, at: int) -> Admitted:
        """Raises :class:`NotAdmittedError`."""
        with self._store.reading() as database:
            known = accounts.find(database, attempt.account)
        account = self._proved(attempt, known, Secret.PASSWORD, at)
        with self._store.writing() as database:
            token = sessions.begin(database, account.account, attempt.place, at)
            record.note(database, Line(at, Kind.SIGNED_IN, account.account, attempt.place))
        return Admitted(account, token, self._new_device(account.account))

    def by_pin(self, attempt: Attempt, at: int) -> Account:
        """The account whose badge (or name) and PIN were given at the station ``place``.

        Raises :class:`NotAdmittedError`.
        """
        with self._store.reading() as database:
            badge = self._hashing.badge(attempt.account)
            known = accounts.by_badge(database, badge) or accounts.find(database, attempt.account)
        account = self._proved(attempt, known, Secret.PIN, at)
        with self._store.writing() as database:
            desks.sit_down(database, attempt.place, account.account, at)
            record.note(database, Line(at, Kind.SIGNED_IN, account.account, attempt.place))
        return account

    def _proved(self, attempt: Attempt, known: Account | None, secret: Secret, at: int) -> Account:
        name = known.account if known else attempt.account[: accounts.LONGEST_ACCOUNT]
        counted = lock_out.keys(name, attempt.place, self._device(name, attempt.device))
        refused = Line(at, Kind.SIGN_IN_REFUSED, known.account if known else UNNAMED, attempt.place)
        with self._store.writing() as database:
            self._begin(database, counted, refused)
        kept = str(getattr(known, secret)) if known else ""
        is_right = self._hashing.is_right(kept, attempt.secret)
        with self._store.writing() as database:
            if not is_right or known is None:
                record.note(database, refused)
                why = Why.WRONG
            elif not known.is_open:
                record.note(database, refused._replace(about="locked"))
                why = Why.LOCKED
            elif secret is Secret.PASSWORD and known.is_one_time and known.good_until < at:
                record.note(database, refused._replace(about="one-time code out of date"))
                why = Why.CODE_OVER
            else:
                lock_out.succeeded(database, counted)
                return known
        raise NotAdmittedError(why)

    def _begin(self, database: Database, counted: tuple[lock_out.Counted, ...], no: Line) -> None:
        try:
            lock_out.begin(database, counted, no.at)
        except lock_out.WaitError as wait:
            raise NotAdmittedError(Why.WAIT, wait.seconds) from wait

    def _device(self, account: str, shown: str) -> str:
        """The device's own mark, if it is one that this account has signed in on."""
        mark, _, proof = shown.partition(".")
        is_known = hmac.compare_digest(proof.encode(errors="replace"), self._proof(account, mark))
        return mark if is_known else ""

    def _new_device(self, account: str) -> str:
        mark = secrets.token_urlsafe(12)
        return f"{mark}.{self._proof(account, mark).decode()}"

    def _proof(self, account: str, mark: str) -> bytes:
        said = f"{account}\x1f{mark}".encode(errors="replace")
        return hmac.digest(self._device_key, said, sha256).hex()[:32].encode()
