"""The pairing desk: stations that ask to come in, each with a code of six digits on its screen.

A code is good once and for ten minutes. Few may ask at a time, from one address fewer still, so
that nobody can fill the codes until a slip of a supervisor's finger hits one of them.
"""

import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass

GOOD_MS = 10 * 60_000
MOST, MOST_FROM_ONE = 20, 3
DIGITS = 6


class PairingFullError(Exception):
    """Too many stations ask already; a code must be used or run out first."""


@dataclass(slots=True)
class Newcomer:
    """One station that asks; ``station`` is its name once it was admitted."""

    code: str
    claim: str
    """Known to the asking station alone: with it, it fetches its token."""
    role: str
    address: str
    asked_at: int
    station: str = ""


class PairingDesk:
    """Knows who asks now. Nothing of it outlives the controller: stations ask again."""

    def __init__(self, digit: Callable[[], int] | None = None) -> None:
        self._digit = digit or (lambda: secrets.randbelow(10))
        self._newcomers: dict[str, Newcomer] = {}
        """By claim."""
        self._turn = threading.RLock()

    def ask(self, role: str, address: str, at: int) -> Newcomer:
        """A new code. Raises :class:`PairingFullError`."""
        with self._turn:
            self._forget(at)
            waiting = [one for one in self._newcomers.values() if not one.station]
            if len(waiting) >= MOST:
                raise PairingFullError
            if sum(one.address == address for one in waiting) >= MOST_FROM_ONE:
                raise PairingFullError
            newcomer = Newcomer(self._new_code(), secrets.token_urlsafe(32), role, address, at)
            self._newcomers[newcomer.claim] = newcomer
            return newcomer

    def waiting(self, at: int) -> list[Newcomer]:
        """Those who ask now, oldest first."""
        with self._turn:
            self._forget(at)
            return [one for one in self._newcomers.values() if not one.station]

    def by_code(self, code: str, at: int) -> Newcomer | None:
        """Who shows that code now; a code that was used shows nobody."""
        with self._turn:
            return next((one for one in self.waiting(at) if one.code == code), None)

    def by_claim(self, claim: str, at: int) -> Newcomer | None:
        """The one who holds that claim, admitted or not."""
        with self._turn:
            self._forget(at)
            return self._newcomers.get(claim)

    def _forget(self, at: int) -> None:
        over = [claim for claim, one in self._newcomers.items() if at - one.asked_at > GOOD_MS]
        for claim in over:
            del self._newcomers[claim]

    def _new_code(self) -> str:
        taken = {one.code for one in self._newcomers.values()}
        while True:
            code = "".join(str(self._digit()) for _ in range(DIGITS))
            if code not in taken:
                return code
