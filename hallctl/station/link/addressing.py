"""Where the hall is and who asks: its address, the station's token, and ids for its commands."""

from dataclasses import dataclass, field
from pathlib import Path

from hallctl.command_ids import new_command_id

__all__ = ["HallAddress", "authority_for", "new_command_id"]

AUTHORITY = "authority.pem"


@dataclass(frozen=True, slots=True)
class HallAddress:
    """The controller's URL (``http://host:port``, no path) and this station's token.

    ``authority`` is the hall's own certificate in PEM, the only one trusted there; a station that was
    let in ``by_code`` is let in anew when the hall has thrown it out.
    """

    base_url: str
    token: str = field(repr=False)
    authority: str = field(default="", repr=False)
    by_code: bool = False

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


def authority_for(hall: str, token_file: Path, named: Path | None) -> str:
    """The authority that a station with a token file trusts: the one named, or beside the token.

    Raises ValueError where an encrypted hall's is not to be found, OSError where it can't be read.
    """
    if not hall.startswith("https://"):
        return ""
    file = named or token_file.with_name(AUTHORITY)
    if named is None and not file.exists():
        raise ValueError(f"{hall} is encrypted: copy the hall's {AUTHORITY} beside {token_file}")
    return file.read_text("utf-8")
