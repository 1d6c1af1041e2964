"""One row of a sheet into facts, each cell checked; then facts into the procedure of the rules."""

from collections.abc import Callable
from datetime import date
from functools import partial

from hallctl.catalogue.entry import Entry, Facts
from hallctl.catalogue.problems import RowFindings
from hallctl.catalogue.sheets import cells
from hallctl.catalogue.sheets.columns import COLUMNS, FLAGS, LEVELS, UNITS
from hallctl.catalogue.sheets.sheet import Cell
from hallctl.core.catalogue import CHANNELS, Channel, Elsewhere, Fee, Offer, Procedure
from hallctl.core.deadlines import Term

SAME_DAY_AT_MOST = 1.0
"""A listing leaves the unit empty for the same day, and writes 0, 1 or nothing for the time.
More than one of an unwritten unit can't be one day: it is read as working days."""

LONGEST_TERM = 3660
"""Ten years of days: more is a slip of the pen."""


def facts_of(row: dict[str, Cell], findings: RowFindings) -> Facts:
    """The row's facts in canonical texts; what is wrong is found and left out."""
    filled = ((column, cell) for column, cell in row.items() if cell is not None and cell != "")
    facts = {column: _checked(column, cell, findings) for column, cell in filled}
    facts["code"] = cells.code_in(row.get("code"), findings)
    if not facts.get("name"):
        findings.add("name", "is empty", "write the procedure's name")
    return {column: facts[column] for column in COLUMNS if facts.get(column)}


def entry_of(facts: Facts) -> Entry:
    """The entry with these facts, which have been checked."""
    return Entry(procedure_of(facts), facts)


def procedure_of(facts: Facts) -> Procedure:
    """The procedure that the rules know."""
    here_from = facts.get("here_from")
    offers = {channel: _offer(facts, channel) for channel in CHANNELS}
    return Procedure(
        procedure=facts["code"],
        name=facts["name"],
        field=facts.get("field", ""),
        department=facts.get("department", ""),
        service=facts.get("service", ""),
        ministry=facts.get("ministry", ""),
        offers={channel: offer for channel, offer in offers.items() if offer != Offer()},
        has_cut_off=facts.get("after15h_rule") == "1",
        here_from=date.fromisoformat(here_from) if here_from else None,
        elsewhere=_elsewhere(facts),
        papers=tuple(filter(None, facts.get("papers", "").split("|"))),
    )


def _checked(column: str, cell: Cell, findings: RowFindings) -> str:
    check = _CHECKS.get(column) or _CHECKS_BY_END.get(column.rpartition("_")[2], cells.words_in)
    return check(cell, column, findings)


_CHECKS: dict[str, Callable[[Cell, str, RowFindings], str]] = {
    **dict.fromkeys(FLAGS, cells.flag_in),
    "levels": partial(cells.several_of, known=LEVELS),
    "here_from": cells.date_in,
    "papers": cells.papers_in,
}
_CHECKS_BY_END: dict[str, Callable[[Cell, str, RowFindings], str]] = {
    "time": cells.number_in,
    "fee": cells.number_in,
    "unit": partial(cells.one_of, known=tuple(UNITS)),
    "cur": cells.currency_in,
}


def check_together(facts: Facts, findings: RowFindings) -> None:
    """What no cell says alone: a unit needs its time, a day its service, a reason its place."""
    for channel in CHANNELS:
        if float(facts.get(f"{channel}_time") or 0) > LONGEST_TERM:
            findings.add(f"{channel}_time", "is too long", f"write at most {LONGEST_TERM:,}")
        if facts.get(f"{channel}_unit") and not facts.get(f"{channel}_time"):
            findings.add(f"{channel}_unit", "has no time", f"write {channel}_time too, or neither")
    if facts.get("here_from") and not facts.get("service"):
        findings.add("here_from", "has no service", "write the service whose number is to be taken")
    if facts.get("elsewhere_why") and not facts.get("elsewhere"):
        findings.add("elsewhere_why", "has no place", "write elsewhere too, or neither")


def _offer(facts: Facts, channel: Channel) -> Offer:
    return Offer(_term(facts, channel), _fee(facts, channel))


def _term(facts: Facts, channel: Channel) -> Term | None:
    written = facts.get(f"{channel}_time")
    if written is None:
        return None
    amount = float(written)
    unit = facts.get(f"{channel}_unit")
    if unit is None:
        return Term() if amount <= SAME_DAY_AT_MOST else Term(amount)
    return Term(amount, UNITS[unit])


def _fee(facts: Facts, channel: Channel) -> Fee | None:
    written = facts.get(f"{channel}_fee")
    if written is None:
        return None
    note = facts.get(f"{channel}_fee_note") or facts.get("counter_fee_note", "")
    return Fee(float(written), facts.get(f"{channel}_cur", "VND"), note)


def _elsewhere(facts: Facts) -> Elsewhere | None:
    if facts.get("elsewhere") or not facts.get("service"):
        where = facts.get("elsewhere") or facts.get("ministry", "")
        return Elsewhere(where, facts.get("elsewhere_why", ""))
    return None
