"""The floor's settings: read into the plan, and every way to spoil them named."""

from datetime import time
from pathlib import Path

import pytest

from hallctl.core.calendar import Shift
from hallctl.core.plan.floor_rules import USUAL_REASONS, Official
from hallctl.settings import SettingsError, read_hall
from tests.settings.conftest import SMALL_HALL

FLOOR = """
[floor]
recall_limit = 3
recall_every_s = 10
no_show_then = "return"
no_show_minutes = 10
longest_wait_minutes = 45
at_closing = "tomorrow"

[[profile]]
profile = "front"
services = ["land", "civil-status"]
order = "mixture"
weights = [3, 1]

[[official]]
official = "Nguyễn Thị Lan"

[[official]]
official = "Phạm Thu Hà"
reserve = true

[[reason]]
reason = "prayer"
kind = "break"
name = { vi = "Cầu nguyện", en = "Prayer" }

[[counter]]
counter = "2"
profile = "front"
"""
HALL = SMALL_HALL.replace(
    'name = { vi = "Đất đai" }',
    'name = { vi = "Đất đai" }\nhours = ["08:00-11:00"]\nlast_ticket_minutes = 15\nquota_a_day = 40',
)


def read(directory: Path, text: str) -> list[str]:
    """Every problem, a line each; none when the hall is in order."""
    (directory / "hall.toml").write_text(text, "utf-8")
    try:
        read_hall(directory)
    except SettingsError as error:
        return str(error).splitlines()
    return []


def test_the_floors_settings_are_in_the_plan(tmp_path: Path) -> None:
    assert read(tmp_path, HALL + FLOOR) == []
    plan = read_hall(tmp_path).plan
    floor = plan.floor
    assert (floor.recall_limit, floor.recall_every_s, floor.undo_s) == (3, 10, 10)
    assert (floor.no_show_then, floor.no_show_minutes) == ("return", 10)
    assert (floor.longest_wait_minutes, floor.at_closing) == (45, "tomorrow")
    assert floor.officials[1] == Official(official="Phạm Thu Hà", reserve=True)
    assert [one.reason for one in floor.reasons_for("break")] == ["prayer"]
    assert floor.reasons_for("park") == tuple(one for one in USUAL_REASONS if one.kind == "park")
    assert plan.service_hours == {"land": (Shift(time(8), time(11)),)}
    land = plan.service("land")
    assert land is not None
    assert (land.last_ticket_minutes, land.quota_a_day, land.quota_an_hour) == (15, 40, 0)


def test_a_counter_without_services_has_its_profiles(tmp_path: Path) -> None:
    read(tmp_path, HALL + FLOOR)
    second = read_hall(tmp_path).plan.counter("2")
    assert second is not None
    assert (second.services, second.profile) == (("land", "civil-status"), "front")


SPOILED = [
    ("recall_limit = 3", "recall_limit = 99", "floor.recall_limit: 99 makes no sense; write 0"),
    ("recall_every_s = 10", "recall_every_s = -1", "floor.recall_every_s: -1 makes no sense"),
    ('"return"', '"forget"', "floor.no_show_then: 'forget' does not fit; use one of"),
    ("no_show_minutes = 10", "no_show_minutes = 0", "floor.no_show_minutes: 0 minutes makes no"),
    ("longest_wait_minutes = 45", "longest_wait_minutes = -1", "floor.longest_wait_minutes: -1"),
    ('["land", "civil-status"]', '["visas"]', "profile.front.services: there is no service 'vis"),
    ('["land", "civil-status"]', "[]", "profile.front.services: is empty; name at least one"),
    ("[3, 1]\n", '[3, 1]\ncounters = ["9"]\n', "profile.front.counters: there is no counter '9'"),
    (
        "[3, 1]\n",
        '[3, 1]\nname = { vi = "", en = "By turns" }\n',
        "profile.front.name.vi: is empty",
    ),
    ("[3, 1]\n", f'[3, 1]\nname = {{ vi = "{"X" * 46}" }}\n', "profile.front.name.vi: is too long"),
    ('"mixture"', '"chance"', "profile.front.order: 'chance' does not fit"),
    ('"mixture"', '"strict"', "profile.front.weights: belongs to a mixture; write order"),
    ("[3, 1]", "[3]", "profile.front.weights: does not fit the services; write one whole number"),
    ("[3, 1]", "[30, 30]", "profile.front.weights: is more than a round can hold"),
    (
        'official = "Phạm Thu Hà"',
        'official = " "',
        "official.' ': ' ' is not a name to serve under",
    ),
    (
        '"Phạm Thu Hà"',
        '"Nguyễn Thị Lan"',
        "official.'Nguyễn Thị Lan': stands in the file more than",
    ),
    ('reason = "prayer"', 'reason = "Prayer!"', "reason.'Prayer!': 'Prayer!' is not a good name"),
    ('"Cầu nguyện"', '""', "reason.prayer.name.vi: is empty; write the Vietnamese words"),
    ('kind = "break"', 'kind = "tea"', "reason.prayer.kind: 'tea' does not fit"),
    ('profile = "front"\n', "", "counter.2.services: is empty; name at least one service, or a"),
    ('["08:00-11:00"]', '["8"]', "service.land.hours[1]: '8' is not a stretch of a day"),
    ("quota_a_day = 40", "quota_a_day = -4", "service.land.quota_a_day: -4 makes no sense; write"),
    ("last_ticket_minutes = 15", "last_ticket_minutes = 999", "service.land.last_ticket_minutes:"),
    ('shifts = ["07:30-11:30", "13:30-17:00"]\n', "", "floor.at_closing: there are no hours to cl"),
]


@pytest.mark.parametrize(("right", "wrong", "said"), SPOILED)
def test_every_wrong_setting_is_named_with_what_to_do(
    tmp_path: Path, right: str, wrong: str, said: str
) -> None:
    before, found, after = (HALL + FLOOR).rpartition(right)
    assert found
    assert any(said in line for line in read(tmp_path, before + wrong + after)), said


def test_a_counter_of_an_unknown_profile_is_named(tmp_path: Path) -> None:
    wrong = (HALL + FLOOR).replace(
        'counter = "2"\nprofile = "front"', 'counter = "2"\nprofile = "f"'
    )
    assert any("counter.2.profile: there is no profile 'f'" in one for one in read(tmp_path, wrong))
