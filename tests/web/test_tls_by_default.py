"""A new hall encrypts whatever leaves the machine, without anybody having asked for it."""

import json
import re
import ssl
from collections.abc import Iterator
from http.client import HTTPSConnection
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from hallctl.settings.tables.hall import Server, is_loopback
from tests.hall_clients import Serve, start_hallctl, wish
from tests.verbs import said


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serve]:
    path = tmp_path_factory.mktemp("default") / "hall"
    said("init", path)
    hall = Serve(path, process=start_hallctl("serve", str(path), "--port", "0"))
    yield hall
    assert hall.stop() == 0


def stations_page(served: Serve) -> str:
    address = served.hall.address.read_text().strip()
    with urlopen(f"{address}/stations") as answer:
        return str(answer.read().decode())


def test_programs_on_the_machine_itself_go_on_over_plain_http(served: Serve) -> None:
    address = served.hall.address.read_text().strip()
    assert address.startswith("http://127.0.0.1:")
    token = served.hall.admin_token.read_text().strip()
    body = json.dumps(wish("OpenDay")).encode()
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    with urlopen(Request(f"{address}/api/commands", body, headers)) as answer:
        assert json.load(answer)["events"][0]["type"] == "DayOpened"


def test_stations_are_answered_under_the_hall_s_authority(served: Serve) -> None:
    _, _, rest = stations_page(served).partition("--hall https://")
    host, _, port = rest.split()[0].partition(":")
    copied = served.hall.path / "run" / "stations" / "authority.pem"
    context = ssl.create_default_context(cafile=copied)
    for name in {host, "127.0.0.1"}:
        connection = HTTPSConnection(name, int(port), context=context, timeout=20)
        connection.request("GET", "/api/health")
        assert connection.getresponse().status == 200
        connection.close()


def test_phones_have_a_plain_door_of_their_own(served: Serve) -> None:
    kiosk = served.wire("kiosk-1")
    kiosk.ask(wish("OpenDay"))
    assert kiosk.ask(wish("IssueTicket", service="results")).status == 200
    printed = kiosk.get("/api/views/kiosk").body.decode()
    links = re.findall(r"http://[^\"]+/t/[^\"]+", printed)
    assert links
    for link in links:
        with urlopen(link) as page:
            assert page.status == 200
        with pytest.raises(HTTPError, match="403"):
            urlopen(link.partition("/t/")[0] + "/login")


@pytest.mark.parametrize(
    ("written", "host", "encrypts"),
    [
        (None, "0.0.0.0", True),
        (None, "192.168.1.10", True),
        (None, "hall.example.vn", True),
        (None, "127.0.0.1", False),
        (None, "localhost", False),
        (None, "::1", False),
        (True, "127.0.0.1", True),
        (False, "0.0.0.0", False),
    ],
)
def test_what_others_could_hear_is_encrypted(
    written: bool | None, host: str, encrypts: bool
) -> None:
    assert Server(tls=written).encrypts(host) is encrypts
    assert is_loopback(host) is (host in {"127.0.0.1", "localhost", "::1"})


def test_without_tls_only_whoever_says_so(tmp_path: Path) -> None:
    said("init", tmp_path / "hall")
    plain = Serve(
        tmp_path / "hall",
        process=start_hallctl("serve", str(tmp_path / "hall"), "--port", "0", "--no-tls"),
    )
    assert "--hall http://" in stations_page(plain)
    assert plain.stop() == 0
