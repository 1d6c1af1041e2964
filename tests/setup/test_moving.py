"""Where a hall listens when it begins again."""

import errno
from pathlib import Path

import msgspec
import pytest

from hallctl.running import Asked, Ending
from hallctl.running.moving import Begun, Given, onward, served
from hallctl.samples import write_sample
from hallctl.settings import HallSettings, Server, read_hall

BEFORE = Asked("127.0.0.1", 40123)
ANYWHERE = "0.0.0.0"


@pytest.fixture
def hall(tmp_path: Path) -> HallSettings:
    write_sample(tmp_path / "hall", "commune")
    return read_hall(tmp_path / "hall")


def with_server(hall: HallSettings, server: Server) -> HallSettings:
    return msgspec.structs.replace(hall, server=server)


@pytest.mark.parametrize(
    ("given", "was", "now", "port"),
    [
        (Given(), 8080, 8090, 8090),
        (Given(), 8080, 8080, 40123),
        (Given(), 0, 0, 40123),
        (Given(port=40123), 8080, 8090, 40123),
    ],
    ids=["moved", "as it was", "a free one is kept", "given on the command line"],
)
def test_a_port_is_kept_unless_the_file_has_changed_it(
    hall: HallSettings, given: Given, was: int, now: int, port: int
) -> None:
    assert onward(BEFORE, given, was, with_server(hall, Server(port=now))).port == port


def test_a_given_host_holds_whatever_the_file_says(hall: HallSettings) -> None:
    found = with_server(hall, Server(host=ANYWHERE))
    assert onward(BEFORE, Given("127.0.0.1"), 8080, found).host == "127.0.0.1"
    assert onward(BEFORE, Given(), 8080, found).host == ANYWHERE


class Run:
    """Serves once, begins again, and can't listen at one port."""

    def __init__(self, error: OSError) -> None:
        self.error = error
        self.asked: list[Asked] = []
        self.servers: list[Server] = []

    def __call__(self, found: HallSettings, asked: Asked, *, has_begun: bool = False) -> Ending:
        self.asked.append(asked)
        self.servers.append(found.server)
        if len(self.asked) == 2:
            raise self.error
        return Ending("", asked.port, begins_again=not has_begun)


def begun(hall: HallSettings, first: Server, then: Server, asked: Asked) -> Begun:
    """What the file says first, and when it is read once more."""
    said = [with_server(hall, then)]
    return Begun(with_server(hall, first), asked, said.pop)


def test_a_hall_that_can_not_listen_stays_where_it_was_and_knows_why(
    hall: HallSettings, caplog: pytest.LogCaptureFixture
) -> None:
    was, now = Server(port=8080), Server(port=8090, public_http_port=8091)
    run = Run(OSError(errno.EADDRINUSE, "while attempting to bind on address ('127.0.0.1', 8090)"))
    served(run, begun(hall, was, now, Asked("127.0.0.1", 8080)), Given())
    assert [one.port for one in run.asked] == [8080, 8090, 8080]
    assert "127.0.0.1:8090 is taken by another program" in run.asked[-1].fault
    assert run.servers == [was, now, was], "the rest of the file holds, its address does not"
    assert "stays where it listened" in caplog.text


def test_a_trouble_that_is_none_of_the_address_ends_it(hall: HallSettings) -> None:
    run = Run(OSError(errno.ENOSPC, "no space left on device"))
    with pytest.raises(OSError, match="no space"):
        served(run, begun(hall, Server(), Server(port=8090), BEFORE), Given())
