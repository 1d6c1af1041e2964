"""What the browser's own printing gives: the hall's name above, nothing to press, no sheet all but empty."""

import pytest
from playwright.sync_api import Browser

from tests.forms.pdf import needs_poppler, word_boxes, words_on
from tests.site.visitor import visitor
from tests.web.hall_at_work import HallAtWork

pytestmark = needs_poppler

PRINTED = {
    "/leaders": "head",
    "/reports/visits?by=day&span=month": "head",
    "/reports/dossiers?by=department": "head",
    "/rules": "supervisor",
    "/today": "",
}
PRESSED = ("XLSX", "CSV", "JSON", "Mở báo cáo", "Xem hồ sơ", "Thêm cảnh báo", "Đăng nhập")
A_SHEET = 25
"""So many words at least: fewer are a heading whose table went to the next sheet."""


@pytest.mark.parametrize("path", PRINTED)
def test_a_printed_page_names_the_hall_and_leaves_out_what_is_pressed(
    chromium: Browser, hall: HallAtWork, path: str
) -> None:
    with visitor(chromium, hall, account=PRINTED[path]) as seen:
        seen.open(path)
        paper = seen.page.pdf(prefer_css_page_size=True)
    told = words_on(paper)
    assert "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG TỈNH" in told.upper()
    assert not [word for word in PRESSED if word in told]
    assert [count for sheet in word_boxes(paper)[:-1] if (count := len(sheet)) < A_SHEET] == []
