"""Whether the controller could listen where it is to: tried on this machine, with its real sockets."""

import socket
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from hallctl.certificates.authority import utc_now
from hallctl.samples import write_sample
from hallctl.settings import HallSettings, Server, read_hall
from hallctl.settings.problems import Problem
from hallctl.web.addresses import Listens
from hallctl.web.sections.listening_trial import CameBy, Standing, certificates_of, problems_of

HERE, ANYWHERE, ELSEWHERE = "127.0.0.1", "0.0.0.0", "192.0.2.77"
AT_THE_MACHINE, FROM_OUTSIDE = CameBy(HERE, is_here=True), CameBy("127.0.0.2", is_here=False)
NOW = Standing(Server(host=HERE, port=8080), Listens(HERE, 8080))


@pytest.fixture
def hall(tmp_path: Path) -> HallSettings:
    write_sample(tmp_path / "hall", "commune")
    return read_hall(tmp_path / "hall")


@pytest.fixture
def taken() -> Iterator[int]:
    """A port at which another program listens."""
    with socket.socket() as other:
        other.bind((HERE, 0))
        other.listen()
        yield int(other.getsockname()[1])


def problems(
    hall: HallSettings, server: Server, came: CameBy = AT_THE_MACHINE
) -> tuple[Problem, ...]:
    """What is wrong with moving there."""
    at = Listens(server.host, server.port, server.public_http_port, server.encrypts(server.host))
    return problems_of(msgspec.structs.replace(hall, server=server), NOW, at, came)


def paths(found: tuple[Problem, ...]) -> list[str]:
    return [one.path for one in found]


def free_port() -> int:
    with socket.socket() as asked:
        asked.bind((HERE, 0))
        return int(asked.getsockname()[1])


def test_a_free_port_of_this_machine_is_good(hall: HallSettings) -> None:
    assert problems(hall, Server(host=HERE, port=free_port())) == ()


def test_a_port_that_is_taken_is_refused_but_never_our_own(hall: HallSettings, taken: int) -> None:
    assert paths(problems(hall, Server(host=HERE, port=taken))) == ["server.port"]
    ours = Standing(Server(host=HERE, port=taken), Listens(HERE, taken))
    wider = msgspec.structs.replace(
        hall, server=Server(host=HERE, port=taken, public_url="http://a")
    )
    assert problems_of(wider, ours, Listens(HERE, taken), AT_THE_MACHINE) == ()


def test_the_phones_port_is_tried_too(hall: HallSettings, taken: int) -> None:
    server = Server(host=HERE, port=free_port(), tls=True, public_http_port=taken)
    assert paths(problems(hall, server)) == ["server.public_http_port"]


def test_an_address_of_another_machine_is_refused(hall: HallSettings) -> None:
    for host in (ELSEWHERE, "no-such-machine.invalid"):
        assert paths(problems(hall, Server(host=host, port=free_port()))) == ["server.host"]


def test_nobody_shuts_themselves_out(hall: HallSettings) -> None:
    port = free_port()
    only_here = Server(host=HERE, port=port)
    assert paths(problems(hall, only_here, FROM_OUTSIDE)) == ["server.host"]
    assert problems(hall, only_here, AT_THE_MACHINE) == ()
    assert problems(hall, Server(host="127.0.0.2", port=port), FROM_OUTSIDE) == ()
    assert problems(hall, Server(host=ANYWHERE, port=port, tls=False), FROM_OUTSIDE) == ()


def test_a_port_that_changes_at_every_start_is_refused(hall: HallSettings) -> None:
    assert paths(problems(hall, Server(host=HERE, port=0))) == ["server.port"]


def test_certificates_that_do_not_belong_together_are_refused(
    hall: HallSettings, tmp_path: Path
) -> None:
    server = Server(host=HERE, port=free_port(), tls=True)
    assert problems(hall, server) == (), "they are made when it begins again"
    certificates_of(hall).authority(utc_now())
    assert problems(hall, server) == ()
    write_sample(tmp_path / "other", "commune")
    other = certificates_of(read_hall(tmp_path / "other"))
    other.authority(utc_now())
    certificates_of(hall).authority_file.write_bytes(other.authority_file.read_bytes())
    (problem,) = problems(hall, server)
    assert problem.path == "server.tls"
    assert "not that of its certificate" in problem.wrong
    assert problems(hall, Server(host=HERE, port=server.port)) == (), "without TLS none is needed"


def test_what_is_not_changed_is_not_tried(hall: HallSettings) -> None:
    assert problems(hall, NOW.server, FROM_OUTSIDE) == ()
