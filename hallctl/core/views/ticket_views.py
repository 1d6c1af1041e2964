"""What a ticket's own page shows to its holder."""

from hallctl.core.plan import Words
from hallctl.core.views.pad_views import ReasonChoice
from hallctl.core.views.view import View


class TicketView(View, frozen=True, kw_only=True, tag="ticket"):
    """A ticket's own status page, as its holder sees it."""

    ticket: str
    visit: str
    number: str
    service_name: Words
    state: str
    """waiting, called, parked, finished, missed, ended, cancelled or lapsed."""
    ahead: int
    expected_wait_s: int | None
    counter: str
    issued_at: int
    called_at: int | None
    calls: int
    """How often it has been called or recalled."""
    language: str
    rate_until: int | None = None
    """Until when the visit may be rated here; None while there is nothing to rate."""
    owes_reasons: bool = False
    """Rated low, and the hall would like to know why."""
    reasons: tuple[ReasonChoice, ...] = ()
    then: tuple[Words, ...] = ()
    """The services that the visit still needs after this one."""
    near: int = 2
    """With so many ahead, or fewer, it is time to come near."""
    came_from: Words | None = None
    """The service it was sent on from; None where it still waits for its first."""
    to_counter: str = ""
    """The one counter that may call it, or empty for any."""
    park_reason: Words | None = None
    """What its holder does meanwhile; None unless it is parked."""
    parked_at: int | None = None
    call_withdrawn: bool = False
    """It was called by mistake, and waits again where it stood."""
    is_carried: bool = False
    """It goes on for a number of the day before."""
    is_carried_over: bool = False
    """It was not called in time, and is valid the next day."""
    valid_at: int | None = None
    """When that day begins; None where the hall has no timetable."""
    appointment_at: int = 0
    """For when it was booked; 0 for a number taken without."""
    comment_until: int | None = None
    """Until when a rated visit may be commented on; None where it may not be (yet)."""
    others_first: int = 0
    """Who come for other services and are called before, by the counter that gets to it soonest."""
