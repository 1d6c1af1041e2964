"""Appointments in and out: the command line on a real controller, CSV and iCalendar, whole or not at all."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from hallctl.appointments.rows_in import rows_of_calendar, rows_of_csv
from tests.appointments.booked_day import PLAN, clock
from tests.appointments.pages import booking_hall
from tests.journal.one_hall import HandClock
from tests.verbs import app
from tests.web.hall_at_work import HallAtWork

runner = CliRunner()
Place = tuple[HallAtWork, HandClock]
HEAD = "reference,service,starts_at,name,phone,email,status\n"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    hall, hand = booking_hall(tmp_path_factory.mktemp("exchange") / "hall")
    yield hall, hand
    hall.close()


def verb(place: Place, *words: str) -> Result:
    return runner.invoke(app, ["appointments", *words, "--hall", str(place[0].directory.path)])


def facts(place: Place) -> int:
    return place[0].assembly.controller.hall.journal_number


def service_of(place: Place) -> str:
    return place[0].assembly.kept.appointments.services()[0].service


def sheet(path: Path, rows: str) -> str:
    path.write_text(HEAD + rows, "utf-8")
    return str(path)


def test_a_sheet_is_tried_taken_once_moved_and_cancelled(place: Place, tmp_path: Path) -> None:
    letter = place[0].assembly.kept.appointments.services()[0].letter
    rows = (
        f"KH-1,{service_of(place)},2026-11-25 09:00,Nguyễn Thị Lan,0912 345 678,,\n"
        f"KH-2,{letter},2026-11-25T02:30:00+00:00,Trần Văn Ba,,ba@x.vn,confirmed\n"
    )
    file, before = sheet(tmp_path / "in.csv", rows), facts(place)
    trial = verb(place, "import", file, "--dry-run")
    assert trial.exit_code == 0, trial.output
    assert trial.output.count(": book  ") == 2
    assert facts(place) == before
    assert verb(place, "import", file).exit_code == 0
    assert facts(place) == before + 2
    again = verb(place, "import", file)
    assert again.output.count(": none  ") == 2
    assert facts(place) == before + 2
    moved = rows.replace("09:00,Nguyễn", "10:00,Nguyễn").replace("confirmed", "cancelled")
    changed = verb(place, "import", sheet(tmp_path / "in.csv", moved))
    assert (changed.output.count(": move  "), changed.output.count(": cancel  ")) == (1, 1)
    listed = json.loads(verb(place, "list", "--json").stdout)["appointments"]
    assert {one["name"]: (one["starts_at"], one["state"]) for one in listed} == {
        "Nguyễn Thị Lan": (clock("10:00", 2), "booked"),
        "Trần Văn Ba": (clock("09:30", 2), "cancelled"),
    }


def test_bad_rows_are_named_and_nothing_is_half_imported(place: Place, tmp_path: Path) -> None:
    service = service_of(place)
    rows = (
        f"B-1,{service},2026-11-26 09:00,Good,0911,,\n"
        f"B-2,visas,2026-11-26 09:00,Name,0912,,\n"
        f"B-3,{service},morgen,Name,0913,,\n"
        f"B-4,{service},2026-11-26 09:00,,0914,,\n"
        f",{service},2026-11-26 09:00,Name,0915,,\n"
        f"B-1,{service},2026-11-26 09:00,Name,0916,,\n"
    )
    before = facts(place)
    said = verb(place, "import", sheet(tmp_path / "bad.csv", rows))
    assert said.exit_code == 1
    for row, words in (
        (2, "there is no service 'visas'"),
        (3, "'morgen' is no time"),
        (4, "its name can't be read"),
        (5, "has no reference"),
        (6, "has the reference of row 1"),
    ):
        assert f"row {row}: {words}" in said.output
    assert "nothing has changed" in said.output
    assert facts(place) == before


def test_rows_the_hall_refuses_are_all_named(place: Place, tmp_path: Path) -> None:
    service, before = service_of(place), facts(place)
    rows = "".join(f"F-{n},{service},2026-11-27 09:00,N,09{n:08},,\n" for n in range(5))
    rows += f"F-9,{service},2026-11-24 09:00,N,0990,,\n"
    said = verb(place, "import", sheet(tmp_path / "full.csv", rows))
    assert said.exit_code == 1
    assert said.output.count("slot_full") >= 3
    assert "row 6: slot_not_offered" in said.output
    assert facts(place) == before


@pytest.mark.parametrize("name", ["all.csv", "all.ics"])
def test_what_the_hall_has_written_changes_nothing_when_it_comes_back(
    place: Place, tmp_path: Path, name: str
) -> None:
    booked = verb(
        place, "book", "--service", service_of(place), "--at", "2026-11-26 14:00",
        "--name", f"Lê Thị {name}", "--contact", f"{name}@x.vn",
    )  # fmt: skip
    assert booked.exit_code == 0, booked.output
    out, before = tmp_path / name, facts(place)
    assert verb(place, "export", "--out", str(out)).exit_code == 0
    back = verb(place, "import", str(out))
    assert back.exit_code == 0, back.output
    assert back.output.count(": none  ") >= 2
    assert facts(place) == before
    code = booked.output.split()[1]
    assert verb(place, "cancel", code, "--reason", "mất điện").exit_code == 0
    again = verb(place, "cancel", code, "--reason", "mất điện")
    assert again.exit_code == 1
    assert "appointment_not_allowed" in again.output


def test_a_sheet_holds_names_and_no_formula(place: Place, tmp_path: Path) -> None:
    verb(
        place, "book", "--service", service_of(place), "--at", "2026-11-26 15:30",
        "--name", "=1+1", "--contact", "+84 900 111 222",
    )  # fmt: skip
    out = tmp_path / "sheet.csv"
    assert verb(place, "export", "--out", str(out)).exit_code == 0
    rows = list(csv.DictReader(out.read_text("utf-8-sig").splitlines()))
    (row,) = [one for one in rows if one["phone"] == "+84 900 111 222"]
    assert row["name"] == "'=1+1"


def test_the_api_gives_names_to_nobody_without_a_token(place: Place) -> None:
    hall = place[0]
    stranger = hall.wire_with("")
    assert stranger.get("/api/appointments").status == 401
    assert stranger.request("POST", "/api/appointments/import", b"x").status == 401
    assert hall.wire("kiosk-1").get("/api/appointments").status == 403
    free = stranger.get(f"/api/appointments/slots?service={service_of(place)}&day=2026-11-26").json
    assert next(one["free"] for one in free["slots"]) >= 0
    assert stranger.get("/api/appointments/slots?service=nothing").status == 404


def test_a_calendar_of_another_program_is_read() -> None:
    text = (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\nBEGIN:VEVENT\r\nUID:abc@x\r\n"
        "DTSTAMP:20261123T000000Z\r\nDTSTART;TZID=Asia/Ho_Chi_Minh:20261125T090000\r\n"
        "SUMMARY:Đất đai\r\nATTENDEE;CN=Lan:mailto:lan@x.vn\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    read = rows_of_calendar(text.encode(), PLAN)
    assert read.bad == []
    (row,) = read.rows
    assert (row.reference, row.service, row.starts_at) == ("abc@x", "land", clock("09:00", 2))
    assert (row.visitor.name, row.visitor.email) == ("Lan", "lan@x.vn")


@pytest.mark.parametrize("text", ["", "x", "BEGIN:VCALENDAR", "\x00\xff", "BEGIN:VEVENT\nEND:X"])
def test_what_is_no_calendar_is_named(text: str) -> None:
    read = rows_of_calendar(text.encode(), PLAN)
    assert read.rows == []


def test_a_sheet_without_its_columns_says_which() -> None:
    read = rows_of_csv("a;b\n1;2\n", PLAN)
    assert read.bad[0].problem == "the columns reference, service, starts_at, name are missing"
