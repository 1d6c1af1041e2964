"""Whatever is lost between a kiosk and its hall, whoever takes a number gets one paper with it."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from PySide6.QtGui import QGuiApplication

from hallctl.core.commands import CheckInAppointment, IssueTicket, OpenCounter
from hallctl.core.events import TicketIssued
from hallctl.station.link.addressing import new_command_id
from hallctl.station.link.answering import Answer
from tests.core.one_day import KIOSK, OneDay
from tests.core.one_day import wish as wish_of
from tests.offline.unlucky_wire import KioskAtWork


@pytest.fixture
def kiosk(qapp: QGuiApplication, tmp_path: Path) -> Iterator[KioskAtWork]:
    """It holds a lease, and could go on alone."""
    kiosk = KioskAtWork(tmp_path)
    yield kiosk
    kiosk.stop()


def in_order(kiosk: KioskAtWork) -> None:
    """One paper for each number, and whoever holds one waits, and nobody else."""
    assert sorted(kiosk.tray.papers) == kiosk.numbers()
    assert kiosk.waiting() == kiosk.numbers()


def test_a_paper_that_is_out_before_the_answer_is_lost_is_the_only_one(
    kiosk: KioskAtWork,
) -> None:
    kiosk.tap()
    (wish,) = kiosk.wire.flights
    kiosk.wire.arrive(wish)
    kiosk.wire.look()
    kiosk.print_all()
    kiosk.wire.lose(wish)
    kiosk.settle()
    assert kiosk.tray.papers == ["A001"]
    in_order(kiosk)


def test_the_citizen_is_told_by_the_print_job_all_that_the_answer_says(
    kiosk: KioskAtWork,
) -> None:
    kiosk.tap()
    kiosk.settle()
    kiosk.tap("birth")
    (wish,) = kiosk.wire.flights
    answer = kiosk.wire.arrive(wish)
    kiosk.wire.look()
    told = kiosk.told[wish.command.command_id]
    assert told is not None
    (heard,), (said,) = told.events, answer.events
    for name in ("ticket", "number", "service", "ahead", "serial", "letter", "appointment_at"):
        assert getattr(heard, name) == getattr(said, name)
    assert isinstance(said, TicketIssued)
    assert said.ahead == 1
    kiosk.wire.reply(wish)
    assert kiosk.told[wish.command.command_id] is told, "it is told once"


def test_a_ghost_is_never_printed_even_by_a_kiosk_that_starts_anew(kiosk: KioskAtWork) -> None:
    """Somebody called it before it could be cancelled, so its job stays in the view."""
    kiosk.tap()
    (wish,) = kiosk.wire.flights
    kiosk.wire.arrive(wish)
    kiosk.wire.lose(wish)
    day = kiosk.controller.day
    day.do(wish_of(OpenCounter, counter="1", official="Lan"))
    day.call("1")
    kiosk.settle()
    assert "A001" in [one.number for one in kiosk.wire.view.print_jobs]
    kiosk.stop()
    kiosk.start()
    kiosk.settle()
    assert kiosk.tray.papers == ["A002"]


def test_while_one_answer_is_in_doubt_the_next_citizen_gets_a_paper_at_once(
    kiosk: KioskAtWork,
) -> None:
    kiosk.tap()
    (lost,) = kiosk.wire.flights
    kiosk.wire.arrive(lost)
    kiosk.wire.lose(lost)
    kiosk.tap("land")
    kiosk.wire.reply(kiosk.wire.flights[-1])
    kiosk.wire.look()
    kiosk.print_all()
    assert "B001" in kiosk.tray.papers
    assert "A001" not in kiosk.tray.papers
    kiosk.settle()
    in_order(kiosk)


def test_a_check_in_whose_answer_is_lost_is_told_by_its_paper(kiosk: KioskAtWork) -> None:
    told: list[Answer] = []
    wish = CheckInAppointment(command_id=new_command_id(), appointment="LH-1")
    kiosk.link.send(wish, told.append)
    kiosk.wire.lose(kiosk.wire.flights[-1])
    assert told[0].unreachable, "no number of its own stands in for an appointment"


@pytest.mark.parametrize("arrives", [True, False], ids=["after the hall heard", "on the way up"])
@pytest.mark.parametrize("is_seen", [True, False], ids=["seen in a view", "unseen"])
@pytest.mark.parametrize("restarts", [True, False], ids=["started anew", "running on"])
def test_any_one_answer_may_be_lost(
    qapp: QGuiApplication, tmp_path: Path, arrives: bool, is_seen: bool, restarts: bool
) -> None:
    """The first word of the kiosk, the second, and so on, until it has said all it has to say."""
    lost, losses = 0, 0
    while losses == lost:
        folder = tmp_path / f"{lost}"
        folder.mkdir()
        losses += _lived_through(KioskAtWork(folder), lost, arrives, is_seen, restarts)
        lost += 1
    assert lost > 6, "three citizens make a kiosk say at least so much"


def _lived_through(
    kiosk: KioskAtWork, lost: int, arrives: bool, is_seen: bool, restarts: bool
) -> bool:
    """Three citizens come; gives whether a word was lost at all."""
    first, was_lost = len(kiosk.wire.sent), False
    for service in ("birth", "birth", "land"):
        kiosk.tap(service)
        while kiosk.wire.flights:
            flight = kiosk.wire.flights[0]
            if was_lost or kiosk.wire.sent.index(flight.command) != first + lost:
                kiosk.wire.reply(flight)
            else:
                was_lost = True
                if arrives:
                    kiosk.wire.arrive(flight)
                if is_seen:
                    kiosk.wire.look()
                    kiosk.print_all()
                if flight in kiosk.wire.flights:
                    kiosk.wire.lose(flight)
                if restarts:
                    kiosk.stop()
                    kiosk.start()
            kiosk.wire.look()
            kiosk.print_all()
    kiosk.settle()
    in_order(kiosk)
    kiosk.stop()
    return was_lost


class UnluckyKiosk(RuleBasedStateMachine):
    """Taps, views, answers, losses and restarts in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.kiosk = KioskAtWork(self.folder)

    @rule(service=st.sampled_from(["birth", "land"]))
    def somebody_taps(self, service: str) -> None:
        self.kiosk.tap(service)

    @precondition(lambda self: self.kiosk.wire.flights)
    @rule(pick=st.integers(0, 3), then=st.sampled_from(["arrive", "reply", "lose"]))
    def a_wish_flies_on(self, pick: int, then: str) -> None:
        flights = self.kiosk.wire.flights
        getattr(self.kiosk.wire, then)(flights[pick % len(flights)])

    @rule()
    def a_view_comes(self) -> None:
        if self.kiosk.wire.state == "online":
            self.kiosk.wire.look()

    @rule(state=st.sampled_from(["offline", "online"]))
    def the_line_breaks_or_stands(self, state: str) -> None:
        self.kiosk.wire.become(state)

    @rule()
    def what_is_printed_is_out(self) -> None:
        self.kiosk.print_all()
        self.kiosk.printing.wake()

    @rule()
    def the_kiosk_starts_anew(self) -> None:
        self.kiosk.stop()
        self.kiosk.start()

    @invariant()
    def no_paper_comes_out_twice(self) -> None:
        papers = self.kiosk.tray.papers
        assert len(papers) == len(set(papers))

    def teardown(self) -> None:
        self.kiosk.settle()
        try:
            in_order(self.kiosk)
        finally:
            self.kiosk.stop()
            shutil.rmtree(self.folder)


def test_one_citizen_has_one_paper_in_whatever_order_things_come_and_get_lost(
    qapp: QGuiApplication,
) -> None:
    run_state_machine_as_test(
        UnluckyKiosk, settings=settings(max_examples=15, stateful_step_count=25, deadline=None)
    )


def test_a_wish_keeps_its_id_in_the_fact_only_where_its_station_prints() -> None:
    day = OneDay().open()
    (printed,) = day.do(IssueTicket(command_id=new_command_id(), service="birth"), KIOSK)
    (told,) = day.do(IssueTicket(command_id=new_command_id(), service="birth"))
    assert isinstance(printed, TicketIssued)
    assert isinstance(told, TicketIssued)
    assert printed.command_id
    assert not told.command_id
    (job,) = day.artist.kiosk(day.at, "kiosk-1").print_jobs
    assert job.granted is not None
    assert job.granted.command_id == printed.command_id
