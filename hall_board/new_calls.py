"""Which calls of a view are news: views may skip states, but each carries every call that matters."""

from dataclasses import dataclass
from datetime import date

import msgspec

from hallctl.core.views import BoardView, Call


class Known(msgspec.Struct, frozen=True):
    """Up to which call a board knows them all; kept on its disk, it outlives the board."""

    business_day: date | None = None
    epoch: int = 0
    journal_number: int = 0
    call: int = 0
    called_at: int = 0


@dataclass(frozen=True, slots=True)
class News:
    """``calls`` oldest first. ``begins_anew``: what was known before is of another story."""

    calls: tuple[Call, ...]
    begins_anew: bool


class NewCalls:
    """Remembers the last call seen; calls are counted through one business day."""

    def __init__(self, known: Known | None = None) -> None:
        self.known = known

    def hear(self, view: BoardView) -> News:
        """The calls after the last one known; none of a board's very first view, which is all past."""
        known, calls = self.known, sorted(view.calls, key=lambda one: one.call)
        self.known = _known_with(view, calls, known)
        if known is None:
            return News((), begins_anew=True)
        if view.epoch != known.epoch or view.journal_number < known.journal_number:
            # A journal that was restored counts its calls again: only their time tells them apart.
            return News(
                tuple(one for one in calls if one.called_at > known.called_at), begins_anew=True
            )
        is_new_day = view.business_day is not None and view.business_day != known.business_day
        last = 0 if is_new_day else known.call
        return News(tuple(one for one in calls if one.call > last), begins_anew=is_new_day)


def _known_with(view: BoardView, calls: list[Call], before: Known | None) -> Known:
    """What is known once the view has been seen."""
    before = before or Known()
    is_same_story = view.epoch == before.epoch and view.journal_number >= before.journal_number
    is_same_day = view.business_day in {None, before.business_day}
    earlier = before if is_same_story and is_same_day else Known(called_at=before.called_at)
    return Known(
        business_day=view.business_day or before.business_day,
        epoch=view.epoch,
        journal_number=view.journal_number,
        call=max(view.newest_call, max((one.call for one in calls), default=earlier.call)),
        called_at=max((one.called_at for one in calls), default=earlier.called_at),
    )


def age_s(view: BoardView, call: Call) -> float:
    """How long ago the call was when the view was drawn, both by the hall's clock; never < 0."""
    return max(0, view.shown_at - call.called_at) / 1000
