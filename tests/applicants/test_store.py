"""The applicants' store on disk: what it keeps, what it logs, what it truly forgets."""

import stat
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec
import pytest
from sqlite_utils.utils import sqlite3  # type: ignore[attr-defined]

from hallctl.applicants.applicant import Applicant, Contact, Looker
from hallctl.applicants.store import Applicants
from tests.applicants.people import CODE, DIEM, LAN, OTHER_CODE, Clock, store_in


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Applicants]:
    store = store_in(tmp_path)
    yield store
    store.close()


def acts(store: Applicants, dossier: str = CODE) -> list[tuple[str, str, str]]:
    return [(look.act, look.official, look.detail) for look in store.looks(dossier)]


def test_an_applicant_is_kept_by_the_dossier_s_code(store: Applicants) -> None:
    assert store.keep(CODE, DIEM, LAN)
    assert store.of(CODE, LAN) == DIEM
    assert store.of(OTHER_CODE, LAN) is None


def test_the_same_again_changes_nothing(store: Applicants) -> None:
    store.keep(CODE, DIEM, LAN)
    assert not store.keep(CODE, DIEM, LAN)
    assert acts(store) == [("kept", "lan", "")]


def test_a_change_is_logged_by_the_names_of_its_fields(store: Applicants) -> None:
    store.keep(CODE, DIEM, LAN)
    moved = msgspec.structs.replace(DIEM, address="Số 7 đường Lê Lợi", phone="0900 000 999")
    assert store.keep(CODE, moved, Looker("minh"))
    assert acts(store)[-1] == ("changed", "minh", "address, phone")


def test_every_look_is_logged_with_who_where_and_when(store: Applicants) -> None:
    store.keep(CODE, DIEM, LAN)
    store.of(CODE, LAN)
    store.printed(CODE, LAN, "01")
    store.contact(CODE, Looker("notices"))
    assert acts(store)[1:] == [
        ("looked", "lan", ""),
        ("printed", "lan", "01"),
        ("contacted", "notices", ""),
    ]
    assert {look.station for look in store.looks(CODE)} == {"counter-1", ""}
    assert {look.at for look in store.looks(CODE)} == {1_795_140_000_000}


def test_even_a_look_that_finds_nobody_is_logged(store: Applicants) -> None:
    store.of(CODE, LAN)
    assert acts(store) == [("looked", "lan", "")]


def test_a_notice_learns_only_how_to_reach_the_applicant(store: Applicants) -> None:
    store.keep(CODE, DIEM, LAN)
    assert store.contact(CODE, LAN) == Contact(
        name=DIEM.name,
        phone=DIEM.phone,
        email=DIEM.email,
        notice_by="sms",
        address=DIEM.return_to,
    )
    store.keep(CODE, msgspec.structs.replace(DIEM, return_to=""), LAN)
    contact = store.contact(CODE, LAN)
    assert contact is not None
    assert contact.address == DIEM.address
    assert store.contact(OTHER_CODE, LAN) is None


@pytest.mark.parametrize("typed", ["001190000123", " 001 190 000 123 ", "001.190.000.123"])
def test_a_person_s_dossiers_are_found_however_the_number_is_spaced(
    store: Applicants, typed: str
) -> None:
    store.keep(CODE, DIEM, LAN)
    store.keep(OTHER_CODE, Applicant(name="Ai Khác", identity="001190000124"), LAN)
    assert store.dossiers_of(typed, LAN) == (CODE,)
    assert acts(store)[-1] == ("searched", "lan", "")


def test_those_without_a_number_are_not_one_person(store: Applicants) -> None:
    store.keep(CODE, Applicant(name="Một"), LAN)
    store.keep(OTHER_CODE, Applicant(name="Hai"), LAN)
    assert store.dossiers_of("", LAN) == ()
    assert store.dossiers_of(" . ", LAN) == ()
    assert acts(store, "") == [("searched", "lan", "")] * 2


def test_another_hall_s_key_makes_another_hash(tmp_path: Path) -> None:
    hashes = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        store = store_in(tmp_path / name, key=name.encode() * 10)
        store.keep(CODE, DIEM, LAN)
        store.close()
        with sqlite3.connect(tmp_path / name / "applicants.db") as database:
            hashes += [row[0] for row in database.execute("select person from applicants")]
        database.close()
    assert len(set(hashes)) == 2
    assert not any(DIEM.identity in one for one in hashes)


def test_the_newest_dossier_of_a_person_comes_first(tmp_path: Path) -> None:
    clock = Clock()
    store = store_in(tmp_path, clock)
    store.keep(CODE, DIEM, LAN)
    clock.at += 1000
    store.keep(OTHER_CODE, DIEM, LAN)
    assert store.dossiers_of(DIEM.identity, LAN) == (OTHER_CODE, CODE)
    store.close()


def test_what_is_deleted_is_gone_from_the_disk_and_its_deletion_is_not(tmp_path: Path) -> None:
    store = store_in(tmp_path)
    store.keep(CODE, DIEM, LAN)
    store.keep(OTHER_CODE, Applicant(name="Ai Khác"), LAN)
    file = tmp_path / "applicants.db"
    assert DIEM.name.encode() in file.read_bytes()
    assert store.delete(CODE, Looker("schedule"), "90 days after the end")
    assert not store.delete(CODE, Looker("schedule"), "again")
    assert store.of(CODE, LAN) is None
    assert ("deleted", "schedule", "90 days after the end") in acts(store)
    store.close()
    left = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    for fed in (DIEM.name, DIEM.identity, DIEM.address, DIEM.phone, DIEM.email):
        assert fed.encode() not in left


def test_the_log_of_looks_only_grows(tmp_path: Path) -> None:
    store = store_in(tmp_path)
    store.keep(CODE, DIEM, LAN)
    store.close()
    database = sqlite3.connect(tmp_path / "applicants.db")
    for change in ("delete from looks", "update looks set official = 'nobody'"):
        with pytest.raises(sqlite3.DatabaseError, match="only grows"):
            database.execute(change)
    database.close()


def test_only_its_owner_may_read_the_file(tmp_path: Path) -> None:
    store_in(tmp_path).close()
    assert stat.S_IMODE((tmp_path / "applicants.db").stat().st_mode) == 0o600


def test_a_restart_finds_everything_again(tmp_path: Path) -> None:
    store = store_in(tmp_path)
    store.keep(CODE, DIEM, LAN)
    store.close()
    again = store_in(tmp_path)
    assert again.of(CODE, LAN) == DIEM
    assert again.codes() == (CODE,)
    assert [look.act for look in again.looks(CODE)] == ["kept", "looked"]
    again.close()


def test_a_look_that_can_t_be_logged_shows_nobody(tmp_path: Path) -> None:
    store = store_in(tmp_path)
    store.keep(CODE, DIEM, LAN)
    other = sqlite3.connect(tmp_path / "applicants.db")
    other.execute(
        "create trigger full before insert on looks begin select raise(abort, 'disk full'); end"
    )
    other.close()
    with pytest.raises(sqlite3.DatabaseError, match="disk full"):
        store.of(CODE, LAN)
    store.close()


def test_a_person_never_shows_in_what_programmers_print() -> None:
    contact = Contact(name=DIEM.name, phone="1", email="", notice_by="", address="")
    for shown in (repr(DIEM), str(DIEM), f"{DIEM}", repr([contact])):
        assert "Diễm" not in shown
        assert DIEM.identity not in shown


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("name", "   "),
        ("name", "a" * 201),
        ("identity", "0" * 21),
        ("identity", "001190000123|x"),
        ("birth_date", "1990-13-01"),
        ("phone", "call me"),
        ("email", "nobody"),
        ("email", "a@b"),
        ("notice_by", "fax"),
        ("address", "a" * 301),
        ("nickname", "Diễm"),
    ],
)
def test_what_is_no_applicant_is_refused(field: str, value: str) -> None:
    body = {"name": "Diễm"} | {field: value}
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(msgspec.json.encode(body), type=Applicant)


@pytest.mark.parametrize(
    "identity", ["001190000123", "123456789", "B1234567", "0312345678-001", ""]
)
def test_every_kind_of_number_is_taken(identity: str) -> None:
    born = date(1950, 1, 1)
    applicant = Applicant(name="Công ty TNHH Ánh Sáng", identity=identity, birth_date=born)
    assert msgspec.json.decode(msgspec.json.encode(applicant), type=Applicant) == applicant
