"""The dossiers behind a figure of dossiers, and the steps of one: as they stood when the period ended.

What happened in the period is listed by the days on which it did; what stood at its end (or before its
beginning) lies on a day of its own, those due first.
"""

from typing import NamedTuple

from hallctl.ledger.dossiers.dossier_schema import WHOLE
from hallctl.reports.behind.listing import EACH_DAY, Listing, Part, Row, Value
from hallctl.reports.behind.opening import Opening
from hallctl.reports.dossiers.dossier_sets import STOOD_AT_THE_END, STOOD_BEFORE, asked_of
from hallctl.reports.orders import Sources

AT_THE_END, BEFORE = "9999", "0000"
"""The days of those that stood there: before all others, and after them."""
DUE_FIRST = "-(due_then / 60000 * 1000000000 + kept_at)"
FINISHED = ("finished_early", "finished_on_time", "finished_late")
STEPS = {
    **{
        one: f"s.step = 'finish' and s.counted = '{one.removeprefix('finished_')}'"
        for one in FINISHED
    },
    "in_time_share": "s.step = 'finish' and s.counted in ('early', 'on_time', 'late')",
    "finished_in_time": "s.step = 'finish' and s.counted in ('early', 'on_time')",
    "ended_otherwise": "s.step in ('refuse', 'withdraw', 'stop') and s.counted is null",
    "returned": "s.step = 'return' and s.counted is null",
}
"""Figures that count steps: which."""
SUMS = {
    **{one: one for one in FINISHED},
    "in_time_share": " + ".join(FINISHED),
    "finished_in_time": "finished_early + finished_on_time",
    "ended_otherwise": "refused + withdrawn + stopped",
    "returned": "returned",
}
"""By which of a day's sums it is known how many."""
_STOOD = {
    "in_process_in_time": "step_then != 'request_supplement' and due_then >= :end",
    "in_process_overdue": "step_then != 'request_supplement' and due_then < :end",
    "awaiting_supplement": "step_then = 'request_supplement'",
}
_RECEIVED = frozenset({"received", "dossiers_received"})
_KEYS = ("department", "field", "official", "channel", "procedure")


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


class DossierStep(NamedTuple):
    """One step of a dossier, standing or taken back."""

    at: int
    step: str
    department: str | None
    counter: str | None
    official: str | None
    reason: str | None
    due_at: int | None
    undone_at: int | None


class Wish(NamedTuple):
    """Of which line: where it is summed, which of the dossiers ``d`` are its own, and what SQL asks for."""

    dimension: str
    line: str
    asked: dict[str, Value]
    sources: Sources


def dossiers_behind(opening: Opening, sources: Sources) -> Listing:
    """The dossiers that a figure counted; without a figure all that were there in the period."""
    one = opening.narrowed
    is_of_one = one.key is not None and one.order.by in _KEYS
    wish = Wish(
        one.order.by if is_of_one else WHOLE,
        f"d.{one.order.by} = :key" if is_of_one else "1",
        {**asked_of(one.order.period, sources), "key": one.key if is_of_one else ""},
        sources,
    )
    return listed(wish, _parts(one.figure, wish))


def listed(wish: Wish, parts: tuple[Part, ...]) -> Listing:
    """Such parts as a listing of dossiers."""
    return Listing(CountedDossier._fields, parts, wish.asked, _dossier)


def taken(figure: str, wish: Wish, also: str = "1") -> Part:
    """The dossiers of which such a step was taken, on its day."""
    return Part(
        "select d.*, s.day as on_day, s.rowid as seq from dossier_steps s"  # noqa: S608 - our own names
        f" cross join dossiers d using (dossier) where {STEPS[figure]} and s.undone_at is null"
        f" and s.day in (select value from json_each(:days)) and d.state != 'struck'"
        f" and {wish.line} and {also}",
        summed(SUMS[figure], wish),
    )


def received(wish: Wish, also: str = "1") -> str:
    """Those received, on their days. SQL."""
    return (
        "select d.*, d.day as on_day, d.rowid as seq from dossiers d"  # noqa: S608 - our own names
        f" where d.day in (select value from json_each(:days)) and d.state != 'struck'"
        f" and {wish.line} and {also}"
    )


def stood(rows: str, day: str, wish: Wish, which: str = "1") -> Part:
    """Those that stood, on a day of their own, those due first."""
    return counted_part(
        f"select *, '{day}' as on_day, {DUE_FIRST} as seq from ({rows}) d"  # noqa: S608 - our own names
        f" where {wish.line} and {which}",
        wish,
    )


def counted_part(rows: str, wish: Wish) -> Part:
    """A part that no sums are kept of: its records are counted."""
    found = wish.sources.ledger.execute(
        f"select on_day, count(*) from ({rows}) group by 1",  # noqa: S608 - our own names
        wish.asked,
    )
    within = f"select * from ({rows}) where on_day between :since and :until"  # noqa: S608 - our own names
    return Part(within, dict(found.fetchall()))


def summed(sums: str, wish: Wish) -> dict[str, int]:
    """How many a day, by the sums that are kept of it."""
    found = wish.sources.ledger.execute(
        f"select day, {sums} from ({EACH_DAY}) cross join dossier_sums using (day)"  # noqa: S608 - our own names
        " where dimension = :dimension and value = :key",
        {**wish.asked, "dimension": wish.dimension},
    )
    return dict(found.fetchall())


def steps_of(dossier: str, sources: Sources) -> list[DossierStep]:
    """Everything that happened to a dossier, in order."""
    rows = sources.ledger.execute(
        f"select {', '.join(DossierStep._fields)} from dossier_steps"  # noqa: S608 - our own names
        " where dossier = ? order by rowid",
        (dossier,),
    )
    return [DossierStep(*row) for row in rows]


def _parts(figure: str, wish: Wish) -> tuple[Part, ...]:
    if figure in STEPS:
        return (taken(figure, wish),)
    if figure in _STOOD:
        return (stood(STOOD_AT_THE_END, AT_THE_END, wish, _STOOD[figure]),)
    before = stood(STOOD_BEFORE, BEFORE, wish)
    if figure == "carried_over":
        return (before,)
    new = Part(received(wish), summed("received", wish))
    return (new,) if figure in _RECEIVED else (new, before)


def _dossier(row: Row) -> CountedDossier:
    return CountedDossier(*row)  # type: ignore[arg-type]  # the ledger's columns have these types
