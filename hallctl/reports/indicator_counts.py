"""What the hall's own ledger and catalogue say of each national indicator, department by department."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from hallctl.core.catalogue import Procedure
from hallctl.ledger.dossier_counts import Period, counts
from hallctl.reports.complaint_report import DECIDED_LATE, LATE
from hallctl.reports.dossier_sets import (
    BESIDE,
    DISPLEASED,
    FINISHED_STEPS,
    SHORT,
    asked_of,
)
from hallctl.reports.orders import ReportOrder, Sources

DAY_MS = 86_400_000
UNANSWERED_LATE = "coalesce(published_on, :today) > publish_by"
COMPLAINT_LATE = f"({DECIDED_LATE}) or ({LATE}) or coalesce({UNANSWERED_LATE}, 0)"
PAID_ONLINE = "method = 'online'"
_WAITED = """
select sum(r.at - q.at) from dossier_steps q join dossier_steps r
    on r.dossier = q.dossier and r.step = 'resume' and r.undone_at is null and r.rowid = (
        select min(n.rowid) from dossier_steps n where n.dossier = q.dossier
        and n.step = 'resume' and n.rowid > q.rowid)
where q.dossier = d.dossier and q.step = 'request_supplement' and q.undone_at is null
"""
_TOOK = f"""
select d.department, count(*), sum(finished_at - complete_at
    - iif(supplements, coalesce(({_WAITED}), 0), 0))
from dossier_steps s join dossiers d using (dossier)
where {FINISHED_STEPS} and s.day between :first and :last and state != 'struck' group by 1
"""  # noqa: S608 - our own names
"""From receipt to result, in ms, less what a supplement was waited for."""
_ONLINE = """
select department, sum(received) from dossier_days
where channel = 'online' and day between :first and :last group by 1
"""
_PAID = f"""
select department, count(distinct iif({PAID_ONLINE}, dossier, null)), count(distinct dossier)
from fee_payments where kind = 'paid' and day between :first and :last group by 1
"""  # noqa: S608 - our own names
_COMPLAINTS = f"""
select coalesce(department, ''), sum(about = 'conduct'), sum({COMPLAINT_LATE}), count(*)
from complaints where day between :first and :last group by 1
"""  # noqa: S608 - our own names


class Counted(NamedTuple):
    """Of how many, how many fulfil it, or how many ms they took together. Nothing where the hall can't count."""

    fulfilled: int | None = None
    of: int | None = None
    took_ms: int | None = None

    @property
    def days(self) -> float | None:
        """The mean, in days."""
        return None if self.took_ms is None or not self.of else _days(self.took_ms / self.of)

    def plus(self, other: "Counted") -> "Counted":
        """Both together."""
        parts = zip(self, other, strict=True)
        return Counted(*(a if b is None else (a or 0) + b for a, b in parts))


Set = dict[str, Counted]
"""What was counted of each indicator, by its number."""
NOTHING: Set = {
    **dict.fromkeys(("1", "2.1", "3.3", "3.6", "5.1", "5.2", "5.3", "5.4"), Counted(0, 0)),
    "2.2": Counted(of=0),
}


def counted(order: ReportOrder, sources: Sources) -> Set:
    """Every indicator that the hall can count: of the order's department, or of the whole hall."""
    every = counted_by_department(order.period, sources)
    if order.department is not None:
        return NOTHING | every.get(order.department, {})
    return together(every.values())


def together(sets: Iterable[Set]) -> Set:
    """Departments as one."""
    whole = dict(NOTHING)
    for one in sets:
        for number, what in one.items():
            whole[number] = whole[number].plus(what)
    return whole


def counted_by_department(period: Period, sources: Sources) -> dict[str, Set]:
    """Every department with what was counted of it; what belongs to none stands under ''."""
    found: dict[str, Set] = defaultdict(dict)
    _listed(found, sources)
    _dossiers(found, period, sources)
    _money(found, period, sources)
    _complaints(found, period, sources)
    return dict(found)


def complaints_counted(indicator: str | None, figure: str) -> str:
    """Which complaints an indicator counted; a whole line: those that fell short of it. SQL."""
    if figure == "counted":
        return "1"
    if indicator == "5.1":
        return "about = 'conduct'"
    return f"not ({COMPLAINT_LATE})" if figure == "reached" else COMPLAINT_LATE


def lacking(procedure: Procedure) -> tuple[str, ...]:
    """What citizens do not learn from the public listing of a procedure handled here."""
    offers = [offer for offer in procedure.offers.values() if offer.term is not None]
    wanted = {
        "department": bool(procedure.department),
        "field": bool(procedure.field),
        "term": bool(offers),
        "fee": any(offer.fee is not None for offer in procedure.offers.values()),
    }
    return tuple(name for name, is_there in wanted.items() if not is_there)


def procedures_here(sources: Sources, department: str | None = None) -> list[Procedure]:
    """Those that the hall handles today, for every department or for one."""
    today = sources.now.day
    every = sources.plan.dossiers.catalogue_on(today).procedures.values()
    return [one for one in every if one.is_handled(today) and department in (None, one.department)]


def _listed(found: dict[str, Set], sources: Sources) -> None:
    told: dict[str, list[bool]] = defaultdict(list)
    for one in procedures_here(sources):
        told[one.department].append(not lacking(one))
    for department, complete in told.items():
        found[department]["1"] = Counted(sum(complete), len(complete))


def _dossiers(found: dict[str, Set], period: Period, sources: Sources) -> None:
    asked = asked_of(period, sources)
    short = _by_department(SHORT, asked, sources)
    displeased = _by_department(DISPLEASED, asked, sources)
    beside = _by_department(BESIDE, asked, sources)
    online = dict(sources.ledger.execute(_ONLINE, asked).fetchall())
    took = {one: (of, ms) for one, of, ms in sources.ledger.execute(_TOOK, asked)}
    for line in counts(sources.ledger, period, "department", sources.now):
        of = line.finished + line.in_process_in_time + line.in_process_overdue
        all_told = of + beside.get(line.key, 0)
        finished, ms = took.get(line.key, (0, None))
        found[line.key] |= {
            "2.1": Counted(of - short.get(line.key, 0), of),
            "2.2": Counted(of=finished, took_ms=ms),
            "3.3": Counted(online.get(line.key, 0), line.received),
            "5.4": Counted(all_told - displeased.get(line.key, 0), all_told),
        }


def _by_department(dossiers: str, asked: dict[str, str | int], sources: Sources) -> dict[str, int]:
    rows = sources.ledger.execute(
        f"select department, count(*) from ({dossiers}) join dossiers using (dossier)"  # noqa: S608 - our own names
        " where state != 'struck' group by 1",
        asked,
    )
    return dict(rows.fetchall())


def _money(found: dict[str, Set], period: Period, sources: Sources) -> None:
    for department, online, paid in sources.ledger.execute(_PAID, asked_of(period, sources)):
        found[department]["3.6"] = Counted(online, paid)


def _complaints(found: dict[str, Set], period: Period, sources: Sources) -> None:
    asked = asked_of(period, sources) | {"today": sources.now.day.isoformat()}
    for department, conduct, late, filed in sources.ledger.execute(_COMPLAINTS, asked):
        in_time = Counted(filed - late, filed)
        found[department] |= {"5.1": Counted(conduct, filed), "5.2": in_time, "5.3": in_time}


def _days(ms: float) -> float:
    return round(ms / DAY_MS, 2)
