"""A form that is refused comes back as it was typed, on every page of the set-up, with its fault marked."""

import re
from collections.abc import Iterator
from html import unescape

import pytest
from playwright.sync_api import Browser as Chromium

from hallctl.settings.changing.editing import HallFile
from tests.site.conftest import staffed
from tests.site.keeper import Keeper
from tests.site.visitor import PHONE, WALL, is_sound, visitor
from tests.web.hall_at_work import HallAtWork


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HallAtWork]:
    """Nothing here changes it."""
    with staffed(tmp_path_factory.mktemp("refused") / "hall") as hall:
        yield hall


FORMS = {
    "letter taken": ("", "service", "land", {
        "service": "land", "letter": "A", "vi": "Đất đai mới", "icon": "file-text", "hours": "07:30-11:00",
        "typical_minutes": "9", "with_counters": "1", "counters": "1",
    }, "letter"),
    "no minutes": ("", "service", "", {
        "service": "moi", "letter": "X", "vi": "Việc mới", "typical_minutes": "lâu lắm", "counters": "1",
        "with_counters": "1",
    }, "typical_minutes"),
    "no services": ("", "counter", "", {"counter": "77", "zone": "tầng 2"}, "services"),
    "no printer": ("", "station", "", {"name": "kiosk-9", "role": "kiosk", "printer": "máy"}, "printer"),
    "threshold": ("/rules", "alert_rule", "", {
        "rule": "few", "measure": "waiting", "threshold": "nhiều", "minutes": "7", "vi": "Mở quầy",
    }, "threshold"),
    "hours of the day": ("/rules", "report_mail", "", {
        "name": "x", "report": "visits day", "to": "a@example.vn", "period": "week", "at": "25:00",
        "format": "xlsx", "language": "en",
    }, "at"),
    "no address": ("/rules", "webhook", "", {"name": "y", "url": "here", "events": "DayOpened"}, "url"),
    "minutes": ("rules", "rules", "", {"target_minutes": "mười", "rating_minutes": "31"}, "target_minutes"),
    "sign": ("rules", "signs", "", {"burst_ratings-on": "yes", "burst_ratings": "2000", "burst_s": "61"}, "burst_ratings"),
    "comments": ("rules", "rating", "", {"comment_days": "0"}, "comment_days"),
    "words": ("calling", "priority", "", {"group": "g1", "name_en": "Elderly", "rate": "2"}, "name"),
    "places": ("calling", "profile", "", {"profile": "p1", "name_vi": "Kiểu", "place-land": "một"}, "services"),
    "days": ("days", "calendar", "", {"days_off": "hôm qua", "saturday": ""}, "days_off"),
}  # fmt: skip


@pytest.mark.parametrize("case", FORMS)
def test_what_was_typed_is_there_and_its_fault_beside_it(
    hall: HallAtWork, keeper: Keeper, case: str
) -> None:
    page, table, before, fields, faulty = FORMS[case]
    text = HallFile(hall.directory.path).text()
    if page.startswith("/"):
        sent = {"form_key": keeper.key, "table": table, "before": before, "act": "save"}
        answer = keeper.post(page, {**sent, **fields})
    else:
        answer = keeper.save(page, table, before, **fields)
    assert answer.status == 422, answer.text
    form = form_of(answer.text, table, before)
    for name, typed in fields.items():
        assert shows(form, name, typed), (name, typed)
    assert len(re.findall(r'aria-invalid="true"[^>]* autofocus', answer.text)) == 1
    assert f'aria-describedby="fault-{faulty}"' in form
    (words,) = re.findall(rf'id="fault-{re.escape(faulty)}">.*?<span>(.*?)</span>', form, re.DOTALL)
    assert "; " in words, "what is wrong, and what to do"
    assert HallFile(hall.directory.path).text() == text


def form_of(page: str, table: str, before: str) -> str:
    """That form as it was drawn, and nothing of the others."""
    forms = re.findall(r"<form.*?</form>", page, re.DOTALL)
    mark = f'name="table" value="{table}"><input type="hidden" name="before" value="{before}"'
    (found,) = (unescape(one) for one in forms if mark in one)
    return found


def shows(form: str, name: str, typed: str) -> bool:
    """Whether a field of that name holds, has ticked or has chosen that."""
    name, typed = re.escape(name), re.escape(typed)
    return any(
        re.search(pattern, form, re.DOTALL)
        for pattern in (
            rf'<input name="{name}" value="{typed}"',
            rf'<input type="hidden" name="{name}" value="{typed}"',
            rf'name="{name}" value="{typed}" checked',
            rf'<select name="{name}"[^>]*>(?:(?!</select>).)*<option value="{typed}" selected',
            rf'<textarea name="{name}"[^>]*>{typed}</textarea>',
        )
    )


def test_the_cursor_stands_in_the_faulty_field_and_its_entry_is_open(
    chromium: Chromium, hall: HallAtWork
) -> None:
    with visitor(chromium, hall, PHONE, "administrator") as seen:
        seen.open("/setup")
        page = seen.page
        page.locator("summary").nth(1).click()
        entry = page.locator("details").nth(1)
        entry.get_by_label("Chữ cái").fill("A")
        entry.get_by_label("Tên tiếng Việt").fill("Chưa lưu")
        entry.get_by_role("button", name="Lưu").click()
        page.wait_for_selector(".problems")
        entry = page.locator("details").nth(1)
        assert entry.get_by_label("Tên tiếng Việt").input_value() == "Chưa lưu"
        assert page.evaluate("document.activeElement.name") == "letter"
        assert entry.locator(".fault", has_text="đã là chữ cái của").count() == 1
        seen.complaints.clear()  # a browser notes the refusal itself
        is_sound(seen)


def test_where_no_field_is_at_fault_the_cursor_goes_to_the_reasons(keeper: Keeper) -> None:
    refused = keeper.remove("", "counter", "2")  # alone it serves land
    assert refused.status == 422
    assert 'role="alert" tabindex=-1 autofocus' in refused.text


def test_a_fault_below_one_field_leaves_its_neighbours_in_line(
    chromium: Chromium, hall: HallAtWork
) -> None:
    with visitor(chromium, hall, WALL, "administrator") as seen:
        seen.open("/setup")
        page = seen.page
        page.locator("summary").nth(1).click()
        page.locator("details").nth(1).get_by_label("Chữ cái").fill("A")
        page.locator("details").nth(1).get_by_role("button", name="Lưu").click()
        page.wait_for_selector(".fault")
        entry = page.locator("details").nth(1)
        fields = [entry.get_by_label(name) for name in ("Chữ cái", "Tên tiếng Việt")]
        tops = [box["y"] for field in fields if (box := field.bounding_box())]
        assert tops == [pytest.approx(tops[0], abs=1)] * 2
