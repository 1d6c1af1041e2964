"""Which call holds the gold row: the newest, but each for a moment when several come at once."""

from hall_board.new_calls import NewCalls, age_s
from hallctl.core.views import BoardView, Call

DWELL_S = 1.5
"""The least a call stays in gold: long enough to find one's number."""
SKIPPED_AFTER_S = 30.0
"""Calls older than this when they arrive, after a break of the line, take no turn."""
_INSTANT_S = 0.001
"""Timers and sums of fractions may be this early."""


class GoldRow:
    """Views go in by ``hear``; ``now`` is in seconds and never goes back. No voice is waited for."""

    def __init__(self, dwell_s: float = DWELL_S) -> None:
        self._dwell_s = dwell_s
        self._new_calls = NewCalls()
        self._listed: tuple[Call, ...] = ()
        self._turns: list[Call] = []
        self._gold: Call | None = None
        self._until = 0.0

    @property
    def call(self) -> Call | None:
        """The call in gold; None before the day's first."""
        return self._gold

    @property
    def earlier(self) -> tuple[Call, ...]:
        """The calls before the one in gold, newest first; those whose turn comes are not in it."""
        if self._gold is None:
            return ()
        return tuple(one for one in self._listed if one.call < self._gold.call)

    def hear(self, view: BoardView, now: float) -> None:
        """Take in a view."""
        self._listed = view.calls
        news = self._new_calls.hear(view)
        if news.begins_anew or not view.calls:
            self._turns, self._gold = [], None
        self._refresh({one.call: one for one in view.calls})
        self._turns += [one for one in news.calls if age_s(view, one) < SKIPPED_AFTER_S]
        if not self._turns and view.calls:
            self._give_to(view.calls[0], now)
        self.pass_on(now)

    def pass_on(self, now: float) -> None:
        """The next call takes its turn, if one waits and the last had its time."""
        if self._turns and (self._gold is None or now >= self._until - _INSTANT_S):
            self._give_to(self._turns.pop(0), now)

    def due_in_s(self, now: float) -> float | None:
        """How long until ``pass_on`` has something to do; None while no call waits its turn."""
        return max(0.0, self._until - now) if self._turns else None

    def _give_to(self, call: Call, now: float) -> None:
        if self._gold is None or self._gold.call != call.call:
            self._until = now + self._dwell_s
        self._gold = call

    def _refresh(self, listed: dict[int, Call]) -> None:
        """Calls as the view now shows them; one that a recall has replaced takes no turn."""
        self._turns = [listed[one.call] for one in self._turns if one.call in listed]
        if self._gold is not None:
            self._gold = listed.get(self._gold.call, self._gold)
