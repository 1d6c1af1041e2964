"""The registry: accounts made, given new secrets, locked and removed, each with a line in the record."""

from hallctl.core.permissions import Role
from hallctl.people import accounts, record, sessions
from hallctl.people.accounts import CODE_GOOD_MS, Account, AccountError
from hallctl.people.record import Kind, Line
from hallctl.people.secret_hashing import SecretHashing, new_one_time_code
from hallctl.people.secret_rules import wrong_with_password, wrong_with_pin
from hallctl.people.store import PeopleStore

FIRST_ACCOUNT = "admin"


class SecretRefusedError(Exception):
    """The new password or PIN is no good; ``rule`` names what is wrong with it."""

    def __init__(self, rule: str) -> None:
        super().__init__(rule)
        self.rule = rule


class Registry:
    """Changes accounts in the name of ``by``; ``by`` stands in every line of the record."""

    def __init__(self, store: PeopleStore, hashing: SecretHashing) -> None:
        self._store = store
        self._hashing = hashing

    def everybody(self) -> list[Account]:
        """Every account that was not removed."""
        with self._store.reading() as database:
            return accounts.everybody(database)

    def first_administrator(self, at: int) -> str | None:
        """The one-time code of the first administrator, or None where there are accounts."""
        with self._store.reading() as database:
            if database["accounts"].count:
                return None
        new = Account(account=FIRST_ACCOUNT, name=FIRST_ACCOUNT, role=Role.ADMINISTRATOR)
        return self.add(new, "hallctl", at)

    def add(self, new: Account, by: str, at: int) -> str:
        """Make the account; gives its one-time code. Raises :class:`AccountError`."""
        code = new_one_time_code()
        with self._store.writing() as database:
            kept = Account(
                account=new.account,
                name=new.name.strip(),
                role=new.role,
                department=new.department,
                password=self._hashing.hash(code),
                is_one_time=True,
                good_until=at + CODE_GOOD_MS,
            )
            accounts.add(database, kept, at)
            record.note(database, Line(at, Kind.ACCOUNT_ADDED, by, "", f"{new.account} {new.role}"))
        return code

    def renew_code(self, account: str, by: str, at: int) -> str:
        """A new one-time code; the old password and every session end."""
        code = new_one_time_code()
        kept = self._hashing.hash(code)
        with self._store.writing() as database:
            until = at + CODE_GOOD_MS
            accounts.change(database, account, password=kept, is_one_time=1, good_until=until)
            sessions.end_all(database, account)
            record.note(database, Line(at, Kind.SECRET_CHANGED, by, "", f"{account} password"))
        return code

    def choose_password(self, account: str, password: str, at: int) -> None:
        """Its owner's own password; every session ends. Raises :class:`SecretRefusedError`."""
        if rule := wrong_with_password(password, account):
            raise SecretRefusedError(rule)
        with self._store.reading() as database:
            known = accounts.find(database, account)
        if known and self._hashing.is_right(known.password, password):
            raise SecretRefusedError("password_same")
        kept = self._hashing.hash(password)
        with self._store.writing() as database:
            accounts.change(database, account, password=kept, is_one_time=0, good_until=0)
            sessions.end_all(database, account)
            record.note(database, Line(at, Kind.SECRET_CHANGED, account, "", "password"))

    def choose_pin(self, account: str, pin: str, by: str, at: int) -> None:
        """The PIN for counters. Raises :class:`SecretRefusedError`."""
        if rule := wrong_with_pin(pin):
            raise SecretRefusedError(rule)
        kept = self._hashing.hash(pin)
        with self._store.writing() as database:
            accounts.change(database, account, pin=kept)
            record.note(database, Line(at, Kind.SECRET_CHANGED, by, "", f"{account} pin"))

    def give_badge(self, account: str, scanned: str, by: str, at: int) -> None:
        """The badge that this account is known by at counters; nobody else has it."""
        badge = self._hashing.badge(scanned)
        with self._store.writing() as database:
            holder = accounts.by_badge(database, badge)
            if holder is not None and holder.account != account:
                raise AccountError("badge_taken", f"that badge is {holder.account}'s already")
            accounts.change(database, account, badge=badge)
            record.note(database, Line(at, Kind.SECRET_CHANGED, by, "", f"{account} badge"))

    def lock(self, account: str, by: str, at: int) -> None:
        """Nobody signs in to it, and whoever is signed in is out."""
        self._close(account, Line(at, Kind.ACCOUNT_LOCKED, by, "", account), locked_at=at)

    def unlock(self, account: str, by: str, at: int) -> None:
        """Its owner may sign in again, and failures are forgiven."""
        with self._store.writing() as database:
            accounts.change(database, account, locked_at=0)
            for kind in ("pair", "device", "account"):
                database.execute(
                    "delete from failures where key = ? or key like ?",
                    (f"{kind} {account}", f"{kind} {account} %"),
                )
            record.note(database, Line(at, Kind.ACCOUNT_UNLOCKED, by, "", account))

    def remove(self, account: str, by: str, at: int) -> None:
        """Its secrets are deleted; its name stays, for the journal knows it."""
        gone = Line(at, Kind.ACCOUNT_REMOVED, by, "", account)
        self._close(account, gone, password="", pin="", badge="", removed_at=at)

    def _close(self, account: str, line: Line, **columns: str | int) -> None:
        with self._store.writing() as database:
            accounts.change(database, account, **columns)
            sessions.end_all(database, account)
            record.note(database, line)
