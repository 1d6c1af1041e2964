"""An empty machine becomes a printing kiosk: the guide in a real browser, a real kiosk beside it."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest
from playwright.sync_api import Browser as Chromium
from playwright.sync_api import Page, expect

from hallctl.settings import read_hall
from tests.hall_clients import start_hallctl
from tests.processes import forked
from tests.site.visitor import PHONE, WALL, Visitor, is_sound
from tests.web.browsers import PASSWORD, Browser

PATIENCE_S = 30.0
WINDOWLESS = {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
LOCAL = ("--host", "127.0.0.1", "--port", "0")


class Machine:
    """``hallctl serve`` on a directory that is not there, and what its console shows."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.process = start_hallctl("serve", str(directory), *LOCAL)
        self.port = int(self._said(r"http://127\.0\.0\.1:(\d+)/guide"))
        self.code = self._said(r"code (\d{4} \d{4})")

    def stop(self) -> None:
        self.process.terminate()
        self.process.communicate(timeout=PATIENCE_S)

    def _said(self, pattern: str) -> str:
        assert self.process.stdout is not None
        return heard(self.process.stdout, pattern)


def heard(stream: IO[str], pattern: str) -> str:
    for line in stream:
        if found := re.search(pattern, line):
            return found[1]
    raise AssertionError(f"nothing like {pattern} was said")


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machine]:
    found = Machine(tmp_path_factory.mktemp("empty") / "hall")
    yield found
    found.stop()


@pytest.fixture
def kiosk(machine: Machine, tmp_path: Path) -> Iterator["subprocess.Popen[str]"]:
    """The real kiosk without a token, in a window of its own."""
    command = [sys.executable, "-m", "tests.first_run.reading_kiosk"]
    command += ["--hall", f"http://127.0.0.1:{machine.port}", "--windowed", "540x960"]
    command += ["--membership", str(tmp_path / "membership")]
    command += ["--print-journal", str(tmp_path / "printed.db")]
    command += ["--offline-journal", str(tmp_path / "offline.db")]
    process = forked(command, stdout=subprocess.PIPE, text=True, env=os.environ | WINDOWLESS)
    yield process
    process.terminate()
    process.communicate(timeout=PATIENCE_S)


class Technician:
    """Whoever goes through the guide; counts what it takes."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.clicks = self.typed = 0

    def click(self, name: str) -> None:
        self.page.get_by_role("button", name=name).click()
        self.clicks += 1

    def type(self, label: str, words: str) -> None:
        self.page.get_by_label(label, exact=True).fill(words)
        self.typed += 1


@pytest.mark.parametrize("size", [PHONE, WALL], ids=("phone", "wall"))
def test_the_code_on_the_machine_is_needed(
    chromium: Chromium, machine: Machine, size: tuple[int, int]
) -> None:
    stranger = Browser(machine.port)
    assert stranger.get("/guide/account").status == 303
    assert stranger.post("/guide/hall", {"kind": "commune"}).path == "/guide"
    assert stranger.post("/guide", {"code": "1234"}).status == 422
    page = chromium.new_page(viewport={"width": size[0], "height": size[1]})
    seen = Visitor(machine, page)  # type: ignore[arg-type]
    seen.open("/guide", "en")
    is_sound(seen)
    page.close()


def test_an_empty_machine_becomes_a_printing_kiosk(
    chromium: Chromium, machine: Machine, kiosk: "subprocess.Popen[str]", tmp_path: Path
) -> None:
    page = chromium.new_page(viewport={"width": WALL[0], "height": WALL[1]})
    seen = Visitor(machine, page)  # type: ignore[arg-type]
    technician = Technician(page)
    seen.open("/guide")
    technician.type("Mã thiết lập", machine.code)
    technician.click("Bắt đầu")
    answer_everything(technician, seen)
    let_the_kiosk_in(technician, seen, heard(kiosk.stdout, r"code (\d{6})"))  # type: ignore[arg-type]
    technician.click("In thử ở kiosk-1")
    expect(page.get_by_text("Phiếu đã ra giấy")).to_be_visible(timeout=15_000)
    assert len(list((tmp_path / "papers").iterdir())) >= 1, "the simulated printer has printed"
    is_sound(seen)
    technician.click("Mở ngày làm việc")
    expect(page.get_by_text("máy lấy số đang cấp số")).to_be_visible()
    assert (technician.clicks, technician.typed) == (10, 9), "docs/setup.md says so"
    hall = read_hall(machine.directory)
    assert hall.plan.hall.vi == "Một cửa phường Hải Châu"
    assert [one.counter for one in hall.plan.counters] == ["1", "2", "3"]
    page.close()


def answer_everything(technician: Technician, seen: Visitor) -> None:
    page = technician.page
    is_sound(seen)
    technician.type("Tên trung tâm", "Một cửa phường Hải Châu")
    technician.type("Cơ quan chủ quản", "Ủy ban nhân dân phường Hải Châu")
    technician.click("Tiếp tục")
    is_sound(seen)
    technician.click("Tiếp tục")
    is_sound(seen)
    page.get_by_label("Chữ cái của Hộ tịch").fill("B")
    page.get_by_role("button", name="Tiếp tục").click()
    expect(page.get_by_role("alert")).to_contain_text("service.certification.letter")
    seen.complaints.clear()  # browsers complain of a refused form
    page.get_by_label("Chữ cái của Hộ tịch").fill("A")
    technician.type("Số quầy", "3")
    technician.click("Tiếp tục")
    is_sound(seen)
    technician.click("Tiếp tục")
    is_sound(seen)
    technician.type("Họ tên", "Nguyễn Thị Lan")
    technician.type("Tên đăng nhập", "lan")
    technician.type("Mật khẩu", PASSWORD)
    technician.type("Nhập lại mật khẩu", PASSWORD)
    technician.click("Lập trung tâm")
    page.wait_for_url("**/first-ticket", timeout=20_000)
    seen.complaints.clear()  # and of a controller that is still starting


def let_the_kiosk_in(technician: Technician, seen: Visitor, code: str) -> None:
    page = technician.page
    expect(page.get_by_role("heading", name="Nối máy lấy số")).to_be_visible()
    is_sound(seen)
    wrong_code(page, seen)
    page.get_by_label("Chạy thử").check()
    technician.clicks += 1
    technician.type("Mã trên thiết bị", code)
    technician.click("Nhận vào")
    expect(page.get_by_role("heading", name="In phiếu thử")).to_be_visible()


def wrong_code(page: Page, seen: Visitor) -> None:
    """It is said where it is typed, in a colour that is seen, and may be typed over."""
    page.get_by_label("Mã trên thiết bị", exact=True).fill("000000")
    page.get_by_role("button", name="Nhận vào").click()
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("Không thiết bị nào đang hiện mã này")
    assert alert.evaluate("one => getComputedStyle(one).backgroundColor") != "rgba(0, 0, 0, 0)"
    expect(page.get_by_label("Mã trên thiết bị", exact=True)).to_be_focused()
    page.get_by_text("chưa có phần mềm").click()
    here = page.url.removesuffix("/first-ticket")
    assert page.locator(".todo pre").first.inner_text().endswith(f" -m kiosk --hall {here}")
    seen.complaints.clear()  # browsers complain of a refused form
    is_sound(seen)


def test_a_machine_told_to_stop_leaves_nothing_behind(tmp_path: Path) -> None:
    machine = Machine(tmp_path / "hall")
    started = time.monotonic()
    machine.stop()
    assert time.monotonic() - started < PATIENCE_S
    assert machine.process.returncode == 0
    assert not machine.directory.exists()
