"""The playlist's manifest: read whole, every problem named, changed without losing a comment."""

from datetime import datetime

import pytest

from hallctl.playlist.manifest import (
    Item,
    Manifest,
    in_order,
    read_manifest,
    with_item,
    without_item,
)
from hallctl.settings.problems import Findings

MORNING = datetime(2026, 11, 23, 8, 0)  # noqa: DTZ001 - the hall's wall clock, a Monday
SUNDAY = datetime(2026, 11, 22, 8, 0)  # noqa: DTZ001 - the same
WRITTEN = """# Tranh của trung tâm
version = 1

[[item]]
file = "a.png"  # chào mừng
seconds = 8

[[item]]
file = "b.webp"
"""


def read(text: str) -> tuple[Manifest, list[str]]:
    findings = Findings("playlist/playlist.toml")
    return read_manifest(text, ["A", "B"], findings), [str(one) for one in findings.problems]


def test_a_manifest_is_read_in_its_order() -> None:
    manifest, problems = read(WRITTEN)
    assert [one.file for one in manifest.item] == ["a.png", "b.webp"]
    assert (manifest.item[0].seconds, problems) == (8, [])


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('file = "../secrets/links.key"', "is no file of this folder"),
        ('file = "c.png"\nseconds = 1', "1 is no span"),
        ('file = "c.png"\nhours = ["9-8"]', "is not a stretch of a day"),
        ('file = "c.png"\nweekdays = [8]', "8 is no weekday"),
        ('file = "c.png"\nzones = ["Z"]', "there is no zone"),
        ('file = "c.png"\nplace = "roof"', "does not fit"),
        ('file = "c.png"\nfirst_day = 2026-12-01\nlast_day = 2026-11-01', "before the first day"),
    ],
)
def test_a_wrong_item_is_named_and_the_others_stay(line: str, says: str) -> None:
    manifest, problems = read(f"{WRITTEN}\n[[item]]\n{line}\n")
    assert [one.file for one in manifest.item] == ["a.png", "b.webp"]
    assert any(says in one for one in problems), problems


@pytest.mark.parametrize("text", ["version = 2", "item = 3", "[[item"])
def test_what_is_no_manifest_plays_nothing_and_says_why(text: str) -> None:
    manifest, problems = read(text)
    assert manifest.item == ()
    assert problems


@pytest.mark.parametrize(
    ("item", "monday", "sunday"),
    [
        (Item(file="a"), True, True),
        (Item(file="a", hours=("07:30-09:00",)), True, True),
        (Item(file="a", hours=("09:00-11:00",)), False, False),
        (Item(file="a", weekdays=(1,)), True, False),
        (Item(file="a", last_day=SUNDAY.date()), False, True),
        (Item(file="a", zones=("B",)), False, False),
    ],
)
def test_an_item_is_due_by_its_hours_days_and_zones(item: Item, monday: bool, sunday: bool) -> None:
    assert (item.is_due("A", MORNING), item.is_due("A", SUNDAY)) == (monday, sunday)


def test_a_board_of_the_whole_hall_shows_what_every_zone_does() -> None:
    assert Item(file="a", zones=("B",)).is_due("", MORNING)


def test_items_change_come_and_go_and_comments_stay() -> None:
    text = with_item(WRITTEN, "a.png", {"seconds": 20, "caption": {"vi": "Chào"}})
    text = with_item(text, "c.gif", {"zones": ["A"]})
    text = without_item(in_order(text, ["c.gif", "b.webp", "a.png"]), "b.webp")
    manifest, problems = read(text)
    assert problems == []
    assert [(one.file, one.seconds) for one in manifest.item] == [("c.gif", 12), ("a.png", 20)]
    assert manifest.item[1].caption.vi == "Chào"
    assert "# Tranh của trung tâm" in text
    assert "# chào mừng" in text


def test_a_setting_is_taken_out_again() -> None:
    assert read(with_item(WRITTEN, "a.png", {"seconds": None}))[0].item[0].seconds == 12


def test_a_playlist_begins_from_nothing() -> None:
    assert [one.file for one in read(with_item("", "a.png", {}))[0].item] == ["a.png"]
