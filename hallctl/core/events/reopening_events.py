"""Facts about an end of the day that came too soon, and what comes back when the day goes on."""

from datetime import date

from hallctl.core.events.event import Event


class ClosingBegun(Event, frozen=True, kw_only=True, gc=False):
    """Somebody closes the business day; all that follows, up to its end, can still be taken back."""

    business_day: date


class IssuingResumed(Event, frozen=True, kw_only=True, gc=False):
    """Numbers are given again today: their end came too soon."""


class TicketRevived(Event, frozen=True, kw_only=True, gc=False):
    """The day goes on: the ticket stands again where it stood before the closing sent it away, or
    the end of the day's numbers.

    ``state`` is where, its claim counted from ``queued_at``. ``counter`` is the one that serves it
    again, as if since ``called_at``: the time between does not count as served.
    """

    ticket: str
    number: str
    state: str
    queued_at: int
    counter: str = ""
    called_at: int = 0
    then: tuple[str, ...] | None = None
    """What the visit still needs after that, as far as the hall still has it; None: as before."""


ReopeningEvent = ClosingBegun | IssuingResumed | TicketRevived
