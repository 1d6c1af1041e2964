"""One notice to a gateway for short messages: JSON, signed, with a key against doing it twice."""

import hmac
from hashlib import sha256

import aiohttp
import msgspec

from hallctl.notices.errors import NotSentError
from hallctl.notices.letter import Matter, short_message
from hallctl.settings.tables.telling import Gateway

TRY_AGAIN = frozenset({401, 403, 408, 409, 425, 429})
"""Refusals that are about us or the moment, not about the message."""
TAKEN, FOR_GOOD, BROKEN = 200, 400, 500


class ShortMessage(msgspec.Struct, frozen=True, kw_only=True):
    """What the gateway gets; ``to`` is the telephone number as the applicant gave it."""

    notice: str
    to: str
    text: str
    dossier: str
    kind: str
    link: str


class Poster:
    """Posts short messages to one address."""

    def __init__(self, gateway: Gateway, key: bytes) -> None:
        self._gateway = gateway
        self._key = key

    async def send(self, notice: str, to: str, matter: Matter, at: int) -> None:
        """Raises :class:`NotSentError`."""
        message = ShortMessage(
            notice=notice,
            to=to,
            text=short_message(matter),
            dossier=matter.dossier,
            kind=matter.kind,
            link=matter.link,
        )
        await self.post(message, at)

    async def post(self, message: ShortMessage, at: int) -> None:
        """Any message that is ready to go. Raises :class:`NotSentError`."""
        body = msgspec.json.encode(message)
        patience = aiohttp.ClientTimeout(total=self._gateway.timeout_s)
        headers = headers_of(message.notice, body, at, self._key)
        try:
            async with (
                aiohttp.ClientSession(timeout=patience) as session,
                session.post(
                    self._gateway.url, data=body, headers=headers, allow_redirects=False
                ) as answer,
            ):
                status = answer.status
        except TimeoutError:
            raise NotSentError("timeout", nobody_there=True) from None
        except (aiohttp.ClientError, OSError):
            raise NotSentError("unreachable", nobody_there=True) from None
        if not TAKEN <= status < TAKEN + 100:
            raise fault_of(status)


def headers_of(notice: str, body: bytes, at: int, key: bytes) -> dict[str, str]:
    """The signature is over the time, a dot, and the body as it travels."""
    stamp = str(at)
    signature = hmac.new(key, stamp.encode() + b"." + body, sha256).hexdigest()
    return {
        "Content-Type": "application/json",
        "Idempotency-Key": notice,
        "X-Hall-Timestamp": stamp,
        "X-Hall-Signature": f"sha256={signature}",
    }


def fault_of(status: int) -> NotSentError:
    """What the gateway's answer means."""
    is_ours = FOR_GOOD <= status < BROKEN and status not in TRY_AGAIN
    return NotSentError(f"http {status}", hopeless=is_ours, nobody_there=status >= BROKEN)
