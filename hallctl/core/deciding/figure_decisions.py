"""Figures from elsewhere are taken when they can be true."""

from hallctl.core import commands, events
from hallctl.core.circumstances import Circumstances, Facts
from hallctl.core.hall import Hall
from hallctl.core.refusals import Refusal, Refused


def give_figure(_hall: Hall, wish: commands.GiveFigure, by: Circumstances) -> Facts:
    is_possible = wish.fulfilled <= wish.of and wish.first <= wish.last and wish.first <= by.today
    if not is_possible or not wish.source.strip():
        raise Refused(Refusal.IMPOSSIBLE_FIGURE, indicator=wish.indicator)
    yield events.FigureGiven(
        at=by.at,
        indicator=wish.indicator,
        first=wish.first,
        last=wish.last,
        fulfilled=wish.fulfilled,
        of=wish.of,
        source=wish.source.strip(),
        by=by.actor.official or by.actor.name,
    )
