"""Facts about how the hall is run."""

from hallctl.core.events.event import Event


class ServicesChanged(Event, frozen=True, kw_only=True, gc=False):
    """The open counter serves these services now."""

    counter: str
    services: tuple[str, ...]


class NoticePutUp(Event, frozen=True, kw_only=True, gc=False):
    """Every board, or those of ``zone``, shows this line first; the other language may be empty."""

    vi: str
    en: str
    zone: str = ""


class NoticeTakenDown(Event, frozen=True, kw_only=True, gc=False):
    """No board shows it any more."""

    zone: str = ""


class TicketPrioritised(Event, frozen=True, kw_only=True, gc=False):
    """The waiting number is of that group now; its place in time stays."""

    ticket: str
    number: str
    group: str
