"""The dossiers and procedures behind an indicator: all it counted, those that fulfil it, those that fell short."""

from typing import NamedTuple

from hallctl.ledger.dossiers.dossier_schema import WHOLE
from hallctl.reports.behind.behind_dossiers import (
    AT_THE_END,
    BEFORE,
    Wish,
    counted_part,
    listed,
    received,
    stood,
    summed,
    taken,
)
from hallctl.reports.behind.listing import Listing, Part
from hallctl.reports.behind.opening import Opening
from hallctl.reports.dossiers.dossier_sets import (
    DISLIKED,
    FINISHED_STEPS,
    HOW_FINISHED,
    IS_BESIDE,
    IS_DISLIKED,
    RUNNING,
    TWICE,
    asked_of,
)
from hallctl.reports.indicators.indicator_counts import (
    PAID_FOR,
    PAID_ONLINE,
    lacking,
    paid_again,
    procedures_here,
)
from hallctl.reports.orders import Sources

_TWICE = f"d.dossier in ({TWICE})"
_FLAWS = {
    "2.1": (TWICE, _TWICE),
    "5.4": (f"{TWICE} union {DISLIKED}", f"({_TWICE} or {IS_DISLIKED})"),
}
"""What makes a dossier fall short that was in time: those that have it, and whether ``d`` has it."""
_PAID_DAYS = (
    "select day, sum({}) from fee_sums where dimension = :dimension and value = :key"
    " and day between :first and :last group by day"
)
_FIRST_PAID = {PAID_FOR: "dossiers", PAID_ONLINE: "dossiers_online"}


class CountedProcedure(NamedTuple):
    """A procedure that is handled here, and what its public listing lacks."""

    procedure: str
    name: str
    lacking: tuple[str, ...]


def dossiers_of_indicator(opening: Opening, sources: Sources) -> Listing:
    """The dossiers of ``reached`` or ``counted``; without a figure those that fell short, or fulfil it."""
    one = opening.narrowed
    department = one.order.department
    wish = Wish(
        WHOLE if department is None else "department",
        "1" if department is None else "d.department = :key",
        {**asked_of(one.order.period, sources), "key": department or ""},
        sources,
    )
    return listed(wish, _parts(one.key or "", one.figure, wish))


def procedures_behind(opening: Opening, sources: Sources) -> list[CountedProcedure]:
    """Those that indicator 1 counted; a whole line: those whose listing lacks something."""
    one = opening.narrowed
    every = [
        CountedProcedure(each.procedure, each.name, lacking(each))
        for each in procedures_here(sources, one.order.department)
    ]
    match one.figure:
        case "counted":
            return every
        case "reached":
            return [each for each in every if not each.lacking]
        case _:
            return [each for each in every if each.lacking]


def _parts(indicator: str, figure: str, wish: Wish) -> tuple[Part, ...]:
    match indicator:
        case "2.1" | "5.4":
            return _of_the_set(indicator, figure, wish)
        case "2.2":
            return (taken("in_time_share", wish),)
        case "3.3" if figure == "counted":
            return (Part(received(wish), summed("received", wish)),)
        case "3.3":
            is_online = "d.channel = 'online'"
            return (Part(received(wish, is_online), summed("received_online", wish)),)
        case "3.6":
            return _paid(wish, PAID_FOR if figure == "counted" else PAID_ONLINE)
        case _:
            return ()


def _of_the_set(indicator: str, figure: str, wish: Wish) -> tuple[Part, ...]:
    """Finished in the period, running at its end, and disliked beside these."""
    those, is_one = _FLAWS[indicator]
    is_beside = "0" if indicator == "2.1" else IS_BESIDE
    if figure == "counted":
        beside = () if indicator == "2.1" else (_beside(wish, _days(DISLIKED, is_beside, wish)),)
        return (taken("in_time_share", wish), stood(RUNNING, AT_THE_END, wish), *beside)
    days = _days(those, f"{HOW_FINISHED} != 'late' or {is_beside}", wish)
    if figure == "reached":
        finished = taken("finished_in_time", wish, f"not {is_one}")
        less = {day: count - days.get(day, 0) for day, count in finished.days.items()}
        running = stood(RUNNING, AT_THE_END, wish, f"due_then >= :end and not {is_one}")
        return (finished._replace(days=less), running)
    overdue = stood(RUNNING, AT_THE_END, wish, f"(due_then < :end or {is_one})")
    flawed = _finished_in_time(those, wish, days)
    return (taken("finished_late", wish), flawed, overdue, _beside(wish, days))


def _days(those: str, which: str, wish: Wish) -> dict[str, int]:
    """How many of those dossiers were finished on each day; on a day of their own all that were not."""
    days = wish.sources.ledger.execute(
        f"select iif({HOW_FINISHED} is null, '{BEFORE}', d.left_on), count(*) from ({those}) f"  # noqa: S608 - our own names
        f" cross join dossiers d using (dossier) where d.state != 'struck' and {wish.line} and ({which})"
        " group by 1",
        wish.asked,
    )
    return dict(days.fetchall())


def _finished_in_time(those: str, wish: Wish, days: dict[str, int]) -> Part:
    """Of those dossiers, the ones that were finished in the period and not late, on their days."""
    rows = (
        "select d.*, s.day as on_day, s.rowid as seq from ("  # noqa: S608 - our own names
        f"select d.rowid as place from ({those}) f cross join dossiers d using (dossier)"
        f" where {HOW_FINISHED} != 'late' and d.state != 'struck' and {wish.line}"
        " and d.left_on in (select value from json_each(:days)))"
        " cross join dossiers d on d.rowid = place cross join dossier_steps s"
        f" indexed by idx_dossier_steps_dossier using (dossier) where {FINISHED_STEPS}"
    )
    return Part(rows, {day: count for day, count in days.items() if day != BEFORE})


def _beside(wish: Wish, days: dict[str, int]) -> Part:
    """Disliked, and neither finished in the period nor running at its end."""
    rows = (
        f"select d.*, '{BEFORE}' as on_day, d.rowid as seq from ({DISLIKED}) f"  # noqa: S608 - our own names
        f" cross join dossiers d using (dossier) where d.state != 'struck' and {wish.line}"
        f" and {IS_BESIDE} and '{BEFORE}' between :since and :until"
    )
    return Part(rows, {day: count for day, count in days.items() if day == BEFORE})


def _paid(wish: Wish, mark: str) -> tuple[Part, ...]:
    """Dossiers that were paid for in the period, each once: on the first day of it on which they were."""
    days = wish.sources.ledger.execute(
        _PAID_DAYS.format(_FIRST_PAID[mark]), {**wish.asked, "dimension": wish.dimension}
    )
    ever = (
        "select d.*, p.day as on_day, p.rowid as seq from fee_payments p"  # noqa: S608 - our own names
        f" cross join dossiers d using (dossier) where p.{mark} = 'first'"
        f" and p.day in (select value from json_each(:days)) and {wish.line}"
    )
    again = (
        f"select d.*, p.day as on_day, p.paid_at as seq from ({paid_again(mark)}) p"  # noqa: S608 - our own names
        f" cross join dossiers d using (dossier) where {wish.line}"
    )
    return Part(ever, dict(days.fetchall())), counted_part(again, wish)
