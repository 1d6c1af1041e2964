"""What the hall's own ledger and catalogue say of each national indicator, and which records are counted."""

from typing import NamedTuple

from hallctl.core.catalogue import Procedure
from hallctl.ledger.dossier_counts import DossierFigures, counts, total
from hallctl.reports.complaint_report import DECIDED_LATE, LATE
from hallctl.reports.orders import ReportOrder, Sources

DAY_MS = 86_400_000
DISLIKED = (
    "(visit in (select ticket from tickets where min(result, attitude) <= 2)"
    " or visit in (select visit from complaints where visit != ''))"
)
"""The visit was disliked, or somebody complained about it."""
UNANSWERED_LATE = "coalesce(published_on, :today) > publish_by"
COMPLAINT_LATE = f"({DECIDED_LATE}) or ({LATE}) or coalesce({UNANSWERED_LATE}, 0)"
PAID_ONLINE = "method = 'online'"
_PAID = "from fee_payments where kind = 'paid' and day between :first and :last"
_MEAN_DAYS = f"""
select avg(1.0 * (finished_at - complete_at - coalesce((
    select sum(r.at - q.at) from dossier_steps q join dossier_steps r
        on r.dossier = q.dossier and r.step = 'resume' and r.undone_at is null and r.rowid = (
            select min(n.rowid) from dossier_steps n where n.dossier = q.dossier
            and n.step = 'resume' and n.rowid > q.rowid)
    where q.dossier = d.dossier and q.step = 'request_supplement' and q.undone_at is null
), 0)) / {DAY_MS}), count(*)
from dossiers d where state != 'struck' and exists (select 1 from dossier_steps s
    where s.dossier = d.dossier and s.step = 'finish' and s.undone_at is null
    and s.day between :first and :last)
"""  # noqa: S608 - our own names
"""Days from receipt to result, less the days that a supplement was waited for."""


class Counted(NamedTuple):
    """Of how many, how many fulfil it; or a mean in days. Nothing where the hall can't count it."""

    fulfilled: int | None = None
    of: int | None = None
    days: float | None = None


def counted(order: ReportOrder, sources: Sources) -> dict[str, Counted]:
    """Every indicator that the hall can count, by its number."""
    line = total(sources.ledger, order.period, sources.now)
    late = line.finished_late + line.in_process_overdue + line.twice_supplemented
    of = line.finished + line.in_process_in_time + line.in_process_overdue
    disliked = _one(
        f"select count(*) from dossiers where day between :first and :last and {DISLIKED}",  # noqa: S608 - our own names
        order,
        sources,
    )[0]
    return {
        "1": _listed(sources),
        "2.1": Counted(of - min(late, of), of),
        "2.2": _mean_days(order, sources),
        "3.3": _online(order, sources, line),
        "3.6": _paid_online(order, sources),
        **_complaints(order, sources),
        "5.4": Counted(max(0, of - late - disliked), of),
    }


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


def procedures_here(sources: Sources) -> list[Procedure]:
    """Those that the hall handles today."""
    today = sources.now.day
    every = sources.plan.dossiers.catalogue_on(today).procedures.values()
    return [one for one in every if one.is_handled(today)]


def _listed(sources: Sources) -> Counted:
    here = procedures_here(sources)
    return Counted(sum(not lacking(one) for one in here), len(here))


def _mean_days(order: ReportOrder, sources: Sources) -> Counted:
    mean, finished = _one(_MEAN_DAYS, order, sources)
    return Counted(of=finished, days=None if mean is None else round(mean, 2))


def _online(order: ReportOrder, sources: Sources, whole: DossierFigures) -> Counted:
    by_channel = counts(sources.ledger, order.period, "channel", sources.now)
    return Counted(sum(one.received for one in by_channel if one.key == "online"), whole.received)


def _paid_online(order: ReportOrder, sources: Sources) -> Counted:
    online, paid = _one(
        f"select count(distinct iif({PAID_ONLINE}, dossier, null)), count(distinct dossier) {_PAID}",
        order,
        sources,
    )
    return Counted(online, paid)


def _complaints(order: ReportOrder, sources: Sources) -> dict[str, Counted]:
    conduct, late, filed = _one(
        f"select sum(about = 'conduct'), sum({COMPLAINT_LATE}), count(*) from complaints"  # noqa: S608 - our own names
        " where day between :first and :last",
        order,
        sources,
    )
    in_time = filed - (late or 0)
    return {
        "5.1": Counted(conduct or 0, filed),
        "5.2": Counted(in_time, filed),
        "5.3": Counted(in_time, filed),
    }


def _one(question: str, order: ReportOrder, sources: Sources) -> tuple[int, ...]:
    first, last = (day.isoformat() for day in order.period)
    asked = {"first": first, "last": last, "today": sources.now.day.isoformat()}
    row: tuple[int, ...] = sources.ledger.execute(question, asked).fetchone()
    return row
