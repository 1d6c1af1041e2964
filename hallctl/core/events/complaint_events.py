"""Facts about complaints. What was said lies apart; the fact carries the hash that proves it."""

from datetime import date

from hallctl.core.events.event import Event


class ComplaintEvent(Event, frozen=True, kw_only=True, gc=False):
    """A fact about one complaint; ``day`` is the hall's local date, ``by`` whose act it was."""

    complaint: str
    day: date
    by: str


class ComplaintFiled(ComplaintEvent, frozen=True, kw_only=True, gc=False):
    """A citizen has complained. It is to be decided, asked about and answered by those days.

    ``counter`` and ``official`` are whom it is about, as far as the citizen or the visit tells.
    """

    serial: int
    about: str
    channel: str
    department: str
    counter: str
    official: str
    visit: str
    digest: str
    decide_by: date
    ask_by: date
    answer_by: date


class ComplaintForwarded(ComplaintEvent, frozen=True, kw_only=True, gc=False):
    """A department, or without one the hall itself, looks into it."""

    department: str


class ComplaintRefused(ComplaintEvent, frozen=True, kw_only=True, gc=False):
    """It was not taken up."""

    reason: str


class ComplainantAsked(ComplaintEvent, frozen=True, kw_only=True, gc=False):
    """The citizen is asked for more and the clock stands still."""

    question: str


class ComplaintAdded(ComplaintEvent, frozen=True, kw_only=True, gc=False):
    """The citizen has told more; it is to be answered later by what passed."""

    digest: str
    answer_by: date


class ComplaintAnswered(ComplaintEvent, frozen=True, kw_only=True, gc=False):
    """It was looked into; the answer is to be published by that day."""

    finding: str
    digest: str
    publish_by: date


class AnswerPublished(ComplaintEvent, frozen=True, kw_only=True, gc=False):
    """Everybody may read the answer."""


AnyComplaintEvent = (
    ComplaintFiled
    | ComplaintForwarded
    | ComplaintRefused
    | ComplainantAsked
    | ComplaintAdded
    | ComplaintAnswered
    | AnswerPublished
)
