"""Slips that are no tickets sent to another printer: one station at most may print one at any time."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallctl.core import commands as c
from hallctl.core import events, views
from hallctl.core.drawing.printing_drawing import waiting_slips
from hallctl.core.drawing.slip_drawing import PrintingStation, SlipArtist
from hallctl.core.permissions import Actor, Role
from hallctl.core.refusals import Refusal, Refused
from tests.core.one_day import KIOSK, PRINTING_PANEL, OneDay, dump, link_to, replayed, wish
from tests.dossiers.desk import FIVE_DAYS, code

OTHER = Actor("counter-2", Role.COUNTER, counter="2", prints=True)
MACHINE = Actor("kiosk-2", Role.DEVICES, prints=True)


@pytest.fixture
def slip(day: OneDay) -> str:
    return receipt(day)


def receipt(day: OneDay) -> str:
    """A receipt that waits for the paper of counter 1."""
    day.open("1", "2")
    ordered = day.do(wish(c.ReceiveDossier, procedure=FIVE_DAYS), PRINTING_PANEL)[-1]
    assert isinstance(ordered, events.SlipOrdered)
    return ordered.slip


def jobs(day: OneDay, station: Actor) -> tuple[views.SlipJob, ...]:
    artist = SlipArtist(day.hall, day.plan, link_to)
    return artist.slips(day.at, PrintingStation(station.name, "simulate")).jobs


def may_print(day: OneDay, station: Actor) -> bool:
    return any(not job.is_asked_back for job in jobs(day, station))


def redirect(slip: str, station: str, *, confirmed_lost: bool = False) -> c.Command:
    return wish(c.RedirectSlip, slip=slip, station=station, confirmed_lost=confirmed_lost)


def why(day: OneDay, command: c.Command, actor: Actor = PRINTING_PANEL) -> Refusal | None:
    refused = day.refusal(command, actor)
    return refused.refusal if refused else None


def test_a_redirected_slip_waits_until_its_station_lets_go(day: OneDay, slip: str) -> None:
    day.do(redirect(slip, OTHER.name), PRINTING_PANEL)
    (asked,) = jobs(day, PRINTING_PANEL)
    assert (asked.is_asked_back, asked.attempt) == (True, 1)
    assert jobs(day, OTHER) == ()
    day.do(wish(c.ReleaseSlip, slip=slip), PRINTING_PANEL)
    assert jobs(day, PRINTING_PANEL) == ()
    (job,) = jobs(day, OTHER)
    assert (job.is_asked_back, job.attempt, job.fault, job.dossier) == (False, 2, "", code())
    day.do(wish(c.ConfirmSlip, slip=slip), OTHER)
    assert day.hall.slips == {}


def test_what_came_out_meanwhile_is_confirmed_and_not_printed_elsewhere(
    day: OneDay, slip: str
) -> None:
    day.do(redirect(slip, OTHER.name), PRINTING_PANEL)
    day.do(wish(c.ConfirmSlip, slip=slip), PRINTING_PANEL)
    assert jobs(day, OTHER) == ()


def test_whoever_can_help_is_shown_what_waits_and_where(day: OneDay, slip: str) -> None:
    held = wish(c.ReportSlip, slip=slip, fault="paper_out", is_held=True)
    day.do(held, PRINTING_PANEL)
    (waits,) = waiting_slips(day.hall)
    assert (waits.slip, waits.kind, waits.ticket, waits.number) == (slip, "receipt", "", code())
    assert (waits.station, waits.fault, waits.is_held) == ("counter-1", "paper_out", True)
    day.do(redirect(slip, OTHER.name, confirmed_lost=True), PRINTING_PANEL)
    assert may_print(day, OTHER)
    assert not jobs(day, PRINTING_PANEL)


def test_a_kiosk_and_a_machine_without_a_screen_may_help_out(day: OneDay, slip: str) -> None:
    day.do(redirect(slip, KIOSK.name, confirmed_lost=True), PRINTING_PANEL)
    (job,) = day.artist.kiosk(day.at, KIOSK.name).slips
    assert job.slip == slip
    day.do(redirect(slip, MACHINE.name), PRINTING_PANEL)
    day.do(wish(c.ReleaseSlip, slip=slip), KIOSK)
    day.do(wish(c.ConfirmSlip, slip=slip), MACHINE)
    assert day.hall.slips == {}


def test_what_can_t_be_done_is_refused(day: OneDay, slip: str) -> None:
    assert why(day, redirect(slip, "board-1")) is Refusal.NO_PRINTER_THERE
    assert why(day, redirect(slip, "counter-1")) is Refusal.PRINTS_THERE_ALREADY
    assert why(day, wish(c.ReleaseSlip, slip=slip)) is Refusal.NOT_ASKED_BACK
    day.do(redirect(slip, OTHER.name), PRINTING_PANEL)
    assert why(day, wish(c.ReleaseSlip, slip=slip), OTHER) is Refusal.NOT_ALLOWED
    assert why(day, redirect("nothing", OTHER.name)) is Refusal.UNKNOWN_SLIP


@given(st.integers(0, 2**32))
def test_whatever_is_asked_one_station_at_most_may_print(seed: int) -> None:
    random, day = Random(seed), OneDay()
    slip, stations = receipt(day), (PRINTING_PANEL, OTHER)
    for _ in range(12):
        station = random.choice(stations)
        command = random.choice(
            (
                redirect(slip, station.name),
                redirect(slip, station.name),
                redirect(slip, station.name, confirmed_lost=True),
                wish(c.ReleaseSlip, slip=slip),
                wish(c.ReportSlip, slip=slip, fault="gone", is_held=True),
            )
        )
        try:
            day.do(command, station)
        except Refused:
            continue
        assert sum(may_print(day, one) for one in stations) <= 1
        assert sum(len(jobs(day, one)) for one in stations) == 1
    assert dump(replayed(day.facts)) == dump(day.hall)
