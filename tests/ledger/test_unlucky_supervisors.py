"""Days that are ended too soon again and again, whatever else happens: nobody is lost, nobody waits
for ever, and the ledger tells of the same day as the hall.
"""

from collections.abc import Iterator
from random import Random

import pytest
from sqlite_utils import Database

from hallctl.core import commands as c
from hallctl.core.life import TicketState
from hallctl.ledger.projecting import project
from hallctl.ledger.schema import create_ledger
from tests.core.one_day import OneDay, wish
from tests.core.test_hall_machine import ON_THE_FLOOR, HallMachine
from tests.ledger.test_ledger import counted, figures, kept

STEPS = 350
ENDS = ((c.CloseDay,), (c.EndIssuing,), (c.EndIssuing, c.CloseDay))


@pytest.fixture
def ledger() -> Iterator[Database]:
    """An empty ledger in memory."""
    database = Database(memory=True)
    create_ledger(database)
    yield database
    database.close()


def an_unlucky_day(seed: int) -> HallMachine:
    """Busy people, and a supervisor who presses the wrong button every now and then."""
    machine, random = HallMachine(), Random(seed)
    machine.begin(seed, is_open=True)
    machine.looks_closely = False
    for step in range(STEPS):
        machine.somebody_asks()
        machine.time_passes(0.2)
        if random.random() < 0.03:
            ended_too_soon(machine, random)
        if step % 10 == 0:
            keep_the_laws(machine)
    return machine


def ended_too_soon(machine: HallMachine, random: Random) -> None:
    """Meanwhile people go on asking; then everything is opened again that was ended."""
    ends, tickets = random.choice(ENDS), machine.day.hall.tickets
    had_lapsed = {name for name, one in tickets.items() if one.state is TicketState.LAPSED}
    for end in ends:
        machine.ask(wish(end))
        machine.somebody_asks()
        machine.time_passes(0.3)
        keep_the_laws(machine)
    for _ in (*ends, "numbers that had ended before"):
        machine.ask(wish(c.OpenDay))
    lapsed = {name for name, one in tickets.items() if one.state is TicketState.LAPSED}
    assert lapsed <= had_lapsed, "somebody's place was lost by a press"


def keep_the_laws(machine: HallMachine) -> None:
    for law in (*ON_THE_FLOOR, HallMachine.a_closed_hall_holds_nobody):
        law(machine)


def everybody_is_called(day: OneDay) -> None:
    """Every counter serves, one of them everything, until nobody is left to call."""
    hall = day.hall
    day.refusal(wish(c.OpenDay))
    for counter in "123":
        day.refusal(wish(c.OpenCounter, counter=counter, official=f"last-{counter}"))
        day.refusal(wish(c.EndBreak, counter=counter))
        day.refusal(wish(c.MarkNoShow, counter=counter))
    day.refusal(wish(c.ChangeServices, counter="3", services=("birth", "land", "tax")))
    while any(day.refusal(wish(c.CallNext, counter=one)) is None for one in "123"):
        for counter in "123":
            day.refusal(wish(c.FinishVisit, counter=counter))
    waiting = [n for n, one in hall.tickets.items() if one.state is TicketState.WAITING]
    assert waiting == []


@pytest.mark.parametrize("seed", range(4))
def test_nobody_is_lost_and_nobody_waits_for_ever(seed: int) -> None:
    machine = an_unlucky_day(seed)
    everybody_is_called(machine.day)
    keep_the_laws(machine)
    machine.teardown()


@pytest.mark.parametrize("seed", range(4, 7))
def test_the_ledger_stands_as_the_hall_does(ledger: Database, seed: int) -> None:
    day = an_unlucky_day(seed).day
    hall, today = day.hall, str(day.hall.business_day)
    for fact in kept(day.facts):
        project(ledger, [fact])
    rows = ledger.execute(
        "select ticket, state, calls, queued_at from tickets where business_day = ?", (today,)
    )
    assert {row[0]: row[1:] for row in rows} == {
        name: (one.state, one.calls, one.place.queued_at) for name, one in hall.tickets.items()
    }
    for service, tally in hall.tallies.items():
        assert counted(ledger, today, service) == figures(tally)
    assert standing(ledger, "ticket, counter from calls") == {
        (one.ticket, name) for name, one in hall.counters.items() if one.ticket
    }
    assert standing(ledger, "ticket from parkings") == {(name,) for name in hall.parked}
    assert standing(ledger, "counter from breaks") == {
        (name,) for name, one in hall.counters.items() if one.break_reason
    }


def standing(ledger: Database, what: str) -> set[tuple[str, ...]]:
    """What has begun and not ended."""
    return set(ledger.execute(f"select {what} where ended_at is null"))
