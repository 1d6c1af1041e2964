"""Facts about what the hall offers."""

from hallctl.core.events.event import Event


class ServicePaused(Event, frozen=True, kw_only=True, gc=False):
    """The service gives no numbers; ``until`` is when it does again, 0 until somebody says so."""

    service: str
    vi: str
    en: str
    until: int


class ServiceOffered(Event, frozen=True, kw_only=True, gc=False):
    """The paused service gives numbers again."""

    service: str


class IssuingEnded(Event, frozen=True, kw_only=True, gc=False):
    """No more numbers are given today."""


class TicketCarriedOver(Event, frozen=True, kw_only=True, gc=False):
    """It was closing time: the number is valid on the next business day, before everybody new."""

    ticket: str
    number: str
