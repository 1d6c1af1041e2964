"""Pairing and signing in at counters, described for machines from the structs that travel."""

from typing import Any

import msgspec

from hallctl.people.paired_stations import PairedStation
from hallctl.web.api.pairing_api import (
    Admission,
    Admitted,
    Change,
    Claim,
    Code,
    Stations,
    Wanting,
)
from hallctl.web.api.sign_in_api import NotAdmitted, SignedIn, SignIn

TYPES = (
    Wanting, Code, Claim, Admitted, Admission, Change, PairedStation, Stations,
    SignIn, SignedIn, NotAdmitted,
)  # fmt: skip


KEYS: list[dict[str, list[str]]] = [{"token": []}]
NAMED = {"name": "name", "in": "path", "required": True, "schema": {"type": "string"}}
NO = {"401": {"description": "No or an unknown token."}, "403": {"description": "Not allowed."}}
REFUSED = {"404": {"description": "There is none."}, "409": {"description": "It can't be so."}}
UNREAD = {"422": {"description": "Malformed."}, "429": {"description": "Wait, then again."}}

Schemas = dict[str, Any]


def people_paths() -> tuple[dict[str, Any], dict[str, Any]]:
    """The paths, and the schemas that they name."""
    every, components = msgspec.json.schema_components(
        TYPES, ref_template="#/components/schemas/{name}"
    )
    schemas = dict(zip((one.__name__ for one in TYPES), every, strict=True))
    return _pairing(schemas) | _stations(schemas) | _signing_in(schemas), components


def _pairing(schemas: Schemas) -> dict[str, Any]:
    claimed = _told(schemas, "Admitted", "Whether it is in, and its token.")
    over = {"404": {"description": "The code has run out."}}
    return {
        "/api/pairing": {
            "post": {
                "operationId": "askToComeIn",
                "requestBody": _asked(schemas, "Wanting"),
                "responses": _told(schemas, "Code", "What the new station shows.") | UNREAD,
            }
        },
        "/api/pairing/claim": {
            "post": {
                "operationId": "claimToken",
                "requestBody": _asked(schemas, "Claim"),
                "responses": claimed | over | UNREAD,
            }
        },
    }


def _stations(schemas: Schemas) -> dict[str, Any]:
    told = _told(schemas, "PairedStation", "As it is now.")
    gone = {"200": {"description": "It is out."}}
    return {
        "/api/stations": {
            "get": {
                "operationId": "listStations",
                "security": KEYS,
                "responses": _told(schemas, "Stations", "Who is in, and who asks.") | NO,
            },
            "post": {
                "operationId": "admitStation",
                "security": KEYS,
                "requestBody": _asked(schemas, "Admission"),
                "responses": told | NO | REFUSED | UNREAD,
            },
        },
        "/api/stations/{name}": {
            "patch": {
                "operationId": "changeStation",
                "security": KEYS,
                "parameters": [NAMED],
                "requestBody": _asked(schemas, "Change"),
                "responses": told | NO | REFUSED | UNREAD,
            },
            "delete": {
                "operationId": "revokeStation",
                "security": KEYS,
                "parameters": [NAMED],
                "responses": gone | NO | REFUSED,
            },
        },
    }


def _signing_in(schemas: Schemas) -> dict[str, Any]:
    told = _told(schemas, "SignedIn", "Who works at the counter; empty for nobody.")
    return {
        "/api/sign-in": {
            "get": {"operationId": "whoIsSignedIn", "security": KEYS, "responses": told | NO},
            "post": {
                "operationId": "signIn",
                "security": KEYS,
                "requestBody": _asked(schemas, "SignIn"),
                "responses": told | NO | UNREAD | _told(schemas, "NotAdmitted", "Not let in.", 403),
            },
            "delete": {"operationId": "signOut", "security": KEYS, "responses": told | NO},
        }
    }


def _told(schemas: Schemas, name: str, words: str, status: int = 200) -> dict[str, Any]:
    content = {"application/json": {"schema": schemas[name]}}
    return {str(status): {"description": words, "content": content}}


def _asked(schemas: Schemas, name: str) -> dict[str, Any]:
    return {"required": True, "content": {"application/json": {"schema": schemas[name]}}}
