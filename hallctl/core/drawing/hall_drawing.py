"""The supervisor's view, drawn from the hall, the plan and the stations that listen."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from hallctl.core import views
from hallctl.core.deciding.reopening_decisions import coming_back
from hallctl.core.drawing.alerts import Floor, alerts_of
from hallctl.core.drawing.board_drawing import BoardArtist
from hallctl.core.drawing.counter_drawing import missed_tickets, own_figures, waiting_tickets_of
from hallctl.core.drawing.dossiers_due import dossier_counts, dossiers_due
from hallctl.core.drawing.heading import head_of
from hallctl.core.drawing.printing_drawing import waiting_slips
from hallctl.core.drawing.profile_drawing import profile_choices, profile_shown
from hallctl.core.expecting import service_choices
from hallctl.core.guards.appointment_slots import local_day
from hallctl.core.hall import Desk, Hall
from hallctl.core.hall.counting import counts_of
from hallctl.core.hall.queueing import Moment
from hallctl.core.outlook import Outlook
from hallctl.core.plan import NORMAL, Counter, Plan

WAITING_SHOWN = 30


class Presence(NamedTuple):
    """Whether a station listens, and since when it does or does not (ms; 0 for never there)."""

    is_listening: bool
    seen_at: int
    paper_low_since: int = 0
    slips_left: int | None = None
    twice_since: int = 0
    """Since when it has listened from two machines."""


class Equipment(NamedTuple):
    """A station as the settings know it."""

    station: str
    role: str
    counter: str
    printer: str


NEVER = Presence(is_listening=False, seen_at=0)


def hall_view(
    hall: Hall,
    plan: Plan,
    at: int,
    equipment: Sequence[Equipment] = (),
    presence: Mapping[str, Presence] | None = None,
) -> views.HallView:
    """The whole floor at that moment (ms)."""
    moment, services = Moment(plan.rules, at), [one.service for one in plan.services]
    counters = tuple(_counter(hall, plan, one) for one in plan.counters)
    stations = tuple(_station(one, (presence or {}).get(one.station, NEVER)) for one in equipment)
    choices = tuple(service_choices(Outlook(hall, plan, at)))
    overdue = dossiers_due(hall, plan, services, at).overdue
    floor = Floor(counters, choices, stations, overdue, at)
    return views.HallView(
        **head_of(hall, plan, at),
        counters=counters,
        services=choices,
        stations=stations,
        slips=waiting_slips(hall),
        alerts=alerts_of(hall, plan, floor),
        waiting=waiting_tickets_of(hall, tuple(services), moment, WAITING_SHOWN),
        missed=missed_tickets(hall, tuple(services), plan.floor),
        counts=counts_of(hall.tallies.values()),
        dossiers=dossier_counts(hall),
        overdue=overdue,
        notice=hall.notice,
        target_s=hall.target_s or round(plan.rules.target_minutes * 60),
        issuing_ended=hall.is_open and hall.issuing_ended,
        zones=BoardArtist(hall, plan).zone_lines(at),
        messages=tuple(hall.boards.messages),
        comes_back=_comes_back(hall, plan, at),
    )


def _comes_back(hall: Hall, plan: Plan, at: int) -> int:
    if hall.is_open or hall.business_day != local_day(plan, at):
        return 0
    return sum(1 for _ in coming_back(hall, plan, at))


def _counter(hall: Hall, plan: Plan, planned: Counter) -> views.CounterLine:
    name = planned.counter
    serving, ticket = hall.counters.get(name), hall.current(name)
    figures = own_figures(hall, name)
    since_at = ticket.called_at if ticket else hall.desks.get(name, Desk()).free_since
    if serving and serving.break_reason:
        since_at = serving.break_from
    return views.CounterLine(
        counter=name,
        is_open=serving is not None,
        official=serving.official if serving else "",
        services=serving.services if serving else planned.services,
        number=ticket.number if ticket else "",
        ticket=ticket.ticket if ticket else "",
        service=ticket.service if ticket else "",
        has_priority=ticket is not None and ticket.group != NORMAL,
        calls=ticket.calls if ticket else 0,
        break_reason=serving.break_reason if serving else "",
        since_at=since_at if serving else 0,
        called=figures.called,
        finished=figures.finished,
        missed=figures.missed,
        average_service_s=figures.average_service_s,
        profile=profile_shown(hall, plan, name),
        profiles=profile_choices(plan, name),
    )


def _station(one: Equipment, presence: Presence) -> views.StationLine:
    return views.StationLine(
        station=one.station,
        role=one.role,
        counter=one.counter,
        printer=one.printer,
        is_listening=presence.is_listening,
        seen_at=presence.seen_at or None,
        twice_since=presence.twice_since,
        paper_low_since=presence.paper_low_since,
        slips_left=presence.slips_left,
    )
