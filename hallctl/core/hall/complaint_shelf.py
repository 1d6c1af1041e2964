"""Every complaint of the hall in memory; it outlives the day, and nothing is ever taken off."""

from datetime import date

import msgspec

from hallctl.core.complaint_life import OPEN, ComplaintState


class Asked(msgspec.Struct, frozen=True, gc=False):
    """One question to the citizen, and what came of it."""

    question: str
    asked_at: int
    asked_on: date
    digest: str = ""
    given_at: int = 0


class Complaint(msgspec.Struct, gc=False):
    """One complaint; times in milliseconds, 0 for not yet, days local."""

    complaint: str
    about: str
    channel: str
    department: str
    counter: str
    official: str
    visit: str
    digest: str
    filed_at: int
    filed_on: date
    decide_by: date
    ask_by: date
    answer_by: date
    state: ComplaintState = ComplaintState.FILED
    state_since: int = 0
    reason: str = ""
    asked: tuple[Asked, ...] = ()
    decided_at: int = 0
    """When it was first forwarded, refused or asked about."""
    finding: str = ""
    answer: str = ""
    """The hash of the answer's words."""
    answered_at: int = 0
    publish_by: date | None = None
    published_at: int = 0

    @property
    def due_by(self) -> date | None:
        """The day by which somebody has to do something next; None when nobody has."""
        match self.state:
            case ComplaintState.FILED:
                return self.decide_by
            case ComplaintState.FORWARDED:
                return self.answer_by
            case ComplaintState.ANSWERED:
                return self.publish_by
            case _:
                return None


class ComplaintShelf(msgspec.Struct):
    """The hall's complaints by their codes; changed by applying facts alone."""

    every: dict[str, Complaint] = {}
    day: date | None = None
    serial: int = 0
    """The last serial of that day."""

    def open(self) -> list[Complaint]:
        """Those somebody still has to deal with, the most urgent first."""
        waiting = [one for one in self.every.values() if one.state in OPEN]
        return sorted(waiting, key=lambda one: (one.due_by or date.max, one.filed_at))
