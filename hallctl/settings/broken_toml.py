"""What is wrong with a file that is no TOML, in words of whoever has just edited it."""

import re

from hallctl.settings.problems import Findings

_PLACE = re.compile(r"\(at line (\d+), column \d+\)$")


def note_broken_toml(fault: Exception, findings: Findings) -> None:
    """Add what the reader of TOML complains of: its commonest faults by their line and cure."""
    words = " ".join(str(fault).split())[:200]
    place = _PLACE.search(words)
    if place is None:
        findings.add("", f"is not valid TOML: {words}", "correct that place")
        return
    line = place[1]
    if r"Illegal character '\n'" in words:
        findings.add("", f"line {line}: the text in quotes has no end", 'close it with "')
    elif "Invalid value" in words:
        findings.add("", f"line {line}: this is no value", 'put words between two "')
    elif "Expected '='" in words:
        findings.add("", f"line {line}: no = stands after the name", "write: name = value")
    elif "twice" in words or "overwrite" in words:
        findings.add("", f"line {line}: this stands in the file already", "keep one of the two")
    elif "Expected newline" in words:
        findings.add("", f"line {line}: more stands here than one value", "keep one value a line")
    else:
        findings.add("", f"is not valid TOML: {words}", "correct that place")
