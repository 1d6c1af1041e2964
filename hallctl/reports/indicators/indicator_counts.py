"""What the hall's own ledger and catalogue say of each national indicator, department by department."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from hallctl.core.catalogue import Procedure
from hallctl.ledger.dossiers.dossier_counts import NOTHING as NO_SUMS
from hallctl.ledger.dossiers.dossier_counts import changed_in, counts
from hallctl.ledger.period import Period
from hallctl.reports.dossiers.dossier_sets import FLAWED, asked_of
from hallctl.reports.orders import ReportOrder, Sources
from hallctl.reports.tallied.complaint_report import DECIDED_LATE, LATE

DAY_MS = 86_400_000
UNANSWERED_LATE = "coalesce(published_on, :today) > publish_by"
COMPLAINT_LATE = f"({DECIDED_LATE}) or ({LATE}) or coalesce({UNANSWERED_LATE}, 0)"
PAID_FOR, PAID_ONLINE = "paid_for", "paid_online"
_ALIKE = {PAID_FOR: "amount > 0", PAID_ONLINE: "method = 'online'"}
_SHORT_IN_TIME = (
    "is_twice and (coalesce(finished, 'late') != 'late' or is_running and not is_overdue)"
)
_IN_THE_SET = "(finished is not null or is_running)"
_FLAWS = f"""
select department, sum({_SHORT_IN_TIME}), sum(is_disliked and not {_IN_THE_SET}),
    sum(is_disliked and not (coalesce(finished, '') = 'late' or is_overdue or {_SHORT_IN_TIME}))
from ({FLAWED}) group by 1
"""  # noqa: S608 - our own names
_PAID = """
select value, sum(dossiers_online), sum(dossiers) from fee_sums
where dimension = 'department' and day between :first and :last group by 1
"""
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


def paid_again(mark: str) -> str:
    """Payments in the period for dossiers that had been paid for before it, the first of each. SQL."""
    return (
        "select p.*, p.rowid as paid_at from fee_payments p"  # noqa: S608 - our own names
        f" where p.{mark} = 'again' and p.day between :first and :last"
        " and not exists (select 1 from fee_payments e where e.dossier = p.dossier"
        f" and e.kind = 'paid' and e.{_ALIKE[mark]} and e.rowid < p.rowid and e.day >= :first)"
    )


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
    changed = changed_in(sources.ledger, period, "department", sources.now)
    flaws = {one: tuple(numbers) for one, *numbers in sources.ledger.execute(_FLAWS, asked)}
    for line in counts(sources.ledger, period, "department", sources.now):
        twice, beside, displeased = flaws.get(line.key, (0, 0, 0))
        sums = changed.get(line.key, NO_SUMS)
        of = line.finished + line.in_process_in_time + line.in_process_overdue
        short = line.finished_late + line.in_process_overdue + twice
        found[line.key] |= {
            "2.1": Counted(of - short, of),
            "2.2": Counted(of=line.finished, took_ms=sums["took_ms"] if line.finished else None),
            "3.3": Counted(sums["received_online"], line.received),
            "5.4": Counted(of + beside - short - displeased, of + beside),
        }


def _money(found: dict[str, Set], period: Period, sources: Sources) -> None:
    asked = asked_of(period, sources)
    again = {
        mark: dict(
            sources.ledger.execute(
                f"select department, count(*) from ({paid_again(mark)}) group by 1",  # noqa: S608 - our own names
                asked,
            ).fetchall()
        )
        for mark in (PAID_ONLINE, PAID_FOR)
    }
    first = {one: sums for one, *sums in sources.ledger.execute(_PAID, asked)}
    for department in first.keys() | again[PAID_FOR].keys():
        online, paid = first.get(department, (0, 0))
        found[department]["3.6"] = Counted(
            online + again[PAID_ONLINE].get(department, 0),
            paid + again[PAID_FOR].get(department, 0),
        )


def _complaints(found: dict[str, Set], period: Period, sources: Sources) -> None:
    asked = asked_of(period, sources) | {"today": sources.now.day.isoformat()}
    for department, conduct, late, filed in sources.ledger.execute(_COMPLAINTS, asked):
        in_time = Counted(filed - late, filed)
        found[department] |= {"5.1": Counted(conduct, filed), "5.2": in_time, "5.3": in_time}


def _days(ms: float) -> float:
    return round(ms / DAY_MS, 2)
