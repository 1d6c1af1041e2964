"""What is to be spoken, and when it no longer is.

Each call is spoken once, in the order of the calls, and no call is cut off by the next. A call that
was heard of in time is never dropped while its counter still asks for it: when many wait, each is
said more briefly instead. It touches no sound: whoever has a voice asks for ``next`` as soon as the
last one has been heard, and says ``spoken`` when it has.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import msgspec

from hall_board.new_calls import Known, NewCalls, age_s
from hallctl.core.plan import Words
from hallctl.core.views import BoardView, Call, Sounding

STALE_AFTER_S = 90.0
"""Calls that a board hears of later are left to its screen: whoever has not come by then is recalled."""
MANY = 4
"""While so many wait, they follow each other without a chime of their own."""


@dataclass(frozen=True, slots=True)
class Announcement:
    """One call as it is to be spoken, in these languages one after the other; none: the chime alone."""

    call: int
    number: str
    counter: str
    languages: tuple[str, ...]
    place: Words | None = None
    """Where the counter is, if not here."""
    has_chime: bool = True


class Announcements:
    """Views go in by ``hear``, announcements come out by ``next``. ``languages`` are this board's own,
    the first one always spoken, in place of the hall's; ``known`` is what an earlier board on
    this machine had announced.
    """

    def __init__(
        self,
        languages: tuple[str, ...] | None = None,
        stale_after_s: float = STALE_AFTER_S,
        known: Known | None = None,
    ) -> None:
        self._own = languages
        self.may_say: Callable[[str], bool] = lambda _language: True
        """Whether there are words and a voice for that language."""
        self._stale_after_s = stale_after_s
        self._new_calls = NewCalls(known)
        self._waiting: list[Call] = []
        self._under_way: Call | None = None
        self._over: set[int] = set()
        self._sounding = Sounding()
        self._is_in_a_row = False

    @property
    def waiting(self) -> tuple[int, ...]:
        """The calls that are still to be spoken."""
        return tuple(one.call for one in self._waiting)

    @property
    def known(self) -> Known | None:
        """Up to which call every one has been spoken, or will never be."""
        known = self._new_calls.known
        pending = [*self._waiting, *filter(None, (self._under_way,))]
        if known is None or not pending:
            return known
        first = min(pending, key=lambda one: one.call)
        return msgspec.structs.replace(known, call=first.call - 1, called_at=first.called_at - 1)

    def hear(self, view: BoardView) -> None:
        """Take in what the view has called; forget what it shows to be over."""
        self._sounding = view.sounding
        news = self._new_calls.hear(view)
        if news.begins_anew or view.business_day is None:
            self._waiting.clear()
        if view.business_day is None:
            return
        self._forget_what_is_over(view)
        for call in news.calls:
            if call.is_current and age_s(view, call) < self._stale_after(view):
                self._add(call)
        if self._is_silent:
            self._waiting.clear()

    def next(self) -> Announcement | None:
        """What to speak now, taken out of the queue; None if nothing waits."""
        self._under_way = None
        if not self._waiting:
            self._is_in_a_row = False
            return None
        left = len(self._waiting)
        self._under_way = call = self._waiting.pop(0)
        said = Announcement(call.call, call.number, call.counter, self._spoken(call, left))
        has_chime = not (self._is_in_a_row and left >= MANY) or not said.languages
        self._is_in_a_row = True
        return replace(said, place=_place(call), has_chime=has_chime)

    def spoken(self) -> None:
        """What ``next`` gave has been heard to its end."""
        self._under_way = None

    def put_back(self) -> None:
        """What ``next`` gave was cut off: it is the next again, if it still matters."""
        cut, self._under_way = self._under_way, None
        if cut is None or self._is_silent or cut.call in self._over:
            return
        if cut.ticket not in {one.ticket for one in self._waiting}:
            self._waiting.insert(0, cut)

    @property
    def _is_silent(self) -> bool:
        """What is called now is for the eye alone, and is not said later either."""
        return self._sounding.mode == "visual" or not self._sounding.speaks

    def _stale_after(self, view: BoardView) -> float:
        return min(self._stale_after_s, view.sounding.stale_s)

    def _spoken(self, call: Call, left: int) -> tuple[str, ...]:
        if self._sounding.mode == "chime":
            return ()
        sounding = self._sounding
        listed = self._own or sounding.languages
        first, rest = listed[:1], listed[1:]
        is_asked = call.language in listed if self._own else sounding.chosen_language != "no"
        asked = (call.language,) if is_asked or call.language in rest else ()
        # Where time is short: the hall's first language, and the one the citizen asked for.
        begins = (*asked, *first) if self._is_chosen_first else (*first, *asked)
        every = (*begins, *rest) if left == 1 else begins
        return tuple(filter(self.may_say, dict.fromkeys(every)))

    @property
    def _is_chosen_first(self) -> bool:
        return self._own is None and self._sounding.chosen_language == "first"

    def _add(self, newest: Call) -> None:
        """A recall replaces its earlier self that has not been spoken yet."""
        self._waiting = [one for one in self._waiting if one.ticket != newest.ticket]
        self._waiting.append(newest)

    def _forget_what_is_over(self, view: BoardView) -> None:
        self._over = {one.call for one in view.calls if not one.is_current}
        self._waiting = [one for one in self._waiting if one.call not in self._over]


def _place(call: Call) -> Words | None:
    """The other zone, and the way there; None where the counter is here."""
    parts = [one for one in (call.zone_name, call.direction) if one is not None]
    if not parts:
        return None
    added = dict.fromkeys(code for one in parts for code in one.others or ())
    return Words(
        ", ".join(one.vi for one in parts),
        ", ".join(one.en for one in parts if one.en),
        {code: _in_one(parts, code) for code in added} or msgspec.UNSET,
    )


def _in_one(parts: list[Words], language: str) -> str:
    return ", ".join(said for one in parts if (said := one.only_in(language)))
