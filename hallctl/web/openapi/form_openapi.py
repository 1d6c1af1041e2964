"""What the OpenAPI document says of a dossier's official forms."""

from typing import Any

from hallctl.web.api.form_api import PAPERS

Part = dict[str, Any]


def form_paths() -> Part:
    """The one address."""
    return {
        "/api/dossiers/{dossier}/forms/{form}.pdf": {
            "get": {
                "operationId": "getForm",
                "summary": "An official form with the applicant; the print is logged.",
                "security": [{"token": []}],
                "parameters": [
                    _in_path("dossier", "the dossier's code", {"type": "string"}),
                    _in_path("form", "01 to 06", {"type": "string", "pattern": "^0[1-6]$"}),
                    {
                        "name": "paper",
                        "in": "query",
                        "description": "a5 where the form fits on it",
                        "schema": {"enum": list(PAPERS), "default": PAPERS[0]},
                    },
                ],
                "responses": {
                    "200": {
                        "description": "The form.",
                        "content": {"application/pdf": {"schema": {"type": "string"}}},
                    },
                    "401": {"description": "No or an unknown token."},
                    "403": {"description": "Only counters may print names."},
                    "404": {"description": "No such dossier, or nothing for that form to tell."},
                    "422": {"description": "No such paper."},
                },
            }
        }
    }


def _in_path(name: str, description: str, schema: Part) -> Part:
    return {
        "name": name,
        "in": "path",
        "required": True,
        "description": description,
        "schema": schema,
    }
