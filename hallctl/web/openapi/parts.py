"""The small parts that the description of every address is made of."""

from collections.abc import Iterable
from typing import Any

import msgspec

Part = dict[str, Any]

TOKEN: list[dict[str, list[str]]] = [{"token": []}]
"""Who asks says so by a bearer token."""
UNKNOWN_TOKEN: Part = {"401": {"description": "No or an unknown token."}}
TEXT: Part = {"type": "string"}


def schemas_of(types: Iterable[Any]) -> tuple[tuple[Part, ...], Part]:
    """A schema for each of the types, in their order, and the components that these refer to."""
    return msgspec.json.schema_components(types, ref_template="#/components/schemas/{name}")


def body(schema: Part) -> Part:
    """JSON of that schema."""
    return {"content": {"application/json": {"schema": schema}}}


def sent(schema: Part) -> Part:
    """What has to be sent along."""
    return {"required": True, **body(schema)}


def answered(description: str, schema: Part) -> Part:
    """What comes back, and what it means."""
    return {"description": description, **body(schema)}


def query(name: str, description: str, schema: Part = TEXT) -> Part:
    """A parameter behind the question mark."""
    return {"name": name, "in": "query", "description": description, "schema": schema}


def in_path(name: str, description: str, schema: Part = TEXT) -> Part:
    """A part of the address itself."""
    return {**query(name, description, schema), "in": "path", "required": True}
