"""Whoever writes long reports is a process of its own: it answers, fails, rests and ends without anybody's harm."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from sqlite_utils import Database

from hallctl.journal.entry import JournalError
from hallctl.ledger import clerk as clerks
from hallctl.ledger.clerk import Clerk
from hallctl.machine.aside import GOES_FIRST
from hallctl.reports.orders import ReportError


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "journal.db"
    database = Database(path)
    database["days"].insert_all({"day": day} for day in ("2026-11-26", "2026-11-27"))  # type: ignore[union-attr]
    database.close()
    return path


def days(ledger: Database) -> list[str]:
    return [str(day) for (day,) in ledger.execute("select day from days order by day").fetchall()]


def whose_process(_ledger: Database) -> int:
    return os.getpid()


def refuse(_ledger: Database) -> None:
    raise ReportError("there is no such report")


def fall(_ledger: Database) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def chatter(_ledger: Database) -> str:
    os.write(1, b"a library says hello")
    return "written"


def fail_beyond_words(_ledger: Database) -> None:
    class OfHereOnlyError(Exception):
        pass

    raise OfHereOnlyError("not to be pickled")


def how_soon_it_is_ended(_ledger: Database) -> str:
    return Path("/proc/self/oom_score_adj").read_text("ascii").strip()


def is_gone(process: int) -> bool:
    return not Path(f"/proc/{process}").exists()


def with_clerk(path: Path, act: Callable[[Clerk], Awaitable[None]]) -> None:
    async def live() -> None:
        clerk = Clerk(path)
        try:
            await act(clerk)
        finally:
            await clerk.close()

    asyncio.run(live())


def test_a_clerk_reads_the_ledger_in_another_process_and_stays_the_same(path: Path) -> None:
    async def act(clerk: Clerk) -> None:
        assert await clerk.ask(days) == ["2026-11-26", "2026-11-27"]
        own = await clerk.ask(whose_process)
        assert own != os.getpid()
        both = await asyncio.gather(clerk.ask(whose_process), clerk.ask(whose_process))
        assert set(both) == {own}
        assert os.getpriority(os.PRIO_PROCESS, own) > os.getpriority(os.PRIO_PROCESS, 0)
        assert await clerk.ask(how_soon_it_is_ended) == GOES_FIRST

    with_clerk(path, act)


def test_what_goes_wrong_there_is_raised_here_and_the_next_is_answered(path: Path) -> None:
    async def act(clerk: Clerk) -> None:
        with pytest.raises(ReportError, match="no such report"):
            await clerk.ask(refuse)
        with pytest.raises(RuntimeError, match="OfHereOnlyError: not to be pickled"):
            await clerk.ask(fail_beyond_words)
        with pytest.raises(JournalError, match="has ended"):
            await clerk.ask(fall)
        assert await clerk.ask(chatter) == "written"

    with_clerk(path, act)


def test_a_ledger_that_is_not_there_is_told(tmp_path: Path) -> None:
    async def act(clerk: Clerk) -> None:
        with pytest.raises(JournalError):
            await clerk.ask(days)

    with_clerk(tmp_path / "nowhere" / "journal.db", act)


def test_whoever_goes_away_leaves_no_half_answer_behind(path: Path) -> None:
    async def act(clerk: Clerk) -> None:
        await clerk.ask(days)
        going = asyncio.create_task(clerk.ask(days))
        await asyncio.sleep(0)
        going.cancel()
        await asyncio.gather(going, return_exceptions=True)
        assert await clerk.ask(chatter) == "written"

    with_clerk(path, act)


def test_a_clerk_rests_when_nobody_asks_and_comes_back(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clerks, "RESTS_AFTER_S", 0.01)

    async def act(clerk: Clerk) -> None:
        first = await clerk.ask(whose_process)
        for _ in range(2000):
            if is_gone(first):
                break
            await asyncio.sleep(0.01)
        assert is_gone(first)
        assert await clerk.ask(whose_process) != first

    with_clerk(path, act)


def test_after_closing_time_nobody_is_answered(path: Path) -> None:
    async def act(clerk: Clerk) -> None:
        own = await clerk.ask(whose_process)
        await clerk.close()
        assert is_gone(own)
        with pytest.raises(JournalError, match="nobody reads it"):
            await clerk.ask(days)

    with_clerk(path, act)


def test_it_ends_with_a_controller_that_was_killed(path: Path) -> None:
    async def live() -> None:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-m", "hallctl.ledger.clerk_at_work", str(path)),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
        )
        assert process.stdin is not None
        process.stdin.close()
        assert await asyncio.wait_for(process.wait(), 20) == 0

    asyncio.run(live())


def dawdle(_ledger: Database) -> None:
    """A report that takes as long as this test could ever wait."""
    Path(os.environ["DAWDLES"]).write_text(str(os.getpid()), "ascii")
    time.sleep(600)


A_CONTROLLER = """
import asyncio, sys
from pathlib import Path
from hallctl.ledger.clerk import Clerk
from tests.ledger.test_clerk import dawdle

asyncio.run(Clerk(Path(sys.argv[1])).ask(dawdle))
"""


def gone(process: int) -> bool:
    """Ended; whoever adopts it may still have to notice."""
    try:
        return "State:\tZ" in Path(f"/proc/{process}/status").read_text("ascii")
    except OSError:
        return True


def seen(is_so: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + 30
    while not is_so() and time.monotonic() < deadline:
        time.sleep(0.02)
    return is_so()


def test_it_ends_in_the_middle_of_its_work_when_the_controller_is_killed(
    path: Path, tmp_path: Path
) -> None:
    told = tmp_path / "clerk"
    with subprocess.Popen(
        [sys.executable, "-c", A_CONTROLLER, str(path)], env=os.environ | {"DAWDLES": str(told)}
    ) as controller:
        try:
            assert seen(lambda: told.exists() and told.read_text("ascii") != "")
            own = int(told.read_text("ascii"))
            assert not gone(own)
        finally:
            controller.kill()
    assert seen(lambda: gone(own))


def test_whoever_waits_for_a_clerk_that_is_killed_is_told_and_the_next_gets_a_new_one(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = tmp_path / "clerk"
    monkeypatch.setenv("DAWDLES", str(told))

    async def act(clerk: Clerk) -> None:
        waiting = asyncio.create_task(clerk.ask(dawdle))
        after = asyncio.create_task(clerk.ask(days))
        assert await asyncio.to_thread(seen, lambda: told.exists() and told.read_text() != "")
        own = int(told.read_text("ascii"))
        os.kill(own, signal.SIGKILL)
        with pytest.raises(JournalError, match="has ended"):
            await waiting
        assert await after == ["2026-11-26", "2026-11-27"]
        assert await clerk.ask(whose_process) != own

    with_clerk(path, act)


def test_a_machine_without_room_for_a_clerk_is_told_and_asked_again(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def act(clerk: Clerk) -> None:
        with monkeypatch.context() as crowded:
            crowded.setattr(sys, "executable", str(tmp_path / "no-room"))
            with pytest.raises(JournalError, match="nobody could write"):
                await clerk.ask(days)
        assert await clerk.ask(days) == ["2026-11-26", "2026-11-27"]

    with_clerk(path, act)
