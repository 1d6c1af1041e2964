"""Signs each day's figures once they are sealed, and again when a correction has changed them.

What is to be signed is read off the ledger, so nothing is missed by a stop between seal and
signature: the next look signs it.
"""

from collections.abc import Awaitable, Callable
from datetime import date
from typing import NamedTuple

import msgspec
from sqlite_utils import Database

from hallctl.habits import again_and_again
from hallctl.ledger.figures.sealed_counts import SealedDay, sealed_days
from hallctl.ledger.period import Now, Period
from hallctl.signing.keys import SigningKey
from hallctl.signing.statement import CorrectedPart, hash_of
from hallctl.signing.store import Signatures, Signed

LOOK_EVERY_S = 2.0
WHOLE_LOOKS_EVERY_MS = 3_600_000
"""A late rating changes a closed day too, without any correction: so often every day is looked at."""
EVER = Period(date(2000, 1, 1), date(9999, 12, 31))
_CORRECTED = msgspec.json.Decoder(CorrectedPart)
STAMP = "select (select count(*) from seals), (select count(*) from corrections)"

Read = Callable[[Callable[[Database], list[Signed]]], Awaitable[list[Signed]]]


class Signing(NamedTuple):
    """Who signs, and where it is kept; ``key`` gives the key that signs at that moment."""

    signatures: Signatures
    key: Callable[[int], SigningKey]


class Signer:
    """Looks again and again for what is to be signed."""

    def __init__(self, signing: Signing, read: Read, now: Callable[[], Now]) -> None:
        self._signing = signing
        self._read = read
        self._now = now
        self._stamp: tuple[int, int] | None = None
        self._whole_look_at = 0

    async def keep_signing(self) -> None:
        """Sign whatever is due; never returns."""
        trouble = "the day's figures could not be signed"
        await again_and_again(LOOK_EVERY_S, self.sign_due, trouble)

    async def sign_due(self) -> list[Signed]:
        """Sign what is sealed or corrected and not signed yet; gives what was signed now."""
        return await self._read(self._sign)

    def _sign(self, ledger: Database) -> list[Signed]:
        now = self._now()
        stamp = ledger.execute(STAMP).fetchone()
        if stamp == self._stamp and now.at - self._whole_look_at < WHOLE_LOOKS_EVERY_MS:
            return []
        made = sign_due(ledger, self._signing, now)
        self._stamp, self._whole_look_at = stamp, now.at
        return made


def sign_due(ledger: Database, signing: Signing, now: Now) -> list[Signed]:
    """Sign every seal and every correction of one that has no signature yet."""
    key = signing.key(now.at)
    made = [_signed(key, now, one) for one in _unsigned_seals(ledger, signing.signatures)]
    for one in made:
        signing.signatures.add(one)
    for corrected in _unsigned_corrections(ledger, signing.signatures, now):
        made.append(_signed(key, now, corrected))
        signing.signatures.add(made[-1])
    return made


class _Unsigned(NamedTuple):
    day: date
    part: str
    correction: int
    statement: bytes


def _unsigned_seals(ledger: Database, signatures: Signatures) -> list[_Unsigned]:
    known = signatures.known()
    rows = ledger.execute("select day, part, hash, snapshot from seals order by serial").fetchall()
    return [
        _Unsigned(date.fromisoformat(day), part, 0, snapshot.encode())
        for day, part, digest, snapshot in rows
        if digest not in known
    ]


def _unsigned_corrections(ledger: Database, signatures: Signatures, now: Now) -> list[_Unsigned]:
    newest = signatures.newest_of()
    found = []
    for day in sealed_days(ledger, EVER, now):
        before = newest.get((day.day, day.part))
        if before is not None and day.corrected != figures_of(before, day):
            found.append(_correction(day, before, now))
    return found


def figures_of(signed: Signed, day: SealedDay) -> dict[str, int]:
    """The hall's figures as that statement has them."""
    if not signed.correction:
        return day.sealed
    return corrected_of(signed).figures


def corrected_of(signed: Signed) -> CorrectedPart:
    """The correction as it was signed."""
    return _CORRECTED.decode(signed.statement)


def _correction(day: SealedDay, before: Signed, now: Now) -> _Unsigned:
    corrected = CorrectedPart(
        day=day.day,
        part=day.part,
        correction=before.correction + 1,
        corrected_at=now.at,
        previous=before.hash,
        seal=day.hash,
        figures=day.corrected,
        change=day.correction,
    )
    return _Unsigned(day.day, day.part, corrected.correction, corrected.canonical_bytes)


def _signed(key: SigningKey, now: Now, one: _Unsigned) -> Signed:
    return Signed(
        hash=hash_of(one.statement),
        day=one.day,
        part=one.part,
        correction=one.correction,
        statement=one.statement.decode(),
        key=key.published.key,
        signature=key.sign(one.statement),
        signed_at=now.at,
    )
