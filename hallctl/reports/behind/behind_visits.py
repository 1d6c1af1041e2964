"""The visits behind a figure."""

from typing import NamedTuple

import msgspec

from hallctl.core.hall.counting import FEWEST_RATINGS
from hallctl.ledger.visits.visit_schema import DIMENSIONS, WAITED, WHOLE
from hallctl.reports.behind.listing import EACH_DAY, Listing, Part, Value
from hallctl.reports.behind.opening import Opening
from hallctl.reports.orders import Sources
from hallctl.reports.visits.quiet_hours import minutes_from_utc

_LOCAL_MINUTES = "(issued_at / 60000 + :offset) % 1440"
_HALF_HOUR = f"{_LOCAL_MINUTES} / 30 * 30 = cast(:key as integer)"
_SUMMED = ("service", "counter", "official", "channel", "procedure", "field")
_OF_LINES = {
    **{one: f"{DIMENSIONS[one]} = :key" for one in _SUMMED},
    "hall": "1",
    "weekday": "strftime('%u', business_day) = :key",
    "hour": f"{_LOCAL_MINUTES} / 60 = cast(:key as integer)",
    "department": "service in (select value from json_each(:services))",
}
"""Which tickets a row of each breakdown counted."""
_RATED, _SERVED, _CALLED = "result is not null", "state = 'finished'", "first_called_at is not null"
_OF_FIGURES = {
    "finished": _SERVED,
    "visits_served": _SERVED,
    "missed": "state in ('missed', 'ended')",
    "left": "state in ('cancelled', 'lapsed')",
    **dict.fromkeys(("average_wait", "median_wait", "wait_90"), _CALLED),
    "within_target": (
        f"{WAITED} <= 1000 *"  # noqa: S608 - our own names
        " (select target_s from days where days.business_day = tickets.business_day)"
    ),
    **dict.fromkeys(("average_service", "median_service"), _SERVED),
    **dict.fromkeys(("rated", "answered", "mean_result", "mean_attitude"), _RATED),
    "satisfied": "min(result, attitude) >= 4",
}
"""Which of a line's tickets a figure counted; every other one counted all."""

_SUMS = {
    **dict.fromkeys(("finished", "visits_served", "average_service", "median_service"), "finished"),
    "missed": "missed",
    "left": "cancelled + lapsed",
    **dict.fromkeys(("average_wait", "median_wait", "wait_90"), "called"),
    "within_target": "within_target",
    **dict.fromkeys(("rated", "answered", "mean_result", "mean_attitude"), "rated"),
    "satisfied": "satisfied",
}
"""Which of a day's sums is how many of its tickets the figure counted."""

_LOCAL_OF_SUMS = "(cast(value as integer) * 30 + :offset) % 1440"
_OF_SUMS = {
    **{one: f"dimension = '{one}' and value = :key" for one in _SUMMED},
    "hall": f"dimension = '{WHOLE}'",
    "weekday": f"dimension = '{WHOLE}' and strftime('%u', day) = :key",
    "hour": f"dimension = 'half_hour' and {_LOCAL_OF_SUMS} / 60 = cast(:key as integer)",
    "department": "dimension = 'service' and value in (select value from json_each(:services))",
}
"""Which of the days' sums belong to a row of each breakdown."""
_OPEN = (
    "select business_day from days where closed_at is null"
    " and business_day between :first and :last"
)


class CountedVisit(NamedTuple):
    """One ticket behind a figure; times in ms."""

    ticket: str
    number: str
    business_day: str
    service: str
    state: str
    issued_at: int
    first_called_at: int | None
    finished_at: int | None
    counter: str | None
    official: str | None
    result: int | None
    attitude: int | None
    appointment_at: int | None = None

    @property
    def waited_s(self) -> int | None:
        """Until the first call; of an appointment, from its time on."""
        if not self.first_called_at:
            return None
        since = max(self.issued_at, self.appointment_at or 0)
        return max(0, self.first_called_at - since) // 1000


def visits_behind(opening: Opening, sources: Sources) -> Listing:
    """The visits that a figure counted."""
    one = opening.narrowed
    first, last = (day.isoformat() for day in one.order.period)
    asked: dict[str, Value] = {
        "first": first,
        "last": last,
        "key": one.key,
        "figure": one.figure,
        "offset": minutes_from_utc(one.order.period.last, sources.plan.timezone),
        "services": _services_of(one.key or "", sources),
    }
    days = _days_of(one, sources, asked)
    rows = (
        f"select *, business_day as on_day, rowid as seq from tickets where {_within(one)}"  # noqa: S608 - our own names
        f" and {_line(one)} and ({_figure(one)})"
    )
    is_told = one.key is None or one.order.by != "official" or _rated(one, sources, asked)
    return Listing(
        CountedVisit._fields,
        (Part(rows, days),),
        asked,
        lambda row: _visit(row, is_told=bool(is_told)),
    )


def _within(one: Opening) -> str:
    """On the days of a page; those of a procedure or field are found by its dossiers, which are few of a day's."""
    if one.key and one.order.by in {"procedure", "field"}:
        return (
            f"ticket in (select visit from dossiers where {one.order.by} = :key"  # noqa: S608 - our own names
            " and visit between :since and :until || '~') and business_day between :since and :until"
        )
    return "business_day in (select value from json_each(:days))"


def _visit(row: tuple[Value, ...], *, is_told: bool) -> CountedVisit:
    """An official's few ratings stay unsaid here too, as in the figure that was opened."""
    visit = CountedVisit(*row)  # type: ignore[arg-type]  # the ledger's columns have these types
    return visit if is_told else visit._replace(result=None, attitude=None)


def _rated(one: Opening, sources: Sources, asked: dict[str, Value]) -> bool:
    """Whether an official has ratings enough to be told."""
    days = _days_of(one._replace(figure="rated"), sources, asked)
    return sum(days.values()) >= FEWEST_RATINGS


def _days_of(one: Opening, sources: Sources, asked: dict[str, Value]) -> dict[str, int]:
    """How many of them lie on each day: closed days have sums, an open one is counted."""
    closed = sources.ledger.execute(
        f"select day, sum({_SUMS.get(one.figure, 'issued')}) from ({EACH_DAY})"  # noqa: S608 - our own names
        f" cross join visit_sums using (day) where {_sums(one)} group by day",
        asked,
    )
    still = sources.ledger.execute(
        f"select business_day, count(*) from tickets where business_day in ({_OPEN})"  # noqa: S608 - our own names
        f" and {_line(one)} and ({_figure(one)}) group by 1",
        asked,
    )
    return dict([*closed, *still])


def _sums(one: Opening) -> str:
    is_busy = one.order.name == "busy-hours"
    weekday = "strftime('%u', day) = :figure" if is_busy and one.figure else "1"
    if one.key is None:
        return f"{_OF_SUMS['hall']} and {weekday}"
    if is_busy:
        half_hour = f"{_LOCAL_OF_SUMS} / 30 * 30 = cast(:key as integer)"
        return f"dimension = 'half_hour' and {half_hour} and {weekday}"
    return _OF_SUMS[one.order.by]


def _line(one: Opening) -> str:
    if one.key is None:
        return "1"
    if one.order.name == "busy-hours":
        return _HALF_HOUR
    return _OF_LINES[one.order.by]


def _figure(one: Opening) -> str:
    if one.order.name == "busy-hours":
        return "strftime('%u', business_day) = :figure" if one.figure else "1"
    return _OF_FIGURES.get(one.figure, "1")


def _services_of(department: str, sources: Sources) -> str:
    services = [
        one.service for one in sources.plan.services if (*one.departments, "")[0] == department
    ]
    return msgspec.json.encode(services).decode()
