"""The ledger's tables of visits' sums: a row a closed day, and a month, and value of each dimension.

A report of years adds months, and days at its ends; it never looks at a ticket. Waits and times at the counter
are kept as columns of a histogram, so that the median of any period comes from the same sums.
"""

from itertools import pairwise

from sqlite_utils import Database

VISIT_TABLES = ("visit_sums", "visit_months")

WHOLE = "whole"
"""The dimension of the hall's own sums; its one value is empty."""

OF_FIRST_DOSSIER = "coalesce((select {} from dossiers where visit = ticket order by complete_at, serial limit 1), '')"
"""A visit counts once: for the first dossier received at it, or for none."""

BY_FIRST_DOSSIER = ("procedure", "field")
"""Dimensions that a dossier changes; the others are the ticket's own."""

DIMENSIONS = {
    WHOLE: "''",
    "service": "service",
    "counter": "counter",
    "official": "official",
    "channel": "channel",
    "procedure": OF_FIRST_DOSSIER.format("procedure"),
    "field": OF_FIRST_DOSSIER.format("field"),
    "half_hour": "cast((issued_at - 1000 * strftime('%s', business_day) + 86400000) / 1800000 - 48 as text)",
}
"""What sums are kept by besides the day, and how SQL reads it off a ticket. A half hour counts
from midnight UTC of the business day, below 0 before it: the ledger knows no time zone."""

WAITED = "max(0, first_called_at - max(issued_at, ifnull(appointment_at, 0)))"
"""How long a ticket waited; whoever came before their appointed time waits from that time on."""

COUNTED = {
    "issued": "count(*)",
    "called": "sum(first_called_at is not null)",
    "within_target": "sum(waited <= 1000 * target_s)",
    "waited_ms": "sum(waited)",
    "longest_wait_ms": "max(waited)",
    "finished": "sum(state = 'finished')",
    "served_ms": "sum(served)",
    "missed": "sum(state in ('missed', 'ended'))",
    "cancelled": "sum(state = 'cancelled')",
    "lapsed": "sum(state = 'lapsed')",
    "rated": "sum(result is not null)",
    "satisfied": "sum(min(result, attitude) >= 4)",
    "result_marks": "sum(result)",
    "attitude_marks": "sum(attitude)",
}
"""Sums a day, and how SQL reads each off the day's tickets."""

WAIT_BOUNDS_S = (
    0, 30, 60, 120, 180, 240, 300, 360, 420, 480, 540, 600, 720, 900, 1080, 1320, 1620, 1980,
    2400, 3000, 3600, 4500, 5400, 7200, 10800, 86400,
)  # fmt: skip
SERVICE_BOUNDS_S = (
    0, 30, 60, 90, 120, 180, 240, 300, 360, 420, 480, 540, 600, 720, 900, 1080, 1320, 1620, 1980,
    2400, 3000, 3600, 5400, 7200, 86400,
)  # fmt: skip
"""Where the columns of the two histograms begin and end, in seconds; the last one is open."""

WAITS = {f"wait_{bound}": bound for bound in WAIT_BOUNDS_S[:-1]}
TIMES = {f"time_{bound}": bound for bound in SERVICE_BOUNDS_S[:-1]}
"""The histograms' columns: how many waited, or were served, from so many seconds on."""

SUMMED = (*COUNTED, *WAITS, *TIMES)
LONGEST = "longest_wait_ms"


def added_up(columns: tuple[str, ...]) -> str:
    """How several rows become one. SQL."""
    return ", ".join(f"max({one})" if one == LONGEST else f"sum({one})" for one in columns)


def create_visit_tables(database: Database) -> None:
    """Create what is missing; safe to call at every start."""
    database.table("visit_sums").create(
        {"dimension": str, "value": str, "day": str, **dict.fromkeys(SUMMED, int)},
        pk=("dimension", "day", "value"),
        not_null={"dimension", "value", "day"},
        defaults=dict.fromkeys(SUMMED, 0),
        if_not_exists=True,
    )
    database.table("visit_months").create(
        {"dimension": str, "value": str, "month": str, "days": int, **dict.fromkeys(SUMMED, int)},
        pk=("dimension", "month", "value"),
        not_null={"dimension", "value", "month", "days"},
        defaults=dict.fromkeys(SUMMED, 0),
        if_not_exists=True,
    )


def sums_of_tickets(dimension: str) -> str:
    """SQL for the sums of one day's tickets, a row a value; asks for ``:day``."""
    value = DIMENSIONS[dimension]
    spans = (*_columns("waited", WAIT_BOUNDS_S), *_columns("served", SERVICE_BOUNDS_S))
    every = zip((*COUNTED.values(), *spans), SUMMED, strict=True)
    sums = ", ".join(f"coalesce({sql}, 0) as {name}" for sql, name in every)
    return (
        f"select '{dimension}' as dimension, value, business_day as day, {sums} from ("  # noqa: S608 - our own names
        f"with of_the_day as materialized (select {value} as value, business_day, target_s, state,"
        f" first_called_at, {WAITED} as waited, finished_at - called_at as served, result, attitude"
        " from tickets join days using (business_day) where business_day = :day)"
        " select * from of_the_day where value is not null) group by 2, 3"
    )


def _columns(span: str, bounds: tuple[int, ...]) -> list[str]:
    """Each as the difference of two sums that its neighbours need too: SQLite makes each of them once."""
    from_on = [f"sum({span} >= {1000 * begins})" for begins in bounds[:-1]]
    return [*(f"{one} - {after}" for one, after in pairwise(from_on)), from_on[-1]]
