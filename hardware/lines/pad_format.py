"""How a pad's bytes are laid out, declared in a few lines of TOML.

A frame has a start, an end or a fixed length, and in between an address, a button and a check.
Bytes are written in hex, places count from 0. `asked` pads speak only when polled; the others
send a frame at every press. `framing = "modbus"` reads one holding register instead, 0 at rest.
"""

from functools import cache
from importlib import resources
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from hardware.lines.checksums import CHECK_BYTES, CheckKind, checksum

MOST_BYTES = 32
"""A frame is no longer; what goes on longer is noise."""

_Place = Annotated[int, Meta(ge=0, lt=MOST_BYTES)]
_Hex = Annotated[str, Meta(pattern=r"^([0-9A-Fa-f]{2})*\Z", max_length=2 * MOST_BYTES)]
_Name = Annotated[str, Meta(pattern=r"^[a-z0-9][a-z0-9-]{0,39}\Z")]


class FormatError(ValueError):
    """A declaration that describes no frame; the message says why in one line."""


class Address(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where the pad's number stands: one byte, or decimal digits in ASCII."""

    at: _Place
    digits: Annotated[int, Meta(ge=0, le=3)] = 0
    """0 is one byte."""

    @property
    def length(self) -> int:
        """Bytes it takes."""
        return self.digits or 1

    def read(self, frame: bytes) -> int | None:
        """The pad's number in `frame`, or None where there is none."""
        written = frame[self.at : self.at + self.length]
        if not self.digits:
            return written[0]
        return int(written) if written.isdigit() else None

    def write(self, number: int) -> bytes:
        """The pad's number as it stands in a frame."""
        return f"{number:0{self.digits}d}".encode() if self.digits else bytes((number,))


class Check(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A checksum over the bytes from `first` up to its own place: `at`, or after the frame's end."""

    kind: CheckKind
    at: _Place = 0
    first: _Place = 0
    after_end: bool = False
    """It follows the end, which it covers too: STX … ETX BCC."""

    @property
    def length(self) -> int:
        """Bytes it takes."""
        return CHECK_BYTES[self.kind]

    def holds(self, frame: bytes) -> bool:
        """Whether the frame's checksum is that of its bytes."""
        at = len(frame) - self.length if self.after_end else self.at
        return frame[at : at + self.length] == checksum(self.kind, frame[self.first : at])


class Poll(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What asks a pad for its button: these bytes, its number, these, and a checksum of all."""

    before: _Hex = ""
    after: _Hex = ""
    check: CheckKind | None = None


class PadFormat(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One kind of pad; `buttons` names what stands at `button_at`, in hex."""

    name: _Name
    framing: Literal["frame", "modbus"] = "frame"
    start: _Hex = ""
    end: _Hex = ""
    length: Annotated[int, Meta(ge=0, le=MOST_BYTES)] = 0
    """Bytes of a frame in all; 0 where its end tells."""
    address: Address | None = None
    button_at: _Place = 0
    check: Check | None = None
    poll: Poll | None = None
    register: Annotated[int, Meta(ge=0, le=0xFFFF)] = 0
    buttons: dict[_Hex, _Name]

    @property
    def is_asked(self) -> bool:
        """Whether it speaks only when polled."""
        return self.framing == "modbus" or self.poll is not None

    @property
    def trailer(self) -> int:
        """Bytes that follow the frame's end."""
        return self.check.length if self.check and self.check.after_end else 0

    def request(self, number: int) -> bytes:
        """What asks the pad of that number."""
        poll = self.poll or Poll()
        asked = self.address.write(number) if self.address else b""
        frame = bytes.fromhex(poll.before) + asked + bytes.fromhex(poll.after)
        return frame + (checksum(poll.check, frame) if poll.check else b"")


def read_format(declaration: str) -> PadFormat:
    """Read a declaration. Raises FormatError."""
    try:
        form = msgspec.toml.decode(declaration, type=PadFormat)
    except (msgspec.MsgspecError, ValueError) as error:
        raise FormatError(f"no pad's format: {error}") from error
    if wrong := _wrong_with(form):
        raise FormatError(f"{form.name}: {wrong}")
    return form


@cache
def known_formats() -> dict[str, PadFormat]:
    """The formats that come with the programs, by name."""
    files = resources.files("hardware.lines.formats").iterdir()
    declared = (read_format(one.read_text("utf-8")) for one in files if one.name.endswith(".toml"))
    return {one.name: one for one in sorted(declared, key=lambda one: one.name)}


def formats_with(own: tuple[str, ...]) -> dict[str, PadFormat]:
    """Those, and others by their declarations, by name. Raises FormatError."""
    return known_formats() | {form.name: form for form in map(read_format, own)}


def _wrong_with(form: PadFormat) -> str:
    if not form.buttons:
        return "it names no button"
    if form.framing == "modbus":
        return ""
    if not form.length and not (form.start and form.end):
        return "a frame needs a start and an end, or a fixed length"
    if len({len(code) for code in form.buttons}) != 1 or "" in form.buttons:
        return "every button takes the same number of bytes, and one at least"
    if form.length and _last_byte(form) > form.length:
        return f"address, button, check and end do not fit into {form.length} bytes"
    return _wrong_with_check(form)


def _wrong_with_check(form: PadFormat) -> str:
    if form.check is None or not form.check.after_end:
        return ""
    if form.check.at:
        return "a check after the end has no other place"
    return "" if form.end else "a check after the end needs an end"


def _last_byte(form: PadFormat) -> int:
    ends = [len(form.start) // 2, form.button_at + len(next(iter(form.buttons))) // 2]
    if form.address:
        ends.append(form.address.at + form.address.length)
    if form.check and not form.check.after_end:
        ends.append(form.check.at + form.check.length)
    return max(ends) + len(form.end) // 2 + form.trailer
