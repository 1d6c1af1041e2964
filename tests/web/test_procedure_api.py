"""The catalogue over the network: search, fields, one procedure; as the OpenAPI document says."""

from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from jsonschema import Draft202012Validator

from tests.hall_clients import Reply
from tests.web.hall_at_work import HallAtWork


@pytest.fixture(scope="module")
def document(quiet_hall: HallAtWork) -> dict[str, Any]:
    document: dict[str, Any] = quiet_hall.wire_with("").get("/api/openapi.json").json
    return document


def ask(hall: HallAtWork, code: str = "", **query: str) -> Reply:
    """Anybody asks, without a token."""
    address = f"/api/procedures/{code}" if code else "/api/procedures"
    return hall.wire_with("").get(f"{address}?{urlencode(query)}" if query else address)


def is_as_described(document: dict[str, Any], path: str, reply: Reply) -> None:
    responses = document["paths"][path]["get"]["responses"]
    schema = responses[str(reply.status)]["content"]["application/json"]["schema"]
    whole = {"$schema": Draft202012Validator.META_SCHEMA["$id"], **schema}
    Draft202012Validator(whole | {"components": document["components"]}).validate(reply.json)


def test_words_find_procedures_and_the_number_to_take(
    quiet_hall: HallAtWork, document: dict[str, Any]
) -> None:
    reply = ask(quiet_hall, q="lam giay khai sinh", limit="3")
    assert reply.status == 200
    is_as_described(document, "/api/procedures", reply)
    first, *others = reply.json["procedures"]
    assert len(others) == 2
    assert first["procedure"] == "1.001193"
    assert first["place"]["kind"] == "here"
    assert (first["queue"]["service"], first["queue"]["letter"]) == ("civil-status", "A")


def test_what_nobody_knows_is_an_empty_list(quiet_hall: HallAtWork) -> None:
    for words in ("qwertz", "", " ", "🙂"):
        reply = ask(quiet_hall, q=words)
        assert (reply.status, reply.json) == (200, {"procedures": []})


def test_departments_lead_to_fields_and_fields_to_procedures(
    quiet_hall: HallAtWork, document: dict[str, Any]
) -> None:
    tree = ask(quiet_hall)
    is_as_described(document, "/api/procedures", tree)
    office, *_, nobody = tree.json["departments"]
    assert office["name"]["en"] == "Office of the Commune Council and Committee"
    assert (nobody["department"], nobody["name"]) == ("", None)
    total = sum(field["procedures"] for one in tree.json["departments"] for field in one["fields"])
    assert total == 588
    field = next(one for one in office["fields"] if one["field"] == "Chứng thực")
    listed = ask(quiet_hall, department="office", field="Chứng thực")
    is_as_described(document, "/api/procedures", listed)
    names = [one["name"] for one in listed.json["procedures"]]
    assert len(names) == field["procedures"]
    assert "Chứng thực di chúc" in names


def test_a_page_tells_time_and_fee_on_each_channel(
    quiet_hall: HallAtWork, document: dict[str, Any]
) -> None:
    reply = ask(quiet_hall, "1.000894")
    is_as_described(document, "/api/procedures/{procedure}", reply)
    page = reply.json
    assert page["name"] == "Thủ tục đăng ký kết hôn"
    assert page["department"]["vi"].startswith("Văn phòng")
    at_the_counter = next(way for way in page["ways"] if way["channel"] == "counter")
    assert at_the_counter["term"] == {"amount": 0, "unit": "working_day"}
    assert at_the_counter["fee"]["is_exact"]
    assert page["papers"] == []
    assert page["queue"]["letter"] == "A"


def test_a_price_a_page_is_told_by_its_note(quiet_hall: HallAtWork) -> None:
    fee = ask(quiet_hall, "2.000815").json["ways"][0]["fee"]
    assert (fee["amount"], fee["note"], fee["is_exact"]) == (2000, "/trang", False)


def test_what_is_handled_elsewhere_says_where_and_has_no_number(quiet_hall: HallAtWork) -> None:
    page = ask(quiet_hall, "1.004222").json
    assert page["place"]["kind"] == "elsewhere"
    assert page["place"]["where"] == {"vi": "Công an xã", "en": "Commune Police"}
    assert page["queue"] is None


@pytest.mark.parametrize("code", ["9.999999", "%00", "..%2f..%2fhall.toml", "1.001193%20"])
def test_an_unknown_code_is_not_found(quiet_hall: HallAtWork, code: str) -> None:
    reply = ask(quiet_hall, code)
    assert (reply.status, reply.json["refused"]) == (404, "not_found")


@pytest.mark.parametrize("limit", ["0", "101", "-1", "ten", "", "9" * 5000])
def test_a_limit_that_is_none_is_malformed(quiet_hall: HallAtWork, limit: str) -> None:
    reply = ask(quiet_hall, q="đất", limit=limit)
    assert (reply.status, reply.json["field"]) == (422, "limit")


def test_a_new_version_is_shown_from_its_day_on(hall: HallAtWork) -> None:
    assert ask(hall, "1.001193").status == 200
    folder: Path = hall.directory.path / "catalogue"
    folder.mkdir()
    (folder / "2026-01-01.csv").write_text("code,name\n1.000001,Mới\n", "utf-8")
    assert ask(hall, "1.001193").status == 404
    assert ask(hall, "1.000001").json["name"] == "Mới"
    (folder / "2999-01-01.csv").write_text("code,name\n1.000002,Sau\n", "utf-8")
    assert ask(hall, "1.000002").status == 404


def test_a_catalogue_that_was_spoilt_is_no_fault_of_the_citizen_s(
    hall: HallAtWork, caplog: pytest.LogCaptureFixture
) -> None:
    (hall.directory.path / "catalogue.csv").write_text("code\n", "utf-8")
    reply = ask(hall, q="đất")
    assert (reply.status, reply.json["refused"]) == (503, "catalogue_broken")
    assert "the column 'name' is missing" in caplog.text
