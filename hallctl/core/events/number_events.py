"""Facts about numbers that are out, and that the journal has lost."""

from datetime import date

from hallctl.core.events.event import Event


class NumbersPassedOver(Event, frozen=True, kw_only=True, gc=False):
    """A station has seen numbers of that day this high: the day goes on after them.

    By series: a service's letter, the agency of dossiers' codes, or ``PA`` of complaints.
    """

    told_by: str
    business_day: date
    up_to: dict[str, int]
