"""What is to be spoken, and when it no longer is: a queue that is told the time.

Each call is spoken once, in the order of the calls, and no call is cut off by the next. It
touches no sound: whoever has a voice asks for ``next`` as soon as the last one has been heard.
"""

from dataclasses import dataclass

from hall_board.new_calls import NewCalls, age_s
from hallctl.core.views import BoardView, Call

STALE_AFTER_S = 90.0
"""Older calls are left to the screen: whoever has not come by then is recalled."""


@dataclass(frozen=True, slots=True)
class Announcement:
    """One call as it is to be spoken, in these languages one after the other."""

    call: int
    number: str
    counter: str
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Waiting:
    call: Call
    until: float


class Announcements:
    """Views go in by ``hear``, announcements come out by ``next``; ``now`` is in seconds.

    ``languages`` are the hall's, the first one always spoken.
    """

    def __init__(
        self, languages: tuple[str, ...] = ("vi", "en"), stale_after_s: float = STALE_AFTER_S
    ) -> None:
        self._languages = languages
        self._stale_after_s = stale_after_s
        self._new_calls = NewCalls()
        self._waiting: list[_Waiting] = []

    @property
    def waiting(self) -> tuple[int, ...]:
        """The calls that are still to be spoken."""
        return tuple(one.call.call for one in self._waiting)

    def hear(self, view: BoardView, now: float) -> None:
        """Take in what the view has called; forget what it shows to be over."""
        news = self._new_calls.hear(view)
        if news.begins_anew or view.business_day is None:
            self._waiting.clear()
        if view.business_day is None:
            return
        self._forget_what_is_over(view)
        for call in news.calls:
            until = now + self._stale_after_s - age_s(view, call)
            if call.is_current and until > now:
                self._add(_Waiting(call, until))

    def next(self, now: float) -> Announcement | None:
        """What to speak now, taken out of the queue; None if nothing waits."""
        self._waiting = [one for one in self._waiting if one.until > now]
        if not self._waiting:
            return None
        is_crowded = len(self._waiting) > 1
        call = self._waiting.pop(0).call
        languages = self._languages
        if is_crowded:
            # Time is short: the hall's first language, and the one the citizen asked for.
            asked = (one for one in self._languages[1:] if one == call.language)
            languages = (*self._languages[:1], *asked)
        return Announcement(call.call, call.number, call.counter, languages)

    def _add(self, newest: _Waiting) -> None:
        """A recall replaces its earlier self that has not been spoken yet."""
        ticket = newest.call.ticket
        self._waiting = [one for one in self._waiting if one.call.ticket != ticket]
        self._waiting.append(newest)

    def _forget_what_is_over(self, view: BoardView) -> None:
        over = {one.call for one in view.calls if not one.is_current}
        self._waiting = [one for one in self._waiting if one.call.call not in over]
