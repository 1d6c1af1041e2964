"""What the OpenAPI document says of applicants."""

from typing import Any

import msgspec

from hallctl.applicants.applicant import Applicant
from hallctl.web.api.applicant_api import Kept, KeptApplicant, PersonsDossiers, PersonWanted

Part = dict[str, Any]


def applicant_paths() -> tuple[Part, Part]:
    """The addresses, and the components they refer to."""
    types = (Applicant, KeptApplicant, Kept, PersonWanted, PersonsDossiers)
    (applicant, whose, kept, wanted, found), components = msgspec.json.schema_components(
        types, ref_template="#/components/schemas/{name}"
    )
    paths = {
        "/api/dossiers/{dossier}/applicant": {
            "parameters": [_code()],
            "get": {
                "operationId": "getApplicant",
                "summary": "Whose dossier it is; the look is logged.",
                "security": [{"token": []}],
                "responses": {"200": _content("The applicant.", whose)} | _refusals(),
            },
            "put": {
                "operationId": "putApplicant",
                "summary": "Keep whose dossier it is; the same again changes nothing.",
                "security": [{"token": []}],
                "requestBody": {"required": True, **_body(applicant)},
                "responses": {"200": _content("Kept.", kept)} | _refusals() | _misread(),
            },
        },
        "/api/applicants/search": {
            "post": {
                "operationId": "findDossiersOfPerson",
                "summary": "The dossiers of one identity number; the search is logged.",
                "security": [{"token": []}],
                "requestBody": {"required": True, **_body(wanted)},
                "responses": {"200": _content("What is found.", found)}
                | {status: says for status, says in _refusals().items() if status != "404"}
                | _misread(),
            }
        },
    }
    return paths, components


def _refusals() -> Part:
    return {
        "401": {"description": "No or an unknown token."},
        "403": {"description": "Only counters may look."},
        "404": {"description": "No dossier of this hall, or its applicant is not kept."},
    }


def _misread() -> Part:
    return {
        "413": {"description": "Longer than any applicant."},
        "422": {"description": "A field is missing, unknown, too long or of another shape."},
    }


def _content(description: str, schema: Part) -> Part:
    return {"description": description, **_body(schema)}


def _body(schema: Part) -> Part:
    return {"content": {"application/json": {"schema": schema}}}


def _code() -> Part:
    return {
        "name": "dossier",
        "in": "path",
        "required": True,
        "description": "the dossier's code",
        "schema": {"type": "string"},
    }
