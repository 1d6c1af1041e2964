"""Checking in for an appointment: what was scanned or typed, known as a code of one."""

import re

_NAME = re.compile(r"LH-\d{6}-\d{6}", re.IGNORECASE)
_DIGITS = 6
_SPACING = str.maketrans("", "", " -.")


def appointment_in(text: str) -> str:
    """The appointment that a scanned link or typed digits name, or empty where it is none.

    A link ends in the name and its signature; digits may be spaced as people read them.
    """
    scanned = text.strip()
    is_link = "/a/" in scanned or scanned[:3].upper() == "LH-"
    if is_link and (found := _NAME.search(scanned)):
        return found.group().upper()
    digits = scanned.translate(_SPACING)
    return digits if digits.isascii() and digits.isdigit() and len(digits) == _DIGITS else ""
