"""``catalogue.csv`` into the hall's catalogue, or every line of it that can't be used."""

import csv
from collections.abc import Iterable
from datetime import date
from math import isfinite
from pathlib import Path

from hallctl.core.catalogue import CHANNELS, Catalogue, Channel, Elsewhere, Fee, Offer, Procedure
from hallctl.core.deadlines import Term, Unit
from hallctl.settings.problems import Findings, choose_from, quoted

CATALOGUE_NAME = "catalogue.csv"
NEEDED = ("code", "name")
LONGEST_TERM = 3660
MOST_PROBLEMS = 20
UNITS: dict[str, Unit] = {
    "working_day": "working_day",
    "day": "calendar_day",
    "calendar_day": "calendar_day",
    "hour": "hour",
    "month": "month",
}
SAME_DAY = Term(0)

Row = dict[str, str]


def read_catalogue(directory: Path) -> tuple[Catalogue, Findings]:
    """The catalogue beside ``hall.toml`` (empty without one) and what is wrong with it."""
    findings = Findings(CATALOGUE_NAME)
    procedures: dict[str, Procedure] = {}
    for line, row in _rows(directory / CATALOGUE_NAME, findings):
        where = f"line {line}"
        code = row.get("code", "").strip()
        if code in procedures:
            findings.add(where, f"{quoted(code)} stands there twice", "keep one of the two")
        procedures[code] = _procedure(row, where, findings)
        if len(findings.problems) >= MOST_PROBLEMS:
            findings.add("", "there may be more", "correct these first")
            break
    return Catalogue(procedures=procedures), findings


def _rows(path: Path, findings: Findings) -> Iterable[tuple[int, Row]]:
    """Each line of the file with its number, as far as it can be read."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.DictReader(lines)
            missing = [name for name in NEEDED if name not in (reader.fieldnames or ())]
            for name in missing:
                findings.add(name, "there is no such column", "name it in the first line")
            if not missing:
                for row in reader:
                    yield reader.line_num, {key: row[key] or "" for key in row if key}
    except FileNotFoundError:
        return
    except OSError as fault:
        findings.add("", f"can't be read: {fault.strerror}", "check the file and its permissions")
    except (UnicodeDecodeError, csv.Error) as fault:
        findings.add("", f"is not CSV in UTF-8: {fault}", "save it again as CSV, UTF-8")


def _procedure(row: Row, where: str, findings: Findings) -> Procedure:
    for key in NEEDED:
        if not row[key].strip():
            findings.add(where, f"{key} is empty", f"write the procedure's {key}")
    has_cut_off = row.get("after15h_rule", "").strip() == "1"
    return Procedure(
        procedure=row["code"].strip(),
        name=row["name"].strip(),
        field=row.get("field", "").strip(),
        department=row.get("department", "").strip(),
        service=row.get("service", "").strip(),
        ministry=row.get("ministry", "").strip(),
        offers={channel: _offer(row, channel, where, findings) for channel in CHANNELS},
        has_cut_off=has_cut_off,
        here_from=_day(row, where, findings),
        elsewhere=_elsewhere(row),
    )


def _offer(row: Row, channel: Channel, where: str, findings: Findings) -> Offer:
    term = _term(row, channel, where, findings)
    fee = _number(row, f"{channel}_fee", where, findings)
    if fee is None:
        return Offer(term)
    currency = row.get(f"{channel}_cur", "").strip() or "VND"
    return Offer(term, Fee(fee, currency, row.get(f"{channel}_fee_note", "").strip()))


def _term(row: Row, channel: Channel, where: str, findings: Findings) -> Term | None:
    """What is due the same day has no unit; a longer time without one is in working days."""
    amount = _number(row, f"{channel}_time", where, findings)
    if amount is None:
        return None
    unit = row.get(f"{channel}_unit", "").strip()
    if unit and unit not in UNITS:
        findings.add(where, f"{channel}_unit is {quoted(unit)}", choose_from(unit, UNITS))
    if amount > LONGEST_TERM:
        findings.add(where, f"{channel}_time {amount:g} is too long", f"at most {LONGEST_TERM}")
    if not unit and amount <= 1:
        return SAME_DAY
    return Term(amount, UNITS.get(unit, "working_day"))


def _number(row: Row, key: str, where: str, findings: Findings) -> float | None:
    written = row.get(key, "").strip()
    if not written:
        return None
    try:
        number = float(written)
    except ValueError:
        number = -1
    if not (isfinite(number) and number >= 0):
        findings.add(
            where, f"{key} is {quoted(written)}", "write a number of 0 or more, or nothing"
        )
        return None
    return number


def _day(row: Row, where: str, findings: Findings) -> date | None:
    written = row.get("here_from", "").strip()
    if not written:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError:
        findings.add(where, f"here_from is {quoted(written)}", "write a day such as 2027-01-01")
        return None


def _elsewhere(row: Row) -> Elsewhere | None:
    """A line without a service, or with a place, is handled there; the ministry's agency else."""
    place, why = row.get("elsewhere", "").strip(), row.get("elsewhere_why", "").strip()
    if row.get("service", "").strip() and not place:
        return None
    return Elsewhere(place or row.get("ministry", "").strip(), why)
