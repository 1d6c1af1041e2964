"""One compressed day and the same day again, run side by side before the tests look at them."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.hall_clients import start_hallctl

PEOPLE = 12
PATIENCE_S = 160.0


class Told(NamedTuple):
    """A demo that has ended: what it left and said."""

    out: Path
    status: int
    lines: list[str]
    errors: str

    @property
    def summary(self) -> dict[str, Any]:
        """The last line."""
        summary: dict[str, Any] = json.loads(self.lines[-1])
        return summary


class TwoRuns(NamedTuple):
    """The same seed, twice; the second time where an earlier demo had been."""

    first: Told
    again: Told


def _begin(out: Path) -> "subprocess.Popen[str]":
    wish = ("--people", str(PEOPLE), "--seed", "3", "--out", str(out))
    return start_hallctl("demo", "--headless", *wish)


def _end(process: "subprocess.Popen[str]", out: Path) -> Told:
    said, errors = process.communicate(timeout=PATIENCE_S)
    return Told(out, process.returncode, said.splitlines(), errors)


@pytest.fixture(scope="package")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TwoRuns]:
    """Both runs, ended."""
    room = tmp_path_factory.mktemp("demo")
    first, again = room / "first", room / "again"
    (again / "tickets").mkdir(parents=True)
    (again / "tickets" / "2020-01-02-Z999.png").touch()
    (again / ".made-by-hallctl-demo").touch()
    processes = [_begin(first), _begin(again)]
    try:
        yield TwoRuns(_end(processes[0], first), _end(processes[1], again))
    finally:
        for process in processes:
            process.kill()


@pytest.fixture(scope="package")
def told(runs: TwoRuns) -> Told:
    """The first of them."""
    return runs.first
