"""The ledger's table of appointments' sums: made when their day closes, and anew when one of them changes after.

Other days, open or to come, are read from the appointments themselves: they are few.
"""

from sqlite_utils import Database

from hallctl.journal.inserting import Execute

APPOINTMENT_SUM_TABLES = ("appointment_sums",)
WHOLE = "whole"
_DIMENSIONS = {WHOLE: "''", "service": "service", "channel": "channel"}
APPOINTMENT_DIMENSIONS = tuple(one for one in _DIMENSIONS if one != WHOLE)
_COUNTED = {
    "booked": "count(*)",
    "kept": "sum(state = 'checked_in')",
    "not_kept": "sum(state = 'released')",
    "cancelled": "sum(state = 'cancelled')",
    "expected": "sum(state = 'booked')",
    "moved": "sum(moves > 0)",
    "called": "count(called_at)",
    "waited_ms": "coalesce(sum(max(0, called_at - max(starts_at, checked_in_at))), 0)",
}
_NAMES = ", ".join(_COUNTED)
_ROWS = "select a.*, t.first_called_at as called_at from appointments a left join tickets t using (ticket)"
_OPEN = """
with recursive calendar(day) as (
    select :first union all select date(day, '+1 day') from calendar where day < :last
) select day from calendar
where not exists (select 1 from appointment_sums s where dimension = 'whole' and s.day = calendar.day)
"""
"""Days of the period without sums."""


def create_appointment_sums(database: Database) -> None:
    """Create what is missing; safe to call at every start."""
    database.table("appointment_sums").create(
        {**dict.fromkeys(("dimension", "value", "day"), str), **dict.fromkeys(_COUNTED, int)},
        pk=("dimension", "day", "value"),
        if_not_exists=True,
    )


def _counted(dimension: str, value: str, which: str) -> str:
    counted = ", ".join(f"{sql} as {name}" for name, sql in _COUNTED.items())
    return (
        f"select '{dimension}' as dimension, {value} as value, day, {counted}"  # noqa: S608 - our own names
        f" from ({_ROWS} where a.day {which}) group by 2, 3"
    )


_ADD = tuple(
    f"insert into appointment_sums (dimension, value, day, {_NAMES}) {_counted(*one, '= :day')}"
    for one in _DIMENSIONS.items()
)
_UNSUMMED = " union all ".join(
    f"select * from ({_counted(*one, f'in ({_OPEN})')}) where dimension = :dimension"  # noqa: S608 - our own names
    for one in _DIMENSIONS.items()
)
SUMS_OF_APPOINTMENTS = (
    f"select dimension, value, day, {_NAMES} from appointment_sums"  # noqa: S608 - our own names
    f" where dimension = :dimension and day between :first and :last union all {_UNSUMMED}"
)
"""The sums of the period's days, those still to be made included. SQL."""


def sum_appointments(execute: Execute, day: str) -> None:
    """The day has closed: keep its sums."""
    forget_appointments(execute, day)
    for statement in _ADD:
        execute(statement, {"day": day})


def forget_appointments(execute: Execute, day: str) -> None:
    """The day is open again."""
    execute("delete from appointment_sums where day = ?", (day,))


def sum_again(execute: Execute, day: str) -> None:
    """One of the day's appointments has changed; an open day has no sums to be mended."""
    kept = "select 1 from appointment_sums where dimension = 'whole' and day = ?"
    if execute(kept, (day,)).fetchone():
        sum_appointments(execute, day)
