"""A supervisor ends the day too soon, in a real browser, and takes it back."""

from playwright.sync_api import Browser as Chromium
from playwright.sync_api import expect

from tests.hall_clients import wish
from tests.site.visitor import WALL, Visitor, in_every_look, is_sound, visitor
from tests.web.hall_at_work import HallAtWork, granted


def seen(hall: HallAtWork) -> dict[str, object]:
    """The hall as its supervisor sees it, without what follows the clock."""
    view = hall.wire().get("/api/views/hall").json
    return {
        "waiting": [one["number"] for one in view["waiting"]],
        "counters": [(one["counter"], one["official"], one["number"]) for one in view["counters"]],
        "counts": view["counts"],
    }


def end_the_day(supervisor: Visitor) -> str:
    """Gives the question that stood before it."""
    page = supervisor.page
    page.get_by_role("button", name="Kết thúc ngày", exact=True).click()
    question = supervisor.text("#question-words")
    page.locator("#question").get_by_role("button", name="Đồng ý").click()
    expect(page.locator(".title")).to_contain_text("Ngày làm việc chưa mở")
    return question


def test_a_day_ended_by_mistake_is_opened_again_as_it_stood(
    hall: HallAtWork, supervisor: Visitor
) -> None:
    wire = hall.wire()
    service = wire.get("/api/views/kiosk").json["services"][0]["service"]
    for _ in range(3):
        granted(wire.ask(wish("IssueTicket", service=service)))
    before = seen(hall)
    counts = hall.wire().get("/api/views/hall").json["counts"]
    assert counts["waiting"]
    assert counts["at_counters"]
    shown = supervisor.page.locator("[data-part=figures] .figure").first
    expect(shown).to_contain_text(str(counts["waiting"]))
    question = end_the_day(supervisor)
    assert f"Đang chờ: {counts['waiting']}, ở quầy: {counts['at_counters']}" in question
    page = supervisor.page
    here = counts["waiting"] + counts["at_counters"] + counts["parked"]
    expect(page.locator(".notice")).to_contain_text(f"còn {here} người")
    page.get_by_role("button", name="Mở lại ngày làm việc").click()
    expect(page.get_by_role("button", name="Kết thúc ngày", exact=True)).to_be_visible()
    assert seen(hall) == before


def test_numbers_ended_by_mistake_are_given_again(hall: HallAtWork, supervisor: Visitor) -> None:
    page, before = supervisor.page, seen(hall)
    page.get_by_role("button", name="Ngừng cấp số", exact=True).click()
    page.locator("#question").get_by_role("button", name="Đồng ý").click()
    page.get_by_role("button", name="Cấp số trở lại", exact=True).click()
    page.locator("#question").get_by_role("button", name="Đồng ý").click()
    expect(page.get_by_role("button", name="Ngừng cấp số", exact=True)).to_be_visible()
    assert seen(hall) == before


@in_every_look
def test_the_ended_day_is_readable_by_all(
    chromium: Chromium, hall: HallAtWork, language: str, size: tuple[int, int]
) -> None:
    hall.wire().ask(wish("CloseDay"))
    try:
        with visitor(chromium, hall, size, "supervisor") as ended:
            ended.open("/floor", language)
            is_sound(ended)
            ended.open("/leaders", language)
            told = ended.text("[data-part=today] h2")
            assert told.startswith({"vi": "Ngày làm việc gần nhất", "en": "The last"}[language])
            assert "27" in told.partition(" · ")[2], "its figures are not called today's"
    finally:
        hall.wire().ask(wish("OpenDay"))


def test_the_way_back_stands_on_the_ended_day_in_english(
    chromium: Chromium, hall: HallAtWork
) -> None:
    hall.wire().ask(wish("CloseDay"))
    with visitor(chromium, hall, WALL, "supervisor") as ended:
        ended.open("/floor", "en")
        ended.page.get_by_role("button", name="Open the day again").click()
        expect(ended.page.get_by_role("button", name="End the day", exact=True)).to_be_visible()
