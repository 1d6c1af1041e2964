"""The dossiers of a simulated year, dealt before it begins: who comes, when, and for what."""

from collections.abc import Callable, Iterator
from datetime import datetime
from enum import StrEnum
from itertools import accumulate

import msgspec

from hallctl.core.calendar import ONE_DAY
from hallctl.core.catalogue import Channel, Procedure
from hallctl.core.deadlines import Reckoner
from hallctl.core.plan.dossier_rules import DossierRules
from hallctl.simulate.year_office import Office
from hallctl.simulate.year_plan import YearPlan

COMMON = 3
"""The larger, the more evenly procedures are asked for."""


class Fate(StrEnum):
    """What is to become of a dossier by the end of the year."""

    EARLY = "early"
    ON_TIME = "on_time"
    LATE = "late"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    STOPPED = "stopped"
    AWAITING = "awaiting"
    OPEN = "open"


class Card(msgspec.Struct):
    """One dossier to come, and when it will be due unless something happens."""

    procedure: Procedure
    channel: Channel
    comes: datetime
    due: datetime
    fate: Fate = Fate.OPEN
    is_supplemented: bool = False
    return_by: Channel = "counter"


def cards(rules: DossierRules, year: YearPlan, office: Office) -> list[Card]:
    """The year's dossiers in the order they come; nothing is decided about them yet."""
    asked_for = _asked_for(rules, year, office)
    due = _reckoning(rules)
    comes = sorted(_comings(year, office))
    return [
        Card(procedure, channel, at, due(procedure, channel, at))
        for (at, channel), procedure in zip(comes, asked_for, strict=True)
    ]


def _comings(year: YearPlan, office: Office) -> Iterator[tuple[datetime, Channel]]:
    days = [year.first + n * ONE_DAY for n in range((year.last - year.first).days + 1)]
    for at in office.arrivals(year.online, days, online=True):
        yield at, "online"
    for at in office.arrivals(year.received - year.online, days, online=False):
        yield at, "post" if office.random.random() < year.posted_share else "counter"


def _asked_for(rules: DossierRules, year: YearPlan, office: Office) -> Iterator[Procedure]:
    """Few procedures are asked for often, many now and then; some end on the day they came."""
    every = [
        (procedure, term)
        for procedure in rules.catalogue_on(year.first).procedures.values()
        if procedure.is_handled(year.first) and (term := procedure.term("counter"))
    ]
    at_once = [procedure for procedure, term in every if not term.amount]
    lasting = [procedure for procedure, term in every if term.amount]
    decks = [_by_custom(deck, office) for deck in (at_once or lasting, lasting or at_once)]
    shares = (year.same_day_share, 1 - year.same_day_share)
    for kind in office.random.choices((0, 1), shares, k=year.received):
        yield decks[kind]()


def _by_custom(deck: list[Procedure], office: Office) -> Callable[[], Procedure]:
    office.random.shuffle(deck)
    often = list(accumulate(1 / (place + COMMON) for place in range(len(deck))))
    return lambda: office.random.choices(deck, cum_weights=often)[0]


def _reckoning(rules: DossierRules) -> Callable[[Procedure, Channel, datetime], datetime]:
    def due(procedure: Procedure, channel: Channel, at: datetime) -> datetime:
        term = procedure.term(channel)
        if term is None:
            return at
        return Reckoner(term, rules.deadline_rules(procedure), rules.calendar).due(at).due_at

    return due
