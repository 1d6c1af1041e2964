"""What the OpenAPI document says of the procedures' look-up."""

from typing import Any

import msgspec

from hallctl.catalogue.pages import ProcedurePage
from hallctl.web.api.due_api import ForeseenDue
from hallctl.web.api.procedure_api import HIGHEST_LIMIT, LIMIT, Departments, Procedures

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
                "summary": "With q a search; with service or field theirs; without any, all fields.",
                "parameters": [
                    _query("q", "words as a citizen types them, or a code"),
                    _query("service", "those whose number it is, received last first"),
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
    paths["/api/procedures/{procedure}/due"] = _due(*_due_schemas(components))
    return paths, components


def _due_schemas(components: Part) -> list[Part]:
    schemas, needed = msgspec.json.schema_components(
        (ForeseenDue,), ref_template="#/components/schemas/{name}"
    )
    components |= needed
    return list(schemas)


def _due(foreseen: Part) -> Part:
    return {
        "get": {
            "operationId": "getForeseenDue",
            "summary": "When a dossier received so would be due, step by step.",
            "parameters": [
                _code(),
                _query("channel", "counter, online or post"),
                *(
                    _query(name, "milliseconds since 1970; see ReceiveDossier")
                    for name in ("presented_at", "complete_at", "due_at")
                ),
            ],
            "responses": {
                "200": _content("The due time.", foreseen),
                "409": {"description": "Reception would be refused; `refused` says why."},
                "422": {"description": "No channel or no time."},
            },
        }
    }


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
