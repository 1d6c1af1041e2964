"""The sums of a day's visits: made when the day closes, and kept right by what comes after.

A day that is open has none: it is read from its tickets, which are few. So counting costs a
visit nothing while people wait for it.
"""

from sqlite_utils import Database

from hallctl.core import events
from hallctl.core.hall.counting import SATISFIED_FROM
from hallctl.journal.inserting import Execute
from hallctl.ledger.visits.visit_schema import (
    BY_FIRST_DOSSIER,
    DIMENSIONS,
    SUMMED,
    WHOLE,
    added_up,
    sums_of_tickets,
)
from hallctl.ledger.visits.work_sums import forget_work, sum_work, sum_work_month

_COLUMNS = ", ".join(("dimension", "value", "day", *SUMMED))
_SUM = {
    dimension: f"insert into visit_sums ({_COLUMNS}) {sums_of_tickets(dimension)}"
    for dimension in DIMENSIONS
}
_DIMENSIONS = ", ".join(f"'{dimension}'" for dimension in DIMENSIONS)
_UNSUMMED = (
    "select business_day from days where closed_at is not null"
    " and not exists (select 1 from visit_sums where dimension = 'service' and day = business_day)"
    " and exists (select 1 from tickets t where t.business_day = days.business_day)"
)
_OF_TICKET = " or ".join(
    f"(dimension = '{dimension}' and value = {sql})" for dimension, sql in DIMENSIONS.items()
)
_ADD_MONTH = (
    f"insert into visit_months (dimension, value, month, days, {', '.join(SUMMED)})"  # noqa: S608 - our own names
    f" select dimension, value, :month, count(*), {added_up(SUMMED)} from visit_sums"
    f" where dimension in ({_DIMENSIONS}) and day between :month || '-01' and :month || '-31'"
    " group by 1, 2"
)
_ADD_DIMENSION = _ADD_MONTH.replace(f"dimension in ({_DIMENSIONS})", "dimension = :dimension")
_RATE = (
    "update {table} set rated = rated + :change, satisfied = satisfied + :change * :satisfied,"  # noqa: S608 - our own names
    " result_marks = result_marks + :change * :result,"
    " attitude_marks = attitude_marks + :change * :attitude"
    f" from tickets t where t.ticket = :ticket and {{day}} and ({_OF_TICKET})"
)
_IS_SUMMED = (
    f"exists (select 1 from visit_sums where dimension = '{WHOLE}' and day = t.business_day)"  # noqa: S608 - our own names
)
_RATES = (
    _RATE.format(table="visit_sums", day="day = t.business_day"),
    _RATE.format(
        table="visit_months", day=f"month = substr(t.business_day, 1, 7) and {_IS_SUMMED}"
    ),
)


def sum_day(execute: Execute, day: str) -> None:
    """The day has closed: keep its sums."""
    forget_day(execute, day)
    for statement in _SUM.values():
        execute(statement, {"day": day})
    sum_work(execute, day)
    sum_month(execute, day[:7])


def forget_day(execute: Execute, day: str) -> None:
    """The day is open again: it has no sums until it closes."""
    forget_work(execute, day)
    had = execute(
        f"delete from visit_sums where day = ? and dimension in ({_DIMENSIONS})",  # noqa: S608 - our own names
        (day,),
    )
    if had.rowcount:
        sum_month(execute, day[:7])


def sum_visit_again(execute: Execute, visit: str) -> None:
    """The visit has a first dossier now; while its day is open there is nothing to sum again."""
    summed = f"select t.business_day from tickets t where t.ticket = ? and {_IS_SUMMED}"  # noqa: S608 - our own names
    for (day,) in execute(summed, (visit,)).fetchall():
        for dimension in BY_FIRST_DOSSIER:
            asked = {"dimension": dimension, "day": day, "month": day[:7]}
            execute("delete from visit_sums where dimension = :dimension and day = :day", asked)
            execute(_SUM[dimension], asked)
            execute(
                "delete from visit_months where dimension = :dimension and month = :month", asked
            )
            execute(_ADD_DIMENSION, asked)


def add_late_rating(
    execute: Execute, event: events.VisitRated | events.RatingStruck, change: int = 1
) -> None:
    """A rating came, or was struck, after the day had closed; on an open day nothing changes."""
    asked = {
        "ticket": event.visit,
        "change": change,
        "result": event.result,
        "attitude": event.attitude,
        "satisfied": min(event.result, event.attitude) >= SATISFIED_FROM,
    }
    for statement in _RATES:
        execute(statement, asked)


def sum_days_before(database: Database) -> None:
    """Sum the days that closed before sums were kept; finds none but at the first start."""
    for (day,) in database.execute(_UNSUMMED).fetchall():
        with database.atomic():
            sum_day(database.conn.execute, day)


def sum_month(execute: Execute, month: str) -> None:
    """Some day of the month has other sums now."""
    execute("delete from visit_months where month = ?", (month,))
    execute(_ADD_MONTH, {"month": month})
    sum_work_month(execute, month)
