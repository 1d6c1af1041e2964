"""When the hall calls for its supervisor: spans in minutes, as its technician has set them."""

from typing import Literal, get_args

import msgspec

from hallctl.core.words import Words


class AlertRules(msgspec.Struct, frozen=True, kw_only=True):
    """From when on something is an alert; the wait that counts as on time is its own rule."""

    idle_minutes: float = 5.0
    """A counter is free for so long while somebody waits for what it could serve."""
    long_service_minutes: float = 30.0
    """One citizen is at a counter."""
    not_printed_minutes: float = 2.0
    """A ticket waits for its paper."""
    station_gone_minutes: float = 1.0
    """A station that was there does not listen any more."""


Measure = Literal[
    "waiting", "longest_wait", "expected_wait", "average_wait", "open_counters", "free_counters",
    "missed_share", "satisfied_share", "overdue_dossiers",
]  # fmt: skip
"""People; minutes; minutes; minutes of the day; counters; counters; per cent of the called today;
per cent of those who answered today; dossiers."""
MEASURES: tuple[Measure, ...] = get_args(Measure)


class AlertRule(msgspec.Struct, frozen=True, kw_only=True):
    """A rule of the hall's own: what is measured, from which value on, for how long, and what to do."""

    rule: str
    measure: Measure
    threshold: float
    advice: Words
    """What whoever reads it should do."""
    service: str = ""
    """Of that service alone; empty: of the whole hall."""
    is_below: bool = False
    """Whether it is an alert below the threshold instead of above it."""
    minutes: float = 0.0
    """For so long without a break."""
    tell: str = ""
    """Whom it is for, in words."""
    mail: tuple[str, ...] = ()
    """Who gets an e-mail when it begins."""
    is_urgent: bool = False
