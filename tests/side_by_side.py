"""Where tests run side by side: a worker that dies, or never ends, makes the whole run fail, and is named.

Else a worker that fell after its last test would be overlooked, and one that hangs, or has died
while a program that it had started still holds its line, would be waited for without end.
"""

import _thread
import threading
from time import monotonic
from typing import Any

import pytest

LOOK_EVERY_S = 0.5


def pytest_configure(config: pytest.Config) -> None:
    """Only whoever gives out the work looks after those who do it."""
    is_a_worker = hasattr(config, "workerinput")
    if config.getoption("dist", "no") != "no" and not is_a_worker:
        config.pluginmanager.register(Foreman(config), "foreman")


class Foreman:
    """No test takes longer than its timeout: who says nothing for twice as long is stuck."""

    def __init__(self, config: pytest.Config) -> None:
        timeout = config.getoption("timeout", None) or config.getini("timeout")
        self._patience_s = 2 * float(timeout)
        self._at_work: set[str] = set()
        self._fallen: list[str] = []
        self._is_stuck = False
        self._heard_at = monotonic()
        self._over = threading.Event()

    def pytest_sessionstart(self) -> None:
        threading.Thread(target=self._watch, name="foreman", daemon=True).start()

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodeready(self, node: Any) -> None:
        self._at_work.add(node.gateway.id)

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any, error: object) -> None:
        self._at_work.discard(node.gateway.id)
        if error:
            self._fallen.append(node.gateway.id)

    def pytest_runtest_logreport(self) -> None:
        self._heard_at = monotonic()

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        self._over.set()
        if self._fallen and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        for worker in self._fallen:
            terminalreporter.write_line(f"worker {worker} died: see what it said above", red=True)
        if self._is_stuck:
            who = ", ".join(sorted(self._at_work)) or "nobody"
            said = f"no test has ended for {self._patience_s:.0f} s; still at work: {who}"
            terminalreporter.write_line(said, red=True)

    def _watch(self) -> None:
        while not self._over.wait(LOOK_EVERY_S):
            if monotonic() - self._heard_at > self._patience_s:
                self._is_stuck = True
                _thread.interrupt_main()
                return
