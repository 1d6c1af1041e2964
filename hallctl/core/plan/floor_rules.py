"""What the hall decided about its floor: who may sit where, reasons, recalls, no-shows, undo."""

from typing import Literal

import msgspec

from hallctl.core.words import Words

Kind = Literal["break", "park", "outcome"]
Order = Literal["waiting", "strict", "mixture"]


class Official(msgspec.Struct, frozen=True, kw_only=True):
    """Who may serve; a reserve stands in for others in one touch."""

    official: str
    """The name as it is kept with every visit."""
    reserve: bool = False
    photo: str = ""
    """A picture beside the settings, such as ``pictures/0123456789abcdef.jpg``."""
    counters: tuple[str, ...] = ()
    """Where they may sit; empty: anywhere."""


class Reason(msgspec.Struct, frozen=True, kw_only=True):
    """Why officials break or park, or how a visit ended: ``kind`` is where it is offered."""

    reason: str
    kind: Kind
    name: Words


class Profile(msgspec.Struct, frozen=True, kw_only=True):
    """How counters of one kind choose among their services.

    ``waiting``: the strongest claim of all; ``strict``: the services in their order;
    ``mixture``: so many of each, by ``weights`` beside ``services``.
    """

    profile: str
    services: tuple[str, ...]
    order: Order = "waiting"
    weights: tuple[int, ...] = ()
    name: Words = Words("")
    """As officials read it; empty: its id."""
    counters: tuple[str, ...] = ()
    """Where officials may choose it; empty: anywhere."""

    @property
    def said(self) -> Words:
        """What it is called."""
        return self.name if self.name.vi else Words(self.profile)

    def is_offered_at(self, counter: str) -> bool:
        """Whether officials may choose it there."""
        return not self.counters or counter in self.counters


USUAL_REASONS = (
    Reason(reason="rest", kind="break", name=Words("Nghỉ giải lao", "Short rest")),
    Reason(reason="lunch", kind="break", name=Words("Nghỉ trưa", "Lunch")),
    Reason(reason="meeting", kind="break", name=Words("Họp", "Meeting")),
    Reason(reason="form", kind="park", name=Words("Điền tờ khai", "Filling in a form")),
    Reason(reason="payment", kind="park", name=Words("Nộp phí, lệ phí", "Paying the fee")),
    Reason(reason="copies", kind="park", name=Words("Sao chụp giấy tờ", "Copying papers")),
    Reason(reason="done", kind="outcome", name=Words("Đã giải quyết", "Dealt with")),
    Reason(reason="incomplete", kind="outcome", name=Words("Thiếu giấy tờ", "Papers missing")),
    Reason(reason="elsewhere", kind="outcome", name=Words("Hướng dẫn nơi khác", "Sent elsewhere")),
)
"""For halls that name none of a kind."""


class FloorLimits(msgspec.Struct, frozen=True, kw_only=True):
    """What officials may do at their counters, and what the hall does by itself; 0 means no limit."""

    recall_limit: int = 0
    recall_every_s: int = 0
    undo_s: int = 10
    no_show_then: Literal["stay", "return", "end"] = "stay"
    no_show_minutes: float = 15.0
    no_show_returns: int = 1
    longest_wait_minutes: float = 0.0
    at_closing: Literal["open", "serve", "lapse", "tomorrow"] = "open"


class FloorRules(FloorLimits, frozen=True, kw_only=True):
    """The hall's settings for what happens at counters."""

    officials: tuple[Official, ...] = ()
    reasons: tuple[Reason, ...] = ()
    profiles: tuple[Profile, ...] = ()

    def reasons_for(self, kind: Kind) -> tuple[Reason, ...]:
        """The reasons offered for that; the usual ones where the hall names none."""
        own = tuple(one for one in self.reasons if one.kind == kind)
        return own or tuple(one for one in USUAL_REASONS if one.kind == kind)

    def reason_name(self, reason: str) -> Words:
        """A reason's words, or its id where the settings have dropped it."""
        known = (one.name for one in (*self.reasons, *USUAL_REASONS) if one.reason == reason)
        return next(known, Words(reason))

    def may_sit_at(self, official: str, counter: str) -> bool:
        """Whether that official may serve at that counter; whoever is not named may anywhere."""
        known = next((one for one in self.officials if one.official == official), None)
        return known is None or not known.counters or counter in known.counters

    def profile(self, profile: str) -> Profile | None:
        """The profile of that id, or None."""
        return next((one for one in self.profiles if one.profile == profile), None)
