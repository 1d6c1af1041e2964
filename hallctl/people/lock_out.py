"""Lock-out: after some failures each further try has to wait, longer every time.

Failures are counted under several keys at once, so that one hostile station can neither guess
on nor keep others from signing in: who comes from a device that has signed in before, or from
another place, waits for his own failures only. Kept on disk: a restart forgives nothing; time
does, one failure a quarter of an hour.
"""

from collections.abc import Sequence
from typing import NamedTuple

from sqlite_utils import Database

FORGIVES_MS = 15 * 60_000
"""One failure is forgiven for every so long without one."""
FORGOTTEN_MS = 24 * 3_600_000
"""A key without a failure for so long is not kept."""
MOST_KEYS = 10_000


class Patience(NamedTuple):
    """How many failures are free, and how long the longest wait is."""

    free: int
    longest_s: int

    def wait_s(self, failures: int) -> int:
        """How long after that many failures the next try has to wait."""
        if failures < self.free:
            return 0
        return min(1 << min(failures - self.free, 20), self.longest_s)


class Counted(NamedTuple):
    """One key that failures are counted under."""

    key: str
    patience: Patience


OF_A_PAIR = Patience(free=5, longest_s=900)
"""One account from one place."""
OF_A_PLACE = Patience(free=20, longest_s=900)
"""Any account from one place."""
OF_AN_ACCOUNT = Patience(free=50, longest_s=30)
"""One account from anywhere; short, for it hits its owner too."""


class WaitError(Exception):
    """Too many failures; ``seconds`` until the next try."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"wait {seconds} s")
        self.seconds = seconds


def keys(account: str, place: str, device: str) -> tuple[Counted, ...]:
    """What a try counts under. A ``device`` that has signed in before is counted by itself."""
    if device:
        return (Counted(f"device {account} {device}", OF_A_PAIR),)
    return (
        Counted(f"pair {account} {place}", OF_A_PAIR),
        Counted(f"place {place}", OF_A_PLACE),
        Counted(f"account {account}", OF_AN_ACCOUNT),
    )


def begin(database: Database, counted: Sequence[Counted], at: int) -> None:
    """Count the try as failed before it is looked at, so that many at once get no more tries.

    Raises :class:`WaitError`, and counts nothing, while one of the keys has to wait.
    """
    longest = 0
    for one in counted:
        failures, last_at = _failures(database, one.key, at)
        # A clock that stepped back makes nobody wait longer than the wait itself.
        passed_ms = max(0, at - last_at)
        longest = max(longest, one.patience.wait_s(failures) * 1000 - passed_ms)
    if longest > 0:
        raise WaitError(-(-longest // 1000))
    for one in counted:
        _count(database, one.key, _failures(database, one.key, at)[0] + 1, at)
    _forget_old(database, at)


def succeeded(database: Database, counted: Sequence[Counted]) -> None:
    """It was no failure: the first key starts anew, the others are as they were before."""
    first, *others = counted
    database.execute("delete from failures where key = ?", (first.key,))
    for one in others:
        database.execute("update failures set failures = failures - 1 where key = ?", (one.key,))


def _failures(database: Database, key: str, at: int) -> tuple[int, int]:
    row = database.execute(
        "select failures, last_at from failures where key = ?", (key,)
    ).fetchone()
    failures, last_at = row or (0, 0)
    return max(0, failures - max(0, at - last_at) // FORGIVES_MS), last_at


def _count(database: Database, key: str, failures: int, at: int) -> None:
    database.execute("insert or replace into failures values (?, ?, ?)", (key, failures, at))


def _forget_old(database: Database, at: int) -> None:
    database.execute("delete from failures where last_at < ?", (at - FORGOTTEN_MS,))
    database.execute(
        "delete from failures where key in"
        " (select key from failures order by last_at desc limit -1 offset ?)",
        (MOST_KEYS,),
    )


def forget_before(database: Database, before: int) -> int:
    """Keys without a failure since that moment; gives how many."""
    return int(database.execute("delete from failures where last_at < ?", (before,)).rowcount)
