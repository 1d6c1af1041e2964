"""The ledger's tables of officials' work: how many each served of each service, and how long it took.

A row a closed day, and a month; an open day is read from its tickets. Made and forgotten with the sums of visits.
"""

from typing import NamedTuple

from sqlite_utils import Database

from hallctl.journal.inserting import Execute
from hallctl.ledger.period import Period
from hallctl.ledger.stretches import stretches, summed

WORK_TABLES = ("work_sums", "work_months")

_COLUMNS = "official, service, visits, served_ms"
_OF_TICKETS = (
    "select coalesce(official, '') as official, service, count(*) as visits,"
    " coalesce(sum(finished_at - called_at), 0) as served_ms"
    " from tickets where state = 'finished' and business_day {} group by 1, 2"
)
_ADD_DAY = (
    f"insert into work_sums (day, {_COLUMNS})"  # noqa: S608 - our own names
    f" select :day, {_COLUMNS} from ({_OF_TICKETS.format('= :day')})"
)
_ADD_MONTH = (
    f"insert into work_months (month, {_COLUMNS})"  # noqa: S608 - our own names
    " select :month, official, service, sum(visits), sum(served_ms) from work_sums"
    " where day between :month || '-01' and :month || '-31' group by official, service"
)
_OPEN = (
    "in (select business_day from days where closed_at is null"
    " and business_day between :first and :last)"
)
_WORK = (
    "select official, service, sum(visits), sum(served_ms) from ("  # noqa: S608 - our own names
    f"{summed('work_sums', 'work_months', _COLUMNS, which='1')}"
    f" union all select '', {_COLUMNS} from ({_OF_TICKETS.format(_OPEN)})) group by 1, 2"
)


class Served(NamedTuple):
    """How many visits of one service an official served, and how long together."""

    official: str
    service: str
    visits: int
    served_ms: int


def create_work_tables(database: Database) -> None:
    """Create what is missing; safe to call at every start."""
    for table, span in zip(WORK_TABLES, ("day", "month"), strict=True):
        database.table(table).create(
            {span: str, "official": str, "service": str, "visits": int, "served_ms": int},
            pk=(span, "official", "service"),
            if_not_exists=True,
        )


def sum_work(execute: Execute, day: str) -> None:
    """The day has closed: keep its sums."""
    execute(_ADD_DAY, {"day": day})


def forget_work(execute: Execute, day: str) -> None:
    """The day is open again, or to be summed anew."""
    execute("delete from work_sums where day = ?", (day,))


def sum_work_month(execute: Execute, month: str) -> None:
    """Some day of the month has other sums now."""
    execute("delete from work_months where month = ?", (month,))
    execute(_ADD_MONTH, {"month": month})


def work_in(database: Database, period: Period) -> list[Served]:
    """Everybody's work in the period."""
    first, last = (day.isoformat() for day in period)
    asked = {"first": first, "last": last, **stretches(*period).asked}
    return [Served(*row) for row in database.execute(_WORK, asked)]
