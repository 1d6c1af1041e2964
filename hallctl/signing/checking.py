"""Checks a signed day as a stranger does: from the document alone, and the key one trusts."""

from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple

import msgspec

from hallctl.core.events.seal_events import SealedDossiers, SealedVisits, Snapshot
from hallctl.signing.document import SignedDay, SignedStatement
from hallctl.signing.keys import PublishedKey, SigningKeyError, fingerprint_of, has_signed
from hallctl.signing.statement import CorrectedPart, hash_of
from hallctl.signing.store import Signatures

Fault = Literal[
    "other_day", "unreadable", "hash", "unknown_key", "strange_key", "signature", "sum", "order"
]
"""Why a statement is not to be believed."""
VISITS_END = ("finished", "missed", "cancelled", "lapsed")
DOSSIERS_STAND = (
    "finished_early", "finished_on_time", "finished_late", "in_process_in_time",
    "in_process_overdue", "awaiting_supplement", "refused", "withdrawn", "stopped",
)  # fmt: skip


class Checked(NamedTuple):
    """One statement after the check; ``fault`` is empty when all is well."""

    part: str
    correction: int
    figures: dict[str, int]
    key: str
    signed_at: int
    hash: str
    fault: Fault | Literal[""] = ""


def check_day(day: SignedDay, trusted: str = "") -> list[Checked]:
    """Every statement checked. ``trusted`` is a fingerprint; without one the document's keys count.

    Keys that the trusted one vouches for, or that those do, are trusted with it.
    """
    keys = {one.key: one for one in day.keys if _is_itself(one)}
    believed = _believed(keys, trusted) if trusted else set(keys)
    before: dict[str, SignedStatement] = {}
    checked = []
    for one in day.statements:
        fault, figures = _fault(one, day.day, before.get(one.part))
        if not fault:
            fault = _signature_fault(one, keys, believed)
        before[one.part] = one
        checked.append(
            Checked(one.part, one.correction, figures, one.key, one.signed_at, one.hash, fault)
        )
    return checked


def _fault(
    one: SignedStatement, day: date, before: SignedStatement | None
) -> tuple[Fault | Literal[""], dict[str, int]]:
    if hash_of(one.statement.encode()) != one.hash:
        return "hash", {}
    try:
        told = _read(one)
    except msgspec.MsgspecError:
        return "unreadable", {}
    figures = _figures(told)
    if told.day != day or told.part != one.part:
        return "other_day", figures
    if isinstance(told, CorrectedPart) and not _follows(told, one, before):
        return "order", figures
    is_whole = bool(one.correction) or _adds_up(one.part, figures)
    return ("" if is_whole else "sum"), figures


def _read(one: SignedStatement) -> Snapshot | CorrectedPart:
    if one.correction:
        return msgspec.json.decode(one.statement, type=CorrectedPart)
    return msgspec.json.decode(one.statement, type=Snapshot)


def _follows(told: CorrectedPart, one: SignedStatement, before: SignedStatement | None) -> bool:
    return (
        before is not None
        and told.previous == before.hash
        and told.correction == one.correction == before.correction + 1
    )


def _figures(told: Snapshot | CorrectedPart) -> dict[str, int]:
    if isinstance(told, CorrectedPart):
        return told.figures
    if told.visits is not None:
        return _named(told.visits, SealedVisits, "service")
    return _named(told.dossiers or SealedDossiers(), SealedDossiers, "department")


def _named(figures: object, kind: type[msgspec.Struct], besides: str) -> dict[str, int]:
    return {name: getattr(figures, name) for name in kind.__struct_fields__ if name != besides}


def _adds_up(part: str, of: dict[str, int]) -> bool:
    if part == "visits":
        return of["issued"] == sum(of[name] for name in VISITS_END)
    return of["carried_over"] + of["received"] == sum(of[name] for name in DOSSIERS_STAND)


def _signature_fault(
    one: SignedStatement, keys: dict[str, PublishedKey], believed: set[str]
) -> Fault | Literal[""]:
    if one.key not in keys:
        return "unknown_key"
    if one.key not in believed:
        return "strange_key"
    pem = keys[one.key].public_key
    return "" if has_signed(pem, one.statement.encode(), one.signature) else "signature"


def _is_itself(one: PublishedKey) -> bool:
    try:
        return fingerprint_of(one.public_key) == one.key
    except SigningKeyError:
        return False


def _believed(keys: dict[str, PublishedKey], trusted: str) -> set[str]:
    """The trusted key, and every one that it vouches for, directly or by another."""
    found: set[str] = set()
    waiting = [trusted] if trusted in keys else []
    while waiting:
        found.add(current := waiting.pop())
        waiting += [key for key in _vouched(keys, keys[current]) if key not in found]
    return found


def _vouched(keys: dict[str, PublishedKey], by: PublishedKey) -> Iterator[str]:
    for other in keys.values():
        if other.introduced_by == by.key and _signs(by, other, other.introduction):
            yield other.key
        if by.introduced_by == other.key and _signs(by, other, by.confirmation):
            yield other.key


def _signs(by: PublishedKey, other: PublishedKey, signature: str) -> bool:
    return has_signed(by.public_key, other.public_key.encode(), signature)


def first_unproved(signatures: Signatures, keys: tuple[PublishedKey, ...]) -> str:
    """What is wrong with the first kept statement that its key has not signed; or empty."""
    by_name = {one.key: one for one in keys if _is_itself(one)}
    for one in signatures.every():
        statement = one.statement.encode()
        is_whole = one.key in by_name and hash_of(statement) == one.hash
        if not is_whole or not has_signed(by_name[one.key].public_key, statement, one.signature):
            return f"the signed {one.part} of {one.day} are not what was signed"
    return ""
