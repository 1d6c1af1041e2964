"""Addresses of tickets' own pages: unguessable, without keeping a list of them."""

import hmac
from base64 import b32encode
from hashlib import sha256

MAC_BYTES = 10


class Links:
    """Signs a ticket's name with the hall's secret; 80 bits nobody can guess."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    def link(self, ticket: str) -> str:
        """``2026-11-23-A017`` becomes ``2026-11-23-A017-<16 letters and digits>``."""
        return f"{ticket}-{self._mac(ticket)}"

    def ticket(self, link: str) -> str | None:
        """The ticket behind a link, or None when the link was not made here."""
        ticket, _, mac = link.rpartition("-")
        genuine = hmac.compare_digest(mac.lower().encode(), self._mac(ticket).encode())
        return ticket if genuine else None

    def _mac(self, ticket: str) -> str:
        mac = hmac.digest(self._secret, ticket.encode(), sha256)[:MAC_BYTES]
        return b32encode(mac).decode().lower()
