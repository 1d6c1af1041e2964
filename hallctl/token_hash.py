"""How tokens are kept: hashed, so that whoever reads a store can't act by what stands there."""

from hashlib import blake2b


def token_hash(token: str) -> bytes:
    """32 bytes. Headers and cookies may hold bytes that are no UTF-8; they arrive as surrogates."""
    return blake2b(token.encode(errors="surrogateescape"), digest_size=32).digest()
