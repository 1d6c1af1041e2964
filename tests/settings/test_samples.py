"""The sample halls are in order, and their catalogues hold the facts."""

import csv
import re
import runpy
from pathlib import Path
from typing import get_args

import pytest

from hallctl.samples import CATALOGUE_NAME, HallExistsError, Sample, write_sample
from hallctl.settings import HallSettings, read_hall
from hallctl.settings.tables.hall import ROLES_AT_A_COUNTER

MAKE_SAMPLES = Path(__file__).parents[2] / "deploy" / "make_samples.py"
SAMPLES: tuple[Sample, ...] = get_args(Sample)


@pytest.fixture(params=SAMPLES)
def hall(request: pytest.FixtureRequest, tmp_path: Path) -> HallSettings:
    write_sample(tmp_path / "hall", request.param)
    return read_hall(tmp_path / "hall")


def catalogue_of(directory: Path) -> list[dict[str, str]]:
    with (directory / CATALOGUE_NAME).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.mark.parametrize(
    ("sample", "sizes"), [("province", (19, 12, 12, 1251)), ("commune", (6, 6, 4, 588))]
)
def test_a_sample_is_as_large_as_promised(
    tmp_path: Path, sample: Sample, sizes: tuple[int, int, int, int]
) -> None:
    write_sample(tmp_path, sample)
    plan = read_hall(tmp_path).plan
    procedures = catalogue_of(tmp_path)
    assert (
        len(plan.departments),
        len(plan.services),
        len(plan.counters),
        len(procedures),
    ) == sizes
    assert [one.counter for one in plan.counters] == [str(n) for n in range(1, sizes[2] + 1)]


def test_both_samples_work_monday_to_friday_morning_and_afternoon(hall: HallSettings) -> None:
    assert hall.plan.weekdays == (1, 2, 3, 4, 5)
    assert [f"{one.opens:%H:%M}-{one.closes:%H:%M}" for one in hall.plan.shifts] == [
        "07:30-11:30",
        "13:30-17:00",
    ]


def test_letters_can_not_be_taken_for_digits(hall: HallSettings) -> None:
    assert not {"I", "O"} & {service.letter for service in hall.plan.services}


def test_every_name_is_there_in_both_languages(hall: HallSettings) -> None:
    plan = hall.plan
    named = [*plan.services, *plan.departments, *plan.rules.groups]
    words = [plan.hall, plan.authority, *plan.notices, *(one.name for one in named)]
    assert all(one.vi and one.en for one in words)


def test_the_generic_group_comes_first(hall: HallSettings) -> None:
    groups = hall.plan.rules.groups
    assert (groups[0].group, groups[0].head_start, groups[0].rate) == ("priority", 10, 2)
    assert {"merit", "elderly", "disabled", "pregnant", "poor", "child"} == {
        one.group for one in groups[1:]
    }


def test_the_first_three_counters_serve_most_of_a_commune(tmp_path: Path) -> None:
    write_sample(tmp_path, "commune")
    plan = read_hall(tmp_path).plan
    offered = {service for counter in plan.counters[:3] for service in counter.services}
    assert offered == {service.service for service in plan.services}


def test_every_service_of_a_province_has_two_counters(tmp_path: Path) -> None:
    write_sample(tmp_path, "province")
    plan = read_hall(tmp_path).plan
    for service in plan.services:
        assert sum(service.service in counter.services for counter in plan.counters) >= 2


def test_every_department_is_behind_a_service_of_the_province(tmp_path: Path) -> None:
    write_sample(tmp_path, "province")
    plan = read_hall(tmp_path).plan
    behind = {one for service in plan.services for one in service.departments}
    assert behind == {one.department for one in plan.departments}


def test_each_counter_has_its_panel_sign_and_pad(hall: HallSettings) -> None:
    stations = {(station.role, station.counter) for station in hall.stations}
    assert {("kiosk", ""), ("board", "")} < stations
    for counter in hall.plan.counters:
        assert {(role, counter.counter) for role in ROLES_AT_A_COUNTER} < stations


def test_each_procedure_lies_with_its_service_and_department(hall: HallSettings) -> None:
    services = {one.service: one for one in hall.plan.services}
    departments = {one.department for one in hall.plan.departments}
    for entry in catalogue_of(hall.directory):
        assert entry["department"] in {"", *departments}
        if entry["service"]:
            assert entry["department"] in services[entry["service"]].departments


def test_nearly_every_procedure_of_a_province_is_handed_in_at_its_hall(tmp_path: Path) -> None:
    write_sample(tmp_path, "province")
    catalogue = catalogue_of(tmp_path)
    assert all("tinh" in entry["levels"].split("|") for entry in catalogue)
    assert [entry["field"] for entry in catalogue if not entry["service"]].count("Tòa án") == 3
    assert sum(not entry["service"] for entry in catalogue) == 9


def test_codes_are_text_and_given_once(hall: HallSettings) -> None:
    codes = [entry["code"] for entry in catalogue_of(hall.directory)]
    assert len(set(codes)) == len(codes)
    assert all(re.fullmatch(r"\d\.\d{6}(\.H\d\d)?|\w+", code) for code in codes)
    assert "1.001200" in codes or "2.000815" in codes


def test_the_comments_speak_vietnamese_first_then_english(hall: HallSettings) -> None:
    comments = [
        line
        for line in (hall.directory / "hall.toml").read_text(encoding="utf-8").splitlines()
        if line.startswith("# ")
    ]
    assert comments[0].startswith("# Cấu hình")
    assert comments[1].startswith("# Settings")
    assert len(comments) > 25


def test_a_hall_is_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "hall.toml").write_text("mine")
    with pytest.raises(HallExistsError, match=r"has a hall\.toml already"):
        write_sample(tmp_path, "commune")
    assert (tmp_path / "hall.toml").read_text() == "mine"
    assert not (tmp_path / CATALOGUE_NAME).exists()


def test_the_catalogues_are_what_the_table_of_rules_says(
    tmp_path: Path,
) -> None:
    maker = runpy.run_path(str(MAKE_SAMPLES))
    shipped = maker["SAMPLES"]
    entries = {
        entry["code"]: {name: entry[name] for name in maker["FACTS"]}
        for sample in SAMPLES
        for entry in maker["_rows"](shipped / f"{sample}.csv")
    }
    maker["_write"].__globals__["SAMPLES"] = tmp_path
    maker["_write"](tmp_path / "listing.csv", list(entries.values()))
    maker["main"](tmp_path / "listing.csv")
    for sample in SAMPLES:
        assert (tmp_path / f"{sample}.csv").read_bytes() == (shipped / f"{sample}.csv").read_bytes()
