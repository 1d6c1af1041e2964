"""Keeps authority and server certificate in ``secrets/``, and renews the second when it is due."""

import ssl
from datetime import datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec

from hallctl.certificates.authority import (
    Authority,
    certificate_pem,
    key_pem,
    make_authority,
    read_authority,
)
from hallctl.certificates.server_certificate import is_due, make_certificate
from hallctl.machine.whole_files import EVERYBODY, OWNER_ONLY, put_whole


class CertificateError(Exception):
    """A certificate of the hall can't be read; the message says which."""


class Certificates:
    """The certificates of one hall directory."""

    def __init__(self, secrets: Path, hall: str) -> None:
        self.authority_file = secrets / "authority.pem"
        self.server_file = secrets / "server.pem"
        self.server_key_file = secrets / "server.key"
        self._authority_key = secrets / "authority.key"
        self._hall = hall

    def authority(self, now: datetime) -> Authority:
        """The hall's authority, made once. Raises :class:`CertificateError`."""
        if not self._authority_key.exists():
            made = make_authority(self._hall, now)
            put_whole(self.authority_file, certificate_pem(made.certificate), EVERYBODY)
            put_whole(self._authority_key, key_pem(made.key), OWNER_ONLY)
            return made
        try:
            return read_authority(
                self._authority_key.read_bytes(), self.authority_file.read_bytes()
            )
        except (OSError, ValueError) as error:
            raise CertificateError(f"{self.authority_file}: {error}") from error

    def fault(self, now: datetime) -> str:
        """Why TLS can't begin with what lies there; empty where it can, or all is still to be made."""
        if not self._authority_key.exists():
            return ""
        try:
            self.authority(now)
        except CertificateError as error:
            return str(error)
        return ""

    def fingerprint(self, now: datetime) -> str:
        """By which stations know the hall; empty where there is no authority, or none of use."""
        has_one = self._authority_key.exists() and not self.fault(now)
        return self.authority(now).fingerprint if has_one else ""

    def renew(self, names: frozenset[str], now: datetime) -> x509.Certificate:
        """A new server certificate."""
        authority = self.authority(now)
        key = ec.generate_private_key(ec.SECP256R1())
        made = make_certificate(authority, key, names, now)
        put_whole(self.server_key_file, key_pem(key), OWNER_ONLY)
        chain = certificate_pem(made) + certificate_pem(authority.certificate)
        put_whole(self.server_file, chain, EVERYBODY)
        return made

    def server(self) -> x509.Certificate | None:
        """The server certificate there is, or None where it or its key is missing or damaged."""
        try:
            found = x509.load_pem_x509_certificate(self.server_file.read_bytes())
            key = serialization.load_pem_private_key(self.server_key_file.read_bytes(), None)
        except (OSError, ValueError):
            return None
        return found if key.public_key() == found.public_key() else None

    def renew_if_due(self, names: frozenset[str], now: datetime) -> bool:
        """Whether a new one was made."""
        found, authority = self.server(), self.authority(now)
        if found is not None and not is_due(found, names, now):
            try:
                found.verify_directly_issued_by(authority.certificate)
            except Exception:  # noqa: BLE001 - whatever is wrong with it, a new one is right
                found = None
            if found is not None:
                return False
        self.renew(names, now)
        return True

    def context(self) -> ssl.SSLContext:
        """TLS 1.2 or newer with the certificate there is; load again after a renewal."""
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        self.load(context)
        return context

    def load(self, context: ssl.SSLContext) -> None:
        """New connections are shown the newest certificate."""
        context.load_cert_chain(self.server_file, self.server_key_file)
