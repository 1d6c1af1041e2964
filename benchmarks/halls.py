"""Halls to measure: a sample hall in a fresh directory, and the processes that serve it."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from hallctl.core.plan import Plan
from hallctl.hall_directory import HallDirectory
from hallctl.samples import write_sample
from hallctl.settings import read_hall

KEEPING = ("-m", "hallctl", "serve", "--host", "127.0.0.1", "--port", "0")
FORGETTING = ("-m", "benchmarks.forgetful_serve")
ROOT = Path(__file__).parent.parent


class RunningHall(NamedTuple):
    """A controller process that accepts commands."""

    directory: Path
    port: int
    token: str
    process: int
    plan: Plan

    def resident_mib(self) -> float:
        """Memory the process holds now."""
        return resident_mib(self.process)


@contextmanager
def room() -> Iterator[Path]:
    """A directory on the disk the project lies on; the system's own may be memory."""
    (ROOT / "build").mkdir(exist_ok=True)
    with TemporaryDirectory(prefix="bench-", dir=ROOT / "build") as directory:
        yield Path(directory)


@contextmanager
def hall(program: tuple[str, ...] = KEEPING) -> Iterator[RunningHall]:
    """A fresh provincial hall, served by a process of its own."""
    with room() as directory:
        write_sample(directory / "hall", "province")
        with served(directory / "hall", program) as running:
            yield running


@contextmanager
def served(directory: Path, program: tuple[str, ...] = KEEPING) -> Iterator[RunningHall]:
    """A controller process on that hall directory."""
    with started(*program, str(directory)) as process:
        _await_line(process, "accepts commands at")
        home = HallDirectory(directory)
        yield RunningHall(
            directory=directory,
            port=int(home.address.read_text().rpartition(":")[2]),
            token=home.admin_token.read_text(),
            process=process.pid,
            plan=read_hall(directory).plan,
        )


@contextmanager
def started(*arguments: str, speaks: bool = False) -> Iterator["subprocess.Popen[str]"]:
    """A Python process in the project's root, ended afterwards; ``speaks``: its output is read."""
    process = subprocess.Popen(
        [sys.executable, *arguments],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE if speaks else subprocess.DEVNULL,
        stderr=None if speaks else subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    try:
        yield process
    finally:
        process.terminate()
        process.wait(30) if speaks else process.communicate(timeout=30)


def resident_mib(process: int | str = "self") -> float:
    """Resident memory of a process."""
    for line in Path(f"/proc/{process}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise ProcessLookupError(process)


def _await_line(process: "subprocess.Popen[str]", awaited: str) -> None:
    said = ""
    while awaited not in said:
        assert process.stderr is not None
        line = process.stderr.readline()
        if not line:
            raise RuntimeError(f"the process has ended: {said}")
        said += line
