"""The server's certificate: short-lived, for every name and address the machine is reached by."""

import socket
from collections.abc import Iterable
from datetime import datetime, timedelta
from ipaddress import ip_address
from urllib.parse import urlsplit

import ifaddr
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from hallctl.certificates.authority import BACKDATED, Authority

GOOD = timedelta(days=90)
RENEWED_BEFORE = timedelta(days=30)


def own_names(public_url: str = "") -> frozenset[str]:
    """Every name and address of this machine that a station or phone may use."""
    addresses = {
        one.ip if isinstance(one.ip, str) else one.ip[0]
        for adapter in ifaddr.get_adapters()
        for one in adapter.ips
    }
    host = urlsplit(public_url).hostname or ""
    names = {"localhost", "127.0.0.1", "::1", socket.gethostname(), host, *addresses}
    return frozenset(name.partition("%")[0] for name in names if name)


def make_certificate(
    authority: Authority, key: ec.EllipticCurvePrivateKey, names: Iterable[str], now: datetime
) -> x509.Certificate:
    """Signed by the authority, for these names."""
    every = sorted(names)
    return (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "hallctl")]))
        .issuer_name(authority.certificate.subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - BACKDATED)
        .not_valid_after(now + GOOD)
        .add_extension(
            x509.SubjectAlternativeName([_general(one) for one in every]), critical=False
        )
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(authority.key.public_key()),
            critical=False,
        )
        .sign(authority.key, hashes.SHA256())
    )


def names_of(certificate: x509.Certificate) -> frozenset[str]:
    """The names it is for."""
    every = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    return frozenset(str(one.value) for one in every)


def is_due(certificate: x509.Certificate, names: frozenset[str], now: datetime) -> bool:
    """Whether it should be renewed: soon over, or the machine has a name it doesn't know."""
    return now > certificate.not_valid_after_utc - RENEWED_BEFORE or not names <= names_of(
        certificate
    )


def _general(name: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ip_address(name))
    except ValueError:
        return x509.DNSName(name.encode("idna").decode())
