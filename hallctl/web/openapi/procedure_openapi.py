"""What the OpenAPI document says of the procedures' look-up."""

from hallctl.catalogue.pages import ProcedurePage
from hallctl.web.api.due_api import ForeseenDue
from hallctl.web.api.procedure_api import HIGHEST_LIMIT, LIMIT, Departments, Procedures
from hallctl.web.openapi.parts import Part, answered, in_path, query, schemas_of

LIMITED = {"type": "integer", "minimum": 1, "maximum": HIGHEST_LIMIT, "default": LIMIT}


def procedure_paths() -> tuple[Part, Part]:
    """The addresses, and the components they refer to."""
    (found, departments, page, foreseen), components = schemas_of(
        (Procedures, Departments, ProcedurePage, ForeseenDue)
    )
    broken = {"description": "The catalogue on disk can't be read; the hall's log says why."}
    malformed = {"description": f"limit is no number from 1 to {HIGHEST_LIMIT}."}
    listed = answered(
        "What answers, or the fields of each department.", {"anyOf": [found, departments]}
    )
    paths = {
        "/api/procedures": {
            "get": {
                "operationId": "findProcedures",
                "summary": "With q a search; with service or field theirs; without any, all fields.",
                "parameters": [
                    query("q", "words as a citizen types them, or a code"),
                    query("service", "those whose number it is, received last first"),
                    query("department", "whose field; empty for those of none"),
                    query("field", "the field's name"),
                    query("limit", "at most so many", LIMITED),
                ],
                "responses": {"200": listed, "422": malformed, "503": broken},
            }
        },
        "/api/procedures/{procedure}": {
            "get": {
                "operationId": "getProcedure",
                "parameters": [in_path("procedure", "its code")],
                "responses": {
                    "200": answered("Everything known of it.", page),
                    "404": {"description": "No such procedure."},
                    "503": broken,
                },
            }
        },
        "/api/procedures/{procedure}/due": _due(foreseen),
    }
    return paths, components


def _due(foreseen: Part) -> Part:
    return {
        "get": {
            "operationId": "getForeseenDue",
            "summary": "When a dossier received so would be due, step by step.",
            "parameters": [
                in_path("procedure", "its code"),
                query("channel", "counter, online or post"),
                *(
                    query(name, "milliseconds since 1970; see ReceiveDossier")
                    for name in ("presented_at", "complete_at", "due_at")
                ),
            ],
            "responses": {
                "200": answered("The due time.", foreseen),
                "409": {"description": "Reception would be refused; `refused` says why."},
                "422": {"description": "No channel or no time."},
            },
        }
    }
