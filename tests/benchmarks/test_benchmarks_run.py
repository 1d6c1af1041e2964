"""The benchmarks themselves: each runs, and its figures can be shown and kept."""

import json
from datetime import date
from pathlib import Path

import pytest

from benchmarks import signs, soak, week
from benchmarks.__main__ import BENCHMARKS
from benchmarks.busy_day import Lived, Morning, Order, figures_of, live
from benchmarks.figures import Figure, percentile, table, write_json
from benchmarks.watching import APPS
from hallctl.simulate.month_order import MonthOrder

A_GLANCE = 0.002
"""Share of the usual rounds: the fewest there are."""


@pytest.mark.parametrize("name", sorted(BENCHMARKS.keys() - {"day"}))
def test_a_benchmark_gives_figures_beside_a_floor_or_an_aim(name: str) -> None:
    figures = BENCHMARKS[name](A_GLANCE)
    assert all(figure.value > 0 for figure in figures if figure.unit != "KiB")
    assert any(figure.ratio for figure in figures) or all(figure.aim for figure in figures)
    assert all(figure.what in table(figures) for figure in figures)


def test_a_little_soak_finds_nothing_that_grows(capsys: pytest.CaptureFixture[str]) -> None:
    assert soak.main(["--seconds", "3", "--day", "1"]) == 0
    assert "journal: whole" in capsys.readouterr().out


@pytest.mark.timeout(400)
def test_a_day_with_the_real_apps_is_shown_by_all_of_them_and_whole() -> None:
    lived = live(Order(people=200, speed=6000.0, counters=6, kiosks=2, hours=4.0))
    assert lived.problem == ""
    assert lived.facts > 250
    for app in lived.apps:
        assert app.took_ms(lived.moments), f"no frame of the {app.app.kind} shows anything"
    assert len(lived.mornings) == 1
    assert len(figures_of(lived)) == 3 * len(APPS) + 1


def test_growth_is_a_tenth_since_the_second_morning(capsys: pytest.CaptureFixture[str]) -> None:
    warm = [Morning(100.0, {"board": 50.0}), Morning(120.0, {"board": 60.0})]
    flat, grown = Morning(131.0, {"board": 61.0}), Morning(125.0, {"board": 67.0})
    assert week.judged(Lived([], [], [*warm, flat], 9, "")) == 0
    assert week.judged(Lived([], [], [*warm, grown], 9, "")) == 1
    assert week.judged(Lived([], [], [*warm, flat], 9, "damaged")) == 1
    assert "damaged" in capsys.readouterr().out


def test_honest_ratings_raise_no_alarm() -> None:
    found = signs.false_alarms(MonthOrder(date(2026, 11, 27), days=2, people=60))
    assert found.ratings > 20
    assert found.signs == {}


def test_figures_are_kept_with_their_ratio(tmp_path: Path) -> None:
    figures = [Figure("answer", 3.0, "ms", 2.0, "≤ 4 ×", True), Figure("memory", 80.0, "MiB")]
    write_json(figures, tmp_path / "new" / "figures.json")
    kept = json.loads((tmp_path / "new" / "figures.json").read_text())
    assert [one["ratio"] for one in kept] == [1.5, None]


def test_a_percentile_is_one_of_the_values() -> None:
    values = [float(value) for value in range(100)]
    assert (percentile(values, 0.5), percentile(values, 0.99)) == (50.0, 99.0)
    assert percentile([7.0], 0.99) == 7.0
