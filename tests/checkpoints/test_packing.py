"""Dossiers lie packed until somebody asks; then they are what they were, and share what they shared."""

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest

from hallctl.core.dossier_life import DossierStep
from hallctl.core.hall import Hall
from hallctl.core.hall.dossier import Dossier, StepTaken
from hallctl.core.hall.dossier_shelf import Shelf
from hallctl.core.hall.packed_dossiers import Dossiers
from hallctl.core.hall.packed_hall import packed, unpacked
from tests.dossiers.desk import Desk


@pytest.fixture
def desk() -> Desk:
    desk = Desk()
    for _ in range(3):
        desk.receive()
    return desk


def again(hall: Hall) -> Shelf:
    return unpacked(packed(hall)).dossiers


def test_they_come_back_in_their_order_and_are_known_by_their_codes(desk: Desk) -> None:
    kept, shelf = desk.shelf.every, again(desk.day.hall)
    assert list(shelf.every) == list(kept)
    assert len(shelf.every) == 3
    assert "H00.01-990101-0001" not in shelf.every
    assert shelf.every.get("H00.01-990101-0001") is None
    with pytest.raises(KeyError):
        shelf.every["H00.01-990101-0001"]
    assert shelf.every == kept


def test_what_is_changed_stays_changed_and_new_ones_come_last(desk: Desk) -> None:
    shelf = again(desk.day.hall)
    first, *_, last = shelf.every
    shelf.every[last].supplements = 4
    shelf.every["new"] = shelf.every[first]
    assert shelf.every[last].supplements == 4
    assert list(shelf.every) == [*desk.shelf.every, "new"]
    assert len(shelf.every) == 4


def test_what_many_have_in_common_is_there_once(desk: Desk) -> None:
    one, other, _ = again(desk.day.hall).every.values()
    for name in ("procedure", "department", "counted_for", "service", "calendar", "rules", "term"):
        assert getattr(one, name) is getattr(other, name), name


def test_a_way_of_thousands_of_steps_is_packed_whole(desk: Desk) -> None:
    hall = desk.day.hall
    dossier = next(iter(hall.dossiers.every.values()))
    for at in range(3_000):
        dossier.last_step = StepTaken(
            DossierStep.FORWARD, at, dossier.last_step, department="tax", day=date(2026, 11, 23)
        )
    step = again(hall).every[dossier.dossier].last_step
    for at in reversed(range(3_000)):
        assert step is not None
        assert (step.at, step.department) == (at, "tax")
        step = step.before


@pytest.fixture
def quick_turns() -> Iterator[None]:
    """Threads take turns within microseconds."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


@pytest.mark.usefixtures("quick_turns")
def test_who_asks_at_the_same_moment_gets_the_same_dossier(desk: Desk) -> None:
    code, body = next(iter(desk.shelf.every)), packed(desk.day.hall)
    with ThreadPoolExecutor(4) as pool:
        for _ in range(100):
            every = unpacked(body).dossiers.every
            together = Barrier(4)
            asked = [pool.submit(_ask, every, code, together) for _ in range(4)]
            assert len({id(one.result()) for one in asked}) == 1


def _ask(every: Dossiers, code: str, together: Barrier) -> Dossier:
    together.wait()
    return every[code]
