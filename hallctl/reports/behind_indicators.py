"""The dossiers and procedures behind an indicator: all it counted, those that fulfil it, those that fell short."""

from typing import NamedTuple

from hallctl.ledger.dossier_schema import WHOLE
from hallctl.reports.behind_dossiers import (
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
from hallctl.reports.dossier_sets import (
    BESIDE,
    DISPLEASED,
    FINISHED_STEPS,
    RUNNING,
    SHORT,
    asked_of,
)
from hallctl.reports.indicator_counts import PAID_ONLINE, lacking, procedures_here
from hallctl.reports.listing import Listing, Part
from hallctl.reports.opening import Opening
from hallctl.reports.orders import Sources

_FELL_SHORT = {"2.1": SHORT, "5.4": DISPLEASED}
_STEP_OF_IT = (
    "(select s.{} from dossier_steps s where s.dossier = d.dossier"  # noqa: S608 - our own names
    f" and {FINISHED_STEPS} and s.day between :first and :last)"
)
_ONLINE_DAYS = (
    "select day, sum(received) from dossier_days where channel = 'online'"
    " and day between :first and :last and {} group by day"
)


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
            return (Part(received(wish, "d.channel = 'online'"), _online_days(wish)),)
        case "3.6":
            return (_paid(wish, "1" if figure == "counted" else PAID_ONLINE),)
        case _:
            return ()


def _of_the_set(indicator: str, figure: str, wish: Wish) -> tuple[Part, ...]:
    """Finished in the period, running at its end, and disliked beside these."""
    fell_short = _FELL_SHORT[indicator]
    if figure not in {"reached", "counted"}:
        return (_short(fell_short, wish),)
    finished, running = taken("in_time_share", wish), stood(RUNNING, AT_THE_END, wish)
    beside = () if indicator == "2.1" else (_beside(wish),)
    if figure == "counted":
        return (finished, running, *beside)
    less = _short(fell_short, wish).days
    return tuple(
        Part(
            f"select * from ({part.rows}) where dossier not in ({fell_short})",  # noqa: S608 - our own names
            {day: count - less.get(day, 0) for day, count in part.days.items()},
        )
        for part in (finished, running)
    )


def _short(fell_short: str, wish: Wish) -> Part:
    """On the days on which they were finished; those that stood, on their own."""
    day, seq = _STEP_OF_IT.format("day"), _STEP_OF_IT.format("rowid")
    return counted_part(
        f"select d.*, coalesce({day}, iif(d.dossier in (select dossier from ({RUNNING})),"  # noqa: S608 - our own names
        f" '{AT_THE_END}', '{BEFORE}')) as on_day,"
        f" coalesce({seq}, -(due_at / 60000 * 1000000000 + d.rowid)) as seq"
        f" from ({fell_short}) join dossiers d using (dossier)"
        f" where d.state != 'struck' and {wish.line}",
        wish,
    )


def _beside(wish: Wish) -> Part:
    """Disliked, and neither finished in the period nor running at its end."""
    return counted_part(
        f"select d.*, '{BEFORE}' as on_day, d.rowid as seq from ({BESIDE})"  # noqa: S608 - our own names
        f" join dossiers d using (dossier) where d.state != 'struck' and {wish.line}",
        wish,
    )


def _paid(wish: Wish, which: str) -> Part:
    """Dossiers with a fee that was paid in the period, each once."""
    return counted_part(
        "select d.*, max(p.day) as on_day, max(p.rowid) as seq"  # noqa: S608 - our own names
        " from fee_payments p join dossiers d using (dossier) where p.kind = 'paid'"
        f" and p.day between :first and :last and {which} and {wish.line} group by d.dossier",
        wish,
    )


def _online_days(wish: Wish) -> dict[str, int]:
    line = "1" if wish.dimension == WHOLE else "department = :key"
    found = wish.sources.ledger.execute(_ONLINE_DAYS.format(line), wish.asked)
    return dict(found.fetchall())
