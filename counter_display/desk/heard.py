"""Reads what the hall said to a request: the document, or why not, as commands are refused."""

from typing import Any, TypeVar

import msgspec

from hallctl.station.link.answering import Answer, Said

_Kind = TypeVar("_Kind", bound=msgspec.Struct)


class _Refused(msgspec.Struct):
    refused: str = ""
    details: dict[str, Any] = {}
    field: str = ""


def read(said: Said, kind: type[_Kind]) -> _Kind | None:
    """The document of that kind, or None where there is none."""
    if not said.is_good:
        return None
    try:
        return msgspec.json.decode(said.body, type=kind)
    except msgspec.DecodeError:
        return None


def why_not(said: Said) -> Answer:
    """The refusal in a command's form; what can't be read counts as no answer."""
    try:
        refused = msgspec.json.decode(said.body, type=_Refused)
    except msgspec.DecodeError:
        return Answer(unreachable=True)
    if refused.field:
        return Answer(refused="malformed", details={"field": refused.field})
    return Answer(refused=refused.refused or "other", details=refused.details)
