"""Forms 06 and 07: what follows the dossier through the agencies, and the register of all."""

from datetime import date, datetime

import msgspec

from hallctl.core.dossier_life import Punctuality
from hallctl.forms.parts import Heading

MOST_BLANK_ROWS = 12


class HandOver(msgspec.Struct, frozen=True, kw_only=True):
    """One hand-over from unit to unit; how the giving one kept its time is None while unknown."""

    giver: str
    taker: str
    at: datetime
    result: Punctuality | None = None
    note: str = ""
    given_by: str = ""
    taken_by: str = ""


class ControlSlip(msgspec.Struct, frozen=True, kw_only=True):
    """Form 06: travels with the dossier; a row per hand-over, ``blank_rows`` more for a pen."""

    heading: Heading
    dossier: str
    agency: str
    received: datetime
    due: datetime
    partners: tuple[str, ...] = ()
    hand_overs: tuple[HandOver, ...] = ()
    blank_rows: int = 3


class RegisterRow(msgspec.Struct, frozen=True, kw_only=True):
    """One dossier in the register; ``contact`` is address and telephone, ``return_by`` the way."""

    dossier: str
    procedure: str
    applicant: str
    contact: str
    agency: str
    received: datetime
    due: datetime
    returned: datetime | None = None
    return_by: str = ""


class Register(msgspec.Struct, frozen=True, kw_only=True):
    """Form 07: every dossier of a field received from ``first_day`` to ``last_day``, in order.

    ``first_entry`` is the number the rows begin with.
    """

    heading: Heading
    first_day: date
    last_day: date
    rows: tuple[RegisterRow, ...]
    field: str = ""
    book: str = ""
    first_entry: int = 1
