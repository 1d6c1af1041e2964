"""Which times can be booked: slots of the hall's shifts, and how many each holds.

A counter gives each of its services an equal part of its time, or by the weights of its mixture.
Where that makes less than a whole place a slot, the places are spread over the day, so that the
day's places are never more than the counters can serve.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from math import floor
from typing import NamedTuple
from zoneinfo import ZoneInfo

from hallctl.core.calendar import Shift
from hallctl.core.plan import Counter, Plan, Service


class Slot(NamedTuple):
    """A stretch of a service's day, ``[starts_at, ends_at)`` in ms since 1970, and its places."""

    starts_at: int
    ends_at: int
    places: int


def local_day(plan: Plan, at: int) -> date:
    """The hall's date at that moment (ms since 1970)."""
    return datetime.fromtimestamp(at / 1000, ZoneInfo(plan.timezone)).date()


def slots_of(plan: Plan, service: Service, day: date) -> tuple[Slot, ...]:
    """The service's slots of that day that hold anybody; none on a day off, or without shifts."""
    if not plan.appointments.offers(service.service):
        return ()
    each = places_a_slot(plan, service)
    shift_by = plan.services.index(service) / len(plan.services)
    zone, every = ZoneInfo(plan.timezone), []
    for index, (begins, ends) in enumerate(_stretches(plan, service, day)):
        places = floor((index + 1) * each + shift_by) - floor(index * each + shift_by)
        if places:
            every.append(Slot(_ms(begins, zone), _ms(ends, zone), places))
    return tuple(every)


def slot_at(plan: Plan, service: Service, starts_at: int) -> Slot | None:
    """The service's slot that begins at that moment, or None."""
    slots = slots_of(plan, service, local_day(plan, starts_at))
    return next((slot for slot in slots if slot.starts_at == starts_at), None)


def places_a_slot(plan: Plan, service: Service) -> float:
    """How many the planned counters serve in their share of one slot; rarely a whole number."""
    counters = sum(part_of(plan, counter, service.service) for counter in plan.counters)
    minutes = plan.appointments.share * plan.appointments.slot_minutes * counters
    return round(minutes / service.typical_minutes, 6)


def part_of(plan: Plan, counter: Counter, service: str) -> float:
    """Which part of the counter's time is planned for the service, from 0 to 1."""
    if service not in counter.services:
        return 0.0
    profile = plan.floor.profile(counter.profile)
    if profile is None or profile.order != "mixture":
        return 1 / len(counter.services)
    weights = dict(zip(profile.services, profile.weights, strict=False))
    every = sum(weights.get(one, 1) for one in counter.services)
    return weights.get(service, 1) / every


def _stretches(plan: Plan, service: Service, day: date) -> Iterator[tuple[datetime, datetime]]:
    length = timedelta(minutes=plan.appointments.slot_minutes)
    last = timedelta(minutes=service.last_ticket_minutes)
    for shift in _shifts(plan, service, day):
        begins, closes = _on(day, shift.opens), _on(day, shift.closes)
        while begins + length <= closes and closes - begins > last:
            yield begins, begins + length
            begins += length


def _shifts(plan: Plan, service: Service, day: date) -> tuple[Shift, ...]:
    shifts = plan.dossiers.calendar.shifts(day) if plan.shifts else ()
    return plan.service_hours.get(service.service, shifts) if shifts else ()


def _on(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock)


def _ms(local: datetime, zone: ZoneInfo) -> int:
    return round(local.replace(tzinfo=zone).timestamp() * 1000)
