"""When the hall calls for its supervisor: spans in minutes, as its technician has set them."""

import msgspec


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
