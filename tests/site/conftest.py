"""A hall with a past, served at twenty to ten, and a real browser in front of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser as Chromium

from hallctl.core.permissions import PEOPLE
from hallctl.people.accounts import Account
from hallctl.running import changed_by_hand
from hallctl.web import serving
from tests.simulated import StoppedClock, live
from tests.site.keeper import Keeper
from tests.site.visitor import Visitor, visitor
from tests.web.browsers import PASSWORD
from tests.web.hall_at_work import HallAtWork


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HallAtWork]:
    """Eight days, the last one going on."""
    with staffed(live(tmp_path_factory.mktemp("site") / "hall")) as hall:
        yield hall


@pytest.fixture
def keeper(hall: HallAtWork) -> Keeper:
    """Whoever keeps the settings of the module's hall."""
    return Keeper(hall)


@pytest.fixture
def supervisor(chromium: Chromium, hall: HallAtWork) -> Iterator[Visitor]:
    """Somebody who runs the module's hall, in front of its floor."""
    with visitor(chromium, hall, account="supervisor") as seen:
        seen.open("/floor")
        yield seen
        assert seen.complaints == []


@contextmanager
def staffed(path: Path) -> Iterator[HallAtWork]:
    """The hall in that folder, a commune's without a past where there is none, at twenty to ten, with its people.

    It looks again at once where a hall in life rests for seconds.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(changed_by_hand, "LOOK_EVERY_S", 0.1)
        patch.setattr(serving, "REFRESH_S", 0.5)
        hall = HallAtWork(path, StoppedClock())
        try:
            take_on_staff(hall)
            yield hall
        finally:
            hall.close()


def take_on_staff(hall: HallAtWork) -> None:
    """One account a role, named like the role."""
    registry, now = hall.assembly.people.registry, hall.assembly.controller.now()
    for role in PEOPLE:
        registry.add(Account(account=role, name=f"Bà {role}", role=role), "test", now)
        registry.choose_password(role, PASSWORD, now)
