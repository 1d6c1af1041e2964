"""Dossier codes: ``{agency}-{YYMMDD}-{serial of the day}``, as printed, scanned and typed.

The pattern is that of the national one-stop systems (Decree 61/2018 and its circulars): the
receiving agency's identification code, the day of reception, and a serial of four digits or more.
"""

import re
from datetime import date
from typing import NamedTuple

LONGEST_AGENCY = 35
LONGEST_SERIAL = 9
CENTURY = 2000

_LEVEL_1 = r"[A-Y][0-9]{2}"
_AGENCY = re.compile(rf"{_LEVEL_1}(?:\.[A-Z0-9]+)*", re.ASCII)
_LEGACY = re.compile(rf"[0-9]{{3}}\.[0-9]{{2}}\.[0-9]{{2}}\.{_LEVEL_1}", re.ASCII)
"""Before 2020 the levels stood the other way round: 000.00.19.H47."""
_CODE = re.compile(r"([A-Z0-9.]+)-([0-9]{6})-([0-9]{4,})", re.ASCII)


class CodeError(ValueError):
    """What was read is no dossier code; ``part`` says where: shape, agency, day or serial."""

    def __init__(self, part: str, message: str) -> None:
        super().__init__(message)
        self.part = part


class DossierCode(NamedTuple):
    """A dossier code in its parts; ``str`` gives the code."""

    agency: str
    day: date
    serial: int

    def __str__(self) -> str:
        """The code as it is printed; the serial takes the digits it needs past 9999."""
        return f"{self.agency}-{self.day:%y%m%d}-{self.serial:04d}"


def is_agency(agency: str) -> bool:
    """Whether that is an identification code: at most 35 of A–Z, 0–9 and dots between groups."""
    is_shaped = _AGENCY.fullmatch(agency) or _LEGACY.fullmatch(agency)
    return len(agency) <= LONGEST_AGENCY and is_shaped is not None


def make_code(agency: str, day: date, serial: int) -> str:
    """The code of the day's ``serial``-th dossier (1 is the first). Raises :class:`CodeError`."""
    if not is_agency(agency):
        raise CodeError("agency", f"{agency!r} is no agency code")
    if not CENTURY <= day.year < CENTURY + 100:
        raise CodeError("day", f"a code has no room for the year {day.year}")
    if serial < 1 or len(str(serial)) > LONGEST_SERIAL:
        raise CodeError("serial", f"{serial} is no serial")
    return str(DossierCode(agency, day, serial))


def parse_code(text: str) -> DossierCode:
    """The parts of a code as scanned or typed. Raises :class:`CodeError`."""
    found = _CODE.fullmatch(text.strip().upper())
    if found is None:
        raise CodeError("shape", "it is not agency-YYMMDD-serial")
    agency, day, serial = found.groups()
    if not is_agency(agency):
        raise CodeError("agency", f"{agency} is no agency code")
    if len(serial) > LONGEST_SERIAL or not int(serial):
        raise CodeError("serial", f"{serial} is no serial")
    return DossierCode(agency, _day(day), int(serial))


def _day(written: str) -> date:
    year, month, day = (int(written[at : at + 2]) for at in (0, 2, 4))
    try:
        return date(CENTURY + year, month, day)
    except ValueError as error:
        raise CodeError("day", f"there is no day {written}") from error
