"""What a simulated year of dossiers is to be like: how many of what, and by what habits.

The defaults are the figures that the provincial hall of Cà Mau published of one year. They say how
many dossiers come and what becomes of them; everything else follows from the hall's own rules.
"""

from datetime import date

import msgspec


class YearPlanError(ValueError):
    """The figures asked for can't all be true; the message says which."""


class YearPlan(msgspec.Struct, frozen=True, kw_only=True):
    """Numbers of dossiers, and shares from 0 to 1."""

    year: int = 2026
    seed: int = 1
    received: int = 67_861
    online: int = 12_587
    in_time: int = 65_609
    """Finished early or on time by the end of the year."""
    late: int = 122
    """Finished late by then."""
    early_share: float = 0.87
    """Of those in time; whatever is due on the day it came can't be early."""
    refused: int = 214
    withdrawn: int = 163
    stopped: int = 21
    awaiting: int = 148
    """Waiting for a supplement when the year ends."""
    overdue: int = 9
    """Not finished when the year ends, though due."""
    posted_share: float = 0.02
    """Of those that are not handed in online."""
    delivered: int = 6_810
    """Results that go home by post."""
    supplemented_share: float = 0.05
    same_day_share: float = 0.11
    """Of the procedures asked for, those whose result comes the same day."""

    @property
    def first(self) -> date:
        """The first day of the year."""
        return date(self.year, 1, 1)

    @property
    def last(self) -> date:
        """The last day of the year."""
        return date(self.year, 12, 31)

    @property
    def unfinished(self) -> int:
        """Dossiers still with the hall when the year ends, waiting ones among them."""
        return self.received - self.in_time - self.late - self.ended

    @property
    def ended(self) -> int:
        """Refused, withdrawn or stopped."""
        return self.refused + self.withdrawn + self.stopped

    def check(self) -> None:
        """Raises :class:`YearPlanError` when the parts are more than the whole."""
        parts = self.in_time + self.late + self.ended + self.awaiting + self.overdue
        if parts > self.received:
            raise YearPlanError(
                f"{self.received} received can't be {parts} in time, late, ended, awaiting or overdue"
            )
        if self.online > self.received:
            raise YearPlanError(f"{self.online} online are more than the {self.received} received")


def scaled(plan: YearPlan, received: int) -> YearPlan:
    """The same year with so many dossiers: every number in proportion."""
    if received == plan.received:
        return plan
    numbers = {
        name: getattr(plan, name) * received // plan.received
        for name in (
            "online", "in_time", "late", "refused", "withdrawn", "stopped", "awaiting", "overdue",
            "delivered",
        )
    }  # fmt: skip
    return msgspec.structs.replace(plan, received=received, **numbers)
