"""A change is taken up by the running controller: it begins again on its own port, the day goes on."""

import json
import time
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from hallctl.core.permissions import Role
from hallctl.hall_directory import HallDirectory
from hallctl.people.accounts import Account
from hallctl.people.house import open_people
from hallctl.samples import write_sample
from hallctl.station.link.discovery import find_hall
from tests.hall_clients import start_hallctl
from tests.web.browsers import PASSWORD, Browser

PATIENCE_S = 30.0


@pytest.fixture
def served(tmp_path: Path) -> Iterator[HallDirectory]:
    """A hall that is served as a process of its own, with an administrator."""
    write_sample(tmp_path / "hall", "commune")
    home = HallDirectory(tmp_path / "hall")
    people = open_people(home)
    account = Account(account="boss", name="Boss", role=Role.ADMINISTRATOR)
    people.registry.add(account, "test", 1)
    people.registry.choose_password("boss", PASSWORD, 1)
    people.store.close()
    process = start_hallctl("serve", str(home.path), "--host", "127.0.0.1", "--port", "0")
    try:
        port_of(home)
        yield home
    finally:
        process.terminate()
        process.communicate(timeout=PATIENCE_S)
        assert process.returncode == 0


def port_of(home: HallDirectory) -> int:
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        if home.address.exists():
            return int(home.address.read_text().strip().rpartition(":")[2])
        time.sleep(0.05)
    raise AssertionError("the hall does not serve")


def test_what_waits_is_there_a_second_after_the_press_and_the_day_goes_on(
    served: HallDirectory,
) -> None:
    """What was given on the command line, its host and port, holds whatever the form says."""
    port = port_of(served)
    browser = Browser(port)
    browser.sign_in("boss")
    admin = {"Authorization": f"Bearer {served.admin_token.read_text().strip()}"}
    day = b'{"type":"OpenDay","id":"00000000-0000-0000-0000-000000000001"}'
    assert browser.post_json("/api/commands", day, **admin).status == 200
    key = browser.get("/setup").form_key
    server = {"table": "server", "before": "", "public_url": "https://hall.example.vn"}
    server |= {"host": "127.0.0.1", "port": "8099"}
    assert browser.post("/setup/server", {"form_key": key, "act": "save", **server}).status == 303
    assert "máy chủ đang nghe ở địa chỉ cũ" in browser.get("/setup").text
    assert "khởi động kèm --host, --port trên dòng lệnh" in browser.get("/setup/server").text
    answer = browser.post("/setup", {"form_key": key, "act": "begin_again"})
    assert answer.status == 200
    assert "khởi động lại" in answer.text
    until = time.monotonic() + PATIENCE_S
    while "địa chỉ cũ" in (text := page(browser)) or not text:
        assert time.monotonic() < until
        time.sleep(0.1)
    assert port_of(served) == port
    board = json.loads(browser.get("/api/views/board").text)
    assert board["business_day"], "the day goes on"


def page(browser: Browser) -> str:
    try:
        return browser.get("/setup").text
    except OSError:  # it is away for a moment
        return ""


def test_a_renamed_hall_is_found_by_its_new_name_while_it_is_served(served: HallDirectory) -> None:
    browser = Browser(port_of(served))
    browser.sign_in("boss")
    name = f"Trung tâm đổi tên {uuid4()}"
    form = {
        "form_key": browser.get("/setup").form_key,
        "act": "save",
        "table": "hall",
        "before": "",
    }
    names = {"name_vi": name, "authority_vi": "UBND xã", "languages": "vi"}
    assert browser.post("/setup/hall", {**form, **names}).status == 303
    found = find_hall(PATIENCE_S, "127.0.0.1", name)
    assert found is not None
    assert found.base_url == f"http://127.0.0.1:{port_of(served)}"
