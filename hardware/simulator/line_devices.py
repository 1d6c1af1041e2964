"""Simulated pads, boards and relays: their own reading of the bytes, apart from the drivers'."""

import re
from collections.abc import Callable

from hardware.lines.checksums import checksum

_SHOWN: dict[str, re.Pattern[bytes]] = {
    "edi": re.compile(rb"\x02(?P<board>[0-9]{2})(?P<figures>[0-9 .-]*)\x03"),
    "armfly": re.compile(rb"\$(?P<board>[0-9]{3}),(?P<figures>[0-9]+)&"),
}


class SimulatedTextBoard:
    """An LED board that is told in ASCII: `edi` or `armfly`."""

    def __init__(self, words: str, number: int) -> None:
        self.shown = ""
        self._frames = _SHOWN[words]
        self._number = number
        self._heard = b""

    def hear(self, data: bytes) -> bytes:
        """See OnLine."""
        self._heard = (self._heard + data)[-64:]
        for frame in self._frames.finditer(self._heard):
            if int(frame["board"]) == self._number:
                self.shown = frame["figures"].decode().strip()
        return b""


class SimulatedSumBoard:
    """An LED board that is told in bytes with a sum: `andon` or `sunpn`."""

    def __init__(self, words: str, number: int) -> None:
        self.shown = 0
        self.colour = 0
        self._is_andon = words == "andon"
        self._number = number
        self._heard = b""

    def hear(self, data: bytes) -> bytes:
        """See OnLine."""
        self._heard = (self._heard + data)[-64:]
        size = 4 if self._is_andon else 7
        for start in range(len(self._heard) - size + 1):
            frame = self._heard[start : start + size]
            if self._is_andon and self._is_andon_frame(frame):
                self.shown = frame[1] * 256 + frame[2]
            elif not self._is_andon and self._is_sunpn_frame(frame):
                self.shown, self.colour = frame[2] + frame[3] * 256, frame[4]
        return b""

    def _is_andon_frame(self, frame: bytes) -> bool:
        return frame[0] == self._number and sum(frame[:3]) & 0xFF == frame[3]

    def _is_sunpn_frame(self, frame: bytes) -> bool:
        framed = frame[0] == 0x3A and frame[6] == 0x0A and frame[1] == self._number
        return framed and sum(frame[:5]) & 0xFF == frame[5]


class SimulatedPad:
    """A pad that speaks at every press, in STX/ETX."""

    def __init__(self, number: int, say: Callable[[bytes], None]) -> None:
        self._number = number
        self._say = say

    def press(self, button: int) -> None:
        """Press the button of that place, counted from 1."""
        self._say(b"\x02" + f"{self._number:02d}{button}".encode() + b"\x03")

    def hear(self, data: bytes) -> bytes:  # noqa: ARG002  heeds nothing
        """See OnLine."""
        return b""


class SimulatedKeypad:
    """A call keypad on a bus that answers with the key held down, 0 for none."""

    def __init__(self, number: int) -> None:
        self.held = 0
        self._asked = bytes((0x55, number, (0x55 + number) & 0xFF))
        self._number = number

    def hear(self, data: bytes) -> bytes:
        """See OnLine."""
        if data != self._asked:
            return b""
        answer = bytes((0xAA, self._number, self.held))
        return answer + bytes((sum(answer) & 0xFF,))


class SimulatedModbus:
    """A Modbus RTU device: holding registers and coils."""

    def __init__(self, unit: int) -> None:
        self.registers: dict[int, int] = {}
        self.coils: dict[int, bool] = {}
        self._unit = unit

    def hear(self, data: bytes) -> bytes:
        """See OnLine. Requests arrive whole: masters pause between them."""
        body, check = data[:-2], data[-2:]
        if len(data) < 8 or data[0] != self._unit or checksum("crc16", body) != check:
            return b""
        answer = self._answer(body[1], int.from_bytes(body[2:4], "big"), body)
        return answer + checksum("crc16", answer)

    def _answer(self, function: int, place: int, body: bytes) -> bytes:
        value = int.from_bytes(body[4:6], "big")
        match function:
            case 3:
                words = [self.registers.get(place + one, 0) for one in range(value)]
                told = b"".join(word.to_bytes(2, "big") for word in words)
                return bytes((self._unit, 3, len(told))) + told
            case 5:
                self.coils[place] = value == 0xFF00
                return body
            case 6:
                self.registers[place] = value
                return body
            case 16:
                for one in range(value):
                    word = body[7 + 2 * one : 9 + 2 * one]
                    self.registers[place + one] = int.from_bytes(word, "big")
                return body[:6]
        return bytes((self._unit, function | 0x80, 1))
