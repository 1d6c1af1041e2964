"""``hallctl notices`` and ``/api/notices``: what is open, whom to call, and who may know."""

import csv
import io
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from hallctl.applicants.applicant import Applicant, Looker
from hallctl.samples import write_sample
from tests.hall_clients import wish
from tests.journal.back_office_day import live_behind_the_counter_too
from tests.journal.lived_in import applicants_of, lived_in
from tests.verbs import said, told
from tests.web.hall_at_work import HallAtWork, granted
from tests.web.working_hall import FIVE_DAYS


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lived_in(tmp_path_factory.mktemp("hall"), live_behind_the_counter_too)


def test_what_is_open_is_listed_and_names_nobody(hall: Path) -> None:
    (open_one,) = (one for one in told("notices", "open", "--hall", hall) if one["tries"])
    assert (open_one["state"], open_one["tries"]) == ("owed", 1)
    assert open_one["notice"] in said("notices", "open", "--hall", hall)


def test_every_try_of_a_dossier_is_told(hall: Path) -> None:
    (tried,) = (one for one in told("notices", "open", "--hall", hall) if one["tries"])
    dossier = tried["dossier"]
    assert "1. " in said("notices", "of", dossier, "--hall", hall)
    assert [one["fault"] for one in told("notices", "of", dossier, "--hall", hall)["tries"]] == [
        "http 503"
    ]
    assert said("notices", "of", "nothing", "--hall", hall) == "nothing was owed for NOTHING\n"


def test_nobody_is_to_be_called(hall: Path) -> None:
    assert said("notices", "calls", "--hall", hall) == "nobody is to be called\n"


@pytest.fixture
def at_work(tmp_path: Path) -> Iterator[tuple[HallAtWork, str]]:
    """A commune hall without mail that has one to call."""
    write_sample(tmp_path / "hall", "commune")
    settings = tmp_path / "hall" / "hall.toml"
    settings.write_text(f'{settings.read_text("utf-8")}\n[notices]\nwhen = ["finished"]\n', "utf-8")
    with closing(HallAtWork(tmp_path / "hall")) as hall:
        hall.open("1")
        panel = hall.wire("counter-1")
        code = str(
            panel.ask(wish("ReceiveDossier", procedure=FIVE_DAYS)).json["events"][-1]["dossier"]
        )
        with closing(applicants_of(tmp_path / "hall")) as store:
            who = Applicant(name="Lê Văn Phước", phone="0900 000 002", notice_by="phone")
            store.keep(code, who, Looker("test"))
        granted(panel.ask(wish("FinishDossier", dossier=code)))
        while hall.wire().get("/api/notices").json["notices"][0]["state"] == "owed":
            pass
        yield hall, code


def test_whom_to_call_is_told_to_whoever_may_know_and_logged(
    at_work: tuple[HallAtWork, str],
) -> None:
    hall, code = at_work
    path = hall.directory.path
    (call,) = hall.wire("counter-1").get("/api/notices/calls").json["calls"]
    assert (call["name"], call["phone"]) == ("Lê Văn Phước", "0900 000 002")
    (row,) = csv.DictReader(io.StringIO(said("notices", "calls", "--csv", "--hall", path)))
    assert (row["phone"], row["why"]) == ("0900 000 002", "by_phone")
    assert "0900 000 002" in said("notices", "calls", "--hall", path)
    with closing(applicants_of(path)) as store:
        assert [one.act for one in store.looks(code)].count("contacted") >= 4
    assert hall.wire("board-1").get("/api/notices/calls").status == 403
    for address in ("/api/notices", f"/api/dossiers/{code}/notices"):
        told_there = hall.wire("counter-1").get(address)
        assert [one["dossier"] for one in told_there.json["notices"]] == [code]
        assert b"0900" not in told_there.body


def test_whoever_was_reached_is_off_the_list(at_work: tuple[HallAtWork, str]) -> None:
    hall, _ = at_work
    panel = hall.wire("counter-1")
    notice = panel.get("/api/notices").json["notices"][0]["notice"]
    granted(panel.ask(wish("NoteCall", notice=notice, reached=True)))
    assert panel.get("/api/notices/calls").json["calls"] == []
    again = panel.ask(wish("NoteCall", notice=notice, reached=True))
    assert again.json["refused"] == "unknown_notice"
