"""Long work beside the controller: a verb of ``hallctl`` as a process of its own, out of everybody's way."""

import asyncio
import os
import sys
from contextlib import suppress
from pathlib import Path

LOWEST = 19
GOES_FIRST = "500"
"""Where memory runs out: a report before the controller, and before what else runs on the machine."""


async def run_aside(*words: str) -> str:
    """Run the verb to its end; what it complained of when it failed, or nothing."""
    try:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-m", "hallctl", *words),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.PIPE,
        )
    except OSError as error:  # no memory, or no process more
        return str(error)
    let_others_go_first(process.pid)
    try:
        _, said = await process.communicate()
    except asyncio.CancelledError:
        process.kill()
        await process.wait()
        raise
    if not process.returncode:
        return ""
    return said.decode(errors="replace").strip() or f"it ended with {process.returncode}"


def let_others_go_first(process: int, niceness: int = LOWEST) -> None:
    """A controller may be of real-time priority and the last to be ended, and its children with it."""
    with suppress(OSError):  # it has ended already
        os.sched_setscheduler(process, os.SCHED_BATCH, os.sched_param(0))
        os.setpriority(os.PRIO_PROCESS, process, niceness)
        Path(f"/proc/{process}/oom_score_adj").write_text(GOES_FIRST, "ascii")
