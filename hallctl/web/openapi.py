"""The OpenAPI 3.1 document, made from the same structs that travel."""

from typing import Any

import msgspec

from hallctl import __version__
from hallctl.core.commands import AnyCommand
from hallctl.core.events import AnyEvent
from hallctl.core.refusals import Refusal
from hallctl.core.views import BoardView, CounterView, KioskView, PadView, SignView, TicketView

VIEWS: dict[str, type[msgspec.Struct]] = {
    "kiosk": KioskView,
    "counter": CounterView,
    "board": BoardView,
    "sign": SignView,
    "pad": PadView,
    "ticket": TicketView,
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


def openapi() -> bytes:
    """The document as JSON."""
    types = (AnyCommand, Granted, Refusing, Malformed, Health, *VIEWS.values())
    (command, *others), components = msgspec.json.schema_components(
        types, ref_template="#/components/schemas/{name}"
    )
    schemas = dict(zip(("granted", "refusing", "malformed", "health"), others[:4], strict=True))
    views = dict(zip(VIEWS, others[4:], strict=True))
    document = {
        "openapi": "3.1.0",
        "info": {"title": "The hall", "version": __version__},
        "paths": {
            "/api/commands": {"post": _command(command, schemas)},
            **{f"/api/views/{kind}": {"get": _view(kind, views[kind])} for kind in VIEWS},
            "/api/live": {"get": _live(list(views.values()))},
            "/api/health": {
                "get": {
                    "operationId": "getHealth",
                    "responses": {"200": _json("It accepts commands.", schemas["health"])},
                }
            },
        },
        "components": {
            "schemas": components,
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }
    return msgspec.json.encode(document)


def _command(command: dict[str, Any], schemas: dict[str, Any]) -> dict[str, Any]:
    return {
        "operationId": "sendCommand",
        "summary": "A wish; the same id again gets the same answer and does nothing.",
        "security": [{"token": []}],
        "requestBody": {"required": True, "content": _content(command)},
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


def _view(kind: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {
        "operationId": f"get{kind.capitalize()}View",
        "parameters": _parameters(kind),
        "responses": {
            "200": _json("The newest view.", schema),
            "401": {"description": "An unknown token."},
            "404": {"description": "No such counter or ticket."},
        },
    }


def _live(views: list[dict[str, Any]]) -> dict[str, Any]:
    parameters = [_query("view", "kiosk, counter, board, sign, pad or ticket")]
    return {
        "operationId": "listen",
        "summary": "A WebSocket: each text message is one whole view, the newest wins.",
        "parameters": parameters + _parameters("counter") + _parameters("ticket"),
        "responses": {
            "101": {"description": "Views follow.", "content": _content({"anyOf": views})},
            "400": {"description": "Not a WebSocket."},
            "401": {"description": "An unknown token."},
            "404": {"description": "No such view, counter or ticket."},
        },
    }


def _parameters(kind: str) -> list[dict[str, Any]]:
    if kind in {"counter", "sign", "pad"}:
        return [_query("counter", "which counter; the first when absent")]
    if kind == "ticket":
        return [_query("ticket", "the last part of the ticket's own address")]
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
