"""The hall's authority: a key of its own, made once, by which stations know their hall."""

from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import NamedTuple

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

YEARS = 20
"""As long as the stations of a hall live; whoever replaces it pairs them all anew."""
BACKDATED = timedelta(days=1)
"""Stations whose clock is a little late believe it too."""
GROUP = 4


class Authority(NamedTuple):
    """Its key and its certificate."""

    key: ec.EllipticCurvePrivateKey
    certificate: x509.Certificate

    @property
    def fingerprint(self) -> str:
        """SHA-256 in groups of four, as stations show it."""
        digest = sha256(self.certificate.public_bytes(serialization.Encoding.DER))
        said = digest.hexdigest().upper()
        return " ".join(said[at : at + GROUP] for at in range(0, len(said), GROUP))


def make_authority(hall: str, now: datetime) -> Authority:
    """A new authority named after the hall."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, hall[:64] or "hall"),
            x509.NameAttribute(NameOID.COMMON_NAME, "hallctl authority"),
        ]
    )
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - BACKDATED)
        .not_valid_after(now + timedelta(days=366 * YEARS))
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_may_sign(), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )
    return Authority(key, certificate)


def key_pem(key: ec.EllipticCurvePrivateKey) -> bytes:
    """A key as it is kept, readable by its owner only."""
    return key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )


def certificate_pem(certificate: x509.Certificate) -> bytes:
    """A certificate as it is kept and shown."""
    return certificate.public_bytes(serialization.Encoding.PEM)


def read_authority(key: bytes, certificate: bytes) -> Authority:
    """The authority in these PEM texts. Raises ValueError."""
    read = serialization.load_pem_private_key(key, None)
    if not isinstance(read, ec.EllipticCurvePrivateKey):
        raise ValueError("the authority's key is of another kind")  # noqa: TRY004 - a damaged file
    found = Authority(read, x509.load_pem_x509_certificate(certificate))
    if found.certificate.public_key() != read.public_key():
        raise ValueError("the authority's key is not that of its certificate")
    return found


def utc_now() -> datetime:
    """Certificates are dated by the machine's clock."""
    return datetime.now(UTC)


def _may_sign() -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=False,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=True,
        crl_sign=True,
        encipher_only=False,
        decipher_only=False,
    )
