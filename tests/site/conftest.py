"""A hall with a past, served at twenty to ten, and a real browser in front of it."""

from collections.abc import Iterator

import pytest

from hallctl.core.permissions import PEOPLE
from hallctl.people.accounts import Account
from tests.simulated import StoppedClock, live
from tests.web.browsers import PASSWORD
from tests.web.hall_at_work import HallAtWork


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HallAtWork]:
    """Eight days, the last one going on."""
    path = live(tmp_path_factory.mktemp("site") / "hall")
    hall = HallAtWork(path, StoppedClock())
    take_on_staff(hall)
    yield hall
    hall.close()


def take_on_staff(hall: HallAtWork) -> None:
    """One account a role, named like the role."""
    registry, now = hall.assembly.people.registry, hall.assembly.controller.now()
    for role in PEOPLE:
        registry.add(Account(account=role, name=f"Bà {role}", role=role), "test", now)
        registry.choose_password(role, PASSWORD, now)
