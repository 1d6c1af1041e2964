"""A fact about a figure from elsewhere."""

from datetime import date

from hallctl.core.events.event import Event


class FigureGiven(Event, frozen=True, kw_only=True, gc=False):
    """Of so many, so many fulfil the indicator from the first to the last day; ``of`` 0 takes it back."""

    indicator: str
    first: date
    last: date
    fulfilled: int
    of: int
    source: str
    by: str
