"""One signed post, as Standard Webhooks (https://www.standardwebhooks.com) has it, and what was answered."""

import base64
import hmac
from hashlib import sha256
from typing import NamedTuple

import aiohttp

from hallctl.settings.tables.webhooks import Webhook
from hallctl.webhooks.telling import Told, message_of

PREFIX = "whsec_"
TAKEN_FROM, TAKEN_BEFORE = 200, 300


class Answered(NamedTuple):
    """What the other side said: a status, or why there was none."""

    answer: str
    is_taken: bool


def headers_of(message_id: str, body: bytes, at: int, secret: str) -> dict[str, str]:
    """Signed over the message's id, the time in seconds and the body, with dots between."""
    stamp = str(at // 1000)
    key = base64.b64decode(secret.removeprefix(PREFIX))
    signed = b".".join((message_id.encode(), stamp.encode(), body))
    signature = base64.b64encode(hmac.new(key, signed, sha256).digest()).decode()
    return {
        "Content-Type": "application/json",
        "webhook-id": message_id,
        "webhook-timestamp": stamp,
        "webhook-signature": f"v1,{signature}",
    }


async def post(hook: Webhook, secret: str, fact: Told, at: int) -> Answered:
    """Post it once; nothing is raised. Redirects are not followed: the address is what was set."""
    body = message_of(fact, hook.name)
    headers = headers_of(f"{hook.name}-{fact.number}", body, at, secret)
    patience = aiohttp.ClientTimeout(total=hook.timeout_s)
    try:
        async with (
            aiohttp.ClientSession(timeout=patience) as session,
            session.post(hook.url, data=body, headers=headers, allow_redirects=False) as answer,
        ):
            return Answered(f"http {answer.status}", TAKEN_FROM <= answer.status < TAKEN_BEFORE)
    except TimeoutError:
        return Answered("timeout", is_taken=False)
    except (aiohttp.ClientError, OSError):
        return Answered("unreachable", is_taken=False)
