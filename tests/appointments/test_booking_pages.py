"""Booking in a real browser: without a script, on a phone, in both languages; and at the desk."""

import csv
import http.client
import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.parse import urlencode
from uuid import uuid4

import pytest
import zxingcpp
from icalendar import Calendar
from PIL import Image
from playwright.sync_api import Browser, expect

from hallctl.core.appointment_life import AppointmentState
from tests.appointments.booked_day import clock
from tests.appointments.pages import booking_hall
from tests.journal.one_hall import HandClock
from tests.site.visitor import PHONE, WALL, Visitor, is_sound, visitor
from tests.web.hall_at_work import HallAtWork

Place = tuple[HallAtWork, HandClock]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    hall, hand = booking_hall(tmp_path_factory.mktemp("booking") / "hall")
    yield hall, hand
    hall.close()


def book(seen: Visitor, day: str, time: str, phone: str, language: str = "vi") -> str:
    """Through the four steps; gives the appointment's own address."""
    seen.open("/appointments", language)
    seen.page.locator("a.pick").first.click()
    seen.page.locator(f"a.day[href$='day={day}']").click()
    seen.page.locator("a.time", has_text=time).click()
    seen.page.fill("#name", "Công Tằng Tôn Nữ Nguyễn Thị Bích Phương")
    seen.page.fill("#phone", phone)
    seen.page.locator("form .button.strong").click()
    return seen.page.url.partition("?")[0]


@pytest.mark.parametrize(
    ("language", "size"), [("vi", PHONE), ("en", WALL)], ids=["vi-phone", "en-wall"]
)
def test_every_step_can_be_read_by_all(
    chromium: Browser, place: Place, language: str, size: tuple[int, int]
) -> None:
    hall, _hand = place
    service = next(one.service for one in hall.assembly.kept.appointments.services())
    at = clock("09:00", 3)
    with visitor(chromium, hall, size) as seen:
        for path in (
            "/appointments",
            f"/appointments?service={service}",
            f"/appointments?service={service}&day=2026-11-26",
            f"/appointments?service={service}&day=2026-11-26&at={at}",
        ):
            seen.open(path, language)
            is_sound(seen)
        link = book(seen, "2026-11-26", "09:00", f"0912 0000{size[0]}", language)
        for path in (link, f"{link}/move?day=2026-11-27", f"{link}/cancel"):
            seen.open("/a/" + path.partition("/a/")[2], language)
            is_sound(seen)


def test_a_phone_without_scripts_books_moves_and_cancels(chromium: Browser, place: Place) -> None:
    hall, _hand = place
    context = chromium.new_context(
        viewport={"width": 390, "height": 844}, java_script_enabled=False
    )
    page = context.new_page()
    try:
        page.goto(f"http://127.0.0.1:{hall.port}/?lang=vi")
        page.locator(".door", has_text="Đặt lịch hẹn").click()
        page.locator("a.pick").first.click()
        assert page.locator(".day.full", has_text="Ngày Văn hóa Việt Nam").count() == 1
        page.locator("a.day", has_text="25/11/2026").click()
        page.locator("a.time", has_text="08:30").click()
        page.fill("#name", "Nguyễn Thị Lan")
        page.locator("form .button.strong").click()
        trouble = page.locator(".trouble", has_text="số điện thoại hoặc thư điện tử")
        assert trouble.count() == 1
        assert page.input_value("#name") == "Nguyễn Thị Lan"
        page.fill("#phone", "+84 912 345 678")
        page.locator("form .button.strong").click()
        own = page.url.partition("?")[0]
        assert page.locator(".when strong").inner_text() == "08:30"
        picture = Image.open(io.BytesIO(page.locator(".pass img").screenshot()))
        (code,) = zxingcpp.read_barcodes(picture)
        assert code.text.endswith("/a/" + own.rpartition("/")[2])
        assert "Nguyễn" not in page.locator("main").inner_text()
        page.get_by_role("link", name="Đổi giờ").click()
        page.locator("a.day", has_text="26/11/2026").click()
        page.locator("button.time", has_text="10:00").click()
        assert page.locator(".when").inner_text().split("\n")[0] == "10:00"
        page.get_by_role("link", name="Hủy lịch hẹn").click()
        page.locator("button.danger").click()
        assert "Đã hủy" in page.locator(".booked .pill").inner_text()
        page.goto(f"{own}/cancel")
        assert page.url == own, "what is cancelled already is not asked about again"
    finally:
        context.close()


def test_what_a_form_lacks_is_said_in_the_page_s_language(chromium: Browser, place: Place) -> None:
    hall, _hand = place
    with visitor(chromium, hall, PHONE) as seen:
        seen.open("/appointments")
        seen.page.locator("a.pick").first.click()
        seen.page.locator("a.day", has_text="25/11/2026").click()
        seen.page.locator("a.time").first.click()
        asked = "document.activeElement.validationMessage"
        press = seen.page.locator("form .button.strong")
        press.click()
        assert seen.page.evaluate(asked) == "Xin điền vào ô này."
        seen.page.fill("#name", "Nguyễn Thị Lan")
        seen.page.fill("#email", "lan@")
        press.click()
        assert "địa chỉ thư điện tử" in seen.page.evaluate(asked)
        seen.page.fill("#email", "lan@example.vn")
        press.click()
        seen.page.wait_for_url("**/a/**")


def test_a_full_time_and_a_used_up_person_are_told_kindly(chromium: Browser, place: Place) -> None:
    hall, _hand = place
    with visitor(chromium, hall, PHONE) as seen:
        book(seen, "2026-11-27", "09:30", "0900 000 001")
        assert seen.page.locator(".when strong").inner_text() == "09:30"
        book(seen, "2026-11-27", "10:00", "0900 000 001")
        assert "đã có lịch hẹn cho việc này" in seen.text(".trouble")
        seen.page.fill("#phone", "0900 000 002")
        seen.page.locator("form .button.strong").click()
        assert seen.page.locator(".when strong").inner_text() == "10:00"
        seen.open("/appointments")
        seen.page.locator("a.pick").first.click()
        seen.page.locator("a.day", has_text="27/11/2026").click()
        assert "hết chỗ" in seen.text(".time.full")


def test_a_form_sent_twice_books_once(place: Place) -> None:
    hall, _hand = place
    service = next(one.service for one in hall.assembly.kept.appointments.services())
    form = {
        "id": str(uuid4()),
        "service": service,
        "at": clock("15:00", 3),
        "name": "Lan",
        "phone": "0900000003",
    }
    answers = [sent(hall, "/appointments", form) for _ in range(2)]
    assert answers[0] == answers[1]
    assert answers[0][0] == 303
    assert hall.assembly.controller.hall.appointments.taken(service, clock("15:00", 3)) == 1


def sent(hall: HallAtWork, path: str, form: dict[str, object]) -> tuple[int, str]:
    """A form of our own page, as a browser sends it; the status, and where it leads."""
    connection = http.client.HTTPConnection("127.0.0.1", hall.port)
    kind = "application/x-www-form-urlencoded"
    headers = {"Origin": f"http://127.0.0.1:{hall.port}", "Content-Type": kind}
    connection.request("POST", path, urlencode(form), headers)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.status, answer.headers.get("Location", "")


def test_the_calendar_file_says_when_and_where(chromium: Browser, place: Place) -> None:
    hall, _hand = place
    with visitor(chromium, hall, PHONE) as seen:
        link = book(seen, "2026-11-26", "16:00", "0900 000 004")
        answer = seen.page.request.get(f"{link}/lich-hen.ics")
        (event,) = Calendar.from_ical(answer.body()).walk("VEVENT")
        assert event["dtstart"].dt.timestamp() * 1000 == clock("16:00", 3)
        assert str(event["url"]).endswith(link.partition("/a/")[2])
        assert len(event.walk("VALARM")) == 1


def test_nobody_guesses_a_link_and_no_other_site_books(place: Place) -> None:
    hall, _hand = place
    wire = hall.wire_with("")
    guessed = wire.get("/a/LH-261123-100001-aaaaaaaaaaaaaaaa")
    assert guessed.status == 404
    assert "địa chỉ không đúng" in guessed.body.decode()
    other = hall.wire_with("")
    other.head(b"Origin: http://elsewhere\r\nContent-Type: application/x-www-form-urlencoded\r\n")
    assert other.request("POST", "/appointments", b"id=x").status == 400


def test_the_supervisor_books_checks_in_and_cancels_with_a_reason(
    chromium: Browser, place: Place
) -> None:
    hall, hand = place
    with visitor(chromium, hall, WALL, "supervisor") as seen:
        seen.open("/expected?day=2026-11-23")
        seen.page.select_option("#slot", index=1)
        seen.page.fill("#name", "Trần Văn Ba")
        seen.page.locator("button[value=book]").click()
        assert "mã hẹn" in seen.text(".thanks")
        is_sound(seen)
        row = seen.page.locator("tr", has_text="Trần Văn Ba")
        hand.at = clock("08:20")
        row.locator("summary").click()
        row.locator("input[name=reason]").fill("mất điện")
        row.locator("button[value=cancel]").click()
        row = seen.page.locator("tr", has_text="Trần Văn Ba")
        expect(row).to_contain_text("mất điện")
        seen.page.select_option("#slot", index=0)
        seen.page.fill("#name", "Lê Thị Tư")
        seen.page.locator("button[value=book]").click()
        row = seen.page.locator("tr", has_text="Lê Thị Tư")
        row.locator("summary").click()
        row.locator("button[value=check_in]").click()
        expect(row).to_contain_text("Đã báo đến")
        sheet = seen.page.request.get(
            f"http://127.0.0.1:{hall.port}/api/appointments.csv?day=2026-11-23"
        )
        rows = list(csv.DictReader(io.StringIO(sheet.body().decode("utf-8-sig"))))
        assert {one["name"]: one["state"] for one in rows} == {
            "Trần Văn Ba": AppointmentState.CANCELLED,
            "Lê Thị Tư": AppointmentState.CHECKED_IN,
        }


def test_names_are_for_those_who_run_the_floor_and_every_look_is_logged(
    chromium: Browser, place: Place
) -> None:
    hall, _hand = place
    visitors = hall.assembly.kept.appointments.visitors
    (one, *_) = hall.assembly.controller.hall.appointments.of_day(date(2026, 11, 23))
    before = len(visitors.looks(one.appointment))
    with visitor(chromium, hall, WALL, "official") as seen:
        seen.page.goto(f"http://127.0.0.1:{hall.port}/expected")
        assert "Lê Thị Tư" not in seen.page.content()
    assert len(visitors.looks(one.appointment)) == before
    with visitor(chromium, hall, WALL, "supervisor") as seen:
        seen.open("/expected?day=2026-11-23")
    looked = visitors.looks(one.appointment)[before:]
    assert [(each.act, each.official) for each in looked] == [("looked", "Bà supervisor")]


def test_the_journal_names_nobody(place: Place) -> None:
    hall, _hand = place
    told = Path(hall.directory.journal).read_bytes()
    for personal in ("Trần Văn Ba", "Lê Thị Tư", "0900 000 001", "0900000001", "Bích Phương"):
        assert personal.encode() not in told


def test_one_address_cannot_book_the_hall_empty(place: Place) -> None:
    hall, _hand = place
    form = {"id": "x", "service": "", "at": "", "name": "", "phone": ""}
    statuses = [sent(hall, "/appointments", form)[0] for _ in range(40)]
    assert set(statuses) == {422, 429}
