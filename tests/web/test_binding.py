"""Compounds hold together on every page, and what a form sends back stays as it was."""

import pytest

from hallctl.web.pages.binding import bound


@pytest.mark.parametrize(
    ("written", "drawn"),
    [
        ("<h1>Sở Công Thương</h1>", "<h1>Sở Công\u00a0Thương</h1>"),
        (
            "<b>Thủ tục <i>hành chính</i> công</b>",
            "<b>Thủ\u00a0tục <i>hành\u00a0chính</i> công</b>",
        ),
        ("<input value='hành chính'>hộ tịch<br>", "<input value='hành chính'>hộ\u00a0tịch<br>"),
        ("<option>hộ tịch</option>", "<option>hộ tịch</option>"),
        ("<textarea>\nhộ tịch, kết hôn</textarea>", "<textarea>\nhộ tịch, kết hôn</textarea>"),
        ("<p>Births and family status</p>", "<p>Births and family status</p>"),
    ],
)
def test_words_that_belong_together_are_never_parted(written: str, drawn: str) -> None:
    assert bound(written) == drawn
