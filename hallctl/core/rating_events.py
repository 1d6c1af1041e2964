"""Facts about what visitors thought of their visits."""

from hallctl.core.event import Event


class VisitRated(Event, frozen=True, kw_only=True, gc=False):
    """The visitor's answers, 1 (worst) to 5 (best)."""

    visit: str
    ticket: str
    number: str
    counter: str
    official: str
    result: int
    attitude: int


class RatingExplained(Event, frozen=True, kw_only=True, gc=False):
    """Why the marks were low, by the ids of the hall's reasons."""

    visit: str
    ticket: str
    number: str
    counter: str
    official: str
    reasons: tuple[str, ...]
