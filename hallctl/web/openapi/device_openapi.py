"""What the OpenAPI document says of devices."""

from hallctl.web.desks.camera_desk import CamerasSeen, StillTaken
from hallctl.web.desks.device_desk import DevicesKept, DevicesTold
from hallctl.web.openapi.parts import (
    TOKEN,
    UNKNOWN_TOKEN,
    Part,
    answered,
    in_path,
    query,
    schemas_of,
    sent,
)

CAMERA = in_path("camera", "its name, as hall.toml has it")
STILL = in_path("still", "its name, as it was answered when it was taken")


def device_paths() -> tuple[Part, Part]:
    """The addresses, and the components they refer to."""
    (told, kept, cameras, taken), components = schemas_of(
        (DevicesTold, DevicesKept, CamerasSeen, StillTaken)
    )
    post = {
        "operationId": "tellDevices",
        "summary": "How a station's devices are, now; the newest word counts.",
        "security": TOKEN,
        "requestBody": sent(told),
        "responses": {
            "200": answered("Kept.", kept),
            **UNKNOWN_TOKEN,
            "403": {"description": "Only stations tell of devices."},
            "422": {"description": "Not what a station tells."},
        },
    }
    return {"/api/devices": {"post": post}, **_camera_paths(cameras, taken)}, components


def _camera_paths(cameras: Part, taken: Part) -> Part:
    guarded: Part = {
        **UNKNOWN_TOKEN,
        "403": {"description": "Only inspectors may look."},
    }
    listing = {
        "operationId": "listCameras",
        "summary": "Cameras, all or those that see a counter, and whether they see.",
        "security": TOKEN,
        "parameters": [query("counter", "which they see; all when absent")],
        "responses": {"200": answered("Cameras.", cameras), **guarded},
    }
    none = {"404": {"description": "No such camera or still, or the hall keeps none."}}
    take = {
        "operationId": "takeStill",
        "summary": "Take a still now and keep it; the look is recorded.",
        "security": TOKEN,
        "parameters": [CAMERA],
        "responses": {
            "200": answered("Kept.", taken),
            "503": {"description": "The camera is gone."},
            **guarded,
            **none,
        },
    }
    jpeg: Part = {"content": {"image/jpeg": {}}}
    show = {
        "operationId": "getStill",
        "summary": "A kept still; the look is recorded.",
        "security": TOKEN,
        "parameters": [CAMERA, STILL],
        "responses": {"200": {"description": "The still.", **jpeg}, **guarded, **none},
    }
    return {
        "/api/cameras": {"get": listing},
        "/api/cameras/{camera}/stills": {"post": take},
        "/api/cameras/{camera}/stills/{still}": {"get": show},
    }
