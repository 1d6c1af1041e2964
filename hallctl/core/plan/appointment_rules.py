"""What the technician decided about appointments: who may book what, how far ahead, how strictly."""

from typing import Literal

import msgspec

MS_A_MINUTE = 60_000

Contact = Literal["either", "email", "phone", "both"]
"""What a citizen who books by phone has to leave."""


class AppointmentRules(msgspec.Struct, frozen=True, kw_only=True):
    """``[appointments]``: without ``offered`` nobody can book.

    A slot of a service holds as many as its planned counters serve in their ``share`` of it.
    """

    offered: bool = False
    services: tuple[str, ...] = ()
    """Those that can be booked; empty: all of them."""
    days_ahead: int = 6
    a_day: int = 2
    """Appointments a person and day; 0 means no limit."""
    each_service_once: bool = True
    """A person books the same service once a day."""
    slot_minutes: int = 30
    share: float = 0.5
    notice_minutes: float = 15.0
    """A slot can be booked until so long before it ends."""
    early_minutes: float = 30.0
    """Check-in opens so long before the appointment."""
    late_minutes: float = 10.0
    """Whoever has not checked in so long after it has lost it."""
    head_start: float = 60.0
    rate: float = 6.0
    """How the claim of whoever has checked in grows about the appointed time."""
    contact: Contact = "either"
    remind_hours: float = 0.0
    """A reminder so long before; 0 sends none."""
    keep_days: int = 30
    """How long after the day it stays known whose appointment it was."""

    def offers(self, service: str) -> bool:
        """Whether that service can be booked."""
        return self.offered and (not self.services or service in self.services)
