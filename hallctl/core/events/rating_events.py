"""Facts about what visitors thought of their visits."""

from hallctl.core.events.event import Event


class VisitRated(Event, frozen=True, kw_only=True, gc=False):
    """The visitor's answers, 1 (worst) to 5 (best)."""

    visit: str
    ticket: str
    number: str
    counter: str
    official: str
    result: int
    attitude: int
    station: str = ""
    """Where it was pressed: a pad, or ``phone``; empty before stations were noted."""
    device: str = ""
    """The phone, as a keyed hash that is worth nothing after a day; else empty."""
    is_staff: bool = False
    """It came from a browser in which somebody of the hall has signed in."""


class RatingExplained(Event, frozen=True, kw_only=True, gc=False):
    """Why the marks were low, by the ids of the hall's reasons."""

    visit: str
    ticket: str
    number: str
    counter: str
    official: str
    reasons: tuple[str, ...]
