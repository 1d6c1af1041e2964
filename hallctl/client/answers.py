"""What a hall answers, as structs; what it says no to, as errors."""

from typing import Any, TypeVar

import msgspec

from hallctl.core.commands import Command
from hallctl.core.events import AnyEvent
from hallctl.core.refusals import Refusal
from hallctl.core.views import View

Seen = TypeVar("Seen", bound=View)
PATIENCE_S = 10.0
TRIES, REST_S = 4, 0.25
"""How long an answer may take; how often and how soon it is asked again when nobody answers."""
OK, UNKNOWN, FORBIDDEN, REFUSED, MALFORMED, STOPPING = 200, 401, 403, 409, 422, 503


class Granted(msgspec.Struct, frozen=True):
    """The facts that granted a command, in order, and the number of the newest in the journal."""

    events: tuple[AnyEvent, ...]
    journal_number: int


class HallError(Exception):
    """The hall did not do it."""


class RefusedError(HallError):
    """It says no, and why: a code and its details."""

    def __init__(self, refusal: Refusal | str, details: dict[str, Any]) -> None:
        super().__init__(f"{refusal}: {details}" if details else str(refusal))
        self.refusal = refusal
        self.details = details


class NotLetInError(HallError):
    """The token is unknown, revoked, ended, or made for other things."""


class MalformedError(HallError):
    """The hall can't read what was sent; names the field."""


class UnreachableError(HallError):
    """Nobody answers there, or the hall is stopping: ask again with the same id."""


class _Refused(msgspec.Struct):
    refused: str = ""
    details: dict[str, Any] = {}
    malformed: str = ""
    field: str = ""


_GRANTED = msgspec.json.Decoder(Granted)


def granted(status: int, body: bytes) -> Granted:
    """The answer to a command. Raises HallError."""
    if status != OK:
        raise error_of(status, body)
    return _GRANTED.decode(body)


def seen(status: int, body: bytes, kind: type[Seen]) -> Seen:
    """A view. Raises HallError."""
    if status != OK:
        raise error_of(status, body)
    return msgspec.json.decode(body, type=kind)


def reported(status: int, body: bytes) -> bytes:
    """A report's file. Raises HallError."""
    if status != OK:
        raise error_of(status, body)
    return body


def error_of(status: int, body: bytes) -> HallError:
    """What another status than 200 means."""
    try:
        told = msgspec.json.decode(body, type=_Refused)
    except msgspec.MsgspecError:
        return UnreachableError(f"http {status}")
    if status in {UNKNOWN, FORBIDDEN} or told.refused == Refusal.NOT_ALLOWED:
        return NotLetInError(f"{told.refused}: {told.details}")
    if told.malformed:
        return MalformedError(f"{told.field}: {told.malformed}")
    if status == STOPPING:
        return UnreachableError(told.refused)
    known = {one.value for one in Refusal}
    return RefusedError(
        Refusal(told.refused) if told.refused in known else told.refused, told.details
    )


def kind_of(view: type[View]) -> str:
    """Under which name the hall shows it."""
    return str(view.__struct_config__.tag)


def body_of(command: Command) -> bytes:
    """A command as it travels."""
    return msgspec.json.encode(command)
