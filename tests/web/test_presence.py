"""Who is there, and from how many machines, as their sockets tell."""

import socket

from hallctl.web.presence import Presences
from tests.web.hall_at_work import HallAtWork

KIOSK, CLONE = "192.0.2.11", "192.0.2.12"


def test_a_station_on_two_machines_is_noticed_until_one_has_gone() -> None:
    now = [1000]
    presences = Presences(lambda: now[0])
    presences.arrive("kiosk-1", KIOSK)
    presences.arrive("kiosk-1", KIOSK)
    assert presences.now()["kiosk-1"].twice_since == 0, "one machine may have two sockets"
    now[0] = 2000
    presences.arrive("kiosk-1", CLONE)
    now[0] = 3000
    presences.arrive("kiosk-1", CLONE)
    assert presences.now()["kiosk-1"].twice_since == 2000
    for _ in range(2):
        presences.leave("kiosk-1", CLONE)
    assert presences.now()["kiosk-1"] == (True, 3000, 0, None, 0)
    for _ in range(2):
        presences.leave("kiosk-1", KIOSK)
    assert not presences.now()["kiosk-1"].is_listening


def listen_from(hall: HallAtWork, address: str, station: str, view: str) -> socket.socket:
    wire = socket.create_connection(("127.0.0.1", hall.port), source_address=(address, 0))
    lines = (
        f"GET /api/live?view={view} HTTP/1.1",
        "Host: hall",
        "Connection: Upgrade",
        "Upgrade: websocket",
        "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==",
        f"Authorization: Bearer {hall.token(station)}",
    )
    wire.sendall("\r\n".join([*lines, "", ""]).encode())
    assert b" 101 " in wire.recv(64)
    return wire


def test_two_machines_with_one_kiosk_s_token_show_and_two_boards_do_not(hall: HallAtWork) -> None:
    wires = [
        listen_from(hall, address, station, view)
        for station, view in (("kiosk-1", "kiosk"), ("board-1", "board"))
        for address in ("127.0.0.1", "127.0.0.2")
    ]
    listen = hall.wire()
    stations = {one["station"]: one for one in listen.get("/api/views/hall").json["stations"]}
    assert stations["kiosk-1"]["twice_since"] > 0
    assert stations["board-1"]["twice_since"] == 0
    for wire in wires:
        wire.close()
