"""Views are drawn from the hall and the plan: whole documents, the same for every station
that asks for the same thing.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import TypedDict

from hallctl.core import views
from hallctl.core.choosing import Calling
from hallctl.core.deciding.procedure_slips import no_page
from hallctl.core.drawing.board_drawing import BoardArtist, message_shown
from hallctl.core.drawing.counter_drawing import (
    current_ticket,
    own_figures,
    ticket_on_sign,
)
from hallctl.core.drawing.dossier_drawing import dossier_view
from hallctl.core.drawing.dossiers_due import department_counts, dossier_counts, dossiers_due
from hallctl.core.drawing.floor_drawing import (
    destinations,
    on_break,
    undo_offer,
)
from hallctl.core.drawing.glance import Glance
from hallctl.core.drawing.heading import Head, head_of
from hallctl.core.drawing.offline_drawing import NOTHING_HELD, Lessor
from hallctl.core.drawing.printing_drawing import print_jobs
from hallctl.core.drawing.profile_drawing import profile_choices, profile_shown
from hallctl.core.drawing.reckoned import Reckoned
from hallctl.core.drawing.run_drawing import runs_view
from hallctl.core.drawing.slip_drawing import SlipArtist
from hallctl.core.drawing.ticket_drawing import rating_ends, services_at, ticket_view
from hallctl.core.hall import Hall, Ticket
from hallctl.core.hall.counting import FEWEST_RATINGS, LOW_UP_TO, counts_of_one
from hallctl.core.opening_hours import next_opening
from hallctl.core.plan import NORMAL, Plan

PAD_GRACE_MS = 60_000
"""How long a pad still asks the last visitor once the next one has been called."""

NO_PRINTERS: Mapping[str, str] = {}

LinkTo = Callable[[str], str]
"""A ticket's name to the address of its own status page."""


class _RateToday(TypedDict):
    """What pads at rest may show."""

    rated_today: int
    satisfied_today: int


class Artist:
    """Draws every view of one hall, as it stands, at the moment asked for."""

    def __init__(
        self,
        hall: Hall,
        plan: Plan,
        link_to: LinkTo,
        printers: Mapping[str, str] = NO_PRINTERS,
        slips: SlipArtist | None = None,
    ) -> None:
        """``printers``: where each station prints; ``slips`` draws what is no ticket."""
        self._hall = hall
        self._printers = printers
        self._plan = plan
        self.day_link: Callable[[date], str] = lambda _day: ""
        """A sealed day to the page of its signed figures."""
        self._link_to = link_to
        self._slips = slips or SlipArtist(hall, plan, no_page)
        self._newest = Glance(hall, plan, -1)
        self._destinations = Reckoned(lambda: plan.services, lambda: destinations(plan))
        self.boards = BoardArtist(hall, plan)
        self.lessor = Lessor(hall, plan, link_to)

    def kiosk(self, at: int, station: str = "") -> views.KioskView:
        """The citizen's choices; print jobs only for the named station."""
        plan = self._plan
        groups = (group for group in plan.rules.groups if group.group != NORMAL)
        held = self.lessor.held(station, at) if station else NOTHING_HELD
        return views.KioskView(
            **self._head(at),
            languages=plan.rules.languages,
            services=self._choices(at),
            groups=tuple(
                views.GroupChoice(group=one.group, name=one.name, from_age=one.from_age)
                for one in groups
            ),
            print_jobs=print_jobs(self._hall, plan, station, self._link_to),
            slips=self._slips.jobs(at, station),
            target_s=self._target_s(),
            printer=self._printers.get(station, ""),
            opens_at=None if self._hall.is_open else next_opening(plan, at),
            leases=held.leases,
            lease_wanted=held.lease_wanted,
            appointments=self._plan.appointments.offered,
        )

    def counter(self, at: int, counter: str) -> views.CounterView:
        """The official's panel."""
        hall, plan = self._hall, self._plan
        serving = hall.counters.get(counter)
        services = services_at(self._hall, self._plan, counter)
        calling = Calling(hall, plan, counter, services, serving.profile if serving else "")
        glance = self._glance(at)
        queue = glance.queue(calling)
        return views.CounterView(
            **self._head(at),
            counter=counter,
            counters=tuple(one.counter for one in plan.counters),
            is_open=serving is not None,
            official=serving.official if serving else "",
            services=self._choices_at(counter, at),
            current=current_ticket(hall, plan, counter),
            waiting=queue.first,
            waiting_total=queue.total,
            missed=glance.missed(services),
            figures=own_figures(hall, counter),
            target_s=self._target_s(),
            dossiers_due=dossiers_due(hall, plan, services, at),
            oldest_wait_s=queue.oldest_wait_s,
            parked=glance.parked,
            undo=undo_offer(hall, serving, plan.floor, at),
            on_break=on_break(serving, plan.floor),
            reasons=glance.reasons,
            destinations=self._destinations(),
            desks=glance.desks_beside(counter),
            reserves=glance.reserves_for(counter),
            sign_in=plan.rules.sign_in_at_counters,
            message=message_shown(hall, counter),
            office=glance.office,
            profile=profile_shown(hall, plan, counter),
            profiles=profile_choices(plan, counter),
        )

    def board(self, at: int, of: str = "") -> views.BoardView:
        """Calls, waiting, counts: what the whole hall sees, or the zone that ``of`` names."""
        hall, boards = self._hall, self.boards
        zone = boards.zone(of)
        sealed = hall.seals.visits
        return views.BoardView(
            **self._head(at),
            calls=boards.calls(zone),
            services=boards.services(zone, self._choices(at)),
            counts=self._glance(at).counts,
            by_service=tuple(
                views.ServiceCounts(service=service, counts=counts_of_one(tally))
                for service, tally in hall.tallies.items()
            ),
            counters_open=len(hall.counters),
            notices=boards.notices(zone),
            target_s=self._target_s(),
            dossiers=dossier_counts(hall),
            departments=department_counts(hall, self._plan),
            sealed_day=sealed.day if sealed else None,
            sealed_link=self.day_link(sealed.day) if sealed else "",
            zone=zone.zone,
            zone_name=zone.name if zone.zone else None,
            shows=zone.shows,
            sounding=boards.sounding(of, at),
            playlist=boards.playlist(zone, at),
            newest_call=hall.calls_made,
            beside=self._plan.rules.beside,
        )

    def runs(self, at: int) -> views.RunsView:
        """The day's courier runs, and what is missing."""
        return runs_view(self._hall, self._plan, at)

    def sign(self, at: int, counter: str) -> views.SignView:
        """The sign above a counter."""
        return views.SignView(
            **self._head(at),
            counter=counter,
            is_open=counter in self._hall.counters,
            services=self._choices_at(counter, at),
            current=ticket_on_sign(self._hall, self._plan, counter),
            on_break=on_break(self._hall.counters.get(counter), self._plan.floor),
            beside=self._plan.rules.beside,
        )

    def pad(self, at: int, counter: str) -> views.PadView:
        """The counter's rating pad: asks about the visit that ended last, while it may."""
        hall = self._hall
        desk = hall.desks.get(counter)
        last = hall.tickets.get(desk.last_finished) if desk else None
        until = self._rate_until(last, counter) if last else 0
        asked = last if last and not last.is_rated and at <= until else None
        return views.PadView(
            **self._head(at),
            counter=counter,
            is_open=counter in hall.counters,
            visit=asked.visit if asked else None,
            number=asked.number if asked else None,
            language=asked.language if asked else self._plan.rules.languages[0],
            finished_at=asked.finished_at if asked else None,
            rate_until=until if asked else None,
            reasons=self._glance(at).rating_reasons,
            low_up_to=LOW_UP_TO,
            languages=self._plan.rules.languages,
            **self._rate_today(at),
        )

    def _rate_today(self, at: int) -> _RateToday:
        """Of the whole hall: a pad tells nobody how its own official does."""
        counts = self._glance(at).counts
        if not self._plan.rating.pad_shows_rate or counts.rated < FEWEST_RATINGS:
            return {"rated_today": 0, "satisfied_today": 0}
        return {"rated_today": counts.rated, "satisfied_today": counts.satisfied}

    def ticket(self, at: int, name: str) -> views.TicketView | None:
        """A ticket's own status page, or None when there is no such ticket today."""
        return ticket_view(self._hall, self._plan, self._glance(at), at, name)

    def dossier(self, at: int, code: str) -> views.DossierView | None:
        """A dossier's own status page, or None when the hall never received it."""
        return dossier_view(self._hall, self._plan, code, at)

    def _head(self, at: int) -> Head:
        return head_of(self._hall, self._plan, at)

    def _target_s(self) -> int:
        return self._hall.target_s or round(self._plan.rules.target_minutes * 60)

    def _choices_at(self, counter: str, at: int) -> tuple[views.ServiceChoice, ...]:
        offered = self._glance(at).choices
        return tuple(
            offered[name]
            for name in services_at(self._hall, self._plan, counter)
            if name in offered
        )

    def _choices(self, at: int) -> tuple[views.ServiceChoice, ...]:
        return tuple(self._glance(at).choices.values())

    def _glance(self, at: int) -> Glance:
        """What all views of that moment have in common."""
        if not self._newest.is_of(at):
            self._newest = Glance(self._hall, self._plan, at)
        return self._newest

    def _rate_until(self, ticket: Ticket, counter: str) -> int:
        until = rating_ends(self._plan, ticket)
        following = self._hall.current(counter)
        if following is not None:
            until = min(until, following.called_at + PAD_GRACE_MS)
        return until
