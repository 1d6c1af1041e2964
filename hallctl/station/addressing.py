"""Where the hall is and who asks: its address, the station's token, and ids for its commands."""

from dataclasses import dataclass, field

from hallctl.command_ids import new_command_id

__all__ = ["HallAddress", "new_command_id"]


@dataclass(frozen=True, slots=True)
class HallAddress:
    """The controller's URL (``http://host:port``, no path) and this station's token.

    ``authority`` is the hall's own certificate in PEM, the only one trusted there; ``counter`` is
    where a paired station stands.
    """

    base_url: str
    token: str = field(repr=False)
    authority: str = field(default="", repr=False)
    counter: str = ""

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
