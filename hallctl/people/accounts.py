"""Accounts: who may sign in, as what, and whether with a code that is good only once."""

import re
from collections.abc import Iterator

import msgspec
from sqlite_utils import Database

from hallctl.core.permissions import PEOPLE, Role

NAME = re.compile(r"[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*")
LONGEST_ACCOUNT, LONGEST_NAME = 40, 80
CODE_GOOD_MS = 7 * 24 * 3_600_000
"""A one-time code that nobody used is worth nothing a week later."""
COLUMNS = (
    "account, name, role, department, password, is_one_time, good_until, pin, badge,"
    " locked_at, removed_at"
)


class AccountError(Exception):
    """What was asked can't be done with that account; the message says why and what to do.

    ``rule`` names the reason for whoever words it in another language.
    """

    def __init__(self, rule: str, words: str) -> None:
        super().__init__(words)
        self.rule = rule


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """One person's account; hashes only, times in milliseconds, 0 for never."""

    account: str
    name: str
    role: Role
    department: str = ""
    password: str = ""
    is_one_time: bool = False
    """The password is a code handed out on paper, to be replaced at once."""
    good_until: int = 0
    pin: str = ""
    badge: str = ""
    locked_at: int = 0
    removed_at: int = 0

    @property
    def is_open(self) -> bool:
        """Whether its owner may sign in."""
        return not self.locked_at and not self.removed_at


def find(database: Database, account: str) -> Account | None:
    """The account of that name, even when it was removed."""
    return next(_found(database, "account = ?", account), None)


def by_badge(database: Database, badge: str) -> Account | None:
    """Whose badge that is, by its keyed hash."""
    return next(_found(database, "badge = ? and badge <> ''", badge), None)


def everybody(database: Database) -> list[Account]:
    """Every account that was not removed, by name."""
    return sorted(_found(database, "removed_at = ?", 0), key=lambda one: one.account)


def add(database: Database, new: Account, at: int) -> None:
    """A new account. Raises :class:`AccountError`; a removed name is never given again."""
    if len(new.account) > LONGEST_ACCOUNT or not NAME.fullmatch(new.account):
        words = f"{new.account!r} is no account name: write a–z and 0–9, divided by . or -"
        raise AccountError("account_shape", words)
    if not new.name.strip() or len(new.name) > LONGEST_NAME:
        raise AccountError("name_shape", f"a person's name has 1 to {LONGEST_NAME} letters")
    if new.role not in PEOPLE:
        words = f"{new.role} is no role of people: {', '.join(PEOPLE)}"
        raise AccountError("role_unknown", words)
    if (before := find(database, new.account)) is not None:
        was = "was removed; its name stays in the journal" if before.removed_at else "is there"
        rule = "account_removed" if before.removed_at else "account_taken"
        raise AccountError(rule, f"{new.account} {was}: choose another name")
    database.execute(
        f"insert into accounts ({COLUMNS}, added_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?)",  # noqa: S608 - our own names
        (
            *(new.account, new.name, new.role, new.department),
            *(new.password, new.is_one_time, new.good_until, new.pin, new.badge, at),
        ),
    )


def change(database: Database, account: str, **columns: str | int) -> None:
    """Set columns of an account that is there. Raises :class:`AccountError`."""
    known = find(database, account)
    if known is None or known.removed_at:
        raise AccountError("account_gone", f"there is no account {account!r}")
    assignments = ", ".join(f"{name} = ?" for name in columns)
    database.execute(
        f"update accounts set {assignments} where account = ?",  # noqa: S608 - our own names
        (*columns.values(), account),
    )


def _found(database: Database, where: str, value: str | int) -> Iterator[Account]:
    rows = database.execute(
        f"select {COLUMNS} from accounts where {where}",  # noqa: S608 - our own names
        (value,),
    )
    names = [column.strip() for column in COLUMNS.split(",")]
    for row in rows:
        yield msgspec.convert(dict(zip(names, row, strict=True)), Account, strict=False)
