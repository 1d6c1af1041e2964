"""Ids for commands, in time order: fresh ones, and those of what the hall does at a set time."""

import secrets
import time
from hashlib import blake2b
from uuid import UUID


def new_command_id() -> UUID:
    """An id of version 7 (RFC 9562, section 5.7): the journal's index grows at its end."""
    return _version_7(time.time_ns() // 1_000_000, secrets.randbits(74))


def due_command_id(due_at: int, what: str) -> UUID:
    """The one id of what is due then (ms since 1970): asked for again, it is the same command."""
    digest = blake2b(f"{due_at} {what}".encode(), digest_size=10).digest()
    return _version_7(due_at, int.from_bytes(digest) >> 6)


def _version_7(milliseconds: int, chance: int) -> UUID:
    value = (milliseconds & (1 << 48) - 1) << 80
    value |= 0x7 << 76 | (chance >> 62) << 64
    value |= 0b10 << 62 | chance & (1 << 62) - 1
    return UUID(int=value)
