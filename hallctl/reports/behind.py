"""What stands behind a figure: the visits or dossiers that were counted, and the trail of one."""

from typing import NamedTuple

import msgspec

from hallctl.ledger.past import facts_of_ticket
from hallctl.reports.orders import ReportOrder, Sources
from hallctl.reports.quiet_hours import minutes_from_utc

SHOWN = 200

_OF_VISITS = {
    "hall": "1",
    "service": "service = :key",
    "counter": "counter = :key",
    "official": "official = :key",
    "day": "business_day = :key",
    "week": "strftime('%G-W%V', business_day) = :key",
    "month": "substr(business_day, 1, 7) = :key",
    "year": "substr(business_day, 1, 4) = :key",
    "weekday": "strftime('%u', business_day) = :key",
    "hour": "(issued_at / 1000 + 60 * :offset) % 86400 / 3600 = cast(:key as integer)",
    "department": "service in (select value from json_each(:services))",
}
"""Which tickets a row of each breakdown counted."""
_LATE = (
    "punctuality = 'late' or supplements > 1"
    " or (running_since is not null and due_day <= :last and due_at < :now)"
)
_OF_INDICATORS = {
    "2.1": _LATE,
    "3.3": "channel = 'online'",
    "5.4": f"{_LATE} or visit in (select ticket from tickets where min(result, attitude) <= 2)",  # noqa: S608 - our own words
}
"""What an indicator opens to: the dossiers that fell short, or those handed in online."""
_OF_DOSSIERS = ("department", "field", "official", "channel", "procedure", "day")


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

    @property
    def waited_s(self) -> int | None:
        """Until the first call."""
        return (self.first_called_at - self.issued_at) // 1000 if self.first_called_at else None


class CountedDossier(NamedTuple):
    """One dossier behind a figure."""

    dossier: str
    procedure: str
    department: str
    state: str
    complete_at: int
    due_at: int
    finished_at: int | None
    punctuality: str | None


class TrailStep(NamedTuple):
    """One fact about a visit: its number in the journal, when, what, by whom, and its details."""

    number: int
    at: int
    kind: str
    actor: str
    details: str


def visits_behind(order: ReportOrder, key: str, sources: Sources) -> list[CountedVisit]:
    """The newest of the visits that a row counted."""
    services = [one.service for one in sources.plan.services if (*one.departments, "")[0] == key]
    rows = sources.ledger.execute(
        f"select {', '.join(CountedVisit._fields)} from tickets"  # noqa: S608 - our own names
        f" where business_day between :first and :last and {_OF_VISITS[order.by]}"
        f" order by business_day desc, issued_at desc limit {SHOWN}",
        {
            "first": order.period.first.isoformat(),
            "last": order.period.last.isoformat(),
            "key": key,
            "offset": minutes_from_utc(order.period.last, sources.plan.timezone),
            "services": msgspec.json.encode(services).decode(),
        },
    )
    return [CountedVisit(*row) for row in rows]


def dossiers_behind(order: ReportOrder, key: str, sources: Sources) -> list[CountedDossier]:
    """The dossiers that a row counted: received in the period, or carried into it."""
    which = f"{order.by} = :key" if order.by in _OF_DOSSIERS else _OF_INDICATORS.get(key, "0")
    rows = sources.ledger.execute(
        f"select {', '.join(CountedDossier._fields)} from dossiers"  # noqa: S608 - our own names
        " where day <= :last and (day >= :first or ended_at is null"
        " or date(ended_at / 1000, 'unixepoch') >= :first)"
        f" and ({which}) order by due_at limit {SHOWN}",
        {
            "first": order.period.first.isoformat(),
            "last": order.period.last.isoformat(),
            "key": key,
            "now": sources.now.at,
        },
    )
    return [CountedDossier(*row) for row in rows]


def trail_of(ticket: str, sources: Sources) -> list[TrailStep]:
    """Every fact about the visit, from its number to its rating, in order."""
    return [
        TrailStep(number, at, kind, actor, _details(body))
        for number, at, kind, body, actor in facts_of_ticket(sources.ledger, ticket)
    ]


def _details(body: str) -> str:
    fields = msgspec.json.decode(body)
    told = {
        name: value
        for name, value in fields.items()
        if name not in {"type", "at", "ticket", "visit", "number"} and value not in ("", None, [])
    }
    return ", ".join(f"{name} {value}" for name, value in told.items())
