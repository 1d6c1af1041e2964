"""Fresh ids for commands, in time order."""

import secrets
import time
from uuid import UUID


def new_command_id() -> UUID:
    """An id of version 7 (RFC 9562, section 5.7): the journal's index grows at its end."""
    milliseconds = time.time_ns() // 1_000_000
    chance = secrets.randbits(74)
    value = (milliseconds & (1 << 48) - 1) << 80
    value |= 0x7 << 76 | (chance >> 62) << 64
    value |= 0b10 << 62 | chance & (1 << 62) - 1
    return UUID(int=value)
