"""A ticket's QR code at the hall's own scanners, over real sockets."""

from collections.abc import Iterator
from urllib.parse import quote

import pytest

from tests.hall_clients import Reply, wish
from tests.web.hall_at_work import HallAtWork
from tests.web.working_hall import FIVE_DAYS, SERVICE


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HallAtWork]:
    hall = HallAtWork(tmp_path_factory.mktemp("scanned") / "hall")
    hall.open()
    yield hall
    hall.close()


def issue(hall: HallAtWork, **fields: str) -> tuple[str, str]:
    """The name of a new ticket, and the address in its QR code."""
    reply = hall.wire().ask(wish("IssueTicket", **fields))
    name = str(reply.json["events"][-1]["ticket"])
    return name, hall.assembly.house.addresses.link_to(name)


def scan(hall: HallAtWork, address: str, station: str) -> Reply:
    return hall.wire(station).get(f"/api/tickets/{quote(address, safe='')}")


def test_a_counter_finds_what_was_received_in_the_visit(hall: HallAtWork) -> None:
    name, address = issue(hall, service=SERVICE)
    assert scan(hall, address, "counter-1").json["dossiers"] == []
    received = hall.wire().ask(wish("ReceiveDossier", procedure=FIVE_DAYS, visit=name))
    code = received.json["events"][-1]["dossier"]
    found = scan(hall, address, "counter-1").json
    assert found["dossiers"] == [code]
    assert (found["ticket"]["ticket"], found["ticket"]["state"]) == (name, "waiting")


def test_a_kiosk_is_told_where_the_ticket_stands_and_no_more(hall: HallAtWork) -> None:
    name, address = issue(hall, service=SERVICE)
    hall.wire().ask(wish("ReceiveDossier", procedure=FIVE_DAYS, visit=name))
    found = scan(hall, address, "kiosk-1").json
    assert found["dossiers"] == []
    assert found["ticket"]["number"] == name[-4:]


@pytest.mark.parametrize("address", ["http://hall/t/2026-11-23-A001-aaaaaaaaaaaaaaaa", "x"])
def test_what_is_no_ticket_of_the_hall_is_refused(hall: HallAtWork, address: str) -> None:
    reply = scan(hall, address, "kiosk-1")
    assert (reply.status, reply.json["refused"]) == (404, "unknown_ticket")


def test_a_board_has_no_business_with_it(hall: HallAtWork) -> None:
    _, address = issue(hall, service=SERVICE)
    assert scan(hall, address, "board-1").status == 403
