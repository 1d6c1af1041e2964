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
from hallctl.web.openapi.parts import TOKEN, Part, answered, body, in_path, query, schemas_of
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


NAMED: dict[str, Any] = {
    "command": AnyCommand,
    "granted": Granted,
    "refusing": Refusing,
    "malformed": Malformed,
    "health": Health,
    "found": FoundDossier,
    "at_kiosk": DossierAtKiosk,
    "lease": LeaseDocument,
    "language": Language,
}
TOPICS = (
    procedure_paths, people_paths, applicant_paths, form_paths, back_office_paths,
    appointment_paths, device_paths,
)  # fmt: skip


@cache
def openapi() -> bytes:
    """The document as JSON; made when it is first asked for."""
    every, components = schemas_of((*NAMED.values(), *VIEWS.values()))
    paths = _own_paths(
        dict(zip(NAMED, every, strict=False)),
        dict(zip(VIEWS, every[len(NAMED) :], strict=True)),
    )
    for topic in TOPICS:
        more, needed = topic()
        paths |= more
        components |= needed
    document = {
        "openapi": "3.1.0",
        "info": {"title": "The hall", "version": __version__},
        "paths": paths,
        "components": {
            "schemas": components,
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }
    return msgspec.json.encode(document)


def _own_paths(schemas: Part, views: Part) -> Part:
    health = answered("It accepts commands.", schemas["health"])
    return {
        "/api/commands": {"post": _command(schemas)},
        **{f"/api/views/{kind}": {"get": _view(kind, views[kind])} for kind in VIEWS},
        "/api/live": {"get": _live(list(views.values()))},
        "/api/dossiers/{scanned}": {"get": _look_up(schemas)},
        "/api/words/{language}": {"get": _words(schemas)},
        "/api/leases/{lease}": {"get": _lease(schemas)},
        "/api/health": {"get": {"operationId": "getHealth", "responses": {"200": health}}},
    }


def _command(schemas: Part) -> Part:
    return {
        "operationId": "sendCommand",
        "summary": "A wish; the same id again gets the same answer and does nothing.",
        "security": TOKEN,
        "requestBody": {
            "required": True,
            "content": _with_examples(body(schemas["command"])["content"]),
        },
        "responses": {
            "200": answered("Granted, and on disk.", schemas["granted"]),
            "401": answered("No or an unknown token.", _only("unknown_token")),
            "409": answered("Refused; nothing has changed.", schemas["refusing"]),
            "413": {"description": "Longer than any command."},
            "422": answered("Not a command.", schemas["malformed"]),
            "503": answered(
                "The hall is stopping; ask again with the same id.", _only("hall_stopping")
            ),
        },
    }


def _with_examples(content: Part) -> Part:
    """One of every command, as the hall would read it."""
    examples = msgspec.json.decode(_EXAMPLES.read_bytes())
    told = {kind: {"value": example} for kind, example in examples.items()}
    return {media: {**one, "examples": told} for media, one in content.items()}


def _view(kind: str, schema: Part) -> Part:
    return {
        "operationId": f"get{kind.capitalize()}View",
        "parameters": _parameters(kind),
        "responses": {
            "200": answered("The newest view.", schema),
            "401": {"description": "An unknown token."},
            "404": {"description": "No such counter, ticket or dossier."},
        },
    }


def _look_up(schemas: Part) -> Part:
    scanned = in_path("scanned", "a dossier's code, or the address in its receipt's QR code")
    return {
        "operationId": "lookUpDossier",
        "summary": "What a counter scanned, opened.",
        "security": TOKEN,
        "parameters": [scanned],
        "responses": {
            "200": answered(
                "The dossier and its own address; to a kiosk, where its result is collected.",
                {"anyOf": [schemas["found"], schemas["at_kiosk"]]},
            ),
            "401": answered("No or an unknown token.", _only("unknown_token")),
            "403": answered("Only counters may look.", schemas["refusing"]),
            "404": answered("No dossier of this hall; `part` says why.", schemas["refusing"]),
        },
    }


def _words(schemas: Part) -> Part:
    return {
        "operationId": "getWords",
        "summary": "What screens, tickets and phones say in a language that the hall has added.",
        "parameters": [in_path("language", "its code, such as en")],
        "responses": {
            "200": answered(
                "Its sentences; what is missing is said in Vietnamese.", schemas["language"]
            ),
            "404": {"description": "The hall has no file of that language."},
        },
    }


def _lease(schemas: Part) -> Part:
    return {
        "operationId": "getLease",
        "summary": "All a kiosk needs to give its leased numbers without the hall.",
        "security": TOKEN,
        "parameters": [in_path("lease", "its name, from the kiosk's view")],
        "responses": {
            "200": answered("The whole lease.", schemas["lease"]),
            "401": answered("No or an unknown token.", _only("unknown_token")),
            "403": answered("Another station holds it.", schemas["refusing"]),
            "404": answered("No such lease.", _only("not_found")),
        },
    }


def _live(views: list[Part]) -> Part:
    parameters = [query("view", ", ".join(VIEWS))]
    return {
        "operationId": "listen",
        "summary": "A WebSocket: each text message is one whole view, the newest wins.",
        "parameters": parameters
        + [one for kind in ("counter", "ticket", "dossier") for one in _parameters(kind)],
        "responses": {
            "101": {"description": "Views follow.", "content": body({"anyOf": views})["content"]},
            "400": {"description": "Not a WebSocket."},
            "401": {"description": "An unknown token."},
            "404": {"description": "No such view, counter, ticket or dossier."},
        },
    }


def _parameters(kind: str) -> list[Part]:
    if kind in {"counter", "sign", "pad"}:
        return [query("counter", "which counter; the first when absent")]
    if kind == "board":
        return [query("zone", "a zone; when absent, the asking board's own, else the whole hall")]
    if kind == "ticket":
        return [query("ticket", "the last part of the ticket's own address")]
    if kind == "dossier":
        return [query("dossier", "the last part of the dossier's own address")]
    return []


def _only(refused: str) -> Part:
    return {
        "type": "object",
        "properties": {"refused": {"const": refused}, "details": {"type": "object"}},
        "required": ["refused", "details"],
    }
