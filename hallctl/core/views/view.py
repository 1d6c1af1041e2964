"""What every view begins with.

Times are milliseconds since 1970 (UTC); spans end in ``_s`` and are whole seconds.
"""

from datetime import date

import msgspec

from hallctl.core.plan import Words


class EmergencyNote(msgspec.Struct, frozen=True, kw_only=True):
    """What every screen shows over everything; ``emergency`` tells it from the one before."""

    emergency: int
    words: Words
    since_at: int


class View(msgspec.Struct, frozen=True, kw_only=True, tag_field="view"):
    """What every view begins with."""

    journal_number: int
    """Number of the newest fact this view shows."""
    shown_at: int
    """The hall's clock when the view was drawn."""
    hall: Words
    authority: Words
    timezone: str
    business_day: date | None
    """The open business day, or None while the hall is closed."""
    epoch: int = 0
    """How often the journal was restored or taken over: a view of an earlier one is an old hall's."""
    given: dict[str, int] = {}
    """The day's highest serial of each letter, of dossiers and of complaints; no leased ones."""
    emergency: EmergencyNote | None = None
    """What goes before all else on every screen."""
