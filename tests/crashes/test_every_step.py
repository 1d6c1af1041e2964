"""The power goes at every step of a command; what was answered is there, and it happened once."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from hallctl.verifying import verify
from tests.crashes.stopping_serve import POINTS
from tests.hall_clients import Serve, new_hall, serve, wish
from tests.processes import begin

MAY_BE_THERE = {"while_syncing", "after_sync", "before_answer", "while_telling"}
SURELY_THERE = {"after_sync", "before_answer", "while_telling"}


@contextmanager
def fused(path: Path, point: str, count: int) -> Iterator[Serve]:
    """A controller with a fuse; gone afterwards."""
    process = begin("tests.crashes.stopping_serve", point, str(count), str(path))
    serving = Serve(path, process=process)
    try:
        yield serving
    finally:
        serving.kill()


@pytest.mark.parametrize("nth", [1, 4])
@pytest.mark.parametrize("point", POINTS)
def test_a_controller_killed_at_any_step_loses_no_answer_and_repeats_none(
    tmp_path: Path, point: str, nth: int
) -> None:
    hall = new_hall(tmp_path / "hall", "commune")
    commands = [wish("OpenDay"), *(wish("IssueTicket", service="civil-status") for _ in range(5))]
    replies = []
    with fused(hall, point, nth) as serving:
        wire = serving.wire()
        for command in commands:
            try:
                replies.append(wire.ask(command))
            except OSError:
                break
        serving.process.wait(10)
    assert len(replies) == nth - 1, "it went where it was told to"
    assert verify(hall / "hall.db", lambda _done: None).problem == ""
    with serve(hall) as again:
        wire = again.wire()
        before = wire.get("/api/health").json["journal_number"]
        for command, reply in zip(commands, replies, strict=False):
            assert wire.ask(command) == reply, "the same answer as before"
        assert wire.get("/api/health").json["journal_number"] == before
        wire.ask(commands[nth - 1])
        happened = wire.get("/api/health").json["journal_number"] == before
        assert happened or point not in SURELY_THERE
        assert not happened or point in MAY_BE_THERE
        numbers = [wire.ask(one).json["events"][0]["number"] for one in commands[1:]]
    assert numbers == [f"A00{n}" for n in range(1, 6)]
