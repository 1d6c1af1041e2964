"""A hall asked in an event loop, and followed: every new view as it comes, through lost connections."""

import asyncio
import ssl
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import msgspec

from hallctl.client.answers import (
    PATIENCE_S,
    REST_S,
    TRIES,
    Granted,
    Seen,
    UnreachableError,
    body_of,
    error_of,
    granted,
    kind_of,
    reported,
    seen,
)
from hallctl.command_ids import new_command_id
from hallctl.core.commands import Command


class AsyncHall:
    """One hall, asked in the name of one token, inside ``async with``."""

    def __init__(self, url: str, token: str, authority: Path | None = None) -> None:
        self._url = url.rstrip("/")
        self._headers = {"Authorization": f"Bearer {token}"}
        self._trusted = ssl.create_default_context(cafile=authority)
        self._session: aiohttp.ClientSession

    async def __aenter__(self) -> "AsyncHall":
        """Open its connections."""
        self._session = aiohttp.ClientSession(
            headers=self._headers,
            timeout=aiohttp.ClientTimeout(total=PATIENCE_S),
            connector=aiohttp.TCPConnector(ssl=self._trusted),
        )
        return self

    async def __aexit__(self, *_error: object) -> None:
        """Close them."""
        await self._session.close()

    async def ask(self, kind: type[Command], **fields: object) -> Granted:
        """Ask for a command with a new id. Raises HallError."""
        return await self.send(kind(command_id=new_command_id(), **fields))

    async def send(self, command: Command) -> Granted:
        """Send a command, again with the same id while nobody answers: it happens once. Raises HallError."""
        body = body_of(command)
        for tries_left in reversed(range(TRIES)):
            try:
                return granted(*await self._post(body))
            except UnreachableError:
                if not tries_left:
                    raise
                await asyncio.sleep(REST_S)
        raise AssertionError  # the last try returns or raises

    async def view(self, kind: type[Seen], **query: str) -> Seen:
        """A view as it is now; ``counter`` and the like go into the query. Raises HallError."""
        return seen(*await self._get(f"/api/views/{kind_of(kind)}", query), kind)

    async def report(self, name: str, form: str = "json", **query: str) -> bytes:
        """A report as a file. Raises HallError."""
        return reported(*await self._get(f"/reports/{name}.{form}", query))

    async def follow(self, kind: type[Seen], **query: str) -> AsyncIterator[Seen]:
        """The newest view, and every newer one; a lost connection is made again. Never ends by itself."""
        decoder = msgspec.json.Decoder(kind)
        asked = {"view": kind_of(kind), **query}
        while True:
            try:
                async with self._session.ws_connect(
                    f"{self._url}/api/live", params=asked, max_msg_size=0
                ) as socket:
                    async for message in socket:
                        if message.type is aiohttp.WSMsgType.TEXT:
                            yield decoder.decode(message.data)
            except aiohttp.WSServerHandshakeError as error:
                raise error_of(error.status, b"{}") from error
            except (aiohttp.ClientError, OSError, TimeoutError):
                pass
            await asyncio.sleep(REST_S)

    async def _get(self, path: str, query: dict[str, str]) -> tuple[int, bytes]:
        try:
            async with self._session.get(self._url + path, params=query) as answer:
                return answer.status, await answer.read()
        except (aiohttp.ClientError, OSError, TimeoutError) as error:
            raise UnreachableError(str(error)) from error

    async def _post(self, body: bytes) -> tuple[int, bytes]:
        headers = {"Content-Type": "application/json"}
        url = f"{self._url}/api/commands"
        try:
            async with self._session.post(url, data=body, headers=headers) as answer:
                return answer.status, await answer.read()
        except (aiohttp.ClientError, OSError, TimeoutError) as error:
            raise UnreachableError(str(error)) from error
