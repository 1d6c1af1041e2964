"""A run whose worker falls or hangs fails, and says who it was."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.thorough import every

A_TEST = "def test_that_is_well():\n    pass\n"
AT_THE_END = """
import os, time

def pytest_sessionfinish():
    if os.environ.get("PYTEST_XDIST_WORKER") == "gw0":
        {}
"""
ROOT = Path(__file__).parents[1]
SIDE_BY_SIDE = ("-n", "1", "--max-worker-restart", "0", "-p", "tests.side_by_side")


FALLS = pytest.param("os._exit(3)", "worker gw0 died", id="it falls")
HANGS = pytest.param(
    "time.sleep(600)", "no test has ended for 4 s; still at work: gw0", id="it hangs"
)
"""It is ended by force after ten seconds more."""


@pytest.mark.parametrize(("happens", "said"), every((FALLS,), HANGS))
def test_a_worker_that_does_not_end_well_fails_the_run(
    tmp_path: Path, happens: str, said: str
) -> None:
    (tmp_path / "test_one.py").write_text(A_TEST)
    (tmp_path / "conftest.py").write_text(AT_THE_END.format(happens))
    (tmp_path / "pytest.ini").write_text("[pytest]\n")
    run = subprocess.run(
        [sys.executable, "-m", "pytest", *SIDE_BY_SIDE, "--timeout", "2", str(tmp_path)],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "1 passed" in run.stdout
    assert said in run.stdout
    assert run.returncode != 0
