"""The hall at one moment: what the views drawn then have in common, drawn once for them all.

Thirty panels show the same queues, desks and reasons, and whoever presses waits until every view
has left: so nothing is drawn twice.
"""

from functools import cached_property
from typing import NamedTuple

from hallctl.core import views
from hallctl.core.choosing import Calling, first_for
from hallctl.core.drawing.counter_drawing import (
    WAITING_SHOWN,
    missed_tickets,
    waiting_ticket,
    waiting_total,
)
from hallctl.core.drawing.floor_drawing import (
    open_desks,
    parked_tickets,
    reason_choices,
    reserves_at_rest,
)
from hallctl.core.drawing.office_drawing import office_glance
from hallctl.core.expecting import service_choices
from hallctl.core.hall import Hall
from hallctl.core.hall.counting import counts_of
from hallctl.core.outlook import Outlook
from hallctl.core.plan import Plan
from hallctl.core.views.office_views import OfficeGlance
from hallctl.core.waits import longest_wait_s


class Queue(NamedTuple):
    """Who waits for a counter."""

    first: tuple[views.WaitingTicket, ...]
    """In the order it would call them."""
    total: int
    oldest_wait_s: int


class Glance:
    """Each part is drawn when the first view asks for it; ``at`` is ms since 1970."""

    def __init__(self, hall: Hall, plan: Plan, at: int) -> None:
        self._hall = hall
        self._plan = plan
        self._at = at
        self._number = hall.journal_number
        self._parts = _parts(plan)
        self._rows: dict[str, views.WaitingTicket] = {}
        self._queues: dict[object, Queue] = {}
        self._missed: dict[tuple[str, ...], tuple[views.MissedTicket, ...]] = {}

    def is_of(self, at: int) -> bool:
        """Whether it is still that moment: nothing was decided since, and no setting changed."""
        if (self._number, self._at) != (self._hall.journal_number, at):
            return False
        now = _parts(self._plan)
        return all(one is other for one, other in zip(self._parts, now, strict=True))

    @cached_property
    def choices(self) -> dict[str, views.ServiceChoice]:
        """Every service as it is offered, by its id."""
        return {one.service: one for one in service_choices(self.outlook)}

    @cached_property
    def outlook(self) -> Outlook:
        """How the counters will get through those who wait: every phone asks for its own number."""
        return Outlook(self._hall, self._plan, self._at)

    @cached_property
    def counts(self) -> views.Counts:
        """The whole hall's day."""
        return counts_of(self._hall.tallies.values())

    @cached_property
    def office(self) -> OfficeGlance:
        """The work behind the counters."""
        return office_glance(self._hall, self._plan, self._at)

    @cached_property
    def parked(self) -> tuple[views.ParkedTicket, ...]:
        """Whoever is away for something."""
        return parked_tickets(self._hall, self._plan.floor)

    @cached_property
    def reasons(self) -> tuple[views.FloorReason, ...]:
        """Every reason the hall offers its officials."""
        return reason_choices(self._plan.floor)

    @cached_property
    def rating_reasons(self) -> tuple[views.ReasonChoice, ...]:
        """Every reason the hall offers for low marks."""
        every = self._plan.rules.rating_reasons
        return tuple(views.ReasonChoice(reason=one.reason, name=one.name) for one in every)

    def desks_beside(self, counter: str) -> tuple[views.OpenDesk, ...]:
        """The open counters beside this one."""
        return tuple(one for one in self._desks if one.counter != counter)

    def reserves_for(self, counter: str) -> tuple[str, ...]:
        """The reserves who sit at no counter and may sit at this one."""
        may_sit_at = self._plan.floor.may_sit_at
        return tuple(one for one in self._reserves if may_sit_at(one, counter))

    def missed(self, services: tuple[str, ...]) -> tuple[views.MissedTicket, ...]:
        """The newest no-shows of these services."""
        if (known := self._missed.get(services)) is None:
            known = missed_tickets(self._hall, services, self._plan.floor)
            self._missed[services] = known
        return known

    def queue(self, calling: Calling) -> Queue:
        """Who waits for the counter; counters that call alike have the same."""
        if calling.follows_own_calls:
            return self._queue(calling)
        alike = (calling.queues, calling.profile)
        if (known := self._queues.get(alike)) is None:
            known = self._queues[alike] = self._queue(calling)
        return known

    def _queue(self, calling: Calling) -> Queue:
        first = first_for(calling, self._at, WAITING_SHOWN)
        return Queue(
            first=tuple(map(self._row, first)),
            total=waiting_total(calling),
            oldest_wait_s=longest_wait_s(self._hall, calling.queues, self._at),
        )

    def _row(self, ticket: str) -> views.WaitingTicket:
        if (known := self._rows.get(ticket)) is None:
            known = self._rows[ticket] = waiting_ticket(self._hall.tickets[ticket], self._at)
        return known

    @cached_property
    def _desks(self) -> tuple[views.OpenDesk, ...]:
        return open_desks(self._hall)

    @cached_property
    def _reserves(self) -> tuple[str, ...]:
        return reserves_at_rest(self._hall, self._plan.floor)


def _parts(plan: Plan) -> tuple[object, ...]:
    """What of the plan is drawn here: a changed setting puts another in its place."""
    return plan.services, plan.counters, plan.rules, plan.floor, plan.dossiers, plan.departments
