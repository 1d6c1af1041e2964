"""Stations find their hall on the LAN; here the LAN is this machine's loopback."""

import asyncio
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from uuid import uuid4

import pytest

from hallctl.running.announcing import LONGEST_NAME, Announced, Announcement, _label, announce
from hallctl.station.link.discovery import SeveralHallsError, find_hall, the_hall_heard

LOOPBACK = "127.0.0.1"
NAME = "Trung tâm Phục vụ hành chính công tỉnh Bà Rịa – Vũng Tàu, cơ sở 2"


@pytest.fixture(autouse=True)
def a_network_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """Other tests' halls announce themselves on this loopback too, and are not to be heard here."""
    known_as = f"_{uuid4().hex[:15]}._tcp.local."
    monkeypatch.setattr("hallctl.running.announcing.SERVICE_TYPE", known_as)
    monkeypatch.setattr("hallctl.station.link.discovery.SERVICE_TYPE", known_as)


@contextmanager
def announced(port: int, hall: str) -> Iterator[Callable[[str], None]]:
    """A controller's loop in a thread, announcing; gives what renames the hall."""
    loop = asyncio.new_event_loop()
    ready, done = threading.Event(), asyncio.Event()
    opened: list[Announcement] = []

    async def stay() -> None:
        async with announce(hall, Announced(port, LOOPBACK)) as announcement:
            opened.append(announcement)
            ready.set()
            await done.wait()

    def rename(name: str) -> None:
        loop.call_soon_threadsafe(opened[0].call_it, name)

    thread = threading.Thread(target=loop.run_until_complete, args=(stay(),))
    thread.start()
    assert ready.wait(10)
    try:
        yield rename
    finally:
        loop.call_soon_threadsafe(done.set)
        thread.join(10)
        loop.close()


def test_a_station_finds_an_announced_hall_by_its_whole_name() -> None:
    name = f"{NAME} {uuid4()}"
    with announced(8123, name):
        found = find_hall(10.0, LOOPBACK, name)
    assert found is not None
    assert found.base_url == "http://127.0.0.1:8123"
    assert found.hall == name


def test_a_renamed_hall_is_found_by_its_new_name_and_no_more_by_the_old() -> None:
    old, new = f"{NAME} {uuid4()}", f"Trung tâm mới {uuid4()}"
    with announced(8127, old) as rename:
        rename("tên giữa chừng")
        rename(new)
        found = find_hall(10.0, LOOPBACK, new)
        assert found is not None
        assert found.base_url == "http://127.0.0.1:8127"
        assert find_hall(0.5, LOOPBACK, old) is None


def test_any_hall_will_do_where_none_is_named() -> None:
    with announced(8124, NAME):
        assert find_hall(10.0, LOOPBACK) is not None


def test_halls_that_announce_themselves_together_are_no_trouble() -> None:
    """The browser may still ask about the second when the first has ended the search."""
    with announced(8125, f"{NAME} {uuid4()}"), announced(8126, f"{NAME} {uuid4()}"):
        for _ in range(5):
            assert find_hall(10.0, LOOPBACK) is not None


def test_a_station_joins_none_of_two_halls_by_chance() -> None:
    names = [f"Một cửa {uuid4()}", f"Trung tâm {uuid4()}"]
    with (
        announced(8128, names[0]),
        announced(8129, names[1]),
        pytest.raises(SeveralHallsError) as told,
    ):
        the_hall_heard(10.0, LOOPBACK)
    assert all(name in str(told.value) for name in names)
    assert "http://127.0.0.1:8129" in str(told.value)


def test_nothing_is_found_where_no_hall_is() -> None:
    assert find_hall(0.2, LOOPBACK, f"{NAME} {uuid4()}") is None


@pytest.mark.parametrize("hall", [NAME, "", "U.B.N.D. Phường 1", "Ệ" * 80])
def test_a_hall_name_fits_into_one_label(hall: str) -> None:
    label = _label(hall)
    assert 0 < len(label.encode()) <= LONGEST_NAME
    assert "." not in label


def test_a_network_that_refuses_is_only_logged(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def no_network(**_: object) -> None:
        raise OSError("network is unreachable")

    async def stay() -> str:
        async with announce(NAME, Announced(8123)):
            return "the hall works"

    monkeypatch.setattr("hallctl.running.announcing.AsyncZeroconf", no_network)
    assert asyncio.run(stay()) == "the hall works"
    assert "not announced" in caplog.text


def test_the_controllers_side_needs_no_qt() -> None:
    code = "import sys, hallctl.running.announcing; sys.exit('PySide6' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
