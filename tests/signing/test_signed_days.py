"""A day's figures are signed as the day is sealed, and again when they are corrected."""

import json
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from urllib.request import urlopen

import msgspec
import pytest

from hallctl.signing.checking import check_day
from hallctl.signing.document import SignedDay
from hallctl.signing.keys import SigningKeys
from tests.signing.conftest import one_day, sign_now
from tests.verbs import said, say
from tests.web.hall_at_work import HallAtWork
from tests.web.pages_read import as_read

Signed = tuple[HallAtWork, str]


def fetch(hall: HallAtWork, path: str) -> bytes:
    with urlopen(f"http://127.0.0.1:{hall.port}{path}") as answer:
        read: bytes = answer.read()
    return read


def document(signed: Signed) -> SignedDay:
    hall, day = signed
    return msgspec.json.decode(fetch(hall, f"/open-data/days/{day}.json"), type=SignedDay)


def test_seal_and_correction_are_signed_and_told_apart(signed: Signed) -> None:
    seal, correction = (one for one in check_day(document(signed)) if one.part == "visits")
    assert (seal.fault, correction.fault) == ("", "")
    assert (seal.correction, correction.correction) == (0, 1)
    assert (seal.figures["issued"], seal.figures["rated"]) == (2, 1)
    assert (correction.figures["issued"], correction.figures["rated"]) == (2, 0)


def test_what_is_signed_is_the_seal_of_the_journal(signed: Signed) -> None:
    hall, _ = signed
    seals = json.loads(fetch(hall, "/open-data/seals.json"))["seals"]
    assert document(signed).statements[0].hash in {one["hash"] for one in seals}


def test_nothing_is_signed_twice(signed: Signed) -> None:
    before = document(signed)
    sign_now(signed[0])
    assert document(signed) == before


def test_a_stranger_checks_a_day_with_openssl_alone(signed: Signed, tmp_path: Path) -> None:
    hall, day = signed
    for name in ("signing.pem", f"days/{day}/visits.json", f"days/{day}/visits.sig"):
        (tmp_path / Path(name).name).write_bytes(fetch(hall, f"/open-data/{name}"))
    asked = [
        "openssl",
        "pkeyutl",
        "-verify",
        "-pubin",
        "-inkey",
        "signing.pem",
        "-rawin",
        "-in",
        "visits.json",
        "-sigfile",
        "visits.sig",
    ]
    told = subprocess.run(asked, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (told.returncode, told.stdout.strip()) == (0, "Signature Verified Successfully")
    figures = tmp_path / "visits.json"
    figures.write_bytes(figures.read_bytes().replace(b'"issued":2', b'"issued":3'))
    assert subprocess.run(asked, cwd=tmp_path, capture_output=True, check=False).returncode == 1


def test_the_verb_checks_a_file_and_an_address(signed: Signed, tmp_path: Path) -> None:
    hall, day = signed
    kept = tmp_path / "day.json"
    kept.write_bytes(fetch(hall, f"/open-data/days/{day}.json"))
    key = hall.directory.path / "signing" / "hall.pem"
    told = said("verify-day", kept, "--key", key)
    assert "visits, sealed: valid" in told
    assert "visits, correction 1: valid" in told
    page = f"http://127.0.0.1:{hall.port}/days/{day}"
    assert said("verify-day", page).startswith(told)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (('\\"issued\\":2', '\\"issued\\":3'), "it does not have its hash"),
        (('"correction":1', '"correction":2'), "does not follow"),
    ],
    ids=["figure", "order"],
)
def test_a_changed_document_is_named(
    signed: Signed, tmp_path: Path, change: tuple[str, str], why: str
) -> None:
    hall, day = signed
    kept = tmp_path / "day.json"
    body = fetch(hall, f"/open-data/days/{day}.json").decode()
    assert change[0] in body
    kept.write_text(body.replace(*change), "utf-8")
    told = say("verify-day", kept)
    assert told.exit_code == 1
    assert why in told.stdout


def test_another_hall_s_key_vouches_for_nothing(signed: Signed, tmp_path: Path) -> None:
    other = SigningKeys(tmp_path).current(0).published
    faults = {one.fault for one in check_day(document(signed), other.key)}
    assert faults == {"strange_key"}


def test_the_page_says_that_it_is_valid_and_how_to_check(signed: Signed) -> None:
    hall, day = signed
    page = as_read(fetch(hall, f"/days/{day}").decode())
    assert "Chữ ký hợp lệ" in page
    assert "openssl pkeyutl -verify" in page
    assert "The signature is valid" in fetch(hall, f"/days/{day}?lang=en").decode()


def test_the_board_leads_to_the_newest_signed_day(signed: Signed) -> None:
    hall, day = signed
    board = json.loads(fetch(hall, "/api/views/board"))
    assert board["sealed_day"] == day
    assert board["sealed_link"].endswith(f"/days/{day}")


def test_a_day_that_is_not_over_has_nothing_signed(hall: HallAtWork) -> None:
    hall.open("1")
    wire = hall.wire_with("")
    assert wire.get("/days/2026-01-02").status == 404
    assert wire.get("/open-data/days/2026-01-02.json").status == 404
    assert wire.get("/open-data/days/yesterday.json").status == 404


def test_a_stop_between_seal_and_signature_is_made_good(tmp_path: Path) -> None:
    hall = HallAtWork(tmp_path / "hall")
    day, _ = one_day(hall)
    hall.close()
    again = HallAtWork(tmp_path / "hall")
    sign_now(again)
    assert [one.fault for one in check_day(document((again, day)))] == [""]
    again.close()


def test_verify_finds_a_signature_that_was_changed(signed: Signed) -> None:
    hall, _ = signed
    path = hall.directory.path
    assert "signatures: 2, all by the hall's keys" in said("verify", path)
    with closing(sqlite3.connect(hall.directory.signatures)) as store, store:
        store.execute("drop trigger signatures_stay_1")
        store.execute("update signatures set statement = replace(statement, 'issued', 'issue')")
    told = say("verify", path)
    assert told.exit_code == 1
    assert "the signed visits of" in told.output
