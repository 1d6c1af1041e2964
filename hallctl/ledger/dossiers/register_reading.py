"""The register's lines: every dossier of a field received in a period, in order."""

from datetime import date

import msgspec
from sqlite_utils import Database


class RegisterLine(msgspec.Struct, frozen=True, kw_only=True):
    """One dossier as the register lists it; times in milliseconds since 1970."""

    dossier: str
    procedure: str
    department: str
    complete_at: int
    due_at: int
    returned_at: int | None
    return_by: str
    before: int
    """How many of the field were received earlier in the year."""


def register_lines(
    database: Database, first: date, last: date, field: str, most: int
) -> list[RegisterLine]:
    """At most ``most`` of them; an empty field means all of them together."""
    names = RegisterLine.__struct_fields__
    new_year = date(first.year, 1, 1).isoformat()
    rows = database.execute(
        "select dossier, procedure, department, complete_at, due_at, returned_at, return_by,"
        " (select count(*) from dossiers where day >= ?4 and day < ?1 and (?3 = '' or field = ?3))"
        " from dossiers where day between ?1 and ?2 and (?3 = '' or field = ?3)"
        " order by day, serial limit ?5",
        (first.isoformat(), last.isoformat(), field, new_year, most),
    )
    return [RegisterLine(**dict(zip(names, row, strict=True))) for row in rows]


def fields_known(database: Database) -> list[str]:
    """The fields that dossiers were received in."""
    rows = database.execute("select distinct field from dossiers where field != '' order by 1")
    return [field for (field,) in rows]
