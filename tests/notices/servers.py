"""A real mail server and a real gateway on loopback, which refuse, hang, drop and come back."""

import asyncio
import hmac
import ssl
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from email import message_from_bytes
from email.message import Message
from email.policy import default
from hashlib import sha256
from typing import Any, Literal

from aiohttp import web
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

Mood = Literal["takes", "refuses", "busy", "hangs", "drops"]


class Postbox:
    """Takes letters as its mood is."""

    def __init__(self) -> None:
        self.mood: Mood = "takes"
        self.letters: list[Message] = []
        self.port = 0
        self.on_letter: Callable[[], None] = lambda: None
        self.tried = 0

    async def handle_RCPT(
        self, server: SMTP, _session: Session, envelope: Envelope, address: str, _options: Any
    ) -> str:
        self.tried += 1
        match self.mood:
            case "refuses":
                return "550 no such person"
            case "busy":
                return "451 try again later"
            case "hangs":
                await asyncio.sleep(30)
            case "drops":
                assert server.transport is not None
                server.transport.close()
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:
        assert isinstance(envelope.content, bytes)
        self.letters.append(message_from_bytes(envelope.content, policy=default))
        self.on_letter()
        return "250 OK"

    @asynccontextmanager
    async def open(
        self,
        tls: ssl.SSLContext | None = None,
        *,
        from_the_start: bool = False,
        login: tuple[str, str] | None = None,
    ) -> AsyncIterator["Postbox"]:
        """Serve while inside."""
        opened: list[SMTP] = []

        def made() -> SMTP:
            smtp = SMTP(
                self,
                hostname="post",
                tls_context=None if from_the_start else tls,
                require_starttls=tls is not None and not from_the_start,
                authenticator=_knows(login) if login else None,
                auth_required=login is not None,
                auth_require_tls=True,
                loop=asyncio.get_running_loop(),
            )
            opened.append(smtp)
            return smtp

        loop = asyncio.get_running_loop()
        server = await loop.create_server(
            made, "127.0.0.1", self.port, ssl=tls if from_the_start else None
        )
        self.port = server.sockets[0].getsockname()[1]
        try:
            yield self
        finally:
            server.close()
            for smtp in opened:
                if smtp.transport is not None:
                    smtp.transport.close()
                if smtp._handler_coroutine is not None:
                    smtp._handler_coroutine.cancel()
            await asyncio.sleep(0.02)


def _knows(login: tuple[str, str]) -> Callable[..., AuthResult]:
    def authenticate(*asked: object) -> AuthResult:
        given = asked[-1]
        assert isinstance(given, LoginPassword)
        known = (given.login.decode(), given.password.decode()) == login
        return AuthResult(success=known, handled=False)

    return authenticate


class GatewayAtWork:
    """Takes short messages as its mood is, and checks every signature."""

    def __init__(self, key: bytes = b"") -> None:
        self.mood: Mood = "takes"
        self.messages: list[dict[str, Any]] = []
        self.ids: list[str] = []
        self.status = 503
        self.url = ""
        self.key = key

    async def _post(self, request: web.Request) -> web.Response:
        match self.mood:
            case "refuses":
                return web.Response(status=400)
            case "busy":
                return web.Response(status=self.status)
            case "hangs":
                await asyncio.sleep(30)
            case "drops":
                assert request.transport is not None
                request.transport.close()
        body = await request.read()
        stamp = request.headers["X-Hall-Timestamp"].encode()
        signed = hmac.new(self.key, stamp + b"." + body, sha256).hexdigest()
        if request.headers["X-Hall-Signature"] != f"sha256={signed}":
            return web.Response(status=401)
        self.messages.append(await request.json())
        self.ids.append(request.headers["Idempotency-Key"])
        return web.Response()

    @asynccontextmanager
    async def open(self) -> AsyncIterator["GatewayAtWork"]:
        """Serve while inside."""
        app = web.Application()
        app.router.add_post("/send", self._post)
        runner = web.AppRunner(app, shutdown_timeout=0.1)
        await runner.setup()
        try:
            site = web.TCPSite(runner, "127.0.0.1", 0)
            await site.start()
            self.url = f"http://127.0.0.1:{runner.addresses[0][1]}/send"
            yield self
        finally:
            await runner.cleanup()
