"""The running hall has its checkpoint made when enough has happened: most when it has closed."""

import asyncio
import os
from pathlib import Path

import pytest

from hallctl.checkpoint import keeping
from hallctl.checkpoint.keeping import FEW, MANY, Checkpoints, is_due
from hallctl.core.hall import Hall
from hallctl.habits import kept
from hallctl.hall_directory import HallDirectory
from hallctl.machine import aside
from tests.checkpoints.test_bonds import begin


@pytest.mark.parametrize(
    ("is_open", "facts", "is_made"),
    [
        (False, FEW - 1, False),
        (False, FEW, True),
        (True, MANY - 1, False),
        (True, MANY, True),
    ],
)
def test_it_takes_more_while_the_hall_is_open(is_open: bool, facts: int, is_made: bool) -> None:
    hall = Hall(journal_number=50_000, is_open=is_open)
    assert is_due(hall, 50_000 - facts) is is_made


def keep_making(directory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A hall that has had to replay much, until it has tried to make a checkpoint, and a little on."""
    checkpoints = Checkpoints(directory, Hall(journal_number=MANY), 0)
    tried, tries = asyncio.Event(), list[tuple[str, ...]]()

    async def run(*words: str) -> str:
        tries.append(words)
        problem = await aside.run_aside(*words)
        tried.set()
        return problem

    monkeypatch.setattr(keeping, "LOOK_EVERY_S", 0.01)
    monkeypatch.setattr(keeping, "run_aside", run)

    async def keep() -> None:
        async with kept(checkpoints.keep_making()):
            await asyncio.wait_for(tried.wait(), 60)
            await asyncio.sleep(0.05)

    asyncio.run(keep())
    assert tries == [("checkpoint", str(directory))], "once is enough"


def test_a_hall_that_had_to_replay_much_makes_one_by_itself(
    home: HallDirectory,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    newest: int,
) -> None:
    keep_making(home.path, monkeypatch)
    assert begin(home).told_up_to == newest
    assert not caplog.messages


def test_one_that_cannot_be_made_is_told_and_tried_again_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    keep_making(tmp_path / "nowhere", monkeypatch)
    (line,) = caplog.messages
    assert line.startswith("there is no new checkpoint: hallctl: ")
    assert "there is no journal here" in line


def test_what_runs_aside_lets_everybody_else_go_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[int, int]] = []
    go_last = aside.let_others_go_first

    def look(process: int) -> None:
        go_last(process)
        seen.append((os.getpriority(os.PRIO_PROCESS, process), os.sched_getscheduler(process)))

    monkeypatch.setattr(aside, "let_others_go_first", look)
    assert "there is no journal here" in asyncio.run(aside.run_aside("checkpoint", str(tmp_path)))
    assert seen == [(aside.LOWEST, os.SCHED_BATCH)]
