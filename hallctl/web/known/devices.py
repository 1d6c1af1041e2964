"""One phone told from another: a cookie of chance for a day, and its keyed hash for the hall."""

import hmac
import re
from hashlib import sha256
from secrets import token_urlsafe
from typing import NamedTuple

from aiohttp import web

COOKIE = "hall_phone"
A_DAY_S = 86_400
OURS = re.compile(r"[A-Za-z0-9_-]{22}")
HASH_BYTES = 8


class Device(NamedTuple):
    """A phone: the hash the hall keeps, and the cookie its browser does."""

    hashed: str
    cookie: str
    is_new: bool


class Devices:
    """Knows phones without knowing whose they are."""

    def __init__(self, secret: bytes) -> None:
        self._key = hmac.digest(secret, b"devices", sha256)

    def of(self, request: web.Request) -> Device:
        """The phone that asks; one that shows no cookie of ours is new."""
        cookie = request.cookies.get(COOKIE, "")
        is_new = OURS.fullmatch(cookie) is None
        cookie = token_urlsafe(16) if is_new else cookie
        return Device(self._hash(cookie), cookie, is_new)

    def known(self, request: web.Request) -> str:
        """The hash of a phone that has its cookie already, or empty."""
        device = self.of(request)
        return "" if device.is_new else device.hashed

    def remember(self, request: web.Request, response: web.StreamResponse, device: Device) -> None:
        """Give a new phone its cookie."""
        if device.is_new:
            response.set_cookie(
                COOKIE,
                device.cookie,
                max_age=A_DAY_S,
                path="/",
                secure=request.secure,
                httponly=True,
                samesite="Lax",
            )

    def _hash(self, cookie: str) -> str:
        return hmac.digest(self._key, cookie.encode(), sha256)[:HASH_BYTES].hex()
