"""How a station's questions travel: straight to its hall, by no proxy, and never on to somewhere else.

A redirect is an answer like any other: whoever followed one would carry the station's token along.
"""

from PySide6.QtCore import QObject, QUrl
from PySide6.QtNetwork import QNetworkAccessManager, QNetworkProxy, QNetworkReply, QNetworkRequest

from hallctl.station.link.addressing import HallAddress
from hallctl.station.link.answering import Said

NO_PROXY = QNetworkProxy(QNetworkProxy.ProxyType.NoProxy)


def direct_network(parent: QObject) -> QNetworkAccessManager:
    """What carries them; it goes with its parent."""
    network = QNetworkAccessManager(parent)
    network.setProxy(NO_PROXY)
    network.setRedirectPolicy(QNetworkRequest.RedirectPolicy.ManualRedirectPolicy)
    return network


def question(url: str, within_s: float) -> QNetworkRequest:
    """One that waits no longer than that for a word."""
    request = QNetworkRequest(QUrl(url))
    request.setHeader(QNetworkRequest.KnownHeaders.ContentTypeHeader, "application/json")
    request.setAttribute(QNetworkRequest.Attribute.Http2AllowedAttribute, False)
    request.setTransferTimeout(int(within_s * 1000))
    return request


def signed(request: QNetworkRequest, address: HallAddress) -> QNetworkRequest:
    """The request, in the station's own name."""
    request.setRawHeader(b"Authorization", f"Bearer {address.token}".encode())
    return request


def said_in(reply: QNetworkReply) -> Said:
    """What the hall said; a status of 0 where no word came in time."""
    status = reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
    body = bytes(reply.readAll().data()) if reply.isOpen() else b""
    return Said(int(status or 0), body)
