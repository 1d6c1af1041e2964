"""The benchmarks themselves: each runs, and its figures can be shown and kept."""

import json
from pathlib import Path

import pytest

from benchmarks import soak
from benchmarks.__main__ import BENCHMARKS
from benchmarks.figures import Figure, percentile, table, write_json

A_GLANCE = 0.002
"""Share of the usual rounds: the fewest there are."""


@pytest.mark.parametrize("name", BENCHMARKS)
def test_a_benchmark_gives_figures_beside_a_floor_or_an_aim(name: str) -> None:
    figures = BENCHMARKS[name](A_GLANCE)
    assert all(figure.value > 0 for figure in figures if figure.unit != "KiB")
    assert any(figure.ratio for figure in figures) or all(figure.aim for figure in figures)
    assert all(figure.what in table(figures) for figure in figures)


def test_a_little_soak_finds_nothing_that_grows(capsys: pytest.CaptureFixture[str]) -> None:
    assert soak.main(["--seconds", "3", "--day", "1"]) == 0
    assert "journal: whole" in capsys.readouterr().out


def test_figures_are_kept_with_their_ratio(tmp_path: Path) -> None:
    figures = [Figure("answer", 3.0, "ms", 2.0, "≤ 4 ×", True), Figure("memory", 80.0, "MiB")]
    write_json(figures, tmp_path / "new" / "figures.json")
    kept = json.loads((tmp_path / "new" / "figures.json").read_text())
    assert [one["ratio"] for one in kept] == [1.5, None]


def test_a_percentile_is_one_of_the_values() -> None:
    values = [float(value) for value in range(100)]
    assert (percentile(values, 0.5), percentile(values, 0.99)) == (50.0, 99.0)
    assert percentile([7.0], 0.99) == 7.0
