"""What monitoring sees: metrics, health, log lines, and the word to the service manager."""

import json
import os
import signal
import socket
from http.client import HTTPConnection
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families

from hallctl.hall_directory import HallDirectory
from tests.hall_clients import Serve, new_hall, serve, start_hallctl, wish


def get(serving: Serve, path: str) -> tuple[int, str]:
    line = HTTPConnection("127.0.0.1", serving.port, timeout=10)
    line.request("GET", path)
    answer = line.getresponse()
    body = answer.read().decode()
    line.close()
    return answer.status, body


def figures(serving: Serve) -> dict[str, float]:
    status, text = get(serving, "/metrics")
    assert status == 200
    return {
        sample.name + "".join(f"/{value}" for value in sample.labels.values()): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


@pytest.fixture
def hall(tmp_path: Path) -> Path:
    return new_hall(tmp_path / "hall", "commune")


def test_metrics_tell_what_the_hall_knows(hall: Path) -> None:
    with serve(hall) as serving:
        admin = serving.wire()
        for kind in ("OpenDay", "OpenDay"):
            admin.ask(wish(kind))
        for _ in range(3):
            admin.ask(wish("IssueTicket", service="civil-status"))
        found = figures(serving)
    assert found["hallctl_ready"] == found["hallctl_day_open"] == 1
    assert found["hallctl_waiting/civil-status"] == found["hallctl_issued_today/civil-status"] == 3
    assert found["hallctl_answer_seconds_count/200"] == 4
    assert found["hallctl_answer_seconds_count/409"] == 1
    assert found["hallctl_journal_number"] >= 4
    assert found["process_resident_memory_bytes"] > 10 << 20


def test_a_hall_is_live_and_ready(hall: Path) -> None:
    with serve(hall) as serving:
        assert get(serving, "/health/live") == (200, "live\n")
        assert get(serving, "/health/ready") == (200, "ready\n")


def test_log_lines_are_json_when_asked(hall: Path) -> None:
    process = start_hallctl("serve", str(hall), "--host", "127.0.0.1", "--port", "0", "--json-log")
    assert process.stderr is not None
    lines = []
    while "accepts commands at" not in (line := process.stderr.readline()):
        lines.append(line)
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=20)
    told = json.loads(line)
    assert (told["level"], told["logger"]) == ("warning", "hallctl.running")


def test_the_service_manager_hears_that_it_is_ready_well_and_stopping(
    hall: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.bind(str(tmp_path / "notify"))
        manager.settimeout(20)
        monkeypatch.setitem(os.environ, "NOTIFY_SOCKET", str(tmp_path / "notify"))
        monkeypatch.setitem(os.environ, "WATCHDOG_USEC", "200000")
        with serve(hall) as serving:
            assert manager.recv(100) == b"READY=1"
            assert HallDirectory(hall).address.exists()
            assert [manager.recv(100) for _ in range(3)] == [b"WATCHDOG=1"] * 3
            serving.stop()
        heard = [manager.recv(100)]
        while heard[-1] != b"STOPPING=1":
            heard.append(manager.recv(100))
