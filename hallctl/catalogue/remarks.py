"""What is worth a second look in a catalogue that may be used: how gaps in the listing are read."""

from collections.abc import Callable, Iterable

import msgspec

from hallctl.catalogue.entry import Entry
from hallctl.catalogue.sheets.rows import SAME_DAY_AT_MOST
from hallctl.core.catalogue import CHANNELS, Fee

NEEDS_A_NOTE_BELOW = 5000
"""Less than this many đồng is a page's price, a percentage, or thousands written short."""


class Remark(msgspec.Struct, frozen=True):
    """One thing to look at, and the procedures it is about."""

    about: str
    codes: tuple[str, ...]


def needs_note(fee: Fee) -> bool:
    """Whether the amount alone would mislead."""
    return fee.currency == "VND" and 0 < fee.amount < NEEDS_A_NOTE_BELOW


def remarks_on(entries: Iterable[Entry]) -> tuple[Remark, ...]:
    """Everything worth a look, one remark a kind."""
    listed = list(entries)
    found = (
        Remark(about, tuple(one.code for one in listed if is_so(one))) for about, is_so in _KINDS
    )
    return tuple(remark for remark in found if remark.codes)


def _has_no_unit(entry: Entry) -> bool:
    facts = entry.facts
    return any(
        float(facts.get(f"{channel}_time", 0)) > SAME_DAY_AT_MOST and f"{channel}_unit" not in facts
        for channel in CHANNELS
    )


def _has_no_note(entry: Entry) -> bool:
    fees = (offer.fee for offer in entry.procedure.offers.values())
    return any(fee is not None and needs_note(fee) and not fee.note for fee in fees)


def _is_nowhere(entry: Entry) -> bool:
    return not ({"service", "department", "elsewhere"} & entry.facts.keys())


_KINDS: tuple[tuple[str, Callable[[Entry], bool]], ...] = (
    ("more than one of an unwritten unit: read as working days; write the unit", _has_no_unit),
    ("a fee under 5,000 without a note: citizens are told to ask; write the note", _has_no_note),
    ("neither service nor department nor elsewhere: shown as handled elsewhere", _is_nowhere),
)
