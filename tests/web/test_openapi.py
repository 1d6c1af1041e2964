"""The OpenAPI document: valid, complete, and true of what really travels."""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from hallctl.core.commands import AnyCommand
from hallctl.core.events import AnyEvent
from hallctl.core.refusals import Refusal
from hallctl.core.views import AnyView
from hallctl.web.openapi import NAMED, TOPICS, VIEWS
from hallctl.web.openapi.parts import schemas_of
from tests.hall_clients import Reply, wish
from tests.web.hall_at_work import HallAtWork
from tests.web.keep_examples import examples_in_docs


@pytest.fixture(scope="module")
def document(quiet_hall: HallAtWork) -> dict[str, Any]:
    """What a running hall says of itself."""
    return quiet_hall.wire_with("").get("/api/openapi.json").json


def test_the_document_is_valid(document: dict[str, Any]) -> None:
    assert document["openapi"].startswith("3.1")
    validate(document)


def test_no_two_topics_call_different_things_by_one_name() -> None:
    _, meant = schemas_of((*NAMED.values(), *VIEWS.values()))
    for topic in TOPICS:
        for name, schema in topic()[1].items():
            assert meant.setdefault(name, schema) == schema, name


@pytest.mark.parametrize(
    "words", [AnyCommand, AnyEvent, AnyView], ids=["commands", "events", "views"]
)
def test_every_word_of_the_hall_is_described(document: dict[str, Any], words: Any) -> None:
    schemas = document["components"]["schemas"]
    assert {word.__name__ for word in words.__args__} <= set(schemas)


def test_every_command_says_what_it_is_for(document: dict[str, Any]) -> None:
    for command in AnyCommand.__args__:
        schema = document["components"]["schemas"][command.__name__]
        assert schema["description"], command
        assert schema["properties"]["type"]["enum"] == [command.__name__]
        assert {"id", "type"} <= set(schema["required"]), command
        assert schema["additionalProperties"] is False, command


def test_every_refusal_is_named(document: dict[str, Any]) -> None:
    assert set(document["components"]["schemas"]["Refusal"]["enum"]) == {
        one.value for one in Refusal
    }


def test_every_address_of_the_api_is_there(document: dict[str, Any]) -> None:
    kinds = ("kiosk", "counter", "board", "sign", "pad", "ticket", "dossier", "slips", "runs")
    kinds += ("devices", "upkeep", "hall")
    views = {f"/api/views/{kind}" for kind in kinds}
    others = {
        "/api/commands",
        "/api/live",
        "/api/health",
        "/api/devices",
        "/api/cameras",
        "/api/cameras/{camera}/stills",
        "/api/cameras/{camera}/stills/{still}",
        "/api/dossiers/{scanned}",
        "/api/dossiers/{dossier}/applicant",
        "/api/applicants/search",
        "/api/dossiers/{dossier}/forms/{form}.pdf",
        "/api/procedures/{procedure}/due",
        "/api/leases/{lease}",
        "/api/words/{language}",
        "/api/procedures",
        "/api/procedures/{procedure}",
        "/api/registers/07.pdf",
        "/api/fees",
        "/api/fees.pdf",
        "/api/dossiers/{dossier}/fees",
        "/api/dossiers/{dossier}/fees/slip",
        "/api/deliveries",
        "/api/deliveries/{batch}",
        "/api/deliveries/{batch}/sheet.pdf",
        "/api/appointments",
        "/api/appointments/slots",
        "/api/appointments/import",
        "/api/appointments.csv",
        "/api/appointments.ics",
        "/api/notices",
        "/api/notices/calls",
        "/api/dossiers/{dossier}/notices",
        "/api/pairing",
        "/api/pairing/claim",
        "/api/sign-in",
        "/api/stations",
        "/api/stations/{name}",
        "/api/tickets/{scanned}",
        "/api/runs",
        "/api/runs/{run}",
        "/api/runs/{run}/manifest",
        "/api/runs/{run}/manifest.pdf",
    }
    assert set(document["paths"]) == others | views


def check(document: dict[str, Any], path: str, reply: Reply) -> None:
    """The reply is what the document promises there."""
    (operation,) = document["paths"][path].values()
    promised = operation["responses"][str(reply.status)]["content"]["application/json"]["schema"]
    schema = {"$schema": Draft202012Validator.META_SCHEMA["$id"], **promised}
    schema["components"] = document["components"]
    Draft202012Validator(schema).validate(reply.json)


def test_answers_are_as_described(hall: HallAtWork, document: dict[str, Any]) -> None:
    admin = hall.open("2")
    asked = [
        wish("IssueTicket", service="land", priority=True),
        wish("CallNext", counter="2"),
        wish("CallNext", counter="2"),
        wish("Requeue", ticket="nobody"),
        wish("Fly"),
        wish("FinishVisit", counter="2"),
        wish("CloseDay"),
    ]
    replies = [admin.ask(one) for one in asked]
    assert [one.status for one in replies] == [200, 200, 409, 409, 422, 200, 200]
    stranger = hall.wire_with("nonsense").ask(wish("OpenDay"))
    for reply in (*replies, stranger):
        check(document, "/api/commands", reply)


@pytest.mark.parametrize("kind", ["kiosk", "counter", "board", "sign", "pad"])
def test_views_are_as_described(hall: HallAtWork, document: dict[str, Any], kind: str) -> None:
    admin = hall.open("2")
    for priority in (None, "merit", None):
        hall.wire("kiosk-1").ask(wish("IssueTicket", service="land", priority=priority))
    for press in ("CallNext", "FinishVisit", "CallNext", "MarkNoShow", "CallNext"):
        admin.ask(wish(press, counter="2"))
    path = f"/api/views/{kind}"
    reply = hall.wire("counter-2" if kind == "counter" else "kiosk-1").get(f"{path}?counter=2")
    assert len(json.dumps(reply.json)) > 400
    check(document, path, reply)


def test_health_is_as_described(quiet_hall: HallAtWork, document: dict[str, Any]) -> None:
    check(document, "/api/health", quiet_hall.wire_with("").get("/api/health"))


def test_every_command_has_the_example_that_the_docs_show(document: dict[str, Any]) -> None:
    (content,) = document["paths"]["/api/commands"]["post"]["requestBody"]["content"].values()
    shown = {kind: one["value"] for kind, one in content["examples"].items()}
    assert shown == examples_in_docs(), "write them anew: python -m tests.web.keep_examples"
    assert set(shown) == {command.__name__ for command in AnyCommand.__args__}
