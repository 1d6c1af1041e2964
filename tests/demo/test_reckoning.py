"""The day reconciles only if everyone who saw it agrees; each witness alone can spoil it."""

from pathlib import Path
from random import Random

import pytest
from msgspec.structs import replace
from PIL import Image

from hallctl.command_ids import new_command_id
from hallctl.core.commands import IssueTicket
from hallctl.core.events import Event, TicketIssued
from hallctl.core.life import TicketState
from hallctl.core.permissions import Actor, Role
from hallctl.demo.controller_thread import ControllerThread
from hallctl.demo.hall_on_disk import clock_of, new_hall
from hallctl.demo.papers import keep_papers
from hallctl.demo.summary import Evidence, problems_of
from hallctl.simulate.day import Crew, SimulatedDay, seats_for
from hallctl.simulate.doors import HallInMemory
from hallctl.simulate.simulated_clock import SimulatedClock
from hardware.simulator.roll import PrintedPaper
from tests.stories.core_day import BUSINESS_DAY, KIOSK, CoreDay, province


@pytest.fixture(scope="module")
def evidence(tmp_path_factory: pytest.TempPathFactory) -> Evidence:
    """Two people came, one left; the journal on disk is that of a hall where nothing happened."""
    settings = new_hall(tmp_path_factory.mktemp("demo"))
    ControllerThread(settings, clock_of(settings.plan)).stop()
    day = CoreDay()
    day.opens()
    day.counter_opens("1")
    numbers = [day.citizen_takes("justice") for _ in range(2)]
    day.calls_next("1")
    day.finishes("1")
    day.cancels(numbers[1])
    issued = [one.ticket for one in day.facts if isinstance(one, TicketIssued)]
    return Evidence(day.facts, day.board, dict.fromkeys(issued, 1), settings.directory)


def test_when_all_agree_there_is_no_problem(evidence: Evidence) -> None:
    assert problems_of(evidence) == []


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"issued": 3}, "the board's counts do not add up"),
        ({"waiting": 1, "issued": 3}, "somebody is still waiting"),
        ({"at_counters": 1, "issued": 3}, "somebody is still waiting"),
        ({"issued": 3, "lapsed": 1}, "the board counts other tickets than were given"),
    ],
)
def test_a_board_that_counts_otherwise_is_a_problem(
    evidence: Evidence, changes: dict[str, int], problem: str
) -> None:
    board = replace(evidence.board, counts=replace(evidence.board.counts, **changes))
    assert problem in problems_of(evidence._replace(board=board))


def test_a_number_given_twice_is_a_problem(evidence: Evidence) -> None:
    first = next(one for one in evidence.seen if isinstance(one, TicketIssued))
    seen: list[Event] = [*evidence.seen, first]
    assert "a number was given twice" in problems_of(evidence._replace(seen=seen))


@pytest.mark.parametrize("copies", [0, 2])
def test_a_ticket_printed_not_once_is_a_problem(evidence: Evidence, copies: int) -> None:
    papers = {**evidence.papers, next(iter(evidence.papers)): copies}
    assert problems_of(evidence._replace(papers=papers)) == ["papers and tickets differ"]


def test_a_paper_nobody_can_read_is_kept_and_counted(tmp_path: Path) -> None:
    paper = PrintedPaper(1, Image.new("1", (640, 100), 1), b"\n")
    assert keep_papers([paper, paper], tmp_path) == {"": 2}
    kept = sorted(path.name for path in tmp_path.iterdir())
    assert kept == ["unread-2.bin", "unread-2.png", "unread.bin", "unread.png"]


def test_somebody_at_the_desk_who_took_a_number_by_hand_is_served_too() -> None:
    plan = province()
    clock = SimulatedClock(BUSINESS_DAY, plan.timezone)
    hall = HallInMemory(plan, clock)
    seats = seats_for(plan, 3)
    pads = {one.counter: Actor(f"pad-{one.counter}", Role.PAD) for one in seats}
    officials = {one.counter: Actor(one.counter, Role.COUNTER, one.counter) for one in seats}
    day = SimulatedDay(plan, hall, Crew(KIOSK, officials, pads), Random(3))
    clock.set_seconds(day.env.now)
    day.begin([], seats)
    wish = IssueTicket(command_id=new_command_id(), service="justice")
    (issued,) = hall.ask(KIOSK, wish)
    day.env.run(until=day.ends_at)
    assert isinstance(issued, TicketIssued)
    assert hall.hall.tickets[issued.ticket].state is TicketState.FINISHED
