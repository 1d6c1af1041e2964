"""Facts about slips that are to be printed."""

from hallctl.core.events.event import Event


class TicketPrinted(Event, frozen=True, kw_only=True, gc=False):
    """The ticket is on paper."""

    ticket: str
    number: str
    station: str


class TicketNotPrinted(Event, frozen=True, kw_only=True, gc=False):
    """The station's printer failed; the job waits.

    ``is_held``: the printer has the slip, and prints it once someone helps.
    """

    ticket: str
    number: str
    station: str
    fault: str
    is_held: bool = False


class PrintingRedirected(Event, frozen=True, kw_only=True, gc=False):
    """The job is to be printed at ``station`` instead of ``from_station``.

    ``attempt`` counts from 1, the first place it was to be printed at. It waits until
    ``from_station`` lets go, unless a person has confirmed that no slip comes out there.
    """

    ticket: str
    number: str
    from_station: str
    station: str
    attempt: int
    confirmed_lost: bool


class PrintingReleased(Event, frozen=True, kw_only=True, gc=False):
    """The station before has printed nothing of the job and never will."""

    ticket: str
    number: str
    station: str
