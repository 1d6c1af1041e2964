"""Rules about applicants: how long they stay known."""

from hallctl.settings.problems import Findings
from hallctl.settings.tables.document import Document

LONGEST_DAYS = 3650
LEAST_PROOF_DAYS = 365
"""Who looked must be known for as long as somebody may ask."""


def check_applicants(document: Document, findings: Findings) -> None:
    """A span that ends: people have a right to be forgotten."""
    days = document.applicants.keep_days
    if not 0 <= days <= LONGEST_DAYS:
        findings.add(
            "applicants.keep_days", f"{days} is no such span", f"write 0 to {LONGEST_DAYS} days"
        )
    for name in ("looks_days", "record_days"):
        days = getattr(document.retention, name)
        if not LEAST_PROOF_DAYS <= days <= LONGEST_DAYS:
            findings.add(
                f"retention.{name}",
                f"{days} is no such span",
                f"write {LEAST_PROOF_DAYS} to {LONGEST_DAYS} days",
            )
