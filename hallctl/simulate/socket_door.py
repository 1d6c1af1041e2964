"""The way into a running hall: HTTP on the LAN, with each station's own token."""

import http.client
from collections.abc import Mapping
from urllib.parse import urlsplit

import msgspec

from hallctl.core.commands import Command
from hallctl.core.events import AnyEvent, Event
from hallctl.core.permissions import Actor
from hallctl.core.refusals import Refusal, Refused

PATIENCE_S = 30.0


class _Granted(msgspec.Struct):
    events: tuple[AnyEvent, ...]
    journal_number: int


class _Refused(msgspec.Struct):
    refused: str
    details: dict[str, str | int | list[str]]


class SocketDoor:
    """Asks one controller over one kept connection."""

    def __init__(self, url: str, tokens: Mapping[str, str]) -> None:
        """``tokens``: the token of each actor, by its name."""
        self._connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=PATIENCE_S)
        self._tokens = tokens
        self.journal_number = 0
        """Number of the newest fact it was answered with."""

    def ask(self, actor: Actor, command: Command) -> tuple[Event, ...]:
        """The facts that granted the command. Raises Refused, or OSError when nobody answers."""
        headers = {"Authorization": f"Bearer {self._tokens[actor.name]}"}
        asked = msgspec.json.encode(command)
        try:
            response = self._send(asked, headers)
        except ConnectionError:
            # The hall lets go of a connection that was quiet for long; a command sent twice happens once.
            self._connection.close()
            response = self._send(asked, headers)
        body = response.read()
        if response.status == http.client.OK:
            granted = msgspec.json.decode(body, type=_Granted)
            self.journal_number = granted.journal_number
            return granted.events
        if response.status == http.client.CONFLICT:
            answer = msgspec.json.decode(body, type=_Refused)
            raise Refused(Refusal(answer.refused), **answer.details)
        raise OSError(f"the hall answered {response.status}: {body.decode()}")

    def _send(self, body: bytes, headers: dict[str, str]) -> http.client.HTTPResponse:
        self._connection.request("POST", "/api/commands", body, headers)
        return self._connection.getresponse()

    def close(self) -> None:
        """Hang up."""
        self._connection.close()
