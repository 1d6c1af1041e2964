"""TLS by the hall's own authority: who is trusted, what is plain, and how it is renewed."""

import socket
import ssl
from collections.abc import Iterator
from datetime import timedelta
from http.client import HTTPConnection, HTTPSConnection
from pathlib import Path
from urllib.parse import urlencode
from uuid import uuid4

import pytest
from cryptography import x509

from hallctl.certificates.authority import make_authority, utc_now
from hallctl.certificates.keeping import CertificateError, Certificates
from hallctl.certificates.server_certificate import GOOD, names_of, own_names
from hallctl.hall_directory import HallDirectory
from tests.hall_clients import new_hall
from tests.web.browsers import PASSWORD, Browser
from tests.web.hall_at_work import HallAtWork
from tests.web.test_signing_in import StaffedHall

NOW = utc_now()
NAMES = frozenset({"localhost", "127.0.0.1", "hall.example.vn"})


def encrypted_hall(path: Path, public_port: int = 0) -> StaffedHall:
    new_hall(path, "commune")
    file = path / "hall.toml"
    said = file.read_text("utf-8")
    said = said.replace(
        "\npublic_http_port = 8081\n", f"\ntls = true\npublic_http_port = {public_port}\n"
    )
    file.write_text(said, "utf-8")
    return StaffedHall(path)


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StaffedHall]:
    hall = encrypted_hall(tmp_path_factory.mktemp("tls") / "hall", free_port())
    hall.staff()
    yield hall
    hall.close()


def trusting(hall: HallAtWork) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=hall.directory.path / "secrets" / "authority.pem")


def ask(hall: HallAtWork, path: str, context: ssl.SSLContext, **headers: str) -> tuple[int, bytes]:
    port = hall.assembly.house.addresses.port
    connection = HTTPSConnection("127.0.0.1", port, context=context, timeout=20)
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    got = answer.status, answer.read()
    connection.close()
    return got


def test_whoever_trusts_the_hall_s_authority_speaks_with_it(hall: StaffedHall) -> None:
    status, body = ask(hall, "/api/health", trusting(hall))
    assert status == 200
    assert b'"status":"ok"' in body


def test_whoever_does_not_know_the_authority_does_not_believe_it(hall: StaffedHall) -> None:
    with pytest.raises(ssl.SSLCertVerificationError):
        ask(hall, "/api/health", ssl.create_default_context())


def test_an_authority_of_the_same_name_is_another_one(hall: StaffedHall, tmp_path: Path) -> None:
    other = Certificates(tmp_path, "Trung tâm Phục vụ hành chính công xã")
    other.authority(NOW)
    with pytest.raises(ssl.SSLCertVerificationError):
        ask(hall, "/api/health", ssl.create_default_context(cafile=other.authority_file))


def test_old_protocols_are_not_spoken(hall: StaffedHall) -> None:
    context = trusting(hall)
    with pytest.warns(DeprecationWarning, match="TLSv1_1 is deprecated"):
        context.maximum_version = ssl.TLSVersion.TLSv1_1
    context.set_ciphers("ALL:@SECLEVEL=0")
    with pytest.raises((ssl.SSLError, ConnectionError)):
        ask(hall, "/api/health", context)


def test_plain_http_is_for_this_machine_itself(hall: StaffedHall) -> None:
    address = HallDirectory(hall.directory.path).address.read_text()
    assert address.startswith("http://127.0.0.1:")
    assert hall.wire().get("/api/health").status == 200, "the command line goes on"
    connection = HTTPConnection("127.0.0.1", hall.assembly.house.addresses.port, timeout=20)
    connection.request("GET", "/api/health")
    with pytest.raises((ConnectionError, OSError)):
        connection.getresponse()
    connection.close()


@pytest.mark.parametrize(
    ("path", "is_public"),
    [
        ("/", True),
        ("/today", True),
        ("/api/views/board", True),
        ("/t/2026-11-23-A001-aaaaaaaaaaaaaaaa", True),
        ("/login", False),
        ("/account", False),
        ("/record", False),
        ("/api/views/counter", False),
        ("/api/views/kiosk", False),
        ("/api/stations", False),
        ("/api/health", False),
        ("//login", False),
        ("/t/../login", False),
        ("/today/../login", False),
    ],
)
def test_the_public_door_shows_what_is_public_and_nothing_else(
    hall: StaffedHall, path: str, is_public: bool
) -> None:
    port = hall.assembly.doors.public.port
    assert hall.assembly.house.addresses.public_url.endswith(f":{port}")
    connection = HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", path)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    assert (answer.status != 403) is is_public or answer.status == 404
    assert b"<form" not in body


def test_a_complaint_is_taken_at_the_public_door_and_no_name_is(hall: StaffedHall) -> None:
    phone = Browser(hall.assembly.doors.public.port)
    assert 'name="phone"' not in phone.get("/complaint").text
    form = {"id": str(uuid4()), "about": "conduct", "words": "Chờ lâu", "phone": "0912345678"}
    filed = phone.post("/complaint", form)
    assert filed.status == 303
    assert phone.get(filed.path.partition("?")[0]).status == 200
    code = filed.path.removeprefix("/c/").rpartition("-")[0]
    kept = hall.assembly.controller.hall.complaints.every[code]
    assert hall.assembly.kept.complaints.words.complainant(kept.digest).is_nobody


def test_no_token_is_taken_at_the_public_door(hall: StaffedHall) -> None:
    connection = HTTPConnection("127.0.0.1", hall.assembly.doors.public.port, timeout=20)
    bearer = {"Authorization": f"Bearer {hall.token()}"}
    connection.request("POST", "/api/commands", b'{"type":"OpenDay"}', bearer)
    assert connection.getresponse().status == 403
    connection.close()


def test_cookies_are_bound_to_the_host_under_tls(hall: StaffedHall) -> None:
    port = hall.assembly.house.addresses.port
    connection = HTTPSConnection("127.0.0.1", port, context=trusting(hall), timeout=20)
    form = urlencode({"account": "supervisor", "password": PASSWORD})
    headers = {
        "Origin": f"https://127.0.0.1:{port}",
        "Content-Type": "application/x-www-form-urlencoded",
    }
    connection.request("POST", "/login", form, headers)
    cookies = connection.getresponse().headers.get_all("Set-Cookie") or []
    connection.close()
    (session,) = [one for one in cookies if one.startswith("__Host-hall_session=")]
    assert {"Secure", "HttpOnly", "SameSite=Strict", "Path=/"} <= set(session.split("; "))


def test_a_new_station_is_told_the_authority_it_will_see(hall: StaffedHall) -> None:
    told = hall.wire_with("").request("POST", "/api/pairing", {"role": "kiosk"}).json["authority"]
    certificates = Certificates(hall.directory.path / "secrets", "")
    assert told == certificates.authority(NOW).fingerprint
    assert len(told.replace(" ", "")) == 64


def test_keys_are_readable_by_their_owner_only(hall: StaffedHall) -> None:
    for file in (hall.directory.path / "secrets").glob("*.key"):
        assert file.stat().st_mode & 0o077 == 0, file


def test_a_certificate_is_for_every_name_of_the_machine(tmp_path: Path) -> None:
    certificates = Certificates(tmp_path, "hall")
    made = certificates.renew(own_names("https://hall.example.vn/x"), NOW)
    assert {"127.0.0.1", "localhost", "hall.example.vn"} <= names_of(made)
    made.verify_directly_issued_by(certificates.authority(NOW).certificate)


def test_it_is_renewed_a_month_before_it_runs_out_and_not_before(tmp_path: Path) -> None:
    certificates = Certificates(tmp_path, "hall")
    assert certificates.renew_if_due(NAMES, NOW)
    first = certificates.server()
    assert not certificates.renew_if_due(NAMES, NOW + GOOD - timedelta(days=31))
    assert certificates.server() == first
    assert certificates.renew_if_due(NAMES, NOW + GOOD - timedelta(days=29))
    assert certificates.server() != first


def test_a_new_address_of_the_machine_renews_it(tmp_path: Path) -> None:
    certificates = Certificates(tmp_path, "hall")
    certificates.renew_if_due(NAMES, NOW)
    assert certificates.renew_if_due(NAMES | {"10.9.8.7"}, NOW)
    found = certificates.server()
    assert found is not None
    assert "10.9.8.7" in names_of(found)


@pytest.mark.parametrize("content", [b"", b"nonsense", b"-----BEGIN CERTIFICATE-----\n"])
def test_a_damaged_server_certificate_is_made_again(tmp_path: Path, content: bytes) -> None:
    certificates = Certificates(tmp_path, "hall")
    certificates.renew_if_due(NAMES, NOW)
    certificates.server_file.write_bytes(content)
    assert certificates.renew_if_due(NAMES, NOW)
    assert certificates.server() is not None


def test_one_that_another_authority_signed_is_made_again(tmp_path: Path) -> None:
    certificates, other = Certificates(tmp_path / "a", "hall"), Certificates(tmp_path / "b", "hall")
    certificates.renew_if_due(NAMES, NOW)
    other.renew_if_due(NAMES, NOW)
    certificates.server_file.write_bytes(other.server_file.read_bytes())
    certificates.server_key_file.write_bytes(other.server_key_file.read_bytes())
    assert certificates.renew_if_due(NAMES, NOW)


def test_a_damaged_authority_is_said_and_never_replaced(tmp_path: Path) -> None:
    certificates = Certificates(tmp_path, "hall")
    certificates.authority(NOW)
    kept = (tmp_path / "authority.key").read_bytes()
    certificates.authority_file.write_bytes(b"nonsense")
    with pytest.raises(CertificateError, match=r"authority\.pem"):
        certificates.renew_if_due(NAMES, NOW)
    assert (tmp_path / "authority.key").read_bytes() == kept


def test_the_authority_signs_servers_and_no_other_authority() -> None:
    extensions = make_authority("x" * 200, NOW).certificate.extensions
    basic = extensions.get_extension_for_class(x509.BasicConstraints).value
    assert (basic.ca, basic.path_length) == (True, 0)
