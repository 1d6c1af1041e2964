"""Who may answer the guide: whoever reads the code that the machine itself shows, once."""

import hmac
import secrets
from collections.abc import Callable

from aiohttp import web

COOKIE = "hall_guide"
DIGITS = 8
TRIES = 10
"""So many wrong codes, and the machine shows another."""


class GuideDoor:
    """Opens to one browser at a time; ``show`` tells the machine's console each code."""

    def __init__(self, show: Callable[[str], None]) -> None:
        self._show = show
        self._key = ""
        self._new_code()

    def begin(self) -> None:
        """Show the code."""
        self._show(self.code)

    def is_open_to(self, request: web.Request) -> bool:
        """Whether this browser has shown the code before."""
        shown = request.cookies.get(COOKIE, "").encode(errors="replace")
        return bool(self._key) and hmac.compare_digest(shown, self._key.encode())

    def try_code(self, shown: str) -> bool:
        """Whether that is the code; a browser let in earlier has to show it again."""
        if hmac.compare_digest(shown.replace(" ", "").encode(errors="replace"), self.code.encode()):
            self._key = secrets.token_urlsafe(24)
            return True
        self._left -= 1
        if not self._left:
            self._new_code()
            self.begin()
        return False

    def let_in(self, response: web.Response) -> None:
        """Remember this browser."""
        response.set_cookie(COOKIE, self._key, path="/", httponly=True, samesite="Strict")

    @property
    def form_key(self) -> str:
        """What the forms of the browser that was let in carry."""
        return hmac.digest(self._key.encode(), b"forms", "sha256").hex()[:32]

    def _new_code(self) -> None:
        self.code = "".join(str(secrets.randbelow(10)) for _ in range(DIGITS))
        self._left = TRIES
