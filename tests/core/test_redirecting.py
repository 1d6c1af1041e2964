"""Slips sent to another printer: at any time one station at most may print a job."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallctl.core import commands as c
from hallctl.core import events, views
from hallctl.core.drawing.printing_drawing import waiting_slips
from hallctl.core.permissions import Actor, Role
from hallctl.core.refusals import Refusal, Refused
from tests.core.one_day import KIOSK, OneDay, dump, replayed, wish

OTHER = Actor("kiosk-2", Role.KIOSK, prints=True)
PANEL = Actor("counter-1", Role.COUNTER, counter="1")


def jobs(day: OneDay, station: Actor) -> tuple[views.PrintJob, ...]:
    return day.artist.kiosk(day.at, station.name).print_jobs


def may_print(day: OneDay, station: Actor) -> bool:
    return any(not job.is_asked_back for job in jobs(day, station))


@pytest.fixture
def ticket(day: OneDay) -> str:
    day.open()
    return day.issue(actor=KIOSK).ticket


def redirect(ticket: str, station: Actor, *, confirmed_lost: bool = False) -> c.Command:
    return wish(
        c.RedirectPrinting, ticket=ticket, station=station.name, confirmed_lost=confirmed_lost
    )


def why(day: OneDay, command: c.Command, actor: Actor = PANEL) -> Refusal | None:
    refused = day.refusal(command, actor)
    return refused.refusal if refused else None


def test_a_redirected_job_waits_until_its_station_lets_go(day: OneDay, ticket: str) -> None:
    day.do(redirect(ticket, OTHER), PANEL)
    (asked,) = jobs(day, KIOSK)
    assert (asked.is_asked_back, asked.attempt) == (True, 1)
    assert jobs(day, OTHER) == ()
    day.do(wish(c.ReleasePrinting, ticket=ticket), KIOSK)
    assert jobs(day, KIOSK) == ()
    (job,) = jobs(day, OTHER)
    assert (job.is_asked_back, job.attempt, job.fault) == (False, 2, "")
    day.do(wish(c.ConfirmPrinted, ticket=ticket), OTHER)
    assert day.hall.unprinted == {}


def test_a_slip_that_came_out_meanwhile_is_confirmed_and_not_printed_elsewhere(
    day: OneDay, ticket: str
) -> None:
    day.do(redirect(ticket, OTHER), PANEL)
    day.do(wish(c.ConfirmPrinted, ticket=ticket), KIOSK)
    assert jobs(day, OTHER) == ()


def test_a_slip_held_in_a_printer_is_shown_so_and_waits_for_a_person(
    day: OneDay, ticket: str
) -> None:
    day.do(redirect(ticket, OTHER), PANEL)
    held = wish(c.ReportNotPrinted, ticket=ticket, fault="paper_out", is_held=True)
    day.do(held, KIOSK)
    assert not may_print(day, OTHER)
    (slip,) = waiting_slips(day.hall)
    assert (slip.station, slip.asked_of, slip.fault) == ("kiosk-2", "kiosk-1", "paper_out")
    assert slip.is_held
    day.do(redirect(ticket, OTHER, confirmed_lost=True), PANEL)
    assert may_print(day, OTHER)
    assert jobs(day, KIOSK) == ()


def test_a_slip_believed_lost_is_printed_anew_where_it_was(day: OneDay, ticket: str) -> None:
    day.do(wish(c.ReportNotPrinted, ticket=ticket, fault="unknown_outcome"), KIOSK)
    assert why(day, redirect(ticket, KIOSK)) is Refusal.PRINTS_THERE_ALREADY
    day.do(redirect(ticket, KIOSK, confirmed_lost=True), PANEL)
    (job,) = jobs(day, KIOSK)
    assert (job.attempt, job.fault, job.is_asked_back) == (2, "", False)


def test_a_job_on_its_way_may_be_sent_on_but_not_back(day: OneDay, ticket: str) -> None:
    day.do(redirect(ticket, OTHER), PANEL)
    assert why(day, redirect(ticket, KIOSK)) is Refusal.PRINTS_THERE_ALREADY
    assert why(day, redirect(ticket, OTHER)) is Refusal.PRINTS_THERE_ALREADY


def test_a_station_without_a_printer_is_no_place_for_a_slip(day: OneDay, ticket: str) -> None:
    nowhere = wish(c.RedirectPrinting, ticket=ticket, station="board-1")
    assert why(day, nowhere) is Refusal.NO_PRINTER_THERE


def test_what_nobody_asked_back_is_not_let_go(day: OneDay, ticket: str) -> None:
    assert why(day, wish(c.ReleasePrinting, ticket=ticket), KIOSK) is Refusal.NOT_ASKED_BACK
    day.do(redirect(ticket, OTHER), PANEL)
    assert why(day, wish(c.ReleasePrinting, ticket=ticket), OTHER) is Refusal.NOT_ALLOWED


def test_what_is_on_paper_is_redirected_no_more(day: OneDay, ticket: str) -> None:
    day.do(wish(c.ConfirmPrinted, ticket=ticket), KIOSK)
    assert why(day, redirect(ticket, OTHER)) is Refusal.ALREADY_PRINTED


@given(st.integers(0, 2**32))
def test_whatever_is_asked_one_station_at_most_may_print(seed: int) -> None:
    random, day = Random(seed), OneDay().open()
    ticket = day.issue(actor=KIOSK).ticket
    let_go: set[tuple[str, int]] = set()
    for _ in range(12):
        station = random.choice((KIOSK, OTHER))
        held = {(one.name, job.attempt) for one in (KIOSK, OTHER) for job in jobs(day, one)}
        command = random.choice(
            (
                redirect(ticket, station),
                redirect(ticket, station),
                redirect(ticket, station, confirmed_lost=True),
                wish(c.ReleasePrinting, ticket=ticket),
                wish(c.ReportNotPrinted, ticket=ticket, fault="gone", is_held=True),
            )
        )
        try:
            facts = day.do(command, PANEL if isinstance(command, c.RedirectPrinting) else station)
        except Refused:
            continue
        if isinstance(facts[0], events.PrintingReleased):
            let_go |= {(station.name, attempt) for name, attempt in held if name == station.name}
        assert sum(may_print(day, one) for one in (KIOSK, OTHER)) <= 1
        assert sum(len(jobs(day, one)) for one in (KIOSK, OTHER)) == 1
        shown = {(one.name, job.attempt) for one in (KIOSK, OTHER) for job in jobs(day, one)}
        assert not shown & let_go, "a slip that was let go is never shown again"
    assert dump(replayed(day.facts)) == dump(day.hall)
