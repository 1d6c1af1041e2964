"""A dossier at the kiosk, over real sockets: looked up, ready, collected with a number."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import msgspec
import pytest

from hallctl.station.dossiers import DossierHere
from tests.hall_clients import Reply, wish
from tests.web.hall_at_work import HallAtWork
from tests.web.working_hall import FIVE_DAYS


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[HallAtWork]:
    hall = HallAtWork(tmp_path / "hall")
    hall.open()
    yield hall
    hall.close()


def ask(hall: HallAtWork, kind: str, station: str = "", **fields: str) -> Reply:
    return hall.wire(station).ask(wish(kind, **fields))


def receive(hall: HallAtWork) -> str:
    reply = ask(hall, "ReceiveDossier", procedure=FIVE_DAYS)
    return str(reply.json["events"][-1]["dossier"])


def look_up(hall: HallAtWork, scanned: str, station: str = "kiosk-1") -> Reply:
    return hall.wire(station).get(f"/api/dossiers/{quote(scanned, safe='')}")


def here(hall: HallAtWork, scanned: str) -> DossierHere:
    reply = look_up(hall, scanned)
    assert reply.status == 200, reply
    return msgspec.json.decode(reply.body, type=DossierHere)


def test_the_kiosk_shows_state_and_due_time_and_no_more(hall: HallAtWork) -> None:
    code = receive(hall)
    found = here(hall, code)
    assert (found.dossier.dossier, found.dossier.state, found.collect) == (code, "received", "")
    assert set(look_up(hall, code).json) == {"dossier", "collect", "has_number"}


def test_a_receipt_s_barcode_its_address_and_a_short_code_open_the_same(hall: HallAtWork) -> None:
    code = receive(hall)
    link = look_up(hall, code, "counter-1").json["link"]
    short = code.partition("-")[2]
    for scanned in (code, code.lower(), link, short, short.replace("-", "")):
        assert here(hall, scanned).dossier.dossier == code


def test_a_ready_result_is_collected_in_its_own_queue(hall: HallAtWork) -> None:
    code = receive(hall)
    ask(hall, "FinishDossier", dossier=code)
    found = here(hall, code)
    assert (found.dossier.state, found.collect) == ("finished", "results")
    reply = ask(hall, "IssueTicket", "kiosk-1", service=found.collect, dossier=code)
    issued = reply.json["events"][0]
    assert issued["dossier"] == code
    assert here(hall, code).has_number == issued["number"]
    again = ask(hall, "IssueTicket", "kiosk-1", service=found.collect, dossier=code)
    assert again.json["refused"] == "dossier_has_number"


@pytest.mark.parametrize(
    ("scanned", "refused", "part"),
    [
        ("A017", "dossier_code_damaged", "shape"),
        ("http://elsewhere/d/H00.01-261123-0001-aaaa", "dossier_code_damaged", "link"),
        ("H16.01-261123-0001", "unknown_dossier", "agency"),
        ("261332-0001", "dossier_code_damaged", "day"),
    ],
)
def test_a_damaged_or_unknown_code_is_refused_with_what_to_look_at(
    hall: HallAtWork, scanned: str, refused: str, part: str
) -> None:
    reply = look_up(hall, scanned)
    assert reply.status == 404
    assert (reply.json["refused"], reply.json["details"]["part"]) == (refused, part)


@pytest.mark.parametrize("station", ["board-1", "pad-1"])
def test_other_screens_may_not_look(hall: HallAtWork, station: str) -> None:
    assert look_up(hall, "H00.01-261123-0001", station).status == 403
