"""A pass: time to choose, for one phone that has scanned a good code; it gives one number, once."""

import hmac
from collections.abc import Callable
from hashlib import sha256
from typing import NamedTuple
from uuid import UUID, uuid4

from hallctl.core.plan.phone_rules import PhoneRules

MAC_BYTES = 10
PARTS = 3


class Pass(NamedTuple):
    """What a pass says: by which stretch's code, since when, and the id of the wish it is for."""

    stretch: int
    since: int
    wish: UUID


class Passes:
    """Writes and reads passes; no list of them is kept."""

    def __init__(self, secret: bytes, rules: Callable[[], PhoneRules]) -> None:
        """``rules`` are asked for each time: they may change under way."""
        self._key = hmac.digest(secret, b"passes", sha256)
        self._rules = rules

    def write(self, stretch: int, device: str, at: int) -> str:
        """A pass for that phone, which no other can use."""
        name = f"{stretch}.{at}.{uuid4().hex}"
        return f"{name}.{self._mac(name, device)}"

    def read(self, written: str, device: str, at: int) -> Pass | None:
        """What it says, or None where it is not this phone's, not ours, or too old."""
        name, _, mac = written.rpartition(".")
        genuine = hmac.compare_digest(
            mac.encode(errors="replace"), self._mac(name, device).encode()
        )
        if not genuine:
            return None
        stretch, since, wish = name.split(".", PARTS - 1)
        return Pass(int(stretch), int(since), UUID(wish)) if self._holds(int(since), at) else None

    def _holds(self, since: int, at: int) -> bool:
        return since <= at <= since + round(self._rules().choose_minutes * 60_000)

    def _mac(self, name: str, device: str) -> str:
        said = f"{name}.{device}".encode(errors="replace")
        return hmac.digest(self._key, said, sha256)[:MAC_BYTES].hex()
