"""The hash chain: each fact carries a hash over itself and the hash before it.

A fact that was changed, removed, added or moved breaks the chain from there on.
"""

from hashlib import sha256

from hallctl.journal.entry import Fact

FIRST = bytes(32)
"""What stands before the first fact."""


def link(before: bytes, fact: Fact, command_id: str, actor: str) -> bytes:
    """The 32 bytes SHA-256 of ``before`` and every column of the fact.

    Columns are divided by the unit separator (U+001F), which JSON text never holds unescaped.
    """
    columns = (str(fact.number), str(fact.business_day), command_id, actor, fact.body)
    return sha256(before + "\x1f".join(columns).encode()).digest()
