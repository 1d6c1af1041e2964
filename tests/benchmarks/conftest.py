"""Benchmarks are tried, not measured: their processes need not load anything first."""

import subprocess
from types import SimpleNamespace

import pytest

from benchmarks import halls
from tests.processes import forked


@pytest.fixture(autouse=True)
def processes_begin_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forks stand in for new interpreters."""
    loaded = SimpleNamespace(Popen=forked, PIPE=subprocess.PIPE, DEVNULL=subprocess.DEVNULL)
    monkeypatch.setattr(halls, "subprocess", loaded)
