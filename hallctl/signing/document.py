"""A signed day as one JSON document: every statement as the text that was signed, and the keys."""

from datetime import date

import msgspec

from hallctl.core.plan import Words
from hallctl.signing.keys import PublishedKey
from hallctl.signing.store import Signatures

VERSION = 1


class SignedStatement(msgspec.Struct, frozen=True, kw_only=True):
    """One statement; hash and signature are those of the text's bytes exactly as it stands."""

    part: str
    correction: int
    """0 for the seal; then the corrections, one after the other."""
    statement: str
    hash: str
    key: str
    signature: str
    signed_at: int


class SignedDay(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that the hall has signed about one day."""

    version: int
    hall: Words
    day: date
    statements: tuple[SignedStatement, ...]
    keys: tuple[PublishedKey, ...]


def signed_day(
    hall: Words, day: date, signatures: Signatures, keys: tuple[PublishedKey, ...]
) -> SignedDay:
    """The day's document; without statements where nothing is signed yet."""
    return SignedDay(
        version=VERSION,
        hall=hall,
        day=day,
        statements=tuple(
            SignedStatement(
                part=one.part,
                correction=one.correction,
                statement=one.statement,
                hash=one.hash,
                key=one.key,
                signature=one.signature,
                signed_at=one.signed_at,
            )
            for one in signatures.of_day(day)
        ),
        keys=keys,
    )
