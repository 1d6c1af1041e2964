"""Rules about courier runs: the day's timetable, and when everything must have arrived."""

from datetime import time
from itertools import pairwise

from hallctl.core.plan.run_rules import RunRules
from hallctl.settings.hall_rules.hours import read_time
from hallctl.settings.problems import Findings, quoted
from hallctl.settings.tables.document import RunsTable

MOST_TRIPS = 48
LONGEST_MINUTES = 1440


def check_runs(table: RunsTable, findings: Findings) -> RunRules:
    """Notes what is wrong; returns the timetable as far as it could be read."""
    departures = []
    for place, written in enumerate(table.departures, start=1):
        if (leaves := read_time(written)) is None:
            where = f"runs.departures[{place}]"
            findings.add(where, f"{quoted(written)} is not a time of the day", 'write "07:45"')
        else:
            departures.append(leaves)
    _check_order(departures, findings)
    if len(departures) > MOST_TRIPS:
        findings.add(
            "runs.departures", f"names {len(departures)} trips", f"name at most {MOST_TRIPS}"
        )
    if not 0 < table.due_minutes <= LONGEST_MINUTES:
        findings.add(
            "runs.due_minutes",
            f"{table.due_minutes:g} minutes makes no sense",
            f"write more than 0 and at most {LONGEST_MINUTES}",
        )
    return RunRules(departures=tuple(departures), due_minutes=table.due_minutes)


def _check_order(departures: list[time], findings: Findings) -> None:
    for before, after in pairwise(departures):
        if after <= before:
            findings.add(
                "runs.departures",
                f"{after:%H:%M} comes after {before:%H:%M}",
                "put the trips in order, each once",
            )
