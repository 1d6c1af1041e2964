"""What is to become of each dossier of a simulated year, so that its numbers come out.

Officials then act towards that end; whether a dossier was early or late is for the hall to say.
"""

from collections.abc import Callable
from datetime import datetime, time, timedelta

from hallctl.simulate.year_cards import Card, Fate
from hallctl.simulate.year_office import Office
from hallctl.simulate.year_plan import YearPlan

SETTLED = timedelta(days=14)
"""What ends in an unusual way is due so long before the year ends."""
ASKED_AGAIN = timedelta(days=5)
"""The least time a dossier has if a supplement is asked for."""

Fits = Callable[[Card], bool]


def seal_fates(cards: list[Card], year: YearPlan, office: Office) -> None:
    """Give every card its fate; those that come too late, or are due last, are open as it ends."""
    ends = datetime.combine(office.last_working_day(year.last), time())
    settled = ends - SETTLED
    unsealed = sorted(cards, key=lambda card: (_comes_too_late(card, ends), card.due))

    def take(fate: Fate, count: int, fits: Fits) -> None:
        fitting = [place for place, card in enumerate(unsealed) if fits(card)]
        for place in sorted(office.random.sample(fitting, min(count, len(fitting))), reverse=True):
            unsealed.pop(place).fate = fate

    take(Fate.AWAITING, year.awaiting, lambda card: _lasts(card) and settled < card.comes < ends)
    take(Fate.OPEN, year.overdue, lambda card: settled - SETTLED < card.due < settled)
    for fate, count in (
        (Fate.LATE, year.late),
        (Fate.REFUSED, year.refused),
        (Fate.WITHDRAWN, year.withdrawn),
        (Fate.STOPPED, year.stopped),
    ):
        take(fate, count, lambda card: card.comes.date() < card.due.date() <= settled.date())
    _in_time(unsealed[: year.in_time], ends, year, office)
    for card in office.random.sample(cards, min(year.delivered, len(cards))):
        card.return_by = "post"


def _in_time(cards: list[Card], ends: datetime, year: YearPlan, office: Office) -> None:
    """Early where a day is left before the due day; on time the others."""
    able = [card for card in cards if card.comes.date() < card.due.date()]
    early = office.random.sample(able, min(round(year.early_share * len(cards)), len(able)))
    for card in cards:
        is_beyond = card.due.date() > year.last
        card.fate = Fate.EARLY if is_beyond else Fate.ON_TIME
        card.is_supplemented = (
            _lasts(card)
            and card.due < ends - SETTLED
            and office.random.random() < year.supplemented_share
        )
    for card in early:
        card.fate = Fate.EARLY


def _comes_too_late(card: Card, ends: datetime) -> bool:
    return card.comes >= ends and card.due.date() > ends.date()


def _lasts(card: Card) -> bool:
    return card.due - card.comes >= ASKED_AGAIN
