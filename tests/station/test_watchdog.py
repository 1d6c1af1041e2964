"""A screen under systemd's watchdog says that it is well, as long as its event loop turns."""

import socket
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from hallctl.station.screen import say_that_it_is_well


def test_a_screen_says_that_it_is_well_while_its_event_loop_turns(
    qapp: QCoreApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.bind(str(tmp_path / "notify"))
        manager.settimeout(20)
        monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "notify"))
        monkeypatch.setenv("WATCHDOG_USEC", "20000")
        timer = say_that_it_is_well(qapp)
        assert timer is not None
        with qtbot.waitSignal(timer.timeout):
            pass
        timer.stop()
        assert manager.recv(100) == b"WATCHDOG=1"


def test_a_screen_that_nobody_watches_says_nothing(qapp: QCoreApplication) -> None:
    assert say_that_it_is_well(qapp) is None
