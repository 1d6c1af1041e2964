"""The years after the first: the same rows 52 weeks later, so that nine of them cost little more than one."""

from sqlite_utils import Database

from hallctl.ledger.dossiers.dossier_schema import SUMMED
from hallctl.ledger.office.fee_schema import FEE_SUMS
from hallctl.ledger.visits.visit_summing import sum_month

WEEKS_52 = 364
DAY_MS = 86_400_000
COPIED = (
    "days", "tickets", "appointments", "complaints", "dossiers", "dossier_steps", "fee_payments",
    "deliveries", "visit_sums", "work_sums", "appointment_sums",
)  # fmt: skip
ADDED = {"dossier_sums": SUMMED, "fee_sums": FEE_SUMS}
"""Sums on days of the year after too: what two years have brought to a day is added."""
_DAYS = frozenset({
    "business_day", "day", "due_day", "left_on", "running_since", "booked_on", "decided_on", "decide_by",
    "answered_on", "answer_by", "batch",
})  # fmt: skip
_NAMES = frozenset({"ticket", "visit", "dossier", "appointment", "complaint"})
"""They begin with their day."""


def live_on(database: Database, years: int) -> None:
    """So many years after the first one, and the sums of every month."""
    rows = {table: database[table].count for table in COPIED}
    for table in ADDED:
        database.execute(f"create temp table first_{table} as select * from {table}")
    for year in range(1, years + 1):
        with database.atomic():
            for table, last in rows.items():
                _copy(database, table, f"{table} where rowid <= {last}", year)
            for table, columns in ADDED.items():
                added = ", ".join(f"{one} = {one} + excluded.{one}" for one in columns)
                more = f"on conflict (dimension, day, value) do update set {added}"
                _copy(database, table, f"first_{table} where true", year, more)
    with database.atomic():
        _months(database)


def _copy(database: Database, table: str, source: str, year: int, more: str = "") -> None:
    columns = [column.name for column in database[table].columns]
    told = ", ".join(f'"{one}"' for one in columns)
    later = ", ".join(_later(one, WEEKS_52 * year) for one in columns)
    database.execute(f"insert into {table} ({told}) select {later} from {source} {more}")


def _later(column: str, days: int) -> str:
    if column in _DAYS:
        return f"date({column}, '+{days} days')"
    if column in _NAMES:
        return f"date(substr({column}, 1, 10), '+{days} days') || substr({column}, 11)"
    return f"{column} + {days * DAY_MS}" if column.endswith("at") else f'"{column}"'


def _months(database: Database) -> None:
    sums = ", ".join(f"sum({one})" for one in SUMMED)
    database.execute(
        f"insert into dossier_months (dimension, value, month, {', '.join(SUMMED)})"
        f" select dimension, value, substr(day, 1, 7), {sums} from dossier_sums group by 1, 2, 3"
    )
    months = "select distinct substr(business_day, 1, 7) from days"
    for (month,) in database.execute(months).fetchall():
        sum_month(database.conn.execute, month)
