"""The hall moves to another port by a form, over real sockets, and stays where the new one is taken."""

import re
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from hallctl.core.permissions import Role
from hallctl.hall_directory import HallDirectory
from hallctl.people.accounts import Account
from hallctl.people.house import open_people
from hallctl.samples import write_sample
from hallctl.settings.changing.editing import HallFile
from tests.hall_clients import start_hallctl
from tests.web.browsers import PASSWORD, Browser, Page

PATIENCE_S = 30.0
HERE = "127.0.0.1"


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as asked:
        asked.bind((HERE, 0))
        return int(asked.getsockname()[1])


@contextmanager
def taken(port: int) -> Iterator[None]:
    """Another program listens there."""
    with socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        other.bind((HERE, port))
        other.listen()
        yield


def waited_for(look: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE_S
    while not look():
        assert time.monotonic() < until
        time.sleep(0.05)


class Technician(Browser):
    """An administrator in front of the form."""

    def __init__(self, port: int) -> None:
        super().__init__(port)
        waited_for(lambda: self.is_there(port))
        self.sign_in("boss")

    def save(self, port: int, host: str = HERE) -> Page:
        form = {"table": "server", "before": "", "act": "save", "host": host, "port": str(port)}
        return self.post("/setup/server", {"form_key": self.key, **form})

    def press(self, act: str) -> Page:
        return self.post("/setup", {"form_key": self.key, "act": act})

    @property
    def key(self) -> str:
        return self.get("/setup").form_key

    def is_there(self, port: int) -> bool:
        """Whether the hall answers at that port now; if it does, the browser goes on there."""
        self.origin = f"http://{HERE}:{port}"
        try:
            return self.get("/api/health").status == 200
        except OSError:
            return False


@pytest.fixture
def moving(tmp_path: Path) -> Iterator[Technician]:
    """A hall that is served where its file says, with an administrator."""
    write_sample(tmp_path / "hall", "commune")
    home, port = HallDirectory(tmp_path / "hall"), free_port()
    text = HallFile(home.path).with_table("server", {"host": HERE, "port": port})
    (home.path / "hall.toml").write_text(text)
    people = open_people(home)
    people.registry.add(Account(account="boss", name="Boss", role=Role.ADMINISTRATOR), "test", 1)
    people.registry.choose_password("boss", PASSWORD, 1)
    people.store.close()
    process = start_hallctl("serve", str(home.path))
    try:
        yield Technician(port)
    finally:
        process.terminate()
        process.communicate(timeout=PATIENCE_S)
        assert process.returncode == 0


def test_a_hall_moves_by_a_press_and_comes_back_where_it_can_not_listen(moving: Technician) -> None:
    first, second, third = moving.origin, free_port(), free_port()
    with taken(second):
        refused = moving.save(second)
        assert refused.status == 422
        assert f"cổng {second} đang có chương trình khác dùng" in refused.text
        assert f'name="port" value="{second}"' in refused.text, "as it was typed"
    assert moving.save(second).status == 303
    page = moving.get("/setup/server").text
    assert f"http://{HERE}:{second}" in page
    assert "Sau khi khởi động lại" in page
    assert f"mã QR đến {first}" in page, "printed codes carry the earlier address"
    again = moving.press("begin_again")
    assert re.search(rf'data-onward="http://{HERE}:{second}/setup/server"', again.text)
    waited_for(lambda: moving.is_there(second))
    assert "Sau khi khởi động lại" not in moving.get("/setup/server").text, "it is done"

    assert moving.save(third).status == 303
    with taken(third):  # somebody was faster
        moving.press("begin_again")
        waited_for(
            lambda: moving.is_there(second) and "máy chủ vẫn ở địa chỉ cũ" in text_of(moving)
        )
        assert moving.press("undo").status == 303
        assert f'name="port" value="{second}"' in text_of(moving)


def text_of(browser: Browser) -> str:
    try:
        return browser.get("/setup/server").text
    except OSError:  # it is away for a moment
        return ""
