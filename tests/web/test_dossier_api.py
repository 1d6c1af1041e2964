"""``GET /api/dossiers/…``: what a counter scanned or typed, over a real socket."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import msgspec
import pytest
from jsonschema import Draft202012Validator

from hallctl.web.api.dossier_api import FoundDossier
from tests.hall_clients import Reply, wish
from tests.web.hall_at_work import HallAtWork, granted
from tests.web.working_hall import FIVE_DAYS


@pytest.fixture(scope="module")
def hall_with_one(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[HallAtWork, str]]:
    """A hall that has received one dossier, and its code."""
    hall = HallAtWork(Path(tmp_path_factory.mktemp("dossier")) / "hall")
    reply = hall.open().ask(wish("ReceiveDossier", procedure=FIVE_DAYS))
    yield hall, reply.json["events"][-1]["dossier"]
    hall.close()


def look_up(hall: HallAtWork, scanned: str, station: str = "counter-1") -> Reply:
    return hall.wire(station).get(f"/api/dossiers/{quote(scanned, safe='')}")


@pytest.mark.parametrize("station", ["", "counter-1"])
def test_a_counter_opens_a_dossier_by_its_barcode(
    hall_with_one: tuple[HallAtWork, str], station: str
) -> None:
    hall, code = hall_with_one
    for scanned in (code, code.lower(), f" {code}\r\n"):
        reply = look_up(hall, scanned, station)
        assert reply.status == 200, reply
        found = msgspec.json.decode(reply.body, type=FoundDossier)
        assert (found.dossier.dossier, found.dossier.state) == (code, "received")


def test_a_counter_opens_a_dossier_by_the_code_on_its_receipt(
    hall_with_one: tuple[HallAtWork, str],
) -> None:
    hall, code = hall_with_one
    link = look_up(hall, code).json["link"]
    for scanned in (link, link.rpartition("/")[2], f"{link}?lang=en"):
        assert look_up(hall, scanned).json["dossier"]["dossier"] == code
    page = hall.wire_with("").get(f"/d/{link.rpartition('/')[2]}")
    assert page.status == 200


@pytest.mark.parametrize(
    ("scanned", "refused", "part"),
    [
        ("", "dossier_code_damaged", "shape"),
        ("A017", "dossier_code_damaged", "shape"),
        ("%00%ff", "dossier_code_damaged", "shape"),
        ("H00.01.02-261332-0001", "dossier_code_damaged", "day"),
        ("9X-261120-0001", "dossier_code_damaged", "agency"),
        ("H00.01.02-261120-0000", "dossier_code_damaged", "serial"),
        ("http://hall/d/H00.01.02-261120-0001-aaaabbbbccccdddd", "dossier_code_damaged", "link"),
        ("https://example.org/", "dossier_code_damaged", "link"),
        ("H16.50-261120-0001", "unknown_dossier", "agency"),
        ("H00.01.02-200229-0001", "unknown_dossier", "day"),
    ],
)
def test_what_opens_nothing_is_told_where_to_look(
    hall_with_one: tuple[HallAtWork, str], scanned: str, refused: str, part: str
) -> None:
    reply = look_up(hall_with_one[0], scanned)
    assert reply.status == 404
    assert reply.json["refused"] == refused
    assert reply.json["details"]["part"] == part


def test_a_serial_never_given_is_told_so(hall_with_one: tuple[HallAtWork, str]) -> None:
    hall, code = hall_with_one
    reply = look_up(hall, f"{code[:-1]}9")
    assert reply.json["refused"] == "unknown_dossier"
    assert reply.json["details"] == {"dossier": f"{code[:-1]}9", "part": "serial"}


def test_only_counters_and_kiosks_may_look(hall_with_one: tuple[HallAtWork, str]) -> None:
    hall, code = hall_with_one
    for station in ("sign-1", "board-1"):
        reply = look_up(hall, code, station)
        assert (reply.status, reply.json["refused"]) == (403, "not_allowed")
    for token in ("", "nonsense"):
        reply = hall.wire_with(token).get(f"/api/dossiers/{code}")
        assert (reply.status, reply.json["refused"]) == (401, "unknown_token")


def test_answers_are_as_described(hall_with_one: tuple[HallAtWork, str]) -> None:
    hall, code = hall_with_one
    document = hall.wire_with("").get("/api/openapi.json").json
    promised = document["paths"]["/api/dossiers/{scanned}"]["get"]["responses"]
    replies = [look_up(hall, code), look_up(hall, "A017"), look_up(hall, code, "board-1")]
    replies.append(look_up(hall, code, "kiosk-1"))
    for reply in (*replies, hall.wire_with("").get(f"/api/dossiers/{code}")):
        schema = promised[str(reply.status)]["content"]["application/json"]["schema"]
        whole = {"$schema": Draft202012Validator.META_SCHEMA["$id"], **schema}
        whole["components"] = document["components"]
        Draft202012Validator(whole).validate(reply.json)


def test_a_command_with_a_damaged_code_is_told_where_to_look(
    hall_with_one: tuple[HallAtWork, str],
) -> None:
    hall, code = hall_with_one
    reply = hall.wire("counter-1").ask(wish("ForwardDossier", dossier="H00.01.02-261332-0001"))
    assert reply.status == 409
    assert reply.json["details"]["part"] == "day"
    granted(hall.wire("counter-1").ask(wish("ForwardDossier", dossier=code)))
