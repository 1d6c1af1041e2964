"""Whom a station trusts: the hall's own authority and nobody else, once it has been paired."""

from hashlib import sha256

from PySide6.QtCore import QByteArray
from PySide6.QtNetwork import QNetworkRequest, QSsl, QSslCertificate, QSslConfiguration, QSslSocket

from hallctl.station.link.addressing import HallAddress

GROUP = 4


def trusting(address: HallAddress) -> QSslConfiguration | None:
    """The pinned authority; None for a hall without one, which speaks plain HTTP."""
    if not address.authority:
        return None
    return pinned(QSslCertificate.fromData(QByteArray(address.authority.encode())))


def pinned(authorities: list[QSslCertificate]) -> QSslConfiguration:
    """Believe these authorities alone, and check the hall's name."""
    configuration = QSslConfiguration.defaultConfiguration()
    configuration.setCaCertificates(authorities)
    configuration.setProtocol(QSsl.SslProtocol.TlsV1_2OrLater)
    configuration.setPeerVerifyMode(QSslSocket.PeerVerifyMode.VerifyPeer)
    return configuration


def trust(request: QNetworkRequest, address: HallAddress) -> QNetworkRequest:
    """The request, sent to nobody but the hall it is for."""
    configuration = trusting(address)
    if configuration is not None:
        request.setSslConfiguration(configuration)
    return request


def fingerprint(certificate: QSslCertificate) -> str:
    """SHA-256 of the certificate in groups of four, as the hall's own screens show it."""
    digest = sha256(bytes(certificate.toDer().data())).hexdigest().upper()
    return " ".join(digest[at : at + GROUP] for at in range(0, len(digest), GROUP))
