"""The hall's code: keyed, shown for a few minutes, good for a little longer, worthless from afar.

Each stretch of ``code_minutes`` has a code of its own, made from the hall's secret and the number
of the stretch since 1970. No list is kept: a controller that restarts knows the codes it has shown,
and a clock that steps makes old codes worthless or new ones early, never two good for one stretch.
"""

import hmac
from base64 import b32encode
from collections.abc import Callable
from hashlib import sha256

from hallctl.core.plan.phone_rules import PhoneRules

MAC_BYTES = 6
"""48 bits: at a hundred guesses a second somebody is lucky once in forty thousand years."""


class HallCode:
    """Makes and reads codes; times in milliseconds since 1970."""

    def __init__(self, secret: bytes, rules: Callable[[], PhoneRules]) -> None:
        """``rules`` are asked for each time: they may change under way."""
        self._key = hmac.digest(secret, b"hall code", sha256)
        self._rules = rules

    def shown(self, at: int) -> str:
        """The code that boards and kiosks show at that moment."""
        return self._code(at // self._span())

    def stretch_of(self, code: str, at: int) -> int | None:
        """In which stretch the code was shown, or None when it is not good (any more)."""
        written = code.lower().encode(errors="replace")
        span, grace = self._span(), self._rules().grace_s * 1000
        first, last = max(0, at - grace) // span, at // span
        return next(
            (
                one
                for one in range(last, first - 1, -1)
                if hmac.compare_digest(written, self._code(one).encode())
            ),
            None,
        )

    def _span(self) -> int:
        return round(self._rules().code_minutes * 60_000)

    def _code(self, stretch: int) -> str:
        mac = hmac.digest(self._key, str(stretch).encode(), sha256)[:MAC_BYTES]
        return b32encode(mac).decode().lower().rstrip("=")
