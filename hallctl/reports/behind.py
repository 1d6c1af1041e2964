"""The visits behind a figure, and the trail of one."""

from typing import NamedTuple

import msgspec

from hallctl.core.counting import FEWEST_RATINGS
from hallctl.ledger.past import facts_of_ticket
from hallctl.ledger.visit_schema import DIMENSIONS, WHOLE
from hallctl.reports.opening import SHOWN, Opening
from hallctl.reports.orders import Sources
from hallctl.reports.quiet_hours import minutes_from_utc

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
        "first_called_at - issued_at <= 1000 *"
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
"""By which of a day's sums it is known that the figure counted any of its tickets."""


_UNTOLD = {"type", "at", "ticket", "visit", "number", "result", "attitude", "device", "code"}
"""Of single facts: what stands beside them already, one visitor's marks, and one phone's hash."""


TOLD = (
    "service",
    "counter",
    "to_counter",
    "official",
    "call",
    "reason",
    "outcome",
    "result",
    "attitude",
)
"""What a step of a trail tells besides what it is."""


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


class TrailStep(NamedTuple):
    """One fact about a visit: its number in the journal, when, what, by whom, and what it tells."""

    number: int
    at: int
    kind: str
    actor: str
    told: dict[str, str]
    """By :data:`TOLD`; never why somebody had priority."""
    counter: str
    after_s: int
    """Since the fact before."""


def visits_behind(opening: Opening, sources: Sources) -> list[CountedVisit]:
    """The newest of the visits that a figure counted."""
    one = opening.narrowed
    asked = {
        "first": _since(one, sources),
        "last": one.order.period.last.isoformat(),
        "key": one.key,
        "figure": one.figure,
        "offset": minutes_from_utc(one.order.period.last, sources.plan.timezone),
        "services": _services_of(one.key or "", sources),
    }
    rows = sources.ledger.execute(
        f"select {', '.join(CountedVisit._fields)} from tickets"  # noqa: S608 - our own names
        f" where business_day between :first and :last and {_line(one)}"
        f" and ({_figure(one)})"
        f" order by business_day desc, issued_at desc limit {SHOWN}",
        asked,
    )
    return _without_few_marks(one, [CountedVisit(*row) for row in rows])


def _without_few_marks(one: Opening, visits: list[CountedVisit]) -> list[CountedVisit]:
    """An official's few ratings stay unsaid here too, as in the figure that was opened."""
    rated = sum(visit.result is not None for visit in visits)
    if one.key is None or one.order.by != "official" or rated >= FEWEST_RATINGS:
        return visits
    return [visit._replace(result=None, attitude=None) for visit in visits]


def trail_of(ticket: str, sources: Sources) -> list[TrailStep]:
    """Every fact about the visit, from its number to its rating, in order."""
    trail: list[TrailStep] = []
    for number, at, kind, body, actor in facts_of_ticket(sources.ledger, ticket):
        fields = msgspec.json.decode(body)
        told = {name: str(fields[name]) for name in TOLD if fields.get(name)}
        after_s = (at - trail[-1].at) // 1000 if trail else 0
        counter = fields.get("counter") or ""
        trail.append(TrailStep(number, at, kind, actor, told, counter, after_s))
    return trail


def _line(one: Opening) -> str:
    if one.key is None:
        return "1"
    if one.order.name == "busy-hours":
        return _HALF_HOUR
    return _OF_LINES[one.order.by]


def _since(one: Opening, sources: Sources) -> str:
    """The day on which the newest of them that are shown begin: the sums know how many each has."""
    first, last = (day.isoformat() for day in one.order.period)
    is_summed = one.order.by in _SUMMED and one.key is not None
    if not is_summed and (one.key is not None and one.order.by != "hall"):
        return first
    rows = sources.ledger.execute(
        f"select day, {_SUMS.get(one.figure, 'issued')} from visit_sums"  # noqa: S608 - our own names
        " where dimension = ? and value = ? and day between ? and ? order by day desc",
        (one.order.by if is_summed else WHOLE, one.key if is_summed else "", first, last),
    )
    found, since = 0, last
    for day, count in rows:
        if count:
            found, since = found + count, day
        if found >= SHOWN:
            return str(day)
    (opened,) = sources.ledger.execute(
        "select min(business_day) from days where closed_at is null and business_day >= ?", (first,)
    ).fetchone()
    return min(since, opened or since)


def _figure(one: Opening) -> str:
    if one.order.name == "busy-hours":
        return "strftime('%u', business_day) = :figure" if one.figure else "1"
    return _OF_FIGURES.get(one.figure, "1")


def _services_of(department: str, sources: Sources) -> str:
    services = [
        one.service for one in sources.plan.services if (*one.departments, "")[0] == department
    ]
    return msgspec.json.encode(services).decode()
