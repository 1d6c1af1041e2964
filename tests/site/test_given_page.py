"""Figures from elsewhere, entered in a browser and from a sheet; refused where they can't be true."""

from pathlib import Path

import pytest

from tests.verbs import say
from tests.web.browsers import Browser
from tests.web.hall_at_work import HallAtWork

FIGURE = {
    "indicator": "4.2", "first": "2026-11-01", "last": "2026-11-30", "fulfilled": "80", "of": "100",
    "source": "Cổng dịch vụ công",
}  # fmt: skip


@pytest.fixture
def head(hall: HallAtWork) -> Browser:
    browser = Browser(hall.port)
    browser.sign_in("head")
    return browser


def test_a_figure_is_given_and_shown_with_its_source(head: Browser) -> None:
    page = head.get("/given-figures")
    answer = head.post("/given-figures", {"form_key": page.form_key, **FIGURE})
    assert answer.status == 303
    assert "Cổng dịch vụ công" in head.get("/given-figures").text
    report = head.get("/reports/indicators?from=2026-11-01&to=2026-11-30&lang=en").text
    assert "given: Cổng dịch vụ công" in report
    assert "key=4.2" not in report, "nothing here was counted"
    assert "key=2.1" in report


def test_what_can_t_be_true_is_refused_in_words(head: Browser) -> None:
    page = head.get("/given-figures?lang=vi")
    answer = head.post("/given-figures", {"form_key": page.form_key, **FIGURE, "of": "70"})
    assert answer.status == 409
    assert "Số liệu không thể đúng" in answer.text


def test_an_inspector_looks_and_gives_nothing(hall: HallAtWork) -> None:
    browser = Browser(hall.port)
    browser.sign_in("inspector")
    page = browser.get("/given-figures")
    assert page.status == 200
    assert '<select name="indicator"' not in page.text
    answer = browser.post("/given-figures", {"form_key": page.form_key, **FIGURE})
    assert answer.status in {400, 409}


def test_a_sheet_is_taken_line_by_line(hall: HallAtWork, tmp_path: Path) -> None:
    sheet = tmp_path / "figures.csv"
    head = "indicator,first,last,fulfilled,of,source\n"
    sheet.write_text(head + "1,2026-10-01,2026-10-31,90,100,Cổng\n", "utf-8")
    where = ("--hall", hall.directory.path)
    assert say("indicators", "import", sheet, *where).exit_code == 0
    sheet.write_text(head + "1,2026-10-01,2026-10-31,190,100,Cổng\n9,x,y,z,1,\n", "utf-8")
    wrong = say("indicators", "import", sheet, *where)
    assert wrong.exit_code == 1
    assert f"{sheet}:2: " in wrong.output
    assert f"{sheet}:3: " in wrong.output
