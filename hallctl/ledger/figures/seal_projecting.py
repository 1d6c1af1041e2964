"""What a seal means for the ledger: one row, with the snapshot's canonical JSON."""

from collections.abc import Callable
from typing import Any

from hallctl.core import events
from hallctl.journal.inserting import Execute


def _day_sealed(execute: Execute, event: events.DaySealed, _day: str) -> None:
    snapshot = event.snapshot
    execute(
        "insert into seals (serial, day, part, sealed_at, hash, snapshot)"
        " values (?, ?, ?, ?, ?, ?)",
        (
            snapshot.serial,
            snapshot.day.isoformat(),
            snapshot.part,
            snapshot.sealed_at,
            event.hash,
            snapshot.canonical_bytes.decode(),
        ),
    )


PROJECT_SEALS: dict[type[events.Event], Callable[[Execute, Any, str], None]] = {
    events.DaySealed: _day_sealed,
}
"""How each fact about seals is written into the ledger."""
