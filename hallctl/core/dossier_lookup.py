"""Finding a dossier by what was scanned or typed, or saying what is most likely wrong with it."""

import re

from hallctl.core.dossier_codes import DossierCode, parse_code
from hallctl.core.guards.dossier_guards import known_dossier
from hallctl.core.hall import Hall
from hallctl.core.hall.dossier import Dossier
from hallctl.core.plan import Plan
from hallctl.core.refusals import Refusal, Refused

_SHORT = re.compile(r"(\d{6})[\s-]*(\d{4,9})", re.ASCII)
"""A code as people tell it: the day and the serial, the agency being this one."""


def completed(text: str, agency: str) -> str:
    """A code typed without its agency, with it; any other text as it is."""
    short = _SHORT.fullmatch(text.strip())
    return f"{agency}-{short[1]}-{short[2]}" if short and agency else text


def looked_up(hall: Hall, plan: Plan, text: str) -> Dossier:
    """The dossier of a code. Raises :class:`Refused`; ``part`` says which part of it to look at."""
    try:
        return known_dossier(hall, text)
    except Refused as refused:
        if refused.refusal is not Refusal.UNKNOWN_DOSSIER:
            raise
        code = parse_code(text)
        raise Refused(
            Refusal.UNKNOWN_DOSSIER, dossier=str(code), part=_strange_part(hall, plan, code)
        ) from refused


def _strange_part(hall: Hall, plan: Plan, code: DossierCode) -> str:
    """The first part from the left that no dossier of this hall has."""
    agency = f"{code.agency}-"
    every = hall.dossiers.every
    if code.agency != plan.dossiers.agency and not any(one.startswith(agency) for one in every):
        return "agency"
    of_the_day = f"{agency}{code.day:%y%m%d}-"
    return "serial" if any(one.startswith(of_the_day) for one in every) else "day"
