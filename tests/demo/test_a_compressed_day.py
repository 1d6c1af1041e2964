"""What ``hallctl demo --headless`` leaves behind, looked at as whoever ran it would."""

from collections import Counter
from pathlib import Path

import msgspec
import pytest
from PIL import Image

from hallctl.hall_directory import HallDirectory
from hallctl.verifying import verify
from hallctl.web.known.links import Links
from hardware.scanners.codes import read_codes
from hardware.simulator.receipt_printer import SimulatedPrinter
from tests.demo.conftest import PEOPLE, Told, TwoRuns

pytestmark = [pytest.mark.screens, pytest.mark.timeout(180)]

KEYS = {
    *("issued", "called", "no_shows", "finished", "rated", "cancelled", "lapsed", "printed"),
    *("dossiers_received", "dossiers_returned"),
    *("by_service", "average_wait_s", "longest_wait_s", "seconds", "reconciles", "problems", "out"),
}
SIZES = {
    "kiosk": (1080, 1920),
    "board": (1920, 1080),
    "panel": (1366, 768),
    "sign": (1920, 540),
    "pad": (1280, 800),
}
MOMENTS = ("before-opening", "opening", "busy", "after-closing")
STATES = (
    *("kiosk-vietnamese", "kiosk-english", "kiosk-largest-text", "kiosk-english-largest-text"),
    *("kiosk-high-contrast", "kiosk-help", "kiosk-taken-vi", "kiosk-out-of-paper"),
    *("board-zone-A", "board-zone-B", "board-departments", "board-playlist", "board-queues"),
    *(f"{kind}-emergency" for kind in ("kiosk", "board", "panel", "sign", "pad")),
    *("board-calling", "panel-serving", "sign-calling", "panel-dossier", "panel-fees"),
    *("pad-result", "pad-attitude", "pad-thanks"),
)


def papers(told: Told) -> list[Path]:
    return sorted((told.out / "tickets").glob("*.png"))


def test_the_day_ends_well_and_says_so_in_one_line_of_json(told: Told) -> None:
    assert told.status == 0, told.errors
    assert len(told.lines) == 1
    assert set(told.summary) == KEYS
    assert told.summary["problems"] == []


def test_nothing_is_complained_about_on_the_way(told: Told) -> None:
    assert told.errors.splitlines() == [f"A day of {PEOPLE} people; pictures in {told.out}"]


def test_the_counts_add_up_in_every_direction(told: Told) -> None:
    day = told.summary
    assert day["reconciles"] is True
    assert day["issued"] == PEOPLE == day["printed"]
    assert day["issued"] == sum(day[end] for end in ("finished", "no_shows", "cancelled", "lapsed"))
    assert day["called"] == day["finished"] + day["no_shows"]
    assert 0 < day["rated"] <= day["finished"]
    services = [Counter(counts) for counts in day["by_service"].values()]
    summed = sum(services, Counter[str]())
    assert {name: summed[name] for name in services[0]} == {name: day[name] for name in services[0]}
    assert 0 <= day["average_wait_s"] <= day["longest_wait_s"]
    assert 0 < day["seconds"] < 180


def test_the_same_seed_gives_the_same_counts(runs: TwoRuns) -> None:
    first, again = runs.first.summary, runs.again.summary
    for summary in (first, again):
        del summary["seconds"], summary["out"]
    assert first == again


def test_an_earlier_demo_makes_room_for_the_next(runs: TwoRuns) -> None:
    assert runs.again.status == 0, runs.again.errors
    assert not (runs.again.out / "tickets" / "2020-01-02-Z999.png").exists()


@pytest.mark.parametrize("moment", MOMENTS)
def test_every_screen_is_in_the_album(told: Told, moment: str) -> None:
    at_counters = [f"{kind}-{counter}" for kind in ("panel", "sign", "pad") for counter in "123"]
    for screen in ("kiosk", "board", "board-A", "board-B", *at_counters):
        _looks_at(told.out / "screens" / f"{screen}-{moment}.png")


@pytest.mark.parametrize("state", STATES)
def test_every_main_state_is_in_the_album(told: Told, state: str) -> None:
    _looks_at(told.out / "screens" / f"{state}.png")


def _looks_at(path: Path) -> None:
    """The picture is as large as its screen, and there is something on it."""
    with Image.open(path) as picture:
        is_tall = path.name.startswith(("board-zone", "board-A", "board-B"))
        assert picture.size == (SIZES["kiosk"] if is_tall else SIZES[path.name.partition("-")[0]])
        colours = picture.convert("RGB").reduce(4).getcolors(1 << 22)
    assert colours
    assert len(colours) > 40, f"{path.name} is empty"


def test_every_ticket_is_there_as_picture_and_bytes(told: Told) -> None:
    assert len(papers(told)) == PEOPLE
    for path in papers(told):
        printer = SimulatedPrinter()
        printer.receive(path.with_suffix(".bin").read_bytes(), timeout_s=1.0)
        (paper,) = printer.papers
        with Image.open(path) as picture:
            assert picture.size == paper.picture.size
            assert picture.convert("1").tobytes() == paper.picture.tobytes()


def test_the_code_on_every_ticket_leads_to_its_own_page(told: Told) -> None:
    links = Links(HallDirectory(told.out / "hall").link_secret())
    for path in papers(told):
        with Image.open(path) as picture:
            (code,) = read_codes(picture, ("QRCode",))
        address, _, link = code.text.rpartition("/t/")
        assert address.startswith("http://127.0.0.1:")
        assert links.ticket(link) == path.stem


def test_the_halls_data_are_there_and_whole(told: Told) -> None:
    verdict = verify(HallDirectory(told.out / "hall").journal, lambda _done: None)
    assert verdict.problem == ""
    assert verdict.facts > 4 * PEOPLE
    assert msgspec.json.encode(told.summary)
