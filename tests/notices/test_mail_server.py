"""The mail server as halls have it: with TLS from the start or later, with a login, or unreachable."""

import asyncio
import ssl
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from hallctl.core.plan import Words
from hallctl.notices.errors import NotSentError
from hallctl.notices.letter import Matter
from hallctl.notices.mailing import Mailer
from hallctl.settings.tables.telling import Mail
from tests.notices.servers import Postbox

MATTER = Matter("finished", "H15.50-261008-0975", "http://hall/d/x", Words("Một cửa"), ("vi", "en"))
LOGIN = ("motcua", "mật khẩu")


@pytest.fixture
def certificate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ssl.SSLContext:
    """A server's certificate that this machine trusts for the time of the test."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "post")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(hours=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    chain = tmp_path / "chain.pem"
    chain.write_bytes(
        made.public_bytes(serialization.Encoding.PEM)
        + key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    monkeypatch.setenv("SSL_CERT_FILE", str(chain))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(chain)
    return context


def sent(post: Postbox, opened: dict[str, Any], password: str = "", **mail: Any) -> None:
    async def run() -> None:
        async with post.open(**opened):
            settings = Mail(host="127.0.0.1", port=post.port, sender="hall@example.vn", **mail)
            await Mailer(settings, password).send("n-1", "hoa@example.vn", MATTER, 0)

    asyncio.run(run())


@pytest.mark.parametrize(("security", "from_the_start"), [("starttls", False), ("tls", True)])
def test_letters_travel_under_tls(
    certificate: ssl.SSLContext, security: Any, from_the_start: bool
) -> None:
    post = Postbox()
    opened = {"tls": certificate, "from_the_start": from_the_start}
    sent(post, opened, security=security)
    assert post.letters[0]["Message-ID"] == "<n-1@example.vn>"


def test_a_server_nobody_vouches_for_gets_nothing(
    certificate: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    post = Postbox()
    with pytest.raises(NotSentError, match="unreachable"):
        sent(post, {"tls": certificate})
    assert post.letters == []


def test_a_server_without_tls_gets_nothing_where_tls_is_asked_for() -> None:
    post = Postbox()
    with pytest.raises(NotSentError):
        sent(post, {}, security="starttls")
    assert post.letters == []


def test_the_hall_logs_in(certificate: ssl.SSLContext) -> None:
    post = Postbox()
    sent(post, {"tls": certificate, "login": LOGIN}, LOGIN[1], user=LOGIN[0])
    assert len(post.letters) == 1


def test_a_wrong_password_is_told_as_one(certificate: ssl.SSLContext) -> None:
    with pytest.raises(NotSentError, match="login") as caught:
        sent(Postbox(), {"tls": certificate, "login": LOGIN}, "falsch", user=LOGIN[0])
    assert caught.value.nobody_there


def test_the_same_notice_is_the_same_letter() -> None:
    post = Postbox()
    for _ in range(2):
        sent(post, {}, security="none")
    first, second = (str(one).replace(str(one["Received"] or ""), "") for one in post.letters)
    assert first == second


def test_a_port_where_nobody_listens_is_unreachable() -> None:
    settings = Mail(host="127.0.0.1", port=1, security="none", sender="hall@example.vn")
    with pytest.raises(NotSentError, match="unreachable"):
        asyncio.run(Mailer(settings, "").send("n-1", "hoa@example.vn", MATTER, 0))
