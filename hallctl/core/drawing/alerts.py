"""What needs a hand: the hall as it is, held against its own rules."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from hallctl.core.drawing.printing_drawing import waiting_slips
from hallctl.core.hall import Hall
from hallctl.core.plan import Plan
from hallctl.core.views import Alert, CounterLine, ServiceChoice, StationLine

MINUTE_MS = 60_000
TWICE_MS = 45_000
"""Longer than the connection of a station that has come back otherwise is taken to stand."""


class Floor(NamedTuple):
    """What alerts are read from, at one moment."""

    counters: Sequence[CounterLine]
    services: Sequence[ServiceChoice]
    stations: Sequence[StationLine]
    overdue: int
    at: int


def alerts_of(hall: Hall, plan: Plan, floor: Floor) -> tuple[Alert, ...]:
    """Every alert, the urgent first, then by how long it has been so."""
    found = (
        *_waits(hall, plan, floor),
        *_idle(plan, floor),
        *_long_services(plan, floor),
        *_unprinted(hall, plan, floor.at),
        *_gone(plan, floor),
        *_twice(floor),
        *_low_paper(floor),
        *_overdue(floor),
    )
    return tuple(sorted(found, key=lambda one: (not one.is_urgent, one.since_at or floor.at)))


def _waits(hall: Hall, plan: Plan, floor: Floor) -> Iterator[Alert]:
    """Nobody serves them, or the one who waits longest has waited too long."""
    target_s = hall.target_s or round(plan.rules.target_minutes * 60)
    for one in floor.services:
        if not one.waiting:
            continue
        since_at = floor.at - one.longest_wait_s * 1000
        if not one.counters_open:
            yield Alert(
                kind="unserved",
                is_urgent=True,
                service=one.service,
                count=one.waiting,
                since_at=since_at,
            )
        elif one.longest_wait_s > target_s:
            yield Alert(
                kind="long_wait",
                is_urgent=one.longest_wait_s > 2 * target_s,
                service=one.service,
                count=one.waiting,
                since_at=since_at,
            )


def _idle(plan: Plan, floor: Floor) -> Iterator[Alert]:
    """A free counter that could help: with its own queues, or where people wait too long."""
    waiting = {one.service: one.waiting for one in floor.services}
    limit = _ms(plan.alerts.idle_minutes)
    for one in floor.counters:
        is_idle = (
            one.is_open
            and not (one.number or one.break_reason)
            and floor.at - one.since_at >= limit
        )
        wanted = sum(waiting.get(service, 0) for service in one.services)
        if is_idle and wanted:
            yield Alert(
                kind="idle_counter", counter=one.counter, count=wanted, since_at=one.since_at
            )


def _long_services(plan: Plan, floor: Floor) -> Iterator[Alert]:
    limit = _ms(plan.alerts.long_service_minutes)
    for one in floor.counters:
        if one.number and floor.at - one.since_at >= limit:
            yield Alert(
                kind="long_service",
                counter=one.counter,
                number=one.number,
                service=one.service,
                since_at=one.since_at,
            )


def _unprinted(hall: Hall, plan: Plan, at: int) -> Iterator[Alert]:
    """One alert a station: what keeps the oldest of its slips from the paper."""
    limit, told = _ms(plan.alerts.not_printed_minutes), set[str]()
    waiting = sorted(waiting_slips(hall), key=lambda slip: slip.issued_at)
    for slip in waiting:
        if slip.station in told or at - slip.issued_at < limit:
            continue
        told.add(slip.station)
        yield Alert(
            kind="not_printed",
            is_urgent=True,
            station=slip.station,
            number=slip.number,
            fault=slip.fault,
            count=sum(one.station == slip.station for one in waiting),
            since_at=slip.issued_at,
        )


def _gone(plan: Plan, floor: Floor) -> Iterator[Alert]:
    """Those that were there since the controller started; a hall may own more than it uses."""
    limit = _ms(plan.alerts.station_gone_minutes)
    for one in floor.stations:
        if one.seen_at and not one.is_listening and floor.at - one.seen_at >= limit:
            yield Alert(
                kind="station_gone",
                is_urgent=one.role in {"kiosk", "board"},
                station=one.station,
                counter=one.counter,
                since_at=one.seen_at,
            )


def _twice(floor: Floor) -> Iterator[Alert]:
    """Two machines with one token, as a copied disk makes them: both would print every number."""
    for one in floor.stations:
        if one.twice_since and floor.at - one.twice_since >= TWICE_MS:
            yield Alert(
                kind="station_twice",
                is_urgent=True,
                station=one.station,
                counter=one.counter,
                since_at=one.twice_since,
            )


def _low_paper(floor: Floor) -> Iterator[Alert]:
    """Before it is out: a new roll is brought while people still get their numbers on paper."""
    for one in floor.stations:
        if one.paper_low_since:
            yield Alert(
                kind="paper_low",
                station=one.station,
                count=one.slips_left or 0,
                since_at=one.paper_low_since,
            )


def _overdue(floor: Floor) -> Iterable[Alert]:
    return (Alert(kind="overdue_dossiers", count=floor.overdue),) if floor.overdue else ()


def _ms(minutes: float) -> int:
    return round(minutes * MINUTE_MS)
