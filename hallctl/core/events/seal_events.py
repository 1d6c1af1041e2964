"""The day's public figures as they stood when it ended: sealed, and chained to the seal before.

What is sealed and hashed is the snapshot's canonical JSON (keys sorted, no spaces, fields that are
0 or empty left out). A later field must have such a default, so that old seals keep their hash.
"""

from datetime import date
from hashlib import sha256
from typing import Literal

import msgspec

from hallctl.core.events.event import Event

FIRST_SEAL = "0" * 64
"""What stands before the first seal."""
SNAPSHOT_VERSION = 1


class SealedVisits(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One service's visits, or the hall's.

    issued = finished + missed + cancelled + lapsed.
    """

    service: str = ""
    issued: int = 0
    called: int = 0
    within_target: int = 0
    finished: int = 0
    missed: int = 0
    cancelled: int = 0
    lapsed: int = 0
    rated: int = 0
    satisfied: int = 0


class SealedDossiers(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One department's dossiers, or the hall's, as the day ended.

    carried over + received = finished + in process + awaiting + refused + withdrawn + stopped.
    """

    department: str = ""
    carried_over: int = 0
    received: int = 0
    finished_early: int = 0
    finished_on_time: int = 0
    finished_late: int = 0
    in_process_in_time: int = 0
    in_process_overdue: int = 0
    awaiting_supplement: int = 0
    refused: int = 0
    withdrawn: int = 0
    stopped: int = 0
    returned: int = 0


class Snapshot(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The figures of one part of a day; ``previous`` is the hash of the snapshot before it."""

    version: int
    serial: int
    """Counts the hall's seals from 1."""
    day: date
    part: Literal["visits", "dossiers"]
    sealed_at: int
    previous: str
    visits: SealedVisits | None = None
    by_service: tuple[SealedVisits, ...] = ()
    dossiers: SealedDossiers | None = None
    by_department: tuple[SealedDossiers, ...] = ()

    @property
    def canonical_bytes(self) -> bytes:
        """What is hashed, and what whoever vouches for the figures has to sign."""
        return msgspec.json.encode(self, order="sorted")

    @property
    def hash(self) -> str:
        """The SHA-256 of the canonical bytes, in hexadecimal."""
        return sha256(self.canonical_bytes).hexdigest()


class DaySealed(Event, frozen=True, kw_only=True, gc=False):
    """A part of the day's figures is closed; what comes later is a correction beside it."""

    snapshot: Snapshot
    hash: str
