"""Addresses of tickets' and dossiers' own pages: unguessable, without keeping a list of them."""

import hmac
from base64 import b32encode
from hashlib import sha256

MAC_BYTES = 10
DOSSIERS = b"dossiers"
COMPLAINTS = b"complaints"
APPOINTMENTS = b"appointments"


class Links:
    """Signs names with the hall's secret; 80 bits nobody can guess.

    Dossiers have a key of their own, so the link of one kind never opens anything of the other.
    """

    def __init__(self, secret: bytes) -> None:
        self._tickets = secret
        self._dossiers = hmac.digest(secret, DOSSIERS, sha256)
        self._complaints = hmac.digest(secret, COMPLAINTS, sha256)
        self._appointments = hmac.digest(secret, APPOINTMENTS, sha256)

    def link(self, ticket: str) -> str:
        """``2026-11-23-A017`` becomes ``2026-11-23-A017-<16 letters and digits>``."""
        return _signed(ticket, self._tickets)

    def ticket(self, link: str) -> str | None:
        """The ticket behind a link, or None when the link was not made here."""
        return _opened(link, self._tickets)

    def dossier_link(self, dossier: str) -> str:
        """``H15.50-261008-0975`` becomes ``H15.50-261008-0975-<16 letters and digits>``."""
        return _signed(dossier, self._dossiers)

    def dossier(self, link: str) -> str | None:
        """The code of the dossier behind a link, or None when the link was not made here."""
        return _opened(link, self._dossiers)

    def complaint_link(self, complaint: str) -> str:
        """``PA-261128-0001`` becomes ``PA-261128-0001-<16 letters and digits>``."""
        return _signed(complaint, self._complaints)

    def complaint(self, link: str) -> str | None:
        """The code of the complaint behind a link, or None when the link was not made here."""
        return _opened(link, self._complaints)

    def appointment_link(self, appointment: str) -> str:
        """``LH-261128-483921`` becomes ``LH-261128-483921-<16 letters and digits>``."""
        return _signed(appointment, self._appointments)

    def appointment(self, link: str) -> str | None:
        """The appointment behind a link, or None when the link was not made here."""
        return _opened(link, self._appointments)


def _signed(name: str, key: bytes) -> str:
    return f"{name}-{_mac(name, key)}"


def _opened(link: str, key: bytes) -> str | None:
    name, _, mac = link.rpartition("-")
    genuine = hmac.compare_digest(mac.lower().encode(), _mac(name, key).encode())
    return name if genuine else None


def _mac(name: str, key: bytes) -> str:
    mac = hmac.digest(key, name.encode(), sha256)[:MAC_BYTES]
    return b32encode(mac).decode().lower()
