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
