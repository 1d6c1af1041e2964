"""Presses that are all on the wire before any is answered."""

import random

from tests.hall_clients import Reply, Wire

COUNTERS = [str(number) for number in range(1, 9)]
SERVICE = "justice"

Press = tuple[Wire, dict[str, object]]


def all_at_once(presses: list[Press]) -> list[Reply]:
    """Everybody presses before anybody is answered; the answers in the order given."""
    for wire, command in random.sample(presses, len(presses)):
        wire.send(command)
    return [wire.reply() for wire, _ in presses]
