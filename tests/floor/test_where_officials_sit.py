"""Officials who serve at some counters only."""

import msgspec
import pytest

from hallctl.core import commands as c
from hallctl.core.permissions import Actor, Role
from hallctl.core.plan import Plan
from hallctl.core.plan.floor_rules import FloorRules, Official
from hallctl.core.refusals import Refusal
from tests.core.one_day import PLAN, OneDay, wish

LAN = Official(official="Lan", counters=("1", "2"))
HOA = Official(official="Hoa", reserve=True, counters=("3",))
MINH = Official(official="Minh", reserve=True)


def plan() -> Plan:
    return msgspec.structs.replace(PLAN, floor=FloorRules(officials=(LAN, HOA, MINH)))


@pytest.fixture
def day() -> OneDay:
    return OneDay(plan()).open()


def opens(day: OneDay, official: str, counter: str) -> Refusal | None:
    refused = day.refusal(wish(c.OpenCounter, counter=counter, official=official))
    return refused.refusal if refused else None


@pytest.mark.parametrize(
    ("official", "counter", "refused"),
    [
        ("Lan", "1", None),
        ("Lan", "3", Refusal.OFFICIAL_NOT_HERE),
        ("Hoa", "3", None),
        ("Hoa", "1", Refusal.OFFICIAL_NOT_HERE),
        ("Minh", "2", None),
        ("somebody", "1", None),
    ],
)
def test_an_official_opens_the_counters_they_may_sit_at(
    day: OneDay, official: str, counter: str, refused: Refusal | None
) -> None:
    assert opens(day, official, counter) is refused


def test_whoever_has_signed_in_is_held_to_it_too(day: OneDay) -> None:
    panel = Actor("counter-3", Role.COUNTER, counter="3", official="Lan")
    refused = day.refusal(wish(c.OpenCounter, counter="3", official="anybody"), panel)
    assert refused is not None
    assert refused.refusal is Refusal.OFFICIAL_NOT_HERE
    assert refused.details == {"official": "Lan", "counter": "3"}


def test_nobody_takes_over_where_they_may_not_sit(day: OneDay) -> None:
    assert opens(day, "Lan", "1") is None
    refused = day.refusal(wish(c.Substitute, counter="1", official="Hoa"))
    assert refused is not None
    assert refused.refusal is Refusal.OFFICIAL_NOT_HERE
    day.do(wish(c.Substitute, counter="1", official="Minh"))


def test_a_panel_offers_the_reserves_who_may_sit_there(day: OneDay) -> None:
    assert day.artist.counter(day.at, "1").reserves == ("Minh",)
    assert day.artist.counter(day.at, "3").reserves == ("Hoa", "Minh")
