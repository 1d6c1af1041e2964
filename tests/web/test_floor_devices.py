"""The floor's page: how devices are, and slips that are sent to another printer by a press."""

import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest

from tests.hall_clients import Wire, new_hall, wish
from tests.web.hall_at_work import HallAtWork

SECOND_KIOSK = """
[[station]]
name = "kiosk-2"
role = "kiosk"
printer = "simulate"
"""


class Floor:
    """A hall with two kiosks, seen and acted on as its page does."""

    def __init__(self, path: Path) -> None:
        directory = new_hall(path, "commune")
        toml = directory / "hall.toml"
        toml.write_text(toml.read_text("utf-8") + SECOND_KIOSK, "utf-8")
        self.hall = HallAtWork(path)
        self.hall.open()
        self.kiosk, self.other = self.hall.wire("kiosk-1"), self.hall.wire("kiosk-2")
        issued = self.kiosk.ask(wish("IssueTicket", service="land")).json["events"][0]
        self.ticket = issued["ticket"]

    def page(self, language: str = "en") -> str:
        return self.hall.wire().get(f"/floor?lang={language}").body.decode()

    def acts(self) -> list[dict[str, object]]:
        found = re.findall(r'data-act="([^"]*RedirectPrinting[^"]*)"', self.page())
        return [json.loads(unescape(one)) for one in found]

    def press(self, act: dict[str, object]) -> dict[str, object]:
        return self.hall.wire().request("POST", "/floor/acts?lang=en", act).json

    def jobs(self, wire: Wire) -> list[bool]:
        """Whether each job of that kiosk is asked back."""
        return [job["is_asked_back"] for job in wire.get("/api/views/kiosk").json["print_jobs"]]

    def report(self, fault: str, *, is_held: bool = False) -> None:
        told = wish("ReportNotPrinted", ticket=self.ticket, fault=fault, is_held=is_held)
        assert self.kiosk.ask(told).status == 200


@pytest.fixture
def floor(tmp_path: Path) -> Iterator[Floor]:
    floor = Floor(tmp_path / "hall")
    yield floor
    floor.hall.close()


def test_a_slip_is_sent_to_the_other_printer_by_a_press(floor: Floor) -> None:
    floor.report("gone")
    (act,) = floor.acts()
    assert floor.press(act) == {"granted": True, "words": ""}
    assert (floor.jobs(floor.kiosk), floor.jobs(floor.other)) == ([True], [])
    assert "Waits until kiosk-1 lets go of it." in floor.page()
    assert "Chờ kiosk-1 nhả lệnh in." in floor.page("vi")
    floor.kiosk.ask(wish("ReleasePrinting", ticket=floor.ticket))
    assert (floor.jobs(floor.kiosk), floor.jobs(floor.other)) == ([], [False])


def test_a_slip_that_is_lost_is_printed_elsewhere_once_a_person_says_so(floor: Floor) -> None:
    floor.report("paper_out", is_held=True)
    plain, again = floor.acts()
    assert (plain["station"], again["station"]) == ("kiosk-2", "kiosk-1")
    assert again["confirmed_lost"] is True
    assert "The printer holds it" in floor.page()
    floor.press(plain)
    (lost,) = floor.acts()
    assert (lost["station"], lost["confirmed_lost"]) == ("kiosk-2", True)
    assert "Have you looked: slip C001 has not come out at kiosk-1" in unescape(floor.page())
    floor.press(lost)
    assert floor.jobs(floor.other) == [False]


def test_a_slip_of_unknown_outcome_is_printed_again_by_a_person_only(floor: Floor) -> None:
    floor.report("unknown_outcome")
    acts = floor.acts()
    assert [one["station"] for one in acts] == ["kiosk-1", "kiosk-2"]
    assert all(one["confirmed_lost"] for one in acts)
    assert "Nobody knows whether it came out: look into the tray." in floor.page()


def test_a_refused_press_is_told_in_words(floor: Floor) -> None:
    nowhere = {"type": "RedirectPrinting", "ticket": floor.ticket, "station": "board-1"}
    assert floor.press(nowhere) == {"granted": False, "words": "There is no printer."}
    assert floor.press({**nowhere, "station": "kiosk-1"})["words"]


def test_devices_that_need_a_hand_are_shown_and_the_others_counted(floor: Floor) -> None:
    assert "No device has reported yet." in floor.page()
    devices = [
        {"device": "printer", "kind": "printer", "state": "trouble", "reason": "paper_out"},
        {"device": "pad-1", "kind": "pad", "state": "silent", "errors": 12, "breaks": 2},
        {"device": "keypad-1", "kind": "keypad", "state": "ok"},
        {"device": "horn", "kind": "horn", "state": "odd", "reason": "odd"},
    ]
    assert floor.kiosk.request("POST", "/api/devices", {"devices": devices}).status == 200
    page = unescape(floor.page())
    assert "No paper: put in a new roll." in page
    assert "does not answer: see its power and its number on the line" in page
    assert "12 errors · 2 disconnections" in page
    assert "Devices working: 1." in page
    assert "bàn phím đánh giá · kiosk-1" in floor.page("vi")
