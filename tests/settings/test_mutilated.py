"""However a hall.toml was mutilated, reading it ends in settings or in named problems."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hallctl.settings import SettingsError, read_hall
from tests.settings.conftest import SMALL_HALL

LINES = SMALL_HALL.splitlines(keepends=True)
VALUES = st.sampled_from(
    [
        '""',
        '"x\\n\\u2028y"',
        "[]",
        "[[1], {}]",
        "{}",
        '{ vi = "a", en = "b", fr = "c" }',
        "nan",
        "-inf",
        "99999999999999999999999",
        "1e400",
        "true",
        "07:30:00",
        "2026-02-30",
        "2026-11-23T07:30:00Z",
        '"' + "ớ" * 300 + '"',
    ]
)
ANY_PLACE = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def _read(directory: Path, text: bytes) -> None:
    (directory / "hall.toml").write_bytes(text)
    with suppress(SettingsError):
        read_hall(directory)


def _told(directory: Path) -> tuple[list[str], int]:
    """The lines an attempt to read gave, and how many problems there were."""
    try:
        read_hall(directory)
    except SettingsError as error:
        return str(error).splitlines(), len(error.problems)
    return [], 0


@ANY_PLACE
@given(start=st.integers(0, len(SMALL_HALL)), length=st.integers(0, 60), put=st.binary(max_size=8))
def test_bytes_cut_out_and_put_in(tmp_path: Path, start: int, length: int, put: bytes) -> None:
    whole = SMALL_HALL.encode()
    _read(tmp_path, whole[:start] + put + whole[start + length :])


@ANY_PLACE
@given(place=st.integers(0, len(LINES) - 1), value=VALUES)
def test_a_value_of_any_kind(tmp_path: Path, place: int, value: str) -> None:
    key, equals, _ = LINES[place].partition("=")
    if equals:
        changed = [*LINES[:place], f"{key}= {value}\n", *LINES[place + 1 :]]
        _read(tmp_path, "".join(changed).encode())


@ANY_PLACE
@given(order=st.permutations(LINES), keep=st.integers(0, len(LINES)))
def test_lines_in_any_order(tmp_path: Path, order: list[str], keep: int) -> None:
    _read(tmp_path, "".join(order[:keep]).encode())


@ANY_PLACE
@given(drop=st.sets(st.integers(0, len(LINES) - 1), max_size=6))
def test_problems_stay_one_a_line(tmp_path: Path, drop: set[int]) -> None:
    text = "".join(line for place, line in enumerate(LINES) if place not in drop)
    (tmp_path / "hall.toml").write_text(text, encoding="utf-8")
    lines, problems = _told(tmp_path)
    assert len(lines) == problems


@pytest.mark.parametrize(
    "text",
    [
        "a = " + "[" * 5000,
        "port = " + "9" * 5000,
        ".".join(["a"] * 3000) + " = 1",
        "[hall]\nname." + ".".join(["vi"] * 3000) + " = 1",
        '"a\\nb" = 1',
        '[[service]]\nservice = "a\\nb\\u2028c"',
    ],
    ids=["deep list", "long number", "deep key", "deep name", "odd key", "odd id"],
)
def test_an_odd_file_gives_problems_of_one_line_each(tmp_path: Path, text: str) -> None:
    (tmp_path / "hall.toml").write_text(text)
    lines, problems = _told(tmp_path)
    assert len(lines) == problems > 0
    assert all(line.startswith("hall.toml: ") for line in lines)
