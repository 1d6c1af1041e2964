"""Connections are capped in all and for an address, and thousands that rest harm nobody."""

import asyncio
import resource
import socket

import pytest
from aiohttp import web

from hallctl.web.door.capped import KEPT_BACK, Caps, most_connections
from tests.thorough import THOROUGH
from tests.web.hall_at_work import HallAtWork

RESTING = 10_000 if THOROUGH else 2_000
"""More than select() knows; past that they differ in number only."""


class Line:
    """A connection from somewhere."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.is_aborted = False

    def get_extra_info(self, _name: str) -> tuple[str, int]:
        return (self.address, 40_000)

    def abort(self) -> None:
        self.is_aborted = True


class Visits:
    """A server that nobody listens at, and who comes to it."""

    def __init__(self, most: int, an_address: int) -> None:
        async def answer(_request: web.BaseRequest) -> web.Response:
            return web.Response()

        self.loop = asyncio.new_event_loop()
        self.server = web.Server(answer, loop=self.loop)
        Caps(most, an_address).watch(self.server)

    def come(self, address: str) -> tuple[object, bool]:
        handler, line = self.server(), Line(address)
        self.server.connection_made(handler, line)  # type: ignore[arg-type]
        return handler, not line.is_aborted

    def go(self, handler: object) -> None:
        self.server.connection_lost(handler)  # type: ignore[arg-type]


@pytest.fixture
def visits():
    made = Visits(most=6, an_address=3)
    yield made
    made.loop.close()


def test_one_address_gets_its_share_and_others_come_in(visits: Visits) -> None:
    first = [visits.come("192.0.2.1") for _ in range(4)]
    assert [is_in for _, is_in in first] == [True, True, True, False]
    assert visits.come("192.0.2.2")[1]
    visits.go(first[0][0])
    assert visits.come("192.0.2.1")[1], "whoever leaves makes room"
    visits.go(first[3][0])
    assert not visits.come("192.0.2.1")[1], "and who never was in makes none"


def test_past_the_whole_only_this_machine_itself_comes_in(visits: Visits) -> None:
    assert all(visits.come(f"192.0.2.{n}")[1] for n in range(6))
    assert not visits.come("192.0.2.9")[1]
    assert visits.come("127.0.0.1")[1]


def test_a_hall_has_as_many_files_as_it_may_get() -> None:
    most = most_connections()
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    assert most == max(soft - KEPT_BACK, KEPT_BACK)
    assert soft == min(hard, 65_536) or hard == resource.RLIM_INFINITY


def test_thousands_of_connections_that_rest_harm_nobody(hall: HallAtWork) -> None:
    most_connections()
    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    number = min(RESTING, soft // 2 - 500)
    request = b"GET /health/live HTTP/1.1\r\nHost: hall\r\n\r\n"
    resting = []
    try:
        for _ in range(number):
            one = socket.create_connection(("127.0.0.1", hall.port), timeout=20)
            one.sendall(request)
            resting.append(one)
        for one in resting:
            assert one.recv(12) == b"HTTP/1.1 200"
        assert hall.wire().get("/api/views/board").status == 200
    finally:
        for one in resting:
            one.close()
