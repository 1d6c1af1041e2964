"""Rules about scheduled backups: a time of the day, a public key, and how many stay."""

import re

from hallctl.settings.hall_rules.hours import read_time
from hallctl.settings.problems import Findings, quoted
from hallctl.settings.tables.document import Document

_KEY = re.compile(r"age1[02-9ac-hj-np-z]{58}")


def check_backup(document: Document, findings: Findings) -> None:
    """Notes what is wrong with the schedule."""
    backup = document.backup
    if read_time(backup.at) is None:
        wrong = f"{quoted(backup.at)} is not a time of the day"
        findings.add("backup.at", wrong, 'write it such as "18:30"')
    if backup.recipient and not _KEY.fullmatch(backup.recipient):
        findings.add(
            "backup.recipient",
            f"{quoted(backup.recipient)} is no public key of age",
            "write the line of age-keygen that begins with age1",
        )
    for name in ("keep_days", "keep_weeks", "keep_months"):
        if not 0 <= getattr(backup, name) <= 1000:
            findings.add(f"backup.{name}", "is no such number", "write 0–1000")
