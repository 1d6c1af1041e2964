"""How the server words what it cannot do, as JSON with a status that fits."""

import re

import msgspec
from aiohttp import web

from hallctl.core.permissions import Role
from hallctl.core.refusals import Refusal, Refused

FIELD = re.compile(r"`\$\.?(?P<path>[^`]*)`")
MISSING = re.compile(r"missing required field `(?P<field>[^`]+)`")
UNKNOWN = re.compile(r"unknown field `(?P<field>[^`]+)`")


def json_response(body: bytes, status: int = 200) -> web.Response:
    """A JSON document, never cached."""
    return web.Response(
        body=body,
        status=status,
        content_type="application/json",
        headers={"Cache-Control": "no-store"},
    )


def malformed(error: Exception) -> web.Response:
    """422, naming the field that is wrong."""
    return json_response(
        msgspec.json.encode({"malformed": str(error), "field": field_of(str(error))}), 422
    )


def unknown_token() -> web.Response:
    """401."""
    return json_response(b'{"refused":"unknown_token","details":{}}', 401)


def hall_stopping(reason: str) -> web.Response:
    """503: nothing was answered for; ask again with the same id."""
    return json_response(
        msgspec.json.encode({"refused": "hall_stopping", "details": {"reason": reason}}), 503
    )


def refused(why: Refused, status: int) -> web.Response:
    """A refusal in the words commands are refused with."""
    return json_response(
        msgspec.json.encode({"refused": why.refusal, "details": why.details}), status
    )


def not_allowed(role: Role) -> web.Response:
    """403: whoever asks is known, and this is not theirs."""
    return refused(Refused(Refusal.NOT_ALLOWED, role=role), 403)


def undecided() -> web.Response:
    """500: a fault of ours, written to the log; nothing has happened."""
    return json_response(b'{"refused":"undecided","details":{}}', 500)


def not_found(what: str) -> web.Response:
    """404."""
    return json_response(
        msgspec.json.encode({"refused": "not_found", "details": {"what": what}}), 404
    )


def field_of(message: str) -> str:
    """The field a validation message is about, or ``body`` for the whole document."""
    path = match["path"] if (match := FIELD.search(message.rpartition(" - at ")[2])) else ""
    if " - at " not in message:
        path = ""
    for pattern in (MISSING, UNKNOWN):
        if found := pattern.search(message):
            return f"{path}.{found['field']}".lstrip(".")
    return path or "body"
