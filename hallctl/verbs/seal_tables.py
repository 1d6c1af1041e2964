"""Sealed figures as a table to read and as JSON: the seal, the correction, the corrected figure."""

from collections.abc import Iterator, Sequence

from hallctl.ledger.figures.corrections import Correction
from hallctl.ledger.figures.sealed_counts import DOSSIERS, VISITS, Part, SealedDay
from hallctl.verbs.dossier_tables import side_by_side

NAMES: dict[Part, tuple[str, ...]] = {"visits": VISITS, "dossiers": DOSSIERS}


def as_sealed_table(days: Sequence[SealedDay], corrections: Sequence[Correction]) -> str:
    """One table for visits, one for dossiers, and the corrections with their reasons."""
    parts = [_table(part, [one for one in days if one.part == part]) for part in NAMES]
    if corrections:
        parts.append("\n".join(["corrections", *(f"  {_told(one)}" for one in corrections)]))
    return "\n\n".join(part for part in parts if part)


def as_sealed_object(day: SealedDay) -> dict[str, object]:
    """A sealed part of a day for JSON."""
    return {
        "day": day.day,
        "part": day.part,
        "serial": day.serial,
        "sealed_at": day.sealed_at,
        "hash": day.hash,
        "sealed": day.sealed,
        "correction": day.correction,
        "corrected": day.corrected,
    }


def _table(part: Part, days: Sequence[SealedDay]) -> str:
    if not days:
        return ""
    head = [part, "", *(name.replace("_", " ") for name in NAMES[part]), "seal"]
    return side_by_side([head, *(row for day in days for row in _rows(day))], left=2)


def _rows(day: SealedDay) -> Iterator[list[str]]:
    names = NAMES[day.part]
    yield [str(day.day), "sealed", *(str(day.sealed[name]) for name in names), day.hash[:12]]
    if day.correction:
        changed = (day.correction.get(name, 0) for name in names)
        yield ["", "correction", *(f"{one:+d}" if one else "" for one in changed), ""]
        yield ["", "corrected", *(str(day.corrected[name]) for name in names), ""]


def _told(correction: Correction) -> str:
    return (
        f"{correction.corrected_day}  {correction.kind.replace('_', ' ')}  {correction.subject}"
        f"  of {correction.day}  by {correction.official}: {correction.reason}"
    )
