"""What the OpenAPI document says of devices."""

from typing import Any

import msgspec

from hallctl.web.device_desk import DevicesKept, DevicesTold

Part = dict[str, Any]


def device_paths() -> tuple[Part, Part]:
    """The address, and the components it refers to."""
    (told, kept), components = msgspec.json.schema_components(
        (DevicesTold, DevicesKept), ref_template="#/components/schemas/{name}"
    )
    post = {
        "operationId": "tellDevices",
        "summary": "How a station's devices are, now; the newest word counts.",
        "security": [{"token": []}],
        "requestBody": {"required": True, **_body(told)},
        "responses": {
            "200": {"description": "Kept.", **_body(kept)},
            "401": {"description": "No or an unknown token."},
            "403": {"description": "Only stations tell of devices."},
            "422": {"description": "Not what a station tells."},
        },
    }
    return {"/api/devices": {"post": post}}, components


def _body(schema: Part) -> Part:
    return {"content": {"application/json": {"schema": schema}}}
