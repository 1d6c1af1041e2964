"""What the hall signs: a part of a day as it was sealed, and later what it has been corrected to.

A seal's statement is its snapshot's canonical JSON, as the journal hashes it. A correction is
written the same way (keys sorted, no spaces) and names the statement that stood before it.
"""

from datetime import date
from hashlib import sha256
from typing import Literal

import msgspec

CORRECTION_VERSION = 1


class CorrectedPart(msgspec.Struct, frozen=True, kw_only=True):
    """The figures of one part of a sealed day as they stand after corrections."""

    version: int = CORRECTION_VERSION
    day: date
    part: Literal["visits", "dossiers"]
    correction: int
    """Counts the corrections of that part of that day from 1."""
    corrected_at: int
    previous: str
    """The hash of the correction before, or of the seal."""
    seal: str
    figures: dict[str, int]
    """Every figure of the hall as it stands now."""
    change: dict[str, int]
    """What differs from the seal."""

    @property
    def canonical_bytes(self) -> bytes:
        """What is hashed and signed."""
        return msgspec.json.encode(self, order="sorted")


def hash_of(statement: bytes) -> str:
    """The SHA-256 by which a statement is called."""
    return sha256(statement).hexdigest()
