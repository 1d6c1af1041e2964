"""Where the hall is and who asks: its address, the station's token, and ids for its commands."""

import secrets
import time
from dataclasses import dataclass, field
from uuid import UUID


@dataclass(frozen=True, slots=True)
class HallAddress:
    """The controller's URL (``http://host:port``, no path) and this station's token."""

    base_url: str
    token: str = field(repr=False)

    def __post_init__(self) -> None:
        if not self.base_url.startswith(("http://", "https://")):
            words = f"a hall's address begins with http:// or https://: {self.base_url!r}"
            raise ValueError(words)
        object.__setattr__(self, "base_url", self.base_url.rstrip("/"))

    @property
    def commands_url(self) -> str:
        """Where commands are posted."""
        return f"{self.base_url}/api/commands"

    @property
    def live_url(self) -> str:
        """The WebSocket on which views arrive, without its query."""
        scheme, _, rest = self.base_url.partition("://")
        return f"{'wss' if scheme == 'https' else 'ws'}://{rest}/api/live"


def new_command_id() -> UUID:
    """A fresh id in time order (version 7 of RFC 9562): the journal's index grows at its end."""
    milliseconds = time.time_ns() // 1_000_000
    chance = secrets.randbits(74)
    value = (milliseconds & (1 << 48) - 1) << 80
    value |= 0x7 << 76 | (chance >> 62) << 64
    value |= 0b10 << 62 | chance & (1 << 62) - 1
    return UUID(int=value)
