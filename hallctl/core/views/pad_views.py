"""What the rating pad shows: the visit that it may ask about, and what may be named."""

import msgspec

from hallctl.core.plan import Words
from hallctl.core.views.view import View


class ReasonChoice(msgspec.Struct, frozen=True, kw_only=True):
    """What a visitor who gave low marks may name."""

    reason: str
    name: Words


class PadView(View, frozen=True, kw_only=True, tag="pad"):
    """The rating pad of one counter: the visit it may ask about, or None."""

    counter: str
    is_open: bool
    visit: str | None
    number: str | None
    language: str
    finished_at: int | None
    rate_until: int | None
    reasons: tuple[ReasonChoice, ...] = ()
    """What may be named when a mark is low; empty where the hall does not ask why."""
    low_up_to: int = 2
    """The highest mark that counts as low."""
    rated_today: int = 0
    """How many visits to the hall were rated today; 0 where pads don't show it, and of few."""
    satisfied_today: int = 0
    languages: tuple[str, ...] = ("vi", "en")
    """What the hall speaks, its first language first."""
