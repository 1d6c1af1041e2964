"""When a day's figures are sealed: its visits as it closes, its dossiers before the next day's first.

Dossiers arrive while the hall is closed, so their day ends at midnight. Nothing happens to them
then; so their figures are still those of midnight when the next day's first fact, the next opening
or the timetable comes and seals them.
"""

from collections.abc import Iterator, Sequence
from copy import copy, deepcopy
from datetime import date

from hallctl.core import commands, events
from hallctl.core.applying import apply
from hallctl.core.applying.dossier_applying import APPLY_TO_DOSSIERS
from hallctl.core.circumstances import Circumstances, Facts
from hallctl.core.deciding.seal_figures import dossiers_sealed, visits_sealed
from hallctl.core.events.seal_events import DaySealed, Snapshot
from hallctl.core.hall import Hall
from hallctl.core.refusals import Refusal, Refused

SHARED = frozenset({"dossiers", "tickets"})
"""Parts of the hall that the end of a day leaves alone, or changes one by one."""


def seal_day(hall: Hall, _wish: commands.SealDay, by: Circumstances) -> Facts:
    day = unsealed_day(hall, by.today)
    if day is None:
        raise Refused(Refusal.NOTHING_TO_SEAL)
    yield _sealed(dossiers_sealed(hall, day, by.at))


def unsealed_day(hall: Hall, today: date) -> date | None:
    """The last day on which dossiers were worked on, if it is over and not sealed yet."""
    day = hall.dossiers.day
    if day is None or day >= today or hall.seals.have_dossiers_of(day):
        return None
    return day


def with_seals(hall: Hall, facts: Sequence[events.Event], at: int) -> Sequence[events.Event]:
    """The facts, with the seals they bring about in their places."""
    if any(_ends_or_begins_a_day(hall, fact) for fact in facts):
        return tuple(_sealing(_aside(hall, facts), facts, at))
    return facts


def _ends_or_begins_a_day(hall: Hall, fact: events.Event) -> bool:
    begins = _begins(fact)
    return isinstance(fact, events.DayClosed) or (
        begins is not None and begins != hall.dossiers.day
    )


def _begins(fact: events.Event) -> date | None:
    """The day on which the fact finds the hall, if it tells."""
    match fact:
        case events.DossierEvent():
            return fact.day
        case events.DayOpened():
            return fact.business_day
    return None


def _sealing(hall: Hall, facts: Sequence[events.Event], at: int) -> Iterator[events.Event]:
    """``hall`` is a copy that goes along, so that each seal sees what is before it."""
    for fact in facts:
        begins = _begins(fact)
        if begins is not None and (day := unsealed_day(hall, begins)):
            yield _kept(hall, dossiers_sealed(hall, day, at))
        yield fact
        if type(fact) not in APPLY_TO_DOSSIERS:
            apply(hall, fact)
        if isinstance(fact, events.DayClosed):
            yield _kept(hall, visits_sealed(hall, fact.business_day, fact.at))


def _kept(hall: Hall, snapshot: Snapshot) -> DaySealed:
    seal = _sealed(snapshot)
    apply(hall, seal)
    return seal


def _sealed(snapshot: Snapshot) -> DaySealed:
    return DaySealed(at=snapshot.sealed_at, snapshot=snapshot, hash=snapshot.hash)


def _aside(hall: Hall, facts: Sequence[events.Event]) -> Hall:
    """A copy of the hall to which the facts about its day may be applied; it shares the shelf."""
    aside = copy(hall)
    for name in Hall.__struct_fields__:
        if name not in SHARED:
            setattr(aside, name, deepcopy(getattr(hall, name)))
    named = {getattr(fact, "ticket", "") for fact in facts} & hall.tickets.keys()
    aside.tickets = hall.tickets | {name: copy(hall.tickets[name]) for name in named}
    return aside
