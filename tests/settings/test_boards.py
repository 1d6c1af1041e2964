"""Zones, sounds and announcements in ``hall.toml``: read, checked, and changed by text."""

import tomllib
from pathlib import Path

import pytest

from hallctl.core.plan.board_rules import SCENES
from hallctl.samples import write_sample
from hallctl.settings import SettingsError, read_hall
from hallctl.settings.changing.editing import HallFile

TWICE = """
[[zone]]
zone = "A"
name = { vi = "A" }
counters = ["1"]

[[zone]]
zone = "B"
name = { vi = "B" }
counters = ["1"]
"""
ZONES = """
[[zone]]
zone = "A"
name = { vi = "Khu A" }
counters = ["1"]
boards = ["board-1"]

[[zone]]
zone = "B"
name = { vi = "Khu B" }
services = ["land"]
shows = ["calls", "playlist"]

[[sound]]
hours = ["11:30-13:30"]
mode = "chime"
volume = 40
zone = "A"

[announcements]
volume = 80
accent = "south"
"""


@pytest.fixture
def hall(tmp_path: Path) -> Path:
    write_sample(tmp_path / "hall", "commune")
    return tmp_path / "hall"


def add(hall: Path, text: str) -> str:
    path = hall / "hall.toml"
    path.write_text(path.read_text("utf-8") + text, "utf-8")
    return path.read_text("utf-8")


def problems(hall: Path, text: str) -> str:
    add(hall, text)
    with pytest.raises(SettingsError) as caught:
        read_hall(hall)
    return str(caught.value)


def test_zones_sounds_and_announcements_are_read(hall: Path) -> None:
    text = add(hall, ZONES).replace('counter = "2"\n', 'counter = "2"\nzone = "A"\n', 1)
    (hall / "hall.toml").write_text(text, "utf-8")
    plan = read_hall(hall).plan
    first, second = plan.zones
    assert (first.counters, first.shows, second.shows) == (
        ("1", "2"),
        SCENES,
        ("calls", "playlist"),
    )
    (sound,) = plan.announcing.sounds
    assert (sound.mode, sound.volume, sound.zone) == ("chime", 40, "A")
    assert (plan.announcing.volume, plan.announcing.accent) == (80, "south")


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ('[[zone]]\nzone = "A"\nname = { vi = "A" }\ncounters = ["99"]', "there is no counter"),
        ('[[zone]]\nzone = "A"\nname = { vi = "A" }\nservices = ["visas"]', "there is no service"),
        ('[[zone]]\nzone = "A"\nname = { vi = "A" }\nboards = ["kiosk-1"]', "there is no board"),
        ('[[zone]]\nzone = "Khu Ă"\nname = { vi = "A" }', "is not a good name"),
        ('[[zone]]\nzone = "A"\nname = { vi = "" }', "is empty"),
        ('[[zone]]\nzone = "A"\nname = { vi = "A" }\nshows = []', "is empty"),
        ('[[zone]]\nzone = "A"\nname = { vi = "A" }\nshows = ["films"]', "some of"),
        ('[[sound]]\nhours = ["9-8"]', "is not a stretch of a day"),
        ('[[sound]]\nhours = ["08:00-09:00"]\nvolume = 140', "140 is no volume"),
        ('[[sound]]\nhours = ["08:00-09:00"]\nzone = "Z"', "there is no zone"),
        ('[[sound]]\nhours = ["08:00-09:00"]\nweekdays = [0]', "0 is no weekday"),
        ("[announcements]\nstale_s = 1", "makes no sense"),
        ('[announcements]\nvoice = "nobody"', "hallctl voice make nobody"),
        (TWICE, "is in zone"),
    ],
)
def test_what_is_wrong_with_boards_is_named(hall: Path, wrong: str, says: str) -> None:
    assert says in problems(hall, f"\n{wrong}\n")


def test_a_counter_that_names_a_zone_nobody_described_is_named(hall: Path) -> None:
    text = add(hall, ZONES).replace('counter = "2"\n', 'counter = "2"\nzone = "C"\n', 1)
    (hall / "hall.toml").write_text(text, "utf-8")
    with pytest.raises(SettingsError, match="there is no zone"):
        read_hall(hall)


def test_a_zone_comes_changes_and_goes_and_comments_stay(hall: Path) -> None:
    file, path = HallFile(hall), hall / "hall.toml"
    before = file.text()
    for table, entry, fields in (
        ("zone", "", {"zone": "A", "name": {"vi": "Khu A"}, "counters": ["1", "2"]}),
        ("zone", "A", {"counters": ["1"], "boards": ["board-1"]}),
        ("sound", "", {"hours": ["11:30-13:30"], "mode": "chime", "zone": "A"}),
    ):
        path.write_text(file.with_entry(table, entry, fields), "utf-8")
    path.write_text(file.with_table("announcements", {"volume": 60, "voice": None}), "utf-8")
    plan = read_hall(hall).plan
    assert (plan.zones[0].counters, plan.zones[0].boards) == (("1",), ("board-1",))
    assert (plan.announcing.volume, len(plan.announcing.sounds)) == (60, 1)
    assert [one for one in before.splitlines() if one.startswith("#")] == [
        one for one in file.text().splitlines() if one.startswith("#")
    ]
    path.write_text(file.without_entry("sound", "1"), "utf-8")
    gone = tomllib.loads(file.without_entry("zone", "A"))
    assert not gone.get("zone")
    assert not gone.get("sound")


def test_a_zone_may_name_a_board_that_is_let_in_by_code(hall: Path) -> None:
    add(hall, '\n[[zone]]\nzone = "A"\nname = { vi = "A" }\nboards = ["board-9"]\n')
    assert read_hall(hall).plan.zones[0].boards == ("board-9",)
