"""A hall in windows: people come and go by themselves, and whoever sits here may press anything."""

import gc
import sys
from random import Random
from time import monotonic

from hallctl.core.commands import Command
from hallctl.core.events import Event
from hallctl.core.permissions import Actor
from hallctl.core.refusals import Refused
from hallctl.demo.appointed import appointed_on
from hallctl.demo.cast import Cast, Sizes, crew_of, tokens_of
from hallctl.demo.compressed import SCREENED_COUNTERS
from hallctl.demo.controller_thread import ControllerThread
from hallctl.demo.hall_on_disk import clock_of, new_hall, past_of
from hallctl.demo.order import DemoOrder
from hallctl.simulate.counter_dossiers import CounterDossiers
from hallctl.simulate.day import SimulatedDay, seats_for
from hallctl.simulate.people import people_of_a_day, within_reach
from hallctl.simulate.simulated_clock import SimulatedClock
from hallctl.simulate.socket_door import SocketDoor
from hallctl.station.stage import any_window_open, place_window, turn_until

ON_A_DESK = Sizes(
    kiosk=(450, 800), board=(980, 551), panel=(480, 290), sign=(480, 110), pad=(288, 180)
)
"""Sizes at which everything fits a desktop of 1920 × 1080 side by side."""
TURN_S = 0.05
TIDY_EVERY_S = 20.0
WHERE = """The hall answers at {url}; its files are in {hall}.
Press anything you like. It ends when the last window is closed, or with Ctrl-C."""


def run_live(order: DemoOrder) -> None:
    """Play the day in windows until it is over or the last window is closed."""
    settings = new_hall(order.out, past_of(order.days, order.seed))
    clock = clock_of(settings.plan)
    seats = seats_for(settings.plan, SCREENED_COUNTERS)
    counters = [seat.counter for seat in seats]
    crew = crew_of(settings, counters)
    controller = ControllerThread(settings, clock)
    try:
        door = SocketDoor(controller.url, tokens_of(settings, crew))
        random = Random(order.seed)  # noqa: S311 - a game, not a secret
        day = SimulatedDay(
            settings.plan,
            _Patient(door),
            crew,
            random,
            CounterDossiers(settings.plan, clock.today()),
        )
        people = people_of_a_day(settings.plan, order.people, random)
        clock.set_seconds(day.env.now)
        cast = Cast(settings, controller.url, counters, ON_A_DESK)
        _place(cast)
        cast.enter()
        print(WHERE.format(url=controller.url, hall=settings.directory), file=sys.stderr)  # noqa: T201 - the demo talks
        comes = appointed_on(settings, clock.today())
        day.begin(within_reach(people, settings.plan, len(seats)), seats, comes)
        _play(day, clock, order.speed)
        cast.leave()
        door.close()
    finally:
        controller.stop()


def _place(cast: Cast) -> None:
    """Kiosk at the left, the board beside it, counters below, their pads at the right."""
    place_window(cast.kiosk.screen.window, 0, 0)
    place_window(cast.board.screen.window, 460, 0)
    for column, counter in enumerate(cast.panels):
        place_window(cast.signs[counter].screen.window, 460 + column * 487, 600)
        place_window(cast.panels[counter].screen.window, 460 + column * 487, 750)
        place_window(cast.pads[counter].screen.window, 1460, column * 190)


def _play(day: SimulatedDay, clock: SimulatedClock, speed: float) -> None:
    began, start, tidied = monotonic(), day.env.now, monotonic()
    while day.env.now < day.ends_at and any_window_open():
        turn_until(lambda: False, TURN_S)
        now = start + (monotonic() - began) * speed
        clock.set_seconds(now)
        if now > day.env.now:
            day.env.run(until=now)
        if monotonic() - tidied > TIDY_EVERY_S:  # here, where the screens' objects were made
            gc.collect()
            tidied = monotonic()
    turn_until(lambda: not any_window_open(), float("inf"))


class _Patient:
    """People at the desk press too: what they have done already is no fault of the simulated."""

    def __init__(self, door: SocketDoor) -> None:
        self._door = door

    def ask(self, actor: Actor, command: Command) -> tuple[Event, ...]:
        """The facts, or none where somebody at the desk was quicker."""
        try:
            return self._door.ask(actor, command)
        except Refused:
            return ()
