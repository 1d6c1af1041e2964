"""Whole halls of earlier releases open in this one, private stores and all; and there is a way back."""

import json
from contextlib import closing
from pathlib import Path

import pytest

from hallctl.applicants.applicant import Looker
from hallctl.applicants.store import Applicants
from hallctl.backup.archive import read_archive
from hallctl.backup.restoring import unpack
from hallctl.complaints.words import ComplaintWords
from hallctl.hall_directory import HallDirectory
from hallctl.journal.sqlite_journal import open_database
from hallctl.people import record
from hallctl.people.accounts import find
from hallctl.people.house import open_people
from hallctl.people.signing_in import Attempt
from tests.hall_clients import Serve, serve, wish
from tests.samples.keep_hall import APPLICANT, PASSWORD, SERVICE
from tests.verbs import said

SAMPLES = Path(__file__).parents[1] / "samples"
RELEASES = sorted(SAMPLES.glob("hall-*.hall"))
LOOKER = Looker("test")


@pytest.fixture(params=RELEASES, ids=lambda kept: kept.stem)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The hall directory as that release has left it."""
    unpack(read_archive(request.param)[1], tmp_path / "hall")
    return tmp_path / "hall"


def whose(hall: Path) -> dict[str, str]:
    """Every applicant's name, by dossier."""
    home = HallDirectory(hall)
    with closing(Applicants(home.applicants, home.applicants_key(), lambda: 1)) as store:
        found = {code: store.of(code, LOOKER) for code in store.codes()}
    return {code: one.name for code, one in found.items() if one}


def facts(hall: Path) -> list[tuple[object, ...]]:
    with closing(open_database(hall / "hall.db", read_only=True)) as database:
        return list(database.execute("select number, body, hash from journal order by number"))


def test_two_releases_are_kept() -> None:
    assert len(RELEASES) >= 2


def test_an_old_hall_is_served_and_goes_on(old: Path) -> None:
    before = facts(old)
    with serve(old) as serving:
        goes_on(serving)
        serving.stop()
    assert facts(old)[: len(before)] == before
    told = said("verify", old)
    assert "unbroken" in told
    assert "record: " in told


def goes_on(serving: Serve) -> None:
    admin = serving.wire()
    assert admin.ask(wish("OpenDay")).status in {200, 409}  # the same day as it was kept, or later
    health = admin.get("/api/health").json
    assert health["status"] == "ok"
    assert serving.wire("kiosk-1").get("/api/views/kiosk").json["services"]
    asked = wish("SubstituteNothing")
    assert admin.ask(asked).status == 422
    if health["business_day"]:
        issued = admin.ask(wish("IssueTicket", service=SERVICE)).json["events"][0]
        assert issued["type"] == "TicketIssued"


def test_people_of_an_old_hall_are_still_known(old: Path) -> None:
    assert list(whose(old).values()) == [APPLICANT["name"]]
    found = json.loads(said("person", "export", "--phone", APPLICANT["phone"], "--hall", old))
    assert len(found["applicants"]) == 1
    people = open_people(HallDirectory(old))
    with closing(people.store):
        attempt = Attempt("lan", PASSWORD, "10.0.0.5")
        assert people.signing_in.by_password(attempt, 2_000_000_000_000)
        with people.store.reading() as database:
            assert find(database, "lan")
            assert record.prove(database) > 1
    home = HallDirectory(old)
    with closing(ComplaintWords(home.complaints, lambda: 1)) as words:
        assert [one.phone for _, _, one in words.known_by("0922333444", "")] == ["0922 333 444"]


def test_the_way_back_is_the_backup_that_was_taken_before(old: Path, tmp_path: Path) -> None:
    before, known = facts(old), whose(old)
    kept = said("backup", old, "--to", tmp_path / "backups").partition(":")[0]
    with serve(old) as serving:
        goes_on(serving)
        serving.stop()
    said("people", "lock", "lan", "--hall", old)
    said("restore", kept, tmp_path / "again")
    assert facts(tmp_path / "again")[: len(before)] == before
    assert len(facts(tmp_path / "again")) == len(before) + 1, "and the epoch that it began"
    assert whose(tmp_path / "again") == known
    assert "unbroken" in said("verify", tmp_path / "again")
    assert "locked" not in said("people", "list", "--hall", tmp_path / "again")


def test_a_later_form_of_a_store_loses_nothing_of_the_earlier(old: Path) -> None:
    home = HallDirectory(old)
    with closing(open_database(home.people, read_only=True)) as database:
        before = {
            name: database.execute(f"select count(*) from {name}").fetchone()[0]
            for (name,) in database.execute("select name from sqlite_master where type = 'table'")
        }
    open_people(home).store.close()
    with closing(open_database(home.people, read_only=True)) as database:
        for name, number in before.items():
            assert database.execute(f"select count(*) from {name}").fetchone()[0] == number, name
