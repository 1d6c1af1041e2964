"""A hall's first settings: whatever is chosen of a sample is a hall that reads."""

from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

import tomlkit
from hypothesis import given, settings
from hypothesis import strategies as st

from hallctl import samples
from hallctl.core.plan import Words
from hallctl.settings import HallSettings, read_hall
from hallctl.settings.changing.beginning import Beginning, first_catalogue, first_settings

TEXT = (files(samples) / "commune.toml").read_text("utf-8")
CATALOGUE = (files(samples) / "commune.csv").read_text("utf-8")
SERVICES = [str(one["service"]) for one in tomlkit.parse(TEXT)["service"]]  # type: ignore[union-attr]
NAMED = {"name": Words("Một cửa", "Hall"), "authority": Words("Ủy ban")}


def begun(**answers: object) -> HallSettings:
    with TemporaryDirectory() as folder:
        asked = Beginning(**(NAMED | answers))  # type: ignore[arg-type]
        (Path(folder) / "hall.toml").write_text(first_settings(TEXT, asked), "utf-8")
        catalogue = first_catalogue(CATALOGUE, asked.letters)
        (Path(folder) / "catalogue.csv").write_text(catalogue, "utf-8")
        return read_hall(Path(folder))


def lettered(services: list[str]) -> dict[str, str]:
    return {one: chr(ord("A") + place) for place, one in enumerate(services)}


@settings(max_examples=12, deadline=None)
@given(
    st.lists(st.sampled_from(SERVICES), min_size=1, unique=True),
    st.integers(1, 12),
    st.booleans(),
)
def test_any_choice_of_services_and_counters_is_a_hall(
    services: list[str], counters: int, spreads: bool
) -> None:
    plan = begun(letters=lettered(services), counters=counters, spreads=spreads).plan
    assert {one.service: one.letter for one in plan.services} == lettered(services)
    assert len(plan.counters) == counters
    assert all(one.services for one in plan.counters)
    assert {name for one in plan.counters for name in one.services} == set(services)


def test_a_hall_begins_without_machines_and_opens_as_it_was_told() -> None:
    hall = begun(
        letters=lettered(SERVICES),
        weekdays=(1, 3),
        shifts=("08:00-12:00",),
        officials=("Lan",),
        reserves=("Hoa",),
        on_the_network=False,
    )
    assert hall.stations == ()
    assert hall.server.host == "127.0.0.1"
    assert hall.plan.weekdays == (1, 3)
    assert [f"{one.opens:%H:%M}" for one in hall.plan.shifts] == ["08:00"]
    assert [(one.official, one.reserve) for one in hall.plan.floor.officials] == [
        ("Lan", False),
        ("Hoa", True),
    ]
    assert not any("7:30" in one.vi for one in hall.plan.notices), "no notice of other hours"


def test_the_sample_s_comments_stay() -> None:
    written = first_settings(TEXT, Beginning(**NAMED, letters=lettered(SERVICES)))
    assert "# 1 = thứ Hai" in written
    assert 'agency = ""' in written


def test_procedures_of_services_elsewhere_are_left_out() -> None:
    kept = begun(letters=lettered(["land"])).plan.dossiers.catalogues[0]
    assert {one.service for one in kept.procedures.values()} <= {"", "land"}
