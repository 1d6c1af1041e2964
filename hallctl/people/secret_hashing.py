"""Passwords and PINs as argon2id hashes, under a key of the hall that is not in the database."""

import hmac
import secrets
import unicodedata
from base64 import b64encode
from hashlib import sha256

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from argon2.low_level import ARGON2_VERSION, Type

# OWASP Password Storage Cheat Sheet: argon2id with 19 MiB, two passes, one lane.
MEMORY_KIB, PASSES, LANES = 19 * 1024, 2, 1
CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
CODE_GROUPS, CODE_GROUP = 3, 4


class SecretHashing:
    """Makes and compares hashes. A stolen database alone lets nobody try PINs."""

    def __init__(self, key: bytes) -> None:
        self._key = key
        self._argon2 = PasswordHasher(
            time_cost=PASSES, memory_cost=MEMORY_KIB, parallelism=LANES, type=Type.ID
        )
        self._nobody = _hash_of_nothing()

    def hash(self, secret: str) -> str:
        """What is kept instead of the secret."""
        return self._argon2.hash(self._keyed(secret))

    def is_right(self, kept: str, secret: str) -> bool:
        """Whether that is the secret; takes as long where nothing is kept."""
        try:
            return self._argon2.verify(kept or self._nobody, self._keyed(secret))
        except (VerificationError, InvalidHashError):
            return False

    def badge(self, scanned: str) -> str:
        """What is kept of a badge's barcode: a keyed hash, to be found again by."""
        said = f"badge:{scanned.strip()}".encode(errors="replace")
        return hmac.digest(self._key, said, sha256).hex()

    def _keyed(self, secret: str) -> bytes:
        # One letter, one code: ế may be typed as one sign or as three.
        typed = unicodedata.normalize("NFC", secret).encode(errors="replace")
        return hmac.digest(self._key, typed, sha256)


def _hash_of_nothing() -> str:
    """Chance in the form of a hash: to compare with it takes as long, and nothing is ever right."""
    salt, digest = (b64encode(secrets.token_bytes(n)).decode().rstrip("=") for n in (16, 32))
    return f"$argon2id$v={ARGON2_VERSION}$m={MEMORY_KIB},t={PASSES},p={LANES}${salt}${digest}"


def new_one_time_code() -> str:
    """Twelve letters and digits nobody confuses, such as ``K7QM-2XW5-T4ZB``; 58 bits."""
    groups = (
        "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_GROUP)) for _ in range(CODE_GROUPS)
    )
    return "-".join(groups)
