"""A trial ticket: printed where it was asked for, once, and counted nowhere."""

import pytest

from hallctl.core import commands as c
from hallctl.core import events
from hallctl.core.circumstances import Circumstances
from hallctl.core.deciding import decide
from hallctl.core.deciding.trial_slips import NOT_A_NUMBER
from hallctl.core.drawing import Artist
from hallctl.core.paper import Text
from hallctl.core.permissions import Actor, Role
from hallctl.core.refusals import Refusal
from tests.core.one_day import KIOSK, OneDay, link_to, replayed, wish

KEEPER = Actor("lan", Role.ADMINISTRATOR)


def order(day: OneDay, station: str = "kiosk-1") -> events.SlipOrdered:
    (ordered,) = day.do(wish(c.PrintTrial, station=station), KEEPER)
    assert isinstance(ordered, events.SlipOrdered)
    return ordered


def jobs(day: OneDay, station: str) -> list[str]:
    return [one.slip for one in Artist(day.hall, day.plan, link_to).kiosk(day.at, station).slips]


def test_it_waits_at_its_kiosk_until_it_is_on_paper(day: OneDay) -> None:
    slip = order(day).slip
    assert jobs(day, "kiosk-1") == [slip]
    assert jobs(day, "kiosk-2") == jobs(day, "") == []
    day.do(wish(c.ConfirmSlip, slip=slip), KIOSK)
    assert jobs(day, "kiosk-1") == []
    assert order(day).slip != slip


def test_it_says_that_it_is_no_number_and_counts_nowhere(day: OneDay) -> None:
    order(day)
    (job,) = Artist(day.hall, day.plan, link_to).kiosk(day.at, "kiosk-1").slips
    words = [one.text for one in job.document.blocks if isinstance(one, Text)]
    assert words[0] == words[-1] == NOT_A_NUMBER.vi
    assert "A017" in words
    assert day.hall.tickets == {}
    assert not day.hall.is_open


def test_pressed_twice_it_is_printed_once(day: OneDay) -> None:
    order(day)
    refused = day.refusal(wish(c.PrintTrial, station="kiosk-1"), KEEPER)
    assert refused is not None
    assert refused.refusal is Refusal.PRINTS_THERE_ALREADY


def test_a_kiosk_that_came_in_by_code_prints_too(day: OneDay) -> None:
    asked = wish(c.PrintTrial, station="kiosk-9")
    refused = day.refusal(asked, KEEPER)
    assert refused is not None
    assert refused.refusal is Refusal.NO_PRINTER_THERE
    by = Circumstances(day.plan, KEEPER, day.at, day.today, frozenset({"kiosk-9"}))
    assert len(decide(day.hall, asked, by)) == 1


@pytest.mark.parametrize("role", [Role.KIOSK, Role.COUNTER, Role.OFFICIAL, Role.HEAD])
def test_only_whoever_sets_up_prints_trials(day: OneDay, role: Role) -> None:
    refused = day.refusal(wish(c.PrintTrial, station="kiosk-1"), Actor("x", role))
    assert refused is not None
    assert refused.refusal is Refusal.NOT_ALLOWED


def test_a_replayed_hall_has_the_same_trial(day: OneDay) -> None:
    order(day)
    assert replayed(day.facts).slips == day.hall.slips
