"""A hall asked at once, over the standard library alone."""

import ssl
import time
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import HTTPSHandler, ProxyHandler, Request, build_opener

from hallctl.client.answers import (
    PATIENCE_S,
    REST_S,
    TRIES,
    Granted,
    Seen,
    UnreachableError,
    body_of,
    granted,
    kind_of,
    reported,
    seen,
)
from hallctl.command_ids import new_command_id
from hallctl.core.commands import Command


class Hall:
    """One hall, asked in the name of one token.

    ``authority`` is the hall's own, ``secrets/authority.pem``, where it speaks TLS.
    """

    def __init__(self, url: str, token: str, authority: Path | None = None) -> None:
        self._url = url.rstrip("/")
        self._headers = {"Authorization": f"Bearer {token}"}
        trusted = ssl.create_default_context(cafile=authority)
        self._opener = build_opener(ProxyHandler({}), HTTPSHandler(context=trusted))

    def ask(self, kind: type[Command], **fields: object) -> Granted:
        """Ask for a command with a new id. Raises HallError."""
        return self.send(kind(command_id=new_command_id(), **fields))

    def send(self, command: Command) -> Granted:
        """Send a command, again with the same id while nobody answers: it happens once. Raises HallError."""
        body = body_of(command)
        for tries_left in reversed(range(TRIES)):
            try:
                return granted(*self._ask("/api/commands", body))
            except UnreachableError:
                if not tries_left:
                    raise
                time.sleep(REST_S)
        raise AssertionError  # the last try returns or raises

    def view(self, kind: type[Seen], **query: str) -> Seen:
        """A view as it is now; ``counter`` and the like go into the query. Raises HallError."""
        asked = f"?{urlencode(query)}" if query else ""
        return seen(*self._ask(f"/api/views/{kind_of(kind)}{asked}"), kind)

    def report(self, name: str, form: str = "json", **query: str) -> bytes:
        """A report as a file; ``from`` and ``to`` are days: ``**{"from": "2026-11-01"}``. Raises HallError."""
        return reported(*self._ask(f"/reports/{name}.{form}?{urlencode(query)}"))

    def _ask(self, path: str, body: bytes | None = None) -> tuple[int, bytes]:
        headers = self._headers | ({"Content-Type": "application/json"} if body else {})
        request = Request(self._url + path, body, headers)  # noqa: S310 - the hall's own address
        try:
            with self._opener.open(request, timeout=PATIENCE_S) as answer:
                return answer.status, answer.read()
        except HTTPError as error:
            with error:
                return error.code, error.read()
        except (URLError, HTTPException, OSError) as error:
            raise UnreachableError(str(error)) from error
