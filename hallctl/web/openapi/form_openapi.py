"""What the OpenAPI document says of a dossier's official forms."""

from hallctl.web.api.form_api import PAPERS
from hallctl.web.openapi.parts import TOKEN, UNKNOWN_TOKEN, Part, in_path, query


def form_paths() -> tuple[Part, Part]:
    """The one address; it refers to no component."""
    paths = {
        "/api/dossiers/{dossier}/forms/{form}.pdf": {
            "get": {
                "operationId": "getForm",
                "summary": "An official form with the applicant; the print is logged.",
                "security": TOKEN,
                "parameters": [
                    in_path("dossier", "the dossier's code"),
                    in_path("form", "01 to 06", {"type": "string", "pattern": "^0[1-6]$"}),
                    query(
                        "paper",
                        "a5 where the form fits on it",
                        {"enum": list(PAPERS), "default": PAPERS[0]},
                    ),
                ],
                "responses": {
                    "200": {
                        "description": "The form.",
                        "content": {"application/pdf": {"schema": {"type": "string"}}},
                    },
                    **UNKNOWN_TOKEN,
                    "403": {"description": "Only counters may print names."},
                    "404": {"description": "No such dossier, or nothing for that form to tell."},
                    "422": {"description": "No such paper."},
                },
            }
        }
    }
    return paths, {}
