"""The ledger for what takes long to write: read in a process of its own, woken when somebody asks.

A workbook or a chart is made in Python, and would share the interpreter with whoever presses a button.
"""

import asyncio
import pickle
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar, cast

from sqlite_utils import Database

from hallctl.journal.entry import JournalError
from hallctl.ledger.clerk_at_work import HEAD, framed
from hallctl.machine.aside import let_others_go_first

Read = TypeVar("Read")

RESTS_AFTER_S = 300.0
"""Asked for nothing for so long, it ends, and its memory is the machine's again."""
NICENESS = 5
"""Somebody waits for it, but nobody in a queue."""


class Clerk:
    """One process at most; who asks while it writes, waits for their turn."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._turn = asyncio.Lock()
        self._process: Process | None = None
        self._rest: asyncio.TimerHandle | None = None
        self._is_closed = False

    async def ask(self, read: Callable[[Database], Read]) -> Read:
        """What ``read`` makes of the ledger as the disk holds it; both travel as pickles.

        Raises what ``read`` raises, and JournalError where there is nobody to answer.
        """
        async with self._turn:
            if self._is_closed:
                raise JournalError(f"{self._path}: nobody reads it any more")
            if self._rest is not None:
                self._rest.cancel()
            try:
                answer = await self._answered(pickle.dumps(read))
            except BaseException:  # half an answer is none, and the next would begin with its rest
                await self._end()
                raise
            self._rest = asyncio.get_running_loop().call_later(RESTS_AFTER_S, self._send_home)
        if isinstance(answer, Exception):
            raise answer
        return cast("Read", answer)

    async def close(self) -> None:
        """Let nobody ask any more, and don't wait for what is being written."""
        self._is_closed = True
        if self._rest is not None:
            self._rest.cancel()
        await self._end()

    async def _answered(self, wish: bytes) -> object:
        try:
            return await _answer_of(await self._awake(), wish)
        except EOFError as error:
            raise JournalError(f"{self._path}: whoever wrote has ended") from error
        except OSError as error:  # it has ended before, or the machine has no room for it
            raise JournalError(f"{self._path}: nobody could write: {error}") from error

    async def _awake(self) -> Process:
        if self._process is None or self._process.returncode is not None:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                *("-m", "hallctl.ledger.clerk_at_work", str(self._path)),
                stdin=PIPE,
                stdout=PIPE,
            )
            let_others_go_first(self._process.pid, NICENESS)
        return self._process

    def _send_home(self) -> None:
        """It ends by itself when it can hear nobody any more."""
        process, self._process = self._process, None
        if process is not None and process.stdin is not None:
            process.stdin.close()

    async def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()


async def _answer_of(process: Process, wish: bytes) -> object:
    assert process.stdin is not None  # noqa: S101 - it was asked for
    assert process.stdout is not None  # noqa: S101 - it was asked for
    process.stdin.write(framed(wish))
    await process.stdin.drain()
    (size,) = HEAD.unpack(await process.stdout.readexactly(HEAD.size))
    return pickle.loads(await process.stdout.readexactly(size))  # noqa: S301 - from our own child
