"""What views of one moment share is what each of them would have been shown alone."""

from collections.abc import Callable
from functools import partial
from random import Random

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from hallctl.core import commands as c
from hallctl.core.drawing import Artist
from hallctl.core.drawing.glance import Glance
from hallctl.core.guards.plan_guards import in_the_way
from hallctl.core.views import View
from hallctl.settings.changing.taking_up import take_up
from tests.core.one_day import PLAN, OneDay, link_to, wish
from tests.core.test_plan_change_laws import ask, settings_of, some_plan

Draw = Callable[[Artist], View | None]


def every_view(day: OneDay) -> list[Draw]:
    of_counters: list[Draw] = [
        partial(draw, at=day.at, counter=one)
        for draw in (Artist.counter, Artist.sign, Artist.pad)
        for one in "123"
    ]
    boards: list[Draw] = [partial(Artist.board, at=day.at, of=zone) for zone in ("", "A", "B")]
    phones: list[Draw] = [
        partial(Artist.ticket, at=day.at, name=ticket) for ticket in day.hall.tickets
    ]
    return [partial(Artist.kiosk, at=day.at, station="kiosk-1"), *boards, *of_counters, *phones]


@given(seed=st.integers(0, 2**32))
def test_nobody_is_shown_anything_else_for_being_drawn_with_the_others(seed: int) -> None:
    random, running = Random(seed), settings_of(msgspec.structs.replace(PLAN))
    day = OneDay(running.plan)
    day.do(wish(c.OpenDay))
    for _ in range(30):
        day.wait(random.choice((0, 0, 0.5, 3)))
        found = some_plan(random)
        if random.random() < 0.25 and not list(in_the_way(day.hall, running.plan, found)):
            take_up(running, settings_of(found))
        else:
            ask(day, random)
        draws = every_view(day) if random.random() < 0.2 else []
        random.shuffle(draws)
        for draw in draws:
            assert draw(day.artist) == draw(Artist(day.hall, day.plan, link_to))


def test_a_queue_is_read_once_for_counters_that_call_alike(day: OneDay) -> None:
    day.open("1", "2", "3")
    day.issue("land")
    glance = Glance(day.hall, day.plan, day.at)
    assert glance.is_of(day.at)
    assert glance.choices is glance.choices
    day.issue("land")
    assert not glance.is_of(day.at)
