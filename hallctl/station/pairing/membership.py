"""What a station that was let in remembers: its hall, what it is there, its token, whom it trusts."""

import os
from pathlib import Path

import msgspec

from hallctl.machine.whole_files import OWNER_ONLY, put_whole
from hallctl.station.link.addressing import HallAddress


class Membership(msgspec.Struct, frozen=True, kw_only=True):
    """One station's place in a hall; ``authority`` is the hall's own certificate, in PEM."""

    hall: str
    name: str
    role: str
    counter: str = ""
    token: str
    authority: str = ""

    @property
    def address(self) -> HallAddress:
        """Where the hall is, and who asks."""
        return HallAddress(self.hall, self.token, self.authority, by_code=True)


def membership_file(program: str, name: str) -> Path:
    """Where a program remembers it, in its user's own state directory."""
    state = os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state"
    return Path(state) / "hallctl" / f"{program}{f'-{name}' if name else ''}.json"


def remembered(file: Path, hall: str = "") -> Membership | None:
    """The membership in that file, or None where there is none that can be read.

    ``hall`` is where the hall is now, if it has moved: its authority still proves that it is the one.
    """
    try:
        known = msgspec.json.decode(file.read_bytes(), type=Membership)
    except (OSError, msgspec.DecodeError):
        return None
    return msgspec.structs.replace(known, hall=hall.rstrip("/")) if hall else known


def remember(file: Path, membership: Membership) -> None:
    """Keep it, whole or not at all, for its owner only. Raises OSError."""
    put_whole(file, msgspec.json.encode(membership), OWNER_ONLY)
