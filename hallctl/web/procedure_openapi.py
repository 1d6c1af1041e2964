"""What the OpenAPI document says of the procedures' look-up."""

from typing import Any

import msgspec

from hallctl.catalogue.pages import ProcedurePage
from hallctl.web.procedure_api import HIGHEST_LIMIT, LIMIT, Departments, Procedures

Part = dict[str, Any]


def procedure_paths() -> tuple[Part, Part]:
    """The addresses, and the components they refer to."""
    (found, departments, page), components = msgspec.json.schema_components(
        (Procedures, Departments, ProcedurePage), ref_template="#/components/schemas/{name}"
    )
    broken = {"description": "The catalogue on disk can't be read; the hall's log says why."}
    listed = _content("What answers, or the fields of each department.", found, departments)
    paths = {
        "/api/procedures": {
            "get": {
                "operationId": "findProcedures",
                "summary": "With q a search; with field one field; without either, all fields.",
                "parameters": [
                    _query("q", "words as a citizen types them, or a code"),
                    _query("department", "whose field; empty for those of none"),
                    _query("field", "the field's name"),
                    _limit(),
                ],
                "responses": {"200": listed, "422": _malformed(), "503": broken},
            }
        },
        "/api/procedures/{procedure}": {
            "get": {
                "operationId": "getProcedure",
                "parameters": [_code()],
                "responses": {
                    "200": _content("Everything known of it.", page),
                    "404": {"description": "No such procedure."},
                    "503": broken,
                },
            }
        },
    }
    return paths, components


def _content(description: str, *schemas: Part) -> Part:
    schema = schemas[0] if len(schemas) == 1 else {"anyOf": list(schemas)}
    return {"description": description, "content": {"application/json": {"schema": schema}}}


def _malformed() -> Part:
    return {"description": f"limit is no number from 1 to {HIGHEST_LIMIT}."}


def _query(name: str, description: str) -> Part:
    return {"name": name, "in": "query", "description": description, "schema": {"type": "string"}}


def _limit() -> Part:
    schema = {"type": "integer", "minimum": 1, "maximum": HIGHEST_LIMIT, "default": LIMIT}
    return {"name": "limit", "in": "query", "description": "at most so many", "schema": schema}


def _code() -> Part:
    return {
        "name": "procedure",
        "in": "path",
        "required": True,
        "description": "its code",
        "schema": {"type": "string"},
    }
