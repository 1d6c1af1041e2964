"""What the OpenAPI document says of applicants."""

from hallctl.applicants.applicant import Applicant
from hallctl.web.api.applicant_api import Kept, KeptApplicant, PersonsDossiers, PersonWanted
from hallctl.web.openapi.parts import (
    TOKEN,
    UNKNOWN_TOKEN,
    Part,
    answered,
    in_path,
    schemas_of,
    sent,
)


def applicant_paths() -> tuple[Part, Part]:
    """The addresses, and the components they refer to."""
    types = (Applicant, KeptApplicant, Kept, PersonWanted, PersonsDossiers)
    (applicant, whose, kept, wanted, found), components = schemas_of(types)
    paths = {
        "/api/dossiers/{dossier}/applicant": {
            "parameters": [in_path("dossier", "the dossier's code")],
            "get": {
                "operationId": "getApplicant",
                "summary": "Whose dossier it is; the look is logged.",
                "security": TOKEN,
                "responses": {"200": answered("The applicant.", whose)} | _refusals(),
            },
            "put": {
                "operationId": "putApplicant",
                "summary": "Keep whose dossier it is; the same again changes nothing.",
                "security": TOKEN,
                "requestBody": sent(applicant),
                "responses": {"200": answered("Kept.", kept)} | _refusals() | _misread(),
            },
        },
        "/api/applicants/search": {
            "post": {
                "operationId": "findDossiersOfPerson",
                "summary": "The dossiers of one identity number; the search is logged.",
                "security": TOKEN,
                "requestBody": sent(wanted),
                "responses": {"200": answered("What is found.", found)}
                | {status: says for status, says in _refusals().items() if status != "404"}
                | _misread(),
            }
        },
    }
    return paths, components


def _refusals() -> Part:
    return {
        **UNKNOWN_TOKEN,
        "403": {"description": "Only counters may look."},
        "404": {"description": "No dossier of this hall, or its applicant is not kept."},
    }


def _misread() -> Part:
    return {
        "413": {"description": "Longer than any applicant."},
        "422": {"description": "A field is missing, unknown, too long or of another shape."},
    }
