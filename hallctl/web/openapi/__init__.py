"""The OpenAPI 3.1 document, made from the same structs that travel."""

from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from hallctl import __version__
from hallctl.core.commands import AnyCommand
from hallctl.core.events import AnyEvent
from hallctl.core.languages import Language
from hallctl.core.refusals import Refusal
from hallctl.core.views import (
    BoardView,
    CounterView,
    DevicesView,
    DossierView,
    HallView,
    KioskView,
    LeaseDocument,
    PadView,
    RunsView,
    SignView,
    SlipsView,
    TicketView,
    UpkeepView,
)
from hallctl.web.api.dossier_api import DossierAtKiosk, FoundDossier
from hallctl.web.openapi.applicant_openapi import applicant_paths
from hallctl.web.openapi.appointment_openapi import appointment_paths
from hallctl.web.openapi.back_office_openapi import back_office_paths
from hallctl.web.openapi.device_openapi import device_paths
from hallctl.web.openapi.form_openapi import form_paths
from hallctl.web.openapi.people_openapi import people_paths
from hallctl.web.openapi.procedure_openapi import procedure_paths

_EXAMPLES = Path(__file__).with_name("command_examples.json")
VIEWS: dict[str, type[msgspec.Struct]] = {
    "kiosk": KioskView,
    "counter": CounterView,
    "board": BoardView,
    "sign": SignView,
    "pad": PadView,
    "ticket": TicketView,
    "dossier": DossierView,
    "slips": SlipsView,
    "runs": RunsView,
    "devices": DevicesView,
    "upkeep": UpkeepView,
    "hall": HallView,
}


class Granted(msgspec.Struct):
    """The facts that granted the command, in order, and the number of the newest."""

    events: list[AnyEvent]
    journal_number: int


class Refusing(msgspec.Struct):
    """Why the hall says no."""

    refused: Refusal
    details: dict[str, Any]


class Malformed(msgspec.Struct):
    """What is wrong with the request, and in which field."""

    malformed: str
    field: str


class Health(msgspec.Struct):
    """Whether the controller accepts commands, and how far its journal is."""

    status: str
    version: str
    journal_number: int
    business_day: str | None
    stations: int
    epoch: int
    dossiers_missing: int
    """Carried by couriers and not arrived in time."""
    notices_waiting: int
    """Owed to applicants and not sent yet."""
    sound_faults: int = 0
    """Loudspeakers that say they can't be heard."""
    settings_mistake: str = ""
    """Why the hall does not go by ``hall.toml`` as it stands; empty when it does."""


@cache
def openapi() -> bytes:
    """The document as JSON; made when it is first asked for."""
    types = (
        AnyCommand,
        Granted,
        Refusing,
        Malformed,
        Health,
        FoundDossier,
        DossierAtKiosk,
        LeaseDocument,
        Language,
        *VIEWS.values(),
    )
    (command, *others), components = msgspec.json.schema_components(
        types, ref_template="#/components/schemas/{name}"
    )
    named = ("granted", "refusing", "malformed", "health", "found", "at_kiosk", "lease", "language")
    schemas = dict(zip(named, others, strict=False))
    views = dict(zip(VIEWS, others[len(named) :], strict=True))
    procedures, of_procedures = procedure_paths()
    people, of_people = people_paths()
    applicants, of_applicants = applicant_paths()
    applicants |= form_paths()
    back_office, of_back_office = back_office_paths()
    devices, of_devices = device_paths()
    appointments, of_appointments = appointment_paths()
    document = {
        "openapi": "3.1.0",
        "info": {"title": "The hall", "version": __version__},
        "paths": {
            "/api/commands": {"post": _command(command, schemas)},
            **{f"/api/views/{kind}": {"get": _view(kind, views[kind])} for kind in VIEWS},
            "/api/live": {"get": _live(list(views.values()))},
            **procedures,
            **people,
            "/api/dossiers/{scanned}": {"get": _look_up(schemas)},
            **applicants,
            **back_office,
            **appointments,
            **devices,
            "/api/words/{language}": {"get": _words(schemas)},
            "/api/leases/{lease}": {"get": _lease(schemas)},
            "/api/health": {
                "get": {
                    "operationId": "getHealth",
                    "responses": {"200": _json("It accepts commands.", schemas["health"])},
                }
            },
        },
        "components": {
            "schemas": components
            | of_procedures
            | of_applicants
            | of_back_office
            | of_devices
            | of_appointments
            | of_people,
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }
    return msgspec.json.encode(document)


def _command(command: dict[str, Any], schemas: dict[str, Any]) -> dict[str, Any]:
    return {
        "operationId": "sendCommand",
        "summary": "A wish; the same id again gets the same answer and does nothing.",
        "security": [{"token": []}],
        "requestBody": {"required": True, "content": _with_examples(_content(command))},
        "responses": {
            "200": _json("Granted, and on disk.", schemas["granted"]),
            "401": _json("No or an unknown token.", _only("unknown_token")),
            "409": _json("Refused; nothing has changed.", schemas["refusing"]),
            "413": {"description": "Longer than any command."},
            "422": _json("Not a command.", schemas["malformed"]),
            "503": _json(
                "The hall is stopping; ask again with the same id.", _only("hall_stopping")
            ),
        },
    }


def _with_examples(content: dict[str, Any]) -> dict[str, Any]:
    """One of every command, as the hall would read it."""
    examples = msgspec.json.decode(_EXAMPLES.read_bytes())
    told = {kind: {"value": example} for kind, example in examples.items()}
    return {media: {**one, "examples": told} for media, one in content.items()}


def _view(kind: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {
        "operationId": f"get{kind.capitalize()}View",
        "parameters": _parameters(kind),
        "responses": {
            "200": _json("The newest view.", schema),
            "401": {"description": "An unknown token."},
            "404": {"description": "No such counter, ticket or dossier."},
        },
    }


def _look_up(schemas: dict[str, Any]) -> dict[str, Any]:
    scanned = {
        "name": "scanned",
        "in": "path",
        "required": True,
        "description": "a dossier's code, or the address in its receipt's QR code",
        "schema": {"type": "string"},
    }
    return {
        "operationId": "lookUpDossier",
        "summary": "What a counter scanned, opened.",
        "security": [{"token": []}],
        "parameters": [scanned],
        "responses": {
            "200": _json(
                "The dossier and its own address; to a kiosk, where its result is collected.",
                {"anyOf": [schemas["found"], schemas["at_kiosk"]]},
            ),
            "401": _json("No or an unknown token.", _only("unknown_token")),
            "403": _json("Only counters may look.", schemas["refusing"]),
            "404": _json("No dossier of this hall; `part` says why.", schemas["refusing"]),
        },
    }


def _words(schemas: dict[str, Any]) -> dict[str, Any]:
    return {
        "operationId": "getWords",
        "summary": "What screens, tickets and phones say in a language that the hall has added.",
        "parameters": [
            {"name": "language", "in": "path", "required": True, "schema": {"type": "string"}}
        ],
        "responses": {
            "200": _json(
                "Its sentences; what is missing is said in Vietnamese.", schemas["language"]
            ),
            "404": {"description": "The hall has no file of that language."},
        },
    }


def _lease(schemas: dict[str, Any]) -> dict[str, Any]:
    name = {"name": "lease", "in": "path", "required": True, "schema": {"type": "string"}}
    return {
        "operationId": "getLease",
        "summary": "All a kiosk needs to give its leased numbers without the hall.",
        "security": [{"token": []}],
        "parameters": [name],
        "responses": {
            "200": _json("The whole lease.", schemas["lease"]),
            "401": _json("No or an unknown token.", _only("unknown_token")),
            "403": _json("Another station holds it.", schemas["refusing"]),
            "404": _json("No such lease.", _only("not_found")),
        },
    }


def _live(views: list[dict[str, Any]]) -> dict[str, Any]:
    parameters = [_query("view", ", ".join(VIEWS))]
    return {
        "operationId": "listen",
        "summary": "A WebSocket: each text message is one whole view, the newest wins.",
        "parameters": parameters
        + [one for kind in ("counter", "ticket", "dossier") for one in _parameters(kind)],
        "responses": {
            "101": {"description": "Views follow.", "content": _content({"anyOf": views})},
            "400": {"description": "Not a WebSocket."},
            "401": {"description": "An unknown token."},
            "404": {"description": "No such view, counter, ticket or dossier."},
        },
    }


def _parameters(kind: str) -> list[dict[str, Any]]:
    if kind in {"counter", "sign", "pad"}:
        return [_query("counter", "which counter; the first when absent")]
    if kind == "board":
        return [_query("zone", "a zone; when absent, the asking board's own, else the whole hall")]
    if kind == "ticket":
        return [_query("ticket", "the last part of the ticket's own address")]
    if kind == "dossier":
        return [_query("dossier", "the last part of the dossier's own address")]
    return []


def _query(name: str, description: str) -> dict[str, Any]:
    return {"name": name, "in": "query", "description": description, "schema": {"type": "string"}}


def _only(refused: str) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {"refused": {"const": refused}, "details": {"type": "object"}},
        "required": ["refused", "details"],
    }


def _json(description: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"description": description, "content": _content(schema)}


def _content(schema: dict[str, Any]) -> dict[str, Any]:
    return {"application/json": {"schema": schema}}
