"""Devices without a screen, as the technician describes them: what hangs where, for which counter."""

from typing import Literal

import msgspec

DeviceKind = Literal["pad", "keypad", "led_sign", "lamp"]


class Device(msgspec.Struct, frozen=True, kw_only=True):
    """A pad, keypad, LED sign or lamp at a counter; ``unit`` is its own number on its line.

    ``format`` says which bytes it speaks; ``coil`` is the relay's output that a lamp hangs on.
    """

    device: str
    kind: DeviceKind
    station: str
    counter: str
    port: str
    format: str
    unit: int = 1
    coil: int = 0


class Camera(msgspec.Struct, frozen=True, kw_only=True):
    """A camera over a counter, or over a zone of the hall."""

    camera: str
    source: str
    """``rtsp://…`` or ``/dev/video0``; its login stands in a file of its own."""
    counter: str = ""
    zone: str = ""


class CameraRules(msgspec.Struct, frozen=True, kw_only=True):
    """``[cameras]``: whether stills may be taken at all, and how long they are kept."""

    keep_stills: bool = False
    keep_days: int = 30
