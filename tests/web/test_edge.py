"""The edge under attack: floods, slow callers, great and broken messages, and what browsers are told."""

import json
import os
import socket
import struct
import time
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallctl.core.permissions import Role
from hallctl.people.accounts import Account
from hallctl.people.record import Kind, Line, lines
from hallctl.web.door import edge, slow_callers
from hallctl.web.door.limits import FOR_AN_ADDRESS, Limiter, Rate
from hallctl.web.door.slow_callers import SlowCallers
from hallctl.web.known.links import Links
from tests.hall_clients import Listener, new_hall, wish
from tests.web.browsers import PASSWORD, Browser
from tests.web.hall_at_work import HallAtWork, granted

FLOOD = int(FOR_AN_ADDRESS.at_once) + 300
HOSTILE, HONEST = "203.0.113.66", "203.0.113.5"
EVERY_PATH = [
    "/", "/login", "/today", "/procedures", "/account", "/nothing-here", "/t/x", "/d/x",
    "/static/x/y", "/api/health", "/api/openapi.json", "/api/views/board", "/api/views/nothing",
    "/api/stations", "/api/dossiers/x", "/api/procedures", "/api/sign-in", "/record",
]  # fmt: skip


@pytest.fixture(scope="module")
def proxied(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HallAtWork]:
    """A hall behind a proxy on its own machine: the tests are that proxy."""
    path = new_hall(tmp_path_factory.mktemp("proxied") / "hall", "commune")
    file = path / "hall.toml"
    said = file.read_text("utf-8")
    file.write_text(
        said.replace("\npublic_http_port", "\nbehind_proxy = true\npublic_http_port"), "utf-8"
    )
    hall = HallAtWork(path)
    hall.assembly.doors.edge._clock = lambda: 0.0  # no bucket fills again, however slow we are
    yield hall
    hall.close()


def ask(hall: HallAtWork, path: str, method: str = "GET", **headers: str) -> HTTPResponse:
    connection = HTTPConnection("127.0.0.1", hall.port, timeout=20)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, path, headers=named)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer


def flood(hall: HallAtWork, *lines: str) -> list[int]:
    """Many requests on one connection, as fast as it goes; the status of each."""
    wire = hall.wire_with("")
    wire.head("".join(f"{line}\r\n" for line in lines).encode())
    return [wire.get("/api/health").status for _ in range(FLOOD)]


def test_a_flood_from_one_address_is_cut_and_others_go_on(proxied: HallAtWork) -> None:
    statuses = flood(proxied, f"X-Forwarded-For: {HOSTILE}")
    assert statuses[: int(FOR_AN_ADDRESS.at_once)].count(200) == FOR_AN_ADDRESS.at_once
    assert statuses.count(429) > 0
    refused = ask(proxied, "/login", X_Forwarded_For=HOSTILE)
    assert refused.status == 429
    assert int(refused.headers["Retry-After"]) >= 1
    assert ask(proxied, "/login", X_Forwarded_For=HONEST).status == 200


def test_a_station_behind_a_flooding_address_goes_on(proxied: HallAtWork) -> None:
    address = "203.0.113.77"
    flood(proxied, f"X-Forwarded-For: {address}")
    kiosk = proxied.wire("kiosk-1")
    kiosk.head(f"X-Forwarded-For: {address}\r\n".encode())
    assert kiosk.get("/api/views/kiosk").status == 200


def test_a_made_up_token_buys_no_more(proxied: HallAtWork) -> None:
    statuses = flood(proxied, "X-Forwarded-For: 203.0.113.88", "Authorization: Bearer nonsense")
    assert statuses.count(429) > 0


def test_only_a_proxy_on_this_machine_is_believed(quiet_hall: HallAtWork) -> None:
    statuses = flood(quiet_hall, f"X-Forwarded-For: {HOSTILE}")
    assert statuses.count(429) == 0, "without a proxy nobody looks at what anybody can write"


def test_behind_a_proxy_that_encrypts_cookies_are_secure(proxied: HallAtWork) -> None:
    registry, now = proxied.assembly.people.registry, proxied.assembly.controller.now()
    registry.add(Account(account="lan", name="Lan", role=Role.HEAD), "test", now)
    registry.choose_password("lan", PASSWORD, now)
    sent = {"X-Forwarded-For": HONEST, "X-Forwarded-Proto": "https"}
    form = {"account": "lan", "password": PASSWORD}
    answer = Browser(proxied.port).post("/login", form, **sent)
    assert answer.status == 303
    assert answer.headers["set-cookie"].startswith("__Host-hall_")
    (line,) = [one for one in records(proxied) if one.kind is Kind.SIGNED_IN]
    assert line.address == HONEST


def records(hall: HallAtWork) -> list[Line]:
    with hall.assembly.people.store.reading() as database:
        return list(lines(database))


@given(st.lists(st.tuples(st.integers(0, 40), st.floats(0, 5)), max_size=300))
def test_no_key_gets_more_than_its_rate_and_memory_is_bounded(
    asked: list[tuple[int, float]],
) -> None:
    rate, now = Rate(a_second=2, at_once=5), 0.0
    limiter = Limiter(rate, most=1000)
    admitted: dict[int, int] = {}
    for key, passed in asked:
        now += passed
        if limiter.wait_s(str(key), now) == 0:
            admitted[key] = admitted.get(key, 0) + 1
    assert all(count <= rate.at_once + now * rate.a_second + 1e-6 for count in admitted.values())


@given(st.integers(1, 50), st.integers(0, 500))
def test_a_limiter_forgets_the_longest_unseen(most: int, keys: int) -> None:
    limiter = Limiter(Rate(1, 1), most)
    for key in range(keys):
        limiter.wait_s(str(key), 0.0)
    assert len(limiter) == min(most, keys)


def test_whoever_waits_as_told_comes_in() -> None:
    limiter = Limiter(Rate(a_second=4, at_once=1))
    assert limiter.wait_s("a", 0.0) == 0
    wait_s = limiter.wait_s("a", 0.0)
    assert limiter.wait_s("a", wait_s + 1e-9) == 0


def test_a_connection_that_never_asks_is_dropped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(slow_callers, "LOOK_S", 0.05)
    monkeypatch.setattr(slow_callers, "HEAD_S", 0.3)
    hall = HallAtWork(tmp_path / "hall")
    asked = hall.wire()
    assert asked.get("/api/health").status == 200
    for begun in (b"", b"GET / HT", b"GET / HTTP/1.1\r\nHost: hall\r\nX: "):
        with socket.create_connection(("127.0.0.1", hall.port), timeout=20) as slow:
            slow.sendall(begun)
            assert slow.recv(1) == b"", begun
    assert asked.get("/api/health").status == 200, "who has asked before may rest"
    listener = hall.listen("view=board")
    listener.view()
    assert listener.is_quiet(0.6), "and who listens is not thrown out"
    hall.close()


def test_silence_is_measured_by_a_clock_that_only_goes_forward() -> None:
    class Caller:
        is_closed = False

        def force_close(self) -> None:
            self.is_closed = True

    now = [0.0]
    callers, quiet, asks = SlowCallers(lambda: now[0]), Caller(), Caller()
    callers.look([quiet, asks])  # type: ignore[list-item]
    callers.has_spoken(asks)  # type: ignore[arg-type]
    now[0] = slow_callers.HEAD_S - 0.01
    callers.look([quiet, asks])  # type: ignore[list-item]
    assert not quiet.is_closed
    now[0] = slow_callers.HEAD_S
    callers.look([quiet, asks])  # type: ignore[list-item]
    assert (quiet.is_closed, asks.is_closed) == (True, False)


def test_a_body_that_trickles_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(edge, "BODY_S", 0.3)
    hall = HallAtWork(tmp_path / "hall")
    with socket.create_connection(("127.0.0.1", hall.port), timeout=20) as slow:
        slow.sendall(b"POST /login HTTP/1.1\r\nHost: hall\r\nContent-Length: 1000\r\n\r\na")
        assert slow.recv(4096).startswith(b"HTTP/1.1 408 ")
    hall.close()


@pytest.mark.parametrize(
    "path", ["/api/commands", "/login", "/api/pairing", "/api/stations", "/api/sign-in"]
)
def test_a_body_that_is_too_great_is_not_read(quiet_hall: HallAtWork, path: str) -> None:
    wire = quiet_hall.wire("counter-1")
    reply = wire.request("POST", path, b"x" * 70_000)
    assert reply.status in {400, 403, 413}


def test_a_long_body_that_comes_after_its_head_is_refused_in_json(quiet_hall: HallAtWork) -> None:
    connection = HTTPConnection("127.0.0.1", quiet_hall.port, timeout=10)
    connection.putrequest("POST", "/api/commands")
    connection.putheader("Authorization", f"Bearer {quiet_hall.token()}")
    connection.putheader("Content-Length", "70000")
    connection.endheaders()
    time.sleep(0.05)  # the hall has read the head, and waits
    connection.send(b" " * 70_000)
    answer = connection.getresponse()
    assert answer.status == 413
    assert json.loads(answer.read())["refused"] == "request_entity_too_large"
    connection.close()


@pytest.mark.parametrize(
    "head",
    [
        b"GET /" + b"a" * 20_000 + b" HTTP/1.1\r\nHost: h\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: h\r\nX: " + b"a" * 20_000 + b"\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: h\r\n" + b"X: y\r\n" * 5_000 + b"\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"POST / HTTP/1.1\r\nHost: h\r\nContent-Length: -1\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
    ],
    ids=["path", "field", "fields", "tls", "length", "smuggling"],
)
def test_a_head_that_cannot_be_is_answered_400_and_the_hall_goes_on(
    quiet_hall: HallAtWork, head: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    with socket.create_connection(("127.0.0.1", quiet_hall.port), timeout=20) as raw:
        raw.sendall(head)
        assert raw.recv(4096).split()[1] == b"400"
    assert quiet_hall.wire().get("/api/health").status == 200
    assert caplog.text == "", "noise from outside fills no log"


def test_whoever_hangs_up_within_a_body_fills_no_log(
    quiet_hall: HallAtWork, caplog: pytest.LogCaptureFixture
) -> None:
    for _ in range(3):
        with socket.create_connection(("127.0.0.1", quiet_hall.port)) as caller:
            caller.sendall(b"POST /api/commands HTTP/1.1\r\nHost: x\r\nContent-Length: 99\r\n\r\n{")
            time.sleep(0.05)  # the hall has read the head, and waits
    time.sleep(0.05)
    assert quiet_hall.wire().get("/api/health").status == 200
    assert caplog.text == ""


def frame(
    opcode: int, payload: bytes, *, is_masked: bool = True, length: int | None = None
) -> bytes:
    size = len(payload) if length is None else length
    mask = os.urandom(4) if is_masked else b""
    head = bytes((0x80 | opcode,))
    bit = 0x80 if is_masked else 0
    if size < 126:
        head += bytes((bit | size,))
    elif size < 1 << 16:
        head += bytes((bit | 126,)) + struct.pack("!H", size)
    else:
        head += bytes((bit | 127,)) + struct.pack("!Q", size)
    body = bytes(one ^ mask[at % 4] for at, one in enumerate(payload)) if mask else payload
    return head + mask + body


@pytest.mark.parametrize(
    "sent",
    [
        frame(1, b"x" * 5_000),
        frame(1, b"", length=1 << 40),
        frame(3, b"reserved"),
        frame(1, b"\xff\xfe"),
        frame(8, b"\x00"),
        frame(9, b"x" * 200),
        b"\xff" * 64,
        frame(0, b"goes on from nothing"),
    ],
    ids=["great", "endless", "reserved", "no-utf8", "bad-close", "great-ping", "noise", "odd"],
)
def test_a_broken_message_costs_its_sender_the_socket_and_nobody_else(
    hall: HallAtWork, sent: bytes
) -> None:
    broken, sound = hall.listen("view=board"), hall.listen("view=board")
    broken.view(), sound.view()
    broken._socket.sendall(sent)
    with pytest.raises(ConnectionError):
        broken.view_where(lambda _view: False)
    granted(hall.wire().ask(wish("OpenDay")))
    assert sound.view_where(lambda view: view["business_day"] is not None)


@given(st.binary(min_size=1, max_size=400))
def test_noise_on_a_socket_never_hurts_the_hall(fuzzed: HallAtWork, noise: bytes) -> None:
    noisy = Listener(fuzzed.port, "view=board")
    assert noisy.status == 101
    noisy._socket.sendall(noise)
    noisy.crash()
    assert fuzzed.fuzzing.get("/api/health").json["status"] == "ok"


@pytest.fixture(scope="module")
def fuzzed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HallAtWork]:
    hall = HallAtWork(tmp_path_factory.mktemp("noisy") / "hall")
    hall.fuzzing = hall.wire()
    yield hall
    hall.close()


@pytest.mark.parametrize("path", EVERY_PATH)
def test_every_answer_tells_browsers_to_be_strict(quiet_hall: HallAtWork, path: str) -> None:
    headers = ask(quiet_hall, path).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert "http:" not in policy.replace("ws://", "")
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] in {"no-referrer", "same-origin"}
    assert "camera=()" in headers["Permissions-Policy"]
    assert headers["Server"] == "hallctl", "no version of anything"


LINK = Links(b"s" * 32).link("2026-11-23-A017")


@given(st.integers(0, len(LINK) - 1), st.characters(categories=["Ll", "Nd"]))
def test_a_link_with_one_letter_changed_opens_nothing(at: int, letter: str) -> None:
    changed = LINK[:at] + letter + LINK[at + 1 :]
    assert (Links(b"s" * 32).ticket(changed) is None) is (changed != LINK)


@pytest.mark.parametrize("station", ["", "kiosk-1", "board-1", "sign-1", "counter-2"])
def test_a_panel_s_view_is_for_its_own_counter_alone(quiet_hall: HallAtWork, station: str) -> None:
    token = quiet_hall.token(station) if station else ""
    status = quiet_hall.wire_with(token).get("/api/views/counter?counter=1").status
    assert status == (403 if station else 401)
    assert quiet_hall.listen("view=counter&counter=1", token).status == status


def test_a_panel_and_the_admin_see_it(quiet_hall: HallAtWork) -> None:
    for station in ("counter-1", ""):
        assert quiet_hall.wire(station).get("/api/views/counter?counter=1").status == 200
