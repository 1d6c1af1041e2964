"""What the OpenAPI document says of devices."""

from typing import Any

import msgspec

from hallctl.web.camera_desk import CamerasSeen, StillTaken
from hallctl.web.device_desk import DevicesKept, DevicesTold

Part = dict[str, Any]


def device_paths() -> tuple[Part, Part]:
    """The addresses, and the components they refer to."""
    (told, kept, cameras, taken), components = msgspec.json.schema_components(
        (DevicesTold, DevicesKept, CamerasSeen, StillTaken),
        ref_template="#/components/schemas/{name}",
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
    return {"/api/devices": {"post": post}, **_camera_paths(cameras, taken)}, components


def _camera_paths(cameras: Part, taken: Part) -> Part:
    guarded: Part = {
        "401": {"description": "No or an unknown token."},
        "403": {"description": "Only inspectors may look."},
    }
    counter = {"name": "counter", "in": "query", "schema": {"type": "string"}}
    listing = {
        "operationId": "listCameras",
        "summary": "Cameras, all or those that see a counter, and whether they see.",
        "security": [{"token": []}],
        "parameters": [counter],
        "responses": {"200": {"description": "Cameras.", **_body(cameras)}, **guarded},
    }
    none = {"404": {"description": "No such camera or still, or the hall keeps none."}}
    take = {
        "operationId": "takeStill",
        "summary": "Take a still now and keep it; the look is recorded.",
        "security": [{"token": []}],
        "parameters": [_in_path("camera")],
        "responses": {
            "200": {"description": "Kept.", **_body(taken)},
            "503": {"description": "The camera is gone."},
            **guarded,
            **none,
        },
    }
    jpeg: Part = {"content": {"image/jpeg": {}}}
    show = {
        "operationId": "getStill",
        "summary": "A kept still; the look is recorded.",
        "security": [{"token": []}],
        "parameters": [_in_path("camera"), _in_path("still")],
        "responses": {"200": {"description": "The still.", **jpeg}, **guarded, **none},
    }
    return {
        "/api/cameras": {"get": listing},
        "/api/cameras/{camera}/stills": {"post": take},
        "/api/cameras/{camera}/stills/{still}": {"get": show},
    }


def _in_path(name: str) -> Part:
    return {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}


def _body(schema: Part) -> Part:
    return {"content": {"application/json": {"schema": schema}}}
