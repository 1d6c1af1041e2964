#!/usr/bin/env python3
"""Makes the sample halls' catalogues from a listing of procedures.

    python deploy/make_samples.py procedures.csv

Who solves a procedure, and under which service a citizen finds it, is told by the table
``sample_rules.csv`` beside this file: the first line whose ministry and field fit wins.
A procedure without a service is handed in elsewhere than at the hall.
"""

import csv
import sys
from fnmatch import fnmatchcase
from pathlib import Path

RULES = Path(__file__).with_name("sample_rules.csv")
SAMPLES = Path(__file__).parents[1] / "hallctl" / "samples"
LEVELS = {"province": "tinh", "commune": "xa"}
FACTS = [
    "code",
    "name",
    "field",
    "ministry",
    "levels",
    "subject",
    "counter_time",
    "counter_unit",
    "counter_fee",
    "counter_cur",
    "online_time",
    "online_unit",
    "online_fee",
    "online_cur",
    "post_time",
    "post_unit",
    "post_fee",
    "post_cur",
    "counter_fee_note",
    "after15h_rule",
]

Row = dict[str, str]


def main(listing: Path) -> None:
    """Writes one catalogue a sample and says how many procedures it has."""
    procedures = _rows(listing)
    rules = _rows(RULES)
    for sample, level in LEVELS.items():
        own_rules = [rule for rule in rules if rule["sample"] == sample]
        catalogue = [
            _entry(procedure, own_rules)
            for procedure in procedures
            if level in procedure["levels"].split("|")
        ]
        _write(SAMPLES / f"{sample}.csv", sorted(catalogue, key=lambda entry: entry["code"]))
        sys.stdout.write(f"{sample}: {len(catalogue)} procedures\n")


def _entry(procedure: Row, rules: list[Row]) -> Row:
    rule = next(rule for rule in rules if _fits(rule, procedure))
    facts = {key: " ".join(procedure[key].split()) for key in FACTS}
    return facts | {"service": rule["service"], "department": rule["department"]}


def _fits(rule: Row, procedure: Row) -> bool:
    return rule["ministry"] == procedure["ministry"] and fnmatchcase(
        procedure["field"], rule["field"]
    )


def _rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _write(path: Path, entries: list[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, [*FACTS, "service", "department"], lineterminator="\n")
        writer.writeheader()
        writer.writerows(entries)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
