"""Applicants over a real socket: a counter's token reads and writes, and nobody else."""

import json
from typing import Any

import msgspec
import pytest
from jsonschema import Draft202012Validator

from hallctl.journal.sqlite_journal import SqliteJournal
from tests.applicants.one_request import Said, ask
from tests.applicants.people import DIEM
from tests.hall_clients import wish
from tests.web.hall_at_work import HallAtWork

WHOLE: dict[str, Any] = msgspec.to_builtins(DIEM)
HallWithOne = tuple[HallAtWork, str]


def applicant_of(code: str) -> str:
    return f"/api/dossiers/{code}/applicant"


def test_a_counter_keeps_and_reads_whose_dossier_it_is(hall_with_one: HallWithOne) -> None:
    hall, code = hall_with_one
    assert ask(hall, "GET", applicant_of(code)).status == 404
    assert ask(hall, "PUT", applicant_of(code), WHOLE).json == {"changed": True}
    assert ask(hall, "PUT", applicant_of(code), WHOLE).json == {"changed": False}
    assert ask(hall, "GET", applicant_of(code.lower())).json == {"applicant": WHOLE}


def test_the_official_at_the_counter_is_who_looked(hall_with_one: HallWithOne) -> None:
    hall, code = hall_with_one
    ask(hall, "PUT", applicant_of(code), WHOLE)
    ask(hall, "GET", applicant_of(code))
    ask(hall, "GET", applicant_of(code), station="counter-2")
    looks = hall.assembly.kept.applicants.looks(code)
    assert [(one.act, one.official, one.station) for one in looks] == [
        ("kept", "official-1", "counter-1"),
        ("looked", "official-1", "counter-1"),
        ("looked", "counter-2", "counter-2"),
    ]


@pytest.mark.parametrize("station", ["", "kiosk-1", "board-1", "pad-1"])
def test_nobody_but_a_counter_may_look(hall_with_one: HallWithOne, station: str) -> None:
    hall, code = hall_with_one
    ask(hall, "PUT", applicant_of(code), WHOLE)
    for said in (
        ask(hall, "GET", applicant_of(code), station=station),
        ask(hall, "PUT", applicant_of(code), WHOLE, station),
        ask(hall, "POST", "/api/applicants/search", {"identity": DIEM.identity}, station),
    ):
        assert (said.status, said.json["refused"]) == (403, "not_allowed")
    unknown = hall.wire_with("nonsense").get(applicant_of(code))
    assert (unknown.status, unknown.json["refused"]) == (401, "unknown_token")


def test_a_person_s_dossiers_are_found_by_the_number(hall_with_one: HallWithOne) -> None:
    hall, code = hall_with_one
    ask(hall, "PUT", applicant_of(code), WHOLE)
    said = ask(hall, "POST", "/api/applicants/search", {"identity": "001 190 000 123"})
    (found,) = said.json["dossiers"]
    assert (found["dossier"], found["state"]) == (code, "received")
    nobody = ask(hall, "POST", "/api/applicants/search", {"identity": "000000000000"})
    assert nobody.json == {"dossiers": []}


@pytest.mark.parametrize(
    ("body", "status", "field"),
    [
        (b"", 422, "body"),
        (b"[]", 422, "body"),
        (b"\xff", 422, "body"),
        ({}, 422, "name"),
        ({"name": "Diễm", "phone": "?"}, 422, "phone"),
        ({"name": "Diễm", "notice_by": "fax"}, 422, "notice_by"),
        ({"name": "Diễm", "nickname": "D"}, 422, "nickname"),
        (b" " * 8193, 413, None),
        (b" " * 70_000, 413, None),
    ],
)
def test_what_is_no_applicant_is_refused_and_keeps_nothing(
    hall_with_one: HallWithOne, body: object, status: int, field: str | None
) -> None:
    hall, code = hall_with_one
    said = ask(hall, "PUT", applicant_of(code), body)
    assert said.status == status
    assert said.json.get("field") == field
    assert ask(hall, "GET", applicant_of(code)).status == 404


def test_a_dossier_that_is_none_has_no_applicant(hall_with_one: HallWithOne) -> None:
    hall, code = hall_with_one
    damaged = ask(hall, "PUT", applicant_of("H00.01.02-261332-0001"), WHOLE)
    assert (damaged.status, damaged.json["details"]["part"]) == (404, "day")
    unknown = ask(hall, "GET", applicant_of(f"{code[:-1]}9"))
    assert (unknown.status, unknown.json["refused"]) == (404, "unknown_dossier")


def test_answers_are_as_described(hall_with_one: HallWithOne) -> None:
    hall, code = hall_with_one
    document = hall.wire_with("").get("/api/openapi.json").json
    path, search = "/api/dossiers/{dossier}/applicant", "/api/applicants/search"
    said: list[tuple[str, str, Said]] = [
        (path, "put", ask(hall, "PUT", applicant_of(code), WHOLE)),
        (path, "get", ask(hall, "GET", applicant_of(code))),
        (search, "post", ask(hall, "POST", search, {"identity": DIEM.identity})),
    ]
    for where, method, answer in said:
        promised = document["paths"][where][method]["responses"][str(answer.status)]
        schema = promised["content"]["application/json"]["schema"]
        whole = {"$schema": Draft202012Validator.META_SCHEMA["$id"], **schema}
        Draft202012Validator(whole | {"components": document["components"]}).validate(answer.json)


def test_a_fed_name_is_found_in_the_store_and_nowhere_else(
    hall_with_one: HallWithOne, caplog: pytest.LogCaptureFixture
) -> None:
    hall, code = hall_with_one
    ask(hall, "PUT", applicant_of(code), WHOLE)
    ask(hall, "GET", applicant_of(code))
    ask(hall, "POST", "/api/applicants/search", {"identity": DIEM.identity})
    ask(hall, "PUT", applicant_of(code), WHOLE | {"phone": "no phone"})
    counter = hall.wire("counter-1")
    for kind in ("ForwardDossier", "ProcessDossier", "FinishDossier", "ReturnDossier"):
        assert counter.ask(wish(kind, dossier=code)).status == 200
    kinds = ("kiosk", "counter", "board", "sign", "pad")
    shown = [hall.wire().get(f"/api/views/{kind}").body.decode() for kind in kinds]
    page = hall.assembly.house.addresses.link_to_dossier(code).rpartition("/")[2]
    shown += [
        hall.wire().get(path).body.decode() for path in (f"/d/{page}", f"/api/dossiers/{code}")
    ]
    written = [json.dumps(one, ensure_ascii=False) for one in journalled(hall)]
    files = {
        path.name: path.read_bytes()
        for path in hall.directory.path.rglob("*")
        if path.is_file() and path.stat().st_size
    }
    for fed in (DIEM.name, DIEM.identity, DIEM.address, DIEM.phone, DIEM.email, DIEM.return_to):
        assert [name for name, held in files.items() if fed.encode() in held] == ["applicants.db"]
        assert not any(fed in one for one in (*shown, *written, caplog.text))


def journalled(hall: HallAtWork) -> list[dict[str, Any]]:
    """Every fact of the journal."""
    journal = SqliteJournal(hall.directory.journal)
    facts = [msgspec.to_builtins(event) for event in journal.events()]
    journal.close()
    return facts
