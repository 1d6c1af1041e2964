"""Letters, messages, backups, slips and stills: set up by forms, and tried from the page, over real sockets."""

import asyncio
import stat
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from hallctl.core.permissions import PEOPLE
from hallctl.settings import read_hall
from hallctl.settings.changing.editing import HallFile
from tests.in_a_loop import in_a_loop
from tests.notices.servers import GatewayAtWork, Postbox
from tests.site.conftest import staffed
from tests.site.keeper import Keeper
from tests.web.browsers import Browser, Page
from tests.web.hall_at_work import HallAtWork

PATIENCE_S = 30.0


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HallAtWork]:
    with staffed(tmp_path_factory.mktemp("around") / "hall") as hall:
        yield hall


def path_of(hall: HallAtWork) -> Path:
    return hall.directory.path


async def asked(keeper: Keeper, path: str, **fields: str) -> Page:
    """Ask while the servers of the test go on serving."""
    return await asyncio.to_thread(partial(keeper.ask, path, **fields))


def when_done(keeper: Keeper) -> str:
    """The page once no backup is being made any more."""
    until = time.monotonic() + PATIENCE_S
    while "Đang sao lưu" in (page := keeper.get("/setup/backup").text):
        assert time.monotonic() < until
        time.sleep(0.05)
    return page


@in_a_loop
async def test_a_mail_server_is_set_up_and_a_trial_letter_comes(
    hall: HallAtWork, keeper: Keeper
) -> None:
    none_yet = await asked(keeper, "/setup/telling/letter", to="lan@example.vn")
    assert "Chưa có máy chủ thư" in none_yet.text
    async with Postbox().open() as post:
        mail = {"host": "127.0.0.1", "port": str(post.port), "security": "none"}
        saved = partial(keeper.save, "telling", "mail", sender="motcua@example.vn", **mail)
        assert (await asyncio.to_thread(saved)).status == 303
        sent = await asked(keeper, "/setup/telling/letter", to="lan@example.vn")
        assert (sent.status, sent.path) == (303, "/setup/telling?done=letter")
        (letter,) = post.letters
        assert (letter["To"], letter["From"]) == ("lan@example.vn", "motcua@example.vn")
        post.mood = "refuses"
        refused = await asked(keeper, "/setup/telling/letter", to="lan@example.vn")
        assert refused.status == 422
        assert "Thư thử không gửi được (refused 550)" in refused.text
        odd = await asked(keeper, "/setup/telling/letter", to="nobody")
        assert "Địa chỉ thư chưa đúng" in odd.text
    assert len(post.letters) == 1


@in_a_loop
async def test_a_gateway_gets_a_trial_message_signed_with_the_key_of_the_form(
    hall: HallAtWork, keeper: Keeper
) -> None:
    async with GatewayAtWork(b"mot-khoa-rat-dai").open() as gateway:
        saved = partial(keeper.save, "telling", "gateway", url=gateway.url)
        assert (await asyncio.to_thread(saved)).status == 303
        unknown = await asked(keeper, "/setup/telling/message", to="0912345678")
        assert "Tin thử không gửi được (http 401)" in unknown.text
        saved = partial(keeper.save, "telling", "gateway", url=gateway.url, key="mot-khoa-rat-dai")
        assert (await asyncio.to_thread(saved)).status == 303
        sent = await asked(keeper, "/setup/telling/message", to="0912345678")
        assert sent.path == "/setup/telling?done=message"
        (message,) = gateway.messages
        assert (message["to"], message["kind"]) == ("0912345678", "trial")
        assert "tin nhắn thử" in message["text"]


def test_a_secret_is_kept_for_the_hall_alone_and_never_shown(
    hall: HallAtWork, keeper: Keeper
) -> None:
    file = path_of(hall) / "secrets" / "mail.password"
    mail = {"host": "mail.example.vn", "sender": "a@example.vn", "user": "motcua"}
    assert keeper.save("telling", "mail", **mail, password="Bí mật 123").status == 303
    assert file.read_text() == "Bí mật 123"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    for page in ("/setup/telling", "/setup", "/record"):
        assert "Bí mật 123" not in keeper.get(page).text
    assert "Bí mật 123" not in (path_of(hall) / "hall.toml").read_text()
    assert all("Bí mật 123" not in one.before for one in HallFile(path_of(hall)).changes())
    assert "mail.password: changed" in keeper.get("/setup").text, "who and when is kept"
    keeper.save("telling", "mail", **mail)
    assert file.exists(), "left empty, it stays"
    keeper.save("telling", "mail", **mail, **{"forget-password": "yes"})
    assert not file.exists()


def test_what_was_set_with_a_secret_is_undone_without_it(hall: HallAtWork, keeper: Keeper) -> None:
    before = read_hall(path_of(hall)).mail
    keeper.save("telling", "mail", host="other.example.vn", sender="b@example.vn", password="x1y2")
    keeper.save("telling", "mail", host="other.example.vn", sender="b@example.vn", password="x3y4")
    assert keeper.undo().status == 303
    assert read_hall(path_of(hall)).mail.host == before.host


def test_sounds_have_hours_and_are_heard_at_once(hall: HallAtWork, keeper: Keeper) -> None:
    saved = keeper.save("boards", "sound", hours="09:00-10:00, 12:00-13:30", mode="chime")
    assert saved.status == 303
    assert hall.wire().get("/api/views/board").json["sounding"]["mode"] == "chime"
    second = keeper.save("boards", "sound", hours="10:00-11:00", mode="visual", volume="40")
    assert second.status == 303
    assert "09:00-10:00, 12:00-13:30" in keeper.get("/setup/boards").text
    changed = keeper.save("boards", "sound", "1", hours="09:00-10:00", mode="visual")
    assert changed.status == 303
    assert hall.wire().get("/api/views/board").json["sounding"]["mode"] == "visual"
    refused = keeper.save("boards", "sound", "1", hours="9h-mười giờ", mode="visual")
    assert refused.status == 422
    assert keeper.remove("boards", "sound", "1").status == 303
    (left,) = read_hall(path_of(hall)).plan.announcing.sounds
    assert left.volume == 40
    keeper.remove("boards", "sound", "1")


def test_runs_and_appointments_are_set_and_in_force(hall: HallAtWork, keeper: Keeper) -> None:
    assert keeper.save("runs", "runs", departures="07:45 09:00", due_minutes="60").status == 303
    runs = read_hall(path_of(hall)).plan.runs
    assert [f"{one:%H:%M}" for one in runs.departures] == ["07:45", "09:00"]
    refused = keeper.save("runs", "runs", departures="09:00, 07:45", due_minutes="60")
    assert "09:00" in refused.text
    assert refused.status == 422
    offered = {"offered": "yes", "days_ahead": "4", "slot_minutes": "20", "a_day": "1"}
    assert keeper.save("appointments", "appointments", **offered, share="0.5").status == 303
    assert Browser(hall.port).get("/appointments").status == 200
    assert hall.wire("kiosk-1").get("/api/views/kiosk").json["appointments"] is True
    keeper.save("appointments", "appointments", days_ahead="4", slot_minutes="20", share="0.5")
    assert hall.wire("kiosk-1").get("/api/views/kiosk").json["appointments"] is False


def test_a_backup_is_made_from_the_page_and_listed(hall: HallAtWork, keeper: Keeper) -> None:
    no_folder = keeper.ask("/setup/backup/now")
    assert "Chưa có thư mục sao lưu" in no_folder.text
    assert keeper.save("backup", "backup", to="saoluu", at="18:30").status == 303
    assert keeper.ask("/setup/backup/now").path == "/setup/backup?done=begun"
    page = when_done(keeper)
    (made,) = (path_of(hall) / "saoluu").glob("hall-*.hall")
    assert made.name in page


def test_a_backup_that_fails_says_why_on_the_page(hall: HallAtWork, keeper: Keeper) -> None:
    (path_of(hall) / "a-file").write_text("")
    keeper.save("backup", "backup", to="a-file", at="18:30")
    keeper.ask("/setup/backup/now")
    page = when_done(keeper)
    assert "không thành" in page
    assert "a-file" in page


def test_a_trial_slip_goes_to_the_station_s_printer(hall: HallAtWork, keeper: Keeper) -> None:
    assert keeper.ask("/setup/machines/slip", station="kiosk-1").path == "/setup/machines?done=slip"
    jobs = hall.wire("kiosk-1").get("/api/views/kiosk").json["slips"]
    assert [one["kind"] for one in jobs] == ["trial"]
    refused = keeper.ask("/setup/machines/slip", station="board-1")
    assert refused.status == 422


def test_devices_and_cameras_are_named_checked_and_told_to_their_machine(
    hall: HallAtWork, keeper: Keeper
) -> None:
    assert keeper.save("", "station", name="tu-dien", role="devices").status == 303
    pad = {"device": "pad-1", "kind": "pad", "station": "tu-dien", "counter": "1"}
    line = {"port": "serial:/dev/ttyUSB0?baud=9600", "format": "stx-etx"}
    refused = keeper.save("machines", "device", **pad, port="usb:any", format="stx-etx")
    assert refused.status == 422
    taken = keeper.save("machines", "device", **pad, **line)
    assert taken.status == 303
    machine = hall.wire("tu-dien").get("/api/views/devices").json
    assert [one["device"] for one in machine["devices"]] == ["pad-1"]
    camera = {"camera": "cam-1", "source": "/dev/video99", "counter": "1"}
    assert keeper.save("machines", "camera", **camera, login="xem:mật khẩu").status == 303
    login = path_of(hall) / "secrets" / "cameras" / "cam-1.login"
    assert login.read_text() == "xem:mật khẩu"
    gone = keeper.get("/setup/machines/cam-1.jpg")
    assert "Không mở được camera cam-1" in gone.text
    assert keeper.get("/setup/machines/none.jpg").status == 404
    outside = {**camera, "camera": "../../oops"}
    assert keeper.save("machines", "camera", **outside, login="a:b").status == 400


def test_only_whoever_sets_up_may_try(hall: HallAtWork) -> None:
    for role in PEOPLE:
        browser = Browser(hall.port)
        browser.sign_in(role)
        may = browser.get("/setup").status == 200
        for path in ("telling/letter", "telling/message", "machines/slip", "backup/now"):
            status = browser.post(f"/setup/{path}", {"to": "a@b.vn"}).status
            assert status == (400 if may else 403), (role, path)


def test_what_was_typed_and_not_taken_is_there_to_be_corrected(keeper: Keeper) -> None:
    sound = {"hours": "9h-mười giờ", "mode": "visual", "volume": "33"}
    refused = keeper.save("boards", "sound", **sound)
    assert refused.status == 422
    assert 'value="9h-mười giờ"' in refused.text
    assert 'value="33"' in refused.text
    mail = keeper.save("telling", "mail", host="mail server", sender="x", password="secret-7")
    assert 'value="mail server"' in mail.text
    assert "secret-7" not in mail.text
