"""One dossier as the ledger has it, with every hand it went through."""

from typing import Any

import msgspec
from sqlite_utils import Database


class DossierStepTaken(msgspec.Struct, frozen=True, kw_only=True):
    """One act on a dossier; times in milliseconds since 1970, None where it does not apply."""

    step: str
    at: int
    day: str
    department: str | None
    counter: str
    official: str
    reason: str | None
    needs: str | None
    """What the citizen was asked for, a line each; None where the reason says it."""
    due_at: int | None
    """When the dossier was due from then on."""


class DossierRecord(msgspec.Struct, frozen=True, kw_only=True):
    """Everything the hall keeps about a dossier; none of it about a person."""

    dossier: str
    agency: str
    day: str
    serial: int
    procedure: str
    department: str
    field: str
    service: str
    channel: str
    return_by: str
    counter: str
    official: str
    visit: str
    state: str
    presented_at: int
    complete_at: int
    due_at: int
    due_day: str
    supplements: int
    reappointed_at: int | None
    finished_at: int | None
    returned_at: int | None
    ended_at: int | None
    punctuality: str | None
    steps: tuple[DossierStepTaken, ...] = ()


_KEPT = tuple(name for name in DossierRecord.__struct_fields__ if name != "steps")
_STEP = DossierStepTaken.__struct_fields__


def dossier_of(database: Database, dossier: str) -> DossierRecord | None:
    """The dossier of that code with its steps in order, or None."""
    found = _rows(database, "dossiers", _KEPT, dossier)
    if not found:
        return None
    steps = _rows(database, "dossier_steps", _STEP, dossier)
    taken = tuple(DossierStepTaken(**step) for step in steps)
    return DossierRecord(**found[0], steps=taken)


def _rows(
    database: Database, table: str, columns: tuple[str, ...], dossier: str
) -> list[dict[str, Any]]:
    query = f"select {', '.join(columns)} from {table} where dossier = ? order by rowid"  # noqa: S608 - our own names
    return [dict(zip(columns, row, strict=True)) for row in database.execute(query, (dossier,))]
