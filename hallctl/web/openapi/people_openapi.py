"""Pairing and signing in at counters, described for machines from the structs that travel."""

from hallctl.people.paired_stations import PairedStation
from hallctl.web.api.pairing_api import (
    Admission,
    Admitted,
    Claim,
    Code,
    StationChange,
    Stations,
    Wanting,
)
from hallctl.web.api.sign_in_api import NotAdmitted, SignedIn, SignIn
from hallctl.web.openapi.parts import (
    TOKEN,
    UNKNOWN_TOKEN,
    Part,
    answered,
    in_path,
    schemas_of,
    sent,
)

TYPES = (
    Wanting, Code, Claim, Admitted, Admission, StationChange, PairedStation, Stations,
    SignIn, SignedIn, NotAdmitted,
)  # fmt: skip
NAMED = in_path("name", "the station's own")
NO = {**UNKNOWN_TOKEN, "403": {"description": "Not allowed."}}
REFUSED = {"404": {"description": "There is none."}, "409": {"description": "It can't be so."}}
UNREAD = {"422": {"description": "Malformed."}, "429": {"description": "Wait, then again."}}


def people_paths() -> tuple[Part, Part]:
    """The paths, and the schemas that they name."""
    every, components = schemas_of(TYPES)
    schemas = dict(zip((one.__name__ for one in TYPES), every, strict=True))
    return _pairing(schemas) | _stations(schemas) | _signing_in(schemas), components


def _pairing(schemas: Part) -> Part:
    claimed = {"200": answered("Whether it is in, and its token.", schemas["Admitted"])}
    over = {"404": {"description": "The code has run out."}}
    return {
        "/api/pairing": {
            "post": {
                "operationId": "askToComeIn",
                "requestBody": sent(schemas["Wanting"]),
                "responses": {"200": answered("What the new station shows.", schemas["Code"])}
                | UNREAD,
            }
        },
        "/api/pairing/claim": {
            "post": {
                "operationId": "claimToken",
                "requestBody": sent(schemas["Claim"]),
                "responses": claimed | over | UNREAD,
            }
        },
    }


def _stations(schemas: Part) -> Part:
    told = {"200": answered("As it is now.", schemas["PairedStation"])}
    gone = {"200": {"description": "It is out."}}
    return {
        "/api/stations": {
            "get": {
                "operationId": "listStations",
                "security": TOKEN,
                "responses": {"200": answered("Who is in, and who asks.", schemas["Stations"])}
                | NO,
            },
            "post": {
                "operationId": "admitStation",
                "security": TOKEN,
                "requestBody": sent(schemas["Admission"]),
                "responses": told | NO | REFUSED | UNREAD,
            },
        },
        "/api/stations/{name}": {
            "patch": {
                "operationId": "changeStation",
                "security": TOKEN,
                "parameters": [NAMED],
                "requestBody": sent(schemas["StationChange"]),
                "responses": told | NO | REFUSED | UNREAD,
            },
            "delete": {
                "operationId": "revokeStation",
                "security": TOKEN,
                "parameters": [NAMED],
                "responses": gone | NO | REFUSED,
            },
        },
    }


def _signing_in(schemas: Part) -> Part:
    told = {"200": answered("Who works at the counter; empty for nobody.", schemas["SignedIn"])}
    return {
        "/api/sign-in": {
            "get": {"operationId": "whoIsSignedIn", "security": TOKEN, "responses": told | NO},
            "post": {
                "operationId": "signIn",
                "security": TOKEN,
                "requestBody": sent(schemas["SignIn"]),
                "responses": told
                | NO
                | UNREAD
                | {"403": answered("Not let in.", schemas["NotAdmitted"])},
            },
            "delete": {"operationId": "signOut", "security": TOKEN, "responses": told | NO},
        }
    }
