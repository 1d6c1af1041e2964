"""Which calls of a view are news: views may skip states, but each carries the last twenty."""

from dataclasses import dataclass
from datetime import date

from hallctl.core.views import BoardView, Call


@dataclass(frozen=True, slots=True)
class News:
    """``calls`` oldest first. ``begins_anew``: what was known before is of another story."""

    calls: tuple[Call, ...]
    begins_anew: bool


class NewCalls:
    """Remembers the last call seen; calls are counted through one business day."""

    def __init__(self) -> None:
        self._day: date | None = None
        self._call = 0
        self._journal_number: int | None = None

    def hear(self, view: BoardView) -> News:
        """The calls after the last one heard; none of the first view, which is all past."""
        # A journal that is shorter than before is another hall's, or a hall begun again.
        is_first = self._journal_number is None or view.journal_number < self._journal_number
        is_new_day = view.business_day is not None and view.business_day != self._day
        self._journal_number = view.journal_number
        self._day = view.business_day or self._day
        known = 0 if is_first or is_new_day else self._call
        self._call = max((one.call for one in view.calls), default=known)
        if is_first:
            return News((), begins_anew=True)
        news = sorted((one for one in view.calls if one.call > known), key=lambda one: one.call)
        return News(tuple(news), begins_anew=is_new_day)


def age_s(view: BoardView, call: Call) -> float:
    """How long ago the call was when the view was drawn, both by the hall's clock; never < 0."""
    return max(0, view.shown_at - call.called_at) / 1000
