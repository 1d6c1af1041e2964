"""Which numbers this station has on paper, read from its print journal before it connects."""

import re
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import NamedTuple

from hallctl.station.printing.print_journal import SlipState

_TICKET = re.compile(r"(\d{4}-\d\d-\d\d)-(\D)(\d{3,5})(?!\d)")
OUT = (SlipState.BEGUN.value, SlipState.PRINTED.value)


class Printed(NamedTuple):
    """The newest day that anything was printed on, and the highest serial of each letter."""

    business_day: date
    up_to: dict[str, int]


def printed_numbers(journal: Path) -> Printed | None:
    """None where nothing was printed, or the disk does not tell."""
    try:
        with closing(sqlite3.connect(f"file:{journal}?mode=ro", uri=True)) as rows:
            slips = rows.execute("SELECT ticket FROM slip WHERE state IN (?, ?)", OUT).fetchall()
    except sqlite3.Error:
        return None
    tickets = [found for (slip,) in slips if (found := _TICKET.match(slip))]
    if not tickets:
        return None
    newest = max(found[1] for found in tickets)
    up_to: dict[str, int] = {}
    for found in tickets:
        if found[1] == newest:
            up_to[found[2]] = max(up_to.get(found[2], 0), int(found[3]))
    return Printed(date.fromisoformat(newest), up_to)
