"""Official forms over a real socket: with the applicant, for counters, each print logged."""

import subprocess
from pathlib import Path

import msgspec
import pytest

from tests.applicants.one_request import Said, ask
from tests.applicants.people import DIEM
from tests.hall_clients import wish
from tests.web.hall_at_work import HallAtWork, granted

HallWithOne = tuple[HallAtWork, str]


def form(hall: HallAtWork, code: str, number: str, paper: str = "a4", **who: str) -> Said:
    return ask(hall, "GET", f"/api/dossiers/{code}/forms/{number}.pdf?paper={paper}", **who)


def words_of(pdf: bytes, folder: Path) -> str:
    file = folder / "form.pdf"
    file.write_bytes(pdf)
    told = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, check=True)
    return " ".join(told.stdout.decode().split())


def forms_offered(hall: HallAtWork, code: str) -> list[str]:
    offered: list[str] = hall.wire("counter-1").get(f"/api/dossiers/{code}").json["desk"]["forms"]
    return offered


def test_form_01_names_the_applicant_and_the_papers(
    hall_with_one: HallWithOne, tmp_path: Path
) -> None:
    hall, code = hall_with_one
    ask(hall, "PUT", f"/api/dossiers/{code}/applicant", msgspec.to_builtins(DIEM))
    for paper in ("a4", "a5"):
        said = form(hall, code, "01", paper)
        assert (said.status, said.kind) == (200, "application/pdf")
        words = words_of(said.body, tmp_path)
        assert DIEM.name in words
        assert DIEM.identity in words
        assert code in words
    looks = [(one.act, one.detail) for one in hall.assembly.kept.applicants.looks(code)]
    assert looks == [("kept", ""), ("printed", "01"), ("printed", "01")]


def test_without_an_applicant_a_pen_may_fill_it_in(
    hall_with_one: HallWithOne, tmp_path: Path
) -> None:
    hall, code = hall_with_one
    words = words_of(form(hall, code, "01").body, tmp_path)
    assert "Tiếp nhận hồ sơ của Ông (Bà)/Tổ chức" in words
    assert "Diễm" not in words
    assert code in words


def test_forms_there_are_as_the_dossier_goes_and_all_that_are_offered_open(
    hall_with_one: HallWithOne, tmp_path: Path
) -> None:
    hall, code = hall_with_one
    counter = hall.wire("counter-1")
    assert forms_offered(hall, code) == ["01", "06"]
    assert form(hall, code, "02").status == 404
    granted(counter.ask(wish("RequestSupplement", dossier=code, reason="Bản dịch\nChữ ký")))
    assert forms_offered(hall, code) == ["01", "02", "06"]
    granted(counter.ask(wish("ResumeDossier", dossier=code)))
    granted(counter.ask(wish("StopDossier", dossier=code, reason="Theo đơn của người nộp")))
    assert forms_offered(hall, code) == ["01", "02", "05", "06"]
    for number in forms_offered(hall, code):
        assert form(hall, code, number, "a5").status == 200
    assert "Chữ ký" in words_of(form(hall, code, "02").body, tmp_path)
    assert "Theo đơn của người nộp" in words_of(form(hall, code, "05").body, tmp_path)


@pytest.mark.parametrize("number", ["07", "00", "1", "abc"])
def test_other_forms_are_not_found(hall_with_one: HallWithOne, number: str) -> None:
    hall, code = hall_with_one
    assert form(hall, code, number).status == 404


def test_a_paper_nobody_has_is_refused(hall_with_one: HallWithOne) -> None:
    hall, code = hall_with_one
    said = form(hall, code, "01", "a3")
    assert (said.status, said.json["field"]) == (422, "paper")


def test_only_a_counter_prints_names(hall_with_one: HallWithOne) -> None:
    hall, code = hall_with_one
    for station in ("", "kiosk-1", "board-1"):
        assert form(hall, code, "01", station=station).status == 403
    assert hall.wire_with("x").get(f"/api/dossiers/{code}/forms/01.pdf").status == 401
    assert form(hall, f"{code[:-1]}9", "01").status == 404
