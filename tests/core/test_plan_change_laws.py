"""Whatever the plan becomes under a day: nobody waits for what has gone, and every view is drawn."""

from pathlib import Path
from random import Random

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from hallctl.core import commands as c
from hallctl.core.drawing.hall_drawing import hall_view
from hallctl.core.guards.plan_guards import IN_THE_HALL, in_the_way
from hallctl.core.life import TicketState
from hallctl.core.plan import Plan, Rules
from hallctl.core.plan.floor_rules import Profile
from hallctl.core.refusals import Refused
from hallctl.settings.changing.taking_up import take_up
from hallctl.settings.tables.hall import HallSettings, Server
from tests.core.one_day import KIOSK, PLAN, OneDay, wish

KINDS: tuple[type[c.Command], ...] = (
    *[c.IssueTicket] * 4, *[c.CallNext] * 4, *[c.FinishVisit] * 2, c.OpenCounter, c.CloseCounter,
    c.MarkNoShow, c.Requeue, c.Park, c.Resume, c.Transfer, c.ChangeServices, c.ConfirmPrinted,
    c.RateVisit, c.UndoLast, c.ChooseProfile,
)  # fmt: skip
PROFILES = (
    Profile(profile="papers", services=("land", "birth"), order="strict"),
    Profile(profile="mixed", services=("birth", "tax"), order="mixture", weights=(2, 1)),
)
EVERY = {one.service for one in PLAN.services}


def test_every_service_of_the_story_has_a_counter() -> None:
    assert {service for one in PLAN.counters for service in one.services} == EVERY


def some_plan(random: Random) -> Plan:
    """The hall with a part of its services, counters, groups, zones and printers."""

    def some(things: tuple) -> tuple:  # type: ignore[type-arg]
        return tuple(one for one in things if random.random() < 0.7)

    services = some(PLAN.services) or PLAN.services[:1]
    return msgspec.structs.replace(
        PLAN,
        services=tuple(random.sample(services, len(services))),
        counters=some(PLAN.counters) or PLAN.counters[:1],
        zones=some(PLAN.zones),
        departments=some(PLAN.departments),
        slip_stations=some(PLAN.slip_stations),
        printing_stations=some(PLAN.printing_stations),
        floor=msgspec.structs.replace(PLAN.floor, profiles=some(PROFILES)),
        rules=msgspec.structs.replace(PLAN.rules, groups=some(PLAN.rules.groups))
        if random.random() < 0.8
        else Rules(),
    )


def settings_of(plan: Plan) -> HallSettings:
    return HallSettings(directory=Path(), plan=plan, stations=(), server=Server())


def ask(day: OneDay, random: Random) -> None:
    tickets = [*day.hall.tickets] or ["2026-11-23-A001"]
    kind = random.choice(KINDS)
    carried = {
        "counter": random.choice("123"),
        "service": random.choice(sorted(EVERY)),
        "services": (random.choice(sorted(EVERY)),),
        "official": random.choice(("Lan", "Minh")),
        "also": random.choice(((), ("land",))),
        "priority": random.choice((None, "elderly")),
        "ticket": random.choice(tickets),
        "visit": random.choice(tickets),
        "reason": "form",
        "place": "front",
        "profile": random.choice(("papers", "mixed", None)),
        "result": 4,
        "attitude": 5,
    }
    known = {name: carried[name] for name in kind.__struct_fields__ if name in carried}
    try:
        day.do(wish(kind, **known), random.choice((None, KIOSK)))
    except Refused:
        return


def look_at_everything(day: OneDay) -> None:
    artist, at = day.artist, day.at
    artist.kiosk(at, "kiosk-1")
    artist.board(at)
    artist.runs(at)
    hall_view(day.hall, day.plan, at, [], {})
    for zone in "AB":
        artist.board(at, zone)
    for counter in "123":
        artist.counter(at, counter), artist.sign(at, counter), artist.pad(at, counter)
    for ticket in day.hall.tickets:
        artist.ticket(at, ticket)


def nobody_is_left(day: OneDay) -> None:
    services = {one.service for one in day.plan.services}
    for ticket in day.hall.tickets.values():
        assert ticket.state not in IN_THE_HALL or {ticket.service, *ticket.then} <= services
        assert ticket.state is not TicketState.CALLED or ticket.counter in day.hall.counters
    assert {*day.hall.counters} <= {one.counter for one in day.plan.counters}


@given(seed=st.integers(0, 2**32))
def test_nobody_waits_for_what_has_gone_and_every_view_is_drawn(seed: int) -> None:
    random, running = Random(seed), settings_of(msgspec.structs.replace(PLAN))
    day = OneDay(running.plan)
    day.do(wish(c.OpenDay))
    for _ in range(60):
        day.wait(random.choice((0, 0.5, 3)))
        if random.random() < 0.25:
            found = some_plan(random)
            if not list(in_the_way(day.hall, running.plan, found)):
                take_up(running, settings_of(found))
        else:
            ask(day, random)
        nobody_is_left(day)
    look_at_everything(day)
