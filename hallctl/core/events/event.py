"""What every fact begins with.

A fact carries all that applying it needs; it never leans on settings that may change. Facts are
kept for ever, so every name is chosen to last. Times are milliseconds since 1970 (UTC); the
business day is local and stored, not computed.
"""

import msgspec


class Event(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", tag=str, gc=False):
    """A fact and the moment the controller decided it."""

    at: int
