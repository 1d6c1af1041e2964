"""What happens by itself, set in a browser: checked, kept with who and when, undone, shown live."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser as Chromium

from hallctl.settings import read_hall
from hallctl.settings.changing.editing import HallFile
from tests.simulated import live
from tests.site.conftest import staffed
from tests.site.visitor import SIZES, is_sound, visitor
from tests.web.browsers import Browser
from tests.web.hall_at_work import HallAtWork

SETTINGS = """
[[alert_rule]]
rule = "crowd"
measure = "open_counters"
threshold = 0
advice = { vi = "Mở thêm quầy", en = "Open a counter" }
tell = "phó giám đốc"
is_urgent = true

[[report_mail]]
name = "monthly"
report = "visits"
by = "day"
to = ["ubnd@example.vn"]

[[webhook]]
name = "province"
url = "http://127.0.0.1:9/hall"
events = ["DossierFinished"]
"""
RULE = {
    "table": "alert_rule", "before": "", "rule": "few", "measure": "open_counters", "is_below": "yes",
    "threshold": "2", "minutes": "10", "vi": "Mở quầy", "act": "save",
}  # fmt: skip


@pytest.fixture(scope="module")
def ruled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HallAtWork]:
    """A hall that has one of each."""
    path = live(tmp_path_factory.mktemp("rules") / "hall")
    file = path / "hall.toml"
    text = file.read_text("utf-8").replace('host = ""\nport = 587', 'host = "127.0.0.1"\nport = 9')
    text = text.replace('sender = ""', 'sender = "motcua@example.vn"')
    file.write_text(text + SETTINGS, "utf-8")
    with staffed(path) as hall:
        yield hall


@pytest.fixture
def supervisor(ruled: HallAtWork) -> Browser:
    browser = Browser(ruled.port)
    browser.sign_in("supervisor")
    return browser


def path_of(hall: HallAtWork) -> Path:
    return hall.directory.path


@pytest.mark.parametrize("size", SIZES, ids=("phone", "wall"))
def test_rules_are_readable_by_all(
    chromium: Chromium, ruled: HallAtWork, size: tuple[int, int]
) -> None:
    with visitor(chromium, ruled, size, "supervisor") as seen:
        for path, language in (("/rules", "vi"), ("/sent-reports", "en"), ("/webhooks", "vi")):
            seen.open(path, language)
            for one in seen.page.locator("details > summary").all():
                one.click()
            is_sound(seen)


def test_an_alert_of_the_hall_s_own_shows_on_the_live_hall(supervisor: Browser) -> None:
    page = supervisor.get("/floor?lang=en").text
    assert "Open counters" in page
    assert "Open a counter" in page
    assert "For: phó giám đốc." in page


def test_a_rule_is_kept_with_who_and_when_and_undone(
    supervisor: Browser, ruled: HallAtWork
) -> None:
    page = supervisor.get("/rules")
    answer = supervisor.post("/rules", {"form_key": page.form_key, **RULE})
    assert answer.status == 303
    rules = {one.rule: one for one in read_hall(path_of(ruled)).plan.alert_rules}
    assert rules["few"].is_below
    assert rules["few"].minutes == 10
    change = HallFile(path_of(ruled)).changes()[0]
    assert (change.who, change.what) == ("supervisor", "alert_rule few: saved")
    supervisor.post("/rules", {"form_key": page.form_key, "act": "undo"})
    assert [one.rule for one in read_hall(path_of(ruled)).plan.alert_rules] == ["crowd"]


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({**RULE, "measure": "rumours"}, "alert_rule.few.measure"),
        ({**RULE, "threshold": "-1"}, "alert_rule.few.threshold"),
        (
            {
                "table": "report_mail", "name": "x", "report": "visits day", "to": "nobody",
                "period": "day", "at": "25:00", "format": "pdf", "language": "vi", "act": "save",
            },
            "report_mail.x.at",
        ),
        (
            {"table": "webhook", "name": "y", "url": "here", "events": "Rumour", "act": "save"},
            "webhook.y.url",
        ),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_refused_with_what_to_do(
    supervisor: Browser, ruled: HallAtWork, sent: dict[str, str], told: str
) -> None:
    before = HallFile(path_of(ruled)).text()
    page = supervisor.get("/rules")
    answer = supervisor.post("/rules", {"form_key": page.form_key, **sent})
    assert answer.status == 422
    assert told in answer.text
    assert HallFile(path_of(ruled)).text() == before


def test_a_report_is_sent_by_a_press_and_its_result_shown(supervisor: Browser) -> None:
    page = supervisor.get("/sent-reports")
    answer = supervisor.post("/sent-reports", {"form_key": page.form_key, "name": "monthly"})
    assert answer.status == 303
    shown = supervisor.get("/sent-reports?lang=en").text
    assert "ubnd@example.vn" in shown
    assert "unreachable" in shown, "nobody listens at that port; it will be tried again"


def test_a_webhook_is_tried_by_a_press(supervisor: Browser) -> None:
    page = supervisor.get("/webhooks")
    form = {"form_key": page.form_key, "name": "province", "act": "test"}
    assert "province: unreachable" in supervisor.post("/webhooks", form).text


def test_only_those_who_set_the_hall_up_may_set_rules(ruled: HallAtWork) -> None:
    browser = Browser(ruled.port)
    browser.sign_in("head")
    assert browser.get("/rules").status == 403
    assert browser.get("/webhooks").status == 403
    assert browser.get("/sent-reports").status == 200
