"""Every part of the settings by forms, without a script: taken at once, refused in words, undone."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from PIL import Image
from playwright.sync_api import Browser as Chromium

from hallctl.core.words import Words
from hallctl.settings import read_hall
from hallctl.settings.changing.editing import HallFile
from hallctl.web.sections.section_forms import SECTIONS
from tests.hall_clients import wish
from tests.site.conftest import staffed
from tests.site.keeper import Keeper
from tests.site.visitor import PHONE, WALL, is_sound, visitor
from tests.web.browsers import Browser
from tests.web.hall_at_work import HallAtWork, granted

ROW = "{code},Thủ tục thử {code},Hộ tịch,Bộ Tư pháp,xa,,3,day,,,,,,,,,,,,0,civil-status,office"


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HallAtWork]:
    """One hall for the module; nothing here needs it as it was before."""
    with staffed(tmp_path_factory.mktemp("sections") / "hall") as hall:
        yield hall


@pytest.mark.parametrize(("size", "language"), [(PHONE, "vi"), (WALL, "en")], ids=["phone", "wall"])
def test_every_section_is_readable_by_all(
    chromium: Chromium, hall: HallAtWork, language: str, size: tuple[int, int]
) -> None:
    with visitor(chromium, hall, size, "administrator") as seen:
        for section in (*SECTIONS, "catalogue"):
            seen.open(f"/setup/{section}", language)
            is_sound(seen)


def test_a_rule_is_changed_refused_and_undone(hall: HallAtWork, keeper: Keeper) -> None:
    """Before the day is open: a day keeps the promise it began with."""
    path = hall.directory.path
    saved = keeper.save("rules", "rules", target_minutes="20", rating_minutes="30")
    assert saved.status == 303
    assert hall.wire().get("/api/views/board").json["target_s"] == 1200, "at once"
    refused = keeper.save("rules", "rules", target_minutes="9999", rating_minutes="30")
    assert refused.status == 422
    assert "9999 phút không hợp lý" in refused.text
    assert read_hall(path).plan.rules.target_minutes == 20
    keeper.post("/setup", {"form_key": keeper.key, "act": "undo"})
    assert read_hall(path).plan.rules.target_minutes == 15
    assert hall.wire().get("/api/views/board").json["target_s"] == 900


def test_a_reserve_is_named_and_offered_at_once(hall: HallAtWork, keeper: Keeper) -> None:
    saved = keeper.save("people", "official", official="Trần Thị Hoa", reserve="yes")
    assert saved.status == 303
    granted(hall.wire().ask(wish("OpenDay")))
    view = hall.wire("counter-1").get("/api/views/counter?counter=1").json
    assert "Trần Thị Hoa" in view["reserves"], "without the controller beginning again"
    assert "Trần Thị Hoa" in keeper.get("/setup/people").text


def test_a_photo_is_kept_small_and_shown(hall: HallAtWork, keeper: Keeper) -> None:
    keeper.save("people", "official", official="Lê Văn Ảnh")
    out = BytesIO()
    Image.new("RGB", (1500, 2000), "navy").save(out, "JPEG")
    sent = keeper.send_file("/setup/people/photo", "me.jpg", out.getvalue(), before="Lê Văn Ảnh")
    assert sent.status == 303
    (photo,) = [
        one.photo
        for one in read_hall(hall.directory.path).plan.floor.officials
        if one.official == "Lê Văn Ảnh"
    ]
    assert keeper.get(f"/{photo}").status == 200
    assert (hall.directory.path / photo).stat().st_size < 30_000
    assert photo in keeper.get("/setup/people").text


@pytest.mark.parametrize("content", [b"not a picture", b"\x89PNG\r\n\x1a\n" + b"0" * 100])
def test_what_is_no_photo_is_refused_in_words(keeper: Keeper, content: bytes) -> None:
    sent = keeper.send_file("/setup/people/photo", "me.jpg", content, before="Lê Văn Ảnh")
    assert sent.status == 422
    assert "Tệp này không dùng được" in sent.text


def test_a_swapped_day_moves_the_due_date(hall: HallAtWork, keeper: Keeper) -> None:
    text = keeper.get("/setup/days").text
    assert "02/09/2026 Quốc khánh" in text
    days = "30/11/2026 Nghỉ hoán đổi"
    saved = keeper.save("days", "calendar", days_off=days, days_worked="", saturday="")
    assert saved.status == 303
    off = read_hall(hall.directory.path).plan.dossiers.calendar
    assert [f"{day:%d/%m/%Y}" for day in off.days_off] == ["30/11/2026"]
    keeper.post("/setup", {"form_key": keeper.key, "act": "undo"})


def test_a_profile_is_added_given_to_a_counter_and_can_t_be_removed_then(
    hall: HallAtWork, keeper: Keeper
) -> None:
    fields = {"profile": "papers-first", "order": "strict", "place-certification": "1"}
    names = {"name_vi": "Giấy tờ trước", "name_en": "Papers first"}
    assert keeper.save("calling", "profile", **fields, **names).status == 303
    (profile,) = read_hall(hall.directory.path).plan.floor.profiles
    assert profile.name == Words("Giấy tờ trước", "Papers first")
    assert "Giấy tờ trước" in keeper.get("/setup").text
    counter = {"table": "counter", "before": "4", "counter": "4", "profile": "papers-first"}
    form = {"form_key": keeper.key, "act": "save", "services": "certification", **counter}
    assert keeper.post("/setup", form).status == 303
    removed = keeper.post(
        "/setup/calling",
        {"form_key": keeper.key, "table": "profile", "before": "papers-first", "act": "remove"},
    )
    assert removed.status == 422
    assert "Xin bỏ ở đó trước" in removed.text
    assert "<li>Quầy 4</li>" in removed.text


def test_a_catalogue_is_looked_at_taken_and_in_force_without_a_restart(
    hall: HallAtWork, keeper: Keeper
) -> None:
    head = (hall.directory.path / "catalogue.csv").read_text("utf-8").splitlines()[0]
    file = "\n".join((head, *(ROW.format(code=code) for code in ("9.000001", "9.000002"))))
    looked = keeper.send_file("/setup/catalogue", "moi.csv", file.encode(), effective="2026-11-01")
    assert looked.status == 200
    assert "9.000001" in looked.text
    assert not (hall.directory.path / "catalogue" / "2026-11-01.csv").exists(), "only looked at"
    taken = keeper.post("/setup/catalogue/take", {"form_key": keeper.key, "act": "take"})
    assert taken.status == 303
    assert "Thủ tục thử 9.000001" in keeper.get("/procedures/9.000001").text
    due = keeper.get("/api/procedures/9.000002/due")
    assert due.status == 200, "the running hall reckons by it"
    newest = HallFile(hall.directory.path).changes()[0]
    assert (newest.who, newest.file) == ("administrator", "catalogue/2026-11-01.csv")
    keeper.post("/setup", {"form_key": keeper.key, "act": "undo"})
    assert not (hall.directory.path / "catalogue" / "2026-11-01.csv").exists()
    assert keeper.get("/procedures/9.000001").status == 404


def test_a_catalogue_is_taken_away_changed_and_sent_back(keeper: Keeper) -> None:
    taken = keeper.get("/setup/catalogue/0001-01-01.xlsx")
    assert taken.headers["content-disposition"] == 'attachment; filename="danh-muc.xlsx"'
    same = keeper.send_file("/setup/catalogue", "a.xlsx", taken.body, effective="2026-12-01")
    assert "Không có gì thay đổi" in same.text
    book = openpyxl.load_workbook(BytesIO(taken.body))
    book.active["B2"] = "Thủ tục có tên mới"
    book.save(changed := BytesIO())
    body = changed.getvalue()
    looked = keeper.send_file("/setup/catalogue", "a.xlsx", body, effective="2026-12-01")
    assert "Thủ tục có tên mới" in looked.text
    keeper.post("/setup/catalogue/take", {"form_key": keeper.key, "act": "drop"})
    assert keeper.get("/setup/catalogue/2020-01-01.xlsx").status == 404


def test_a_catalogue_with_faults_is_told_row_by_row_in_vietnamese(keeper: Keeper) -> None:
    file = b"code,name\n,No code\n1.000001,\n"
    looked = keeper.send_file("/setup/catalogue", "hong.csv", file, effective="2026-12-01")
    assert looked.status == 422
    assert "dòng 2, code: để trống; ghi mã thủ tục" in looked.text.replace("&#39;", "'")


@pytest.mark.parametrize(
    ("name", "content", "day", "words"),
    [
        ("a.csv", b"", "2026-12-01", "Xin chọn một tệp"),
        ("a.csv", b"code,name\n", "tomorrow", "Ngày hiệu lực chưa đúng"),
        ("a.exe", b"MZ", "2026-12-01", "lưu thành .csv hoặc .xlsx"),
        ("../../etc/passwd.csv", b"\xffcode", "2026-12-01", "không phải văn bản UTF-8"),
    ],
)
def test_what_is_no_catalogue_is_refused_in_words(
    keeper: Keeper, name: str, content: bytes, day: str, words: str
) -> None:
    looked = keeper.send_file("/setup/catalogue", name, content, effective=day)
    assert looked.status == 422
    assert words in looked.text


def test_files_and_forms_of_others_are_no_forms_of_ours(hall: HallAtWork, keeper: Keeper) -> None:
    keeper.key = "wrong"
    assert keeper.send_file("/setup/people/photo", "a.jpg", b"x", before="x").status == 400
    assert keeper.save("rules", "rules", target_minutes="15").status == 400
    official = Browser(hall.port)
    official.sign_in("official")
    for section in SECTIONS:
        assert official.get(f"/setup/{section}").status == 403
    assert keeper.get("/pictures/../hall.toml").status == 404
    assert keeper.get("/pictures/0123456789abcdef.jpg").status == 404


def test_a_catalogue_that_is_brought_on_the_command_line_is_taken_up(
    hall: HallAtWork, tmp_path: Path
) -> None:
    import time

    head = (hall.directory.path / "catalogue.csv").read_text("utf-8").splitlines()[0]
    shelf = hall.directory.path / "catalogue"
    shelf.mkdir(exist_ok=True)
    draft = tmp_path / "draft.csv"
    draft.write_text(f"{head}\n{ROW.format(code='9.000003')}\n", "utf-8")
    draft.replace(shelf / "2026-11-02.csv")
    browser, until = Browser(hall.port), time.monotonic() + 20
    while time.monotonic() < until:
        if browser.get("/api/procedures/9.000003/due").status == 200:
            break
        time.sleep(0.05)
    assert browser.get("/api/procedures/9.000003/due").status == 200
    (shelf / "2026-11-02.csv").unlink()
