"""Rules about sessions: they last long enough to work in, and not for ever."""

from hallctl.settings.problems import Findings
from hallctl.settings.tables.document import PeopleTable

LONGEST_HOURS = 24


def check_people(people: PeopleTable, findings: Findings) -> None:
    """Spans in which somebody may really be signed in."""
    if not 1 <= people.session_idle_minutes <= LONGEST_HOURS * 60:
        findings.add(
            "people.session_idle_minutes",
            f"{people.session_idle_minutes:g} is no such span",
            f"write 1 to {LONGEST_HOURS * 60} minutes",
        )
    if not 0 < people.session_hours <= LONGEST_HOURS:
        findings.add(
            "people.session_hours",
            f"{people.session_hours:g} is no such span",
            f"write up to {LONGEST_HOURS} hours",
        )
