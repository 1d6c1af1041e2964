"""What was corrected after it was counted: which day's figures, why, and by whom."""

import msgspec
from sqlite_utils import Database

from hallctl.ledger.period import Period


class Correction(msgspec.Struct, frozen=True, kw_only=True):
    """One correction; ``day`` is the first day whose figures it changed."""

    kind: str
    """struck_dossier, undone_step or struck_rating."""
    subject: str
    """The dossier or the visit."""
    day: str
    corrected_day: str
    corrected_at: int
    official: str
    reason: str


_COLUMNS = Correction.__struct_fields__


def corrections(database: Database, period: Period) -> list[Correction]:
    """Those that changed the figures of a day in the period, in the order they were made."""
    rows = database.execute(
        f"select {', '.join(_COLUMNS)} from corrections"  # noqa: S608 - our own column names
        " where day between ? and ? order by rowid",
        (period.first.isoformat(), period.last.isoformat()),
    )
    return [Correction(**dict(zip(_COLUMNS, row, strict=True))) for row in rows]
