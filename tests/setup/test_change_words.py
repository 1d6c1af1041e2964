"""A change of the set-up is told in the reader's words."""

import pytest

from hallctl.web.site import WORDS
from hallctl.web.site.change_words import change_in_words


@pytest.mark.parametrize(
    ("kept", "vietnamese", "english"),
    [
        ("counter 12: saved", "Quầy 12: đã lưu", "Counter 12: saved"),
        (
            "official Lê Thị Tư: photo",
            "Cán bộ Lê Thị Tư: đổi ảnh",
            "Officials Lê Thị Tư: photo changed",
        ),
        ("hours: saved", "Giờ làm việc: đã lưu", "Working hours: saved"),
        (
            "undo: service land: removed",
            "Hoàn tác: Lĩnh vực land: đã bỏ",
            "Undone: Service land: removed",
        ),
        ("playlist: add tet.png", "Hình trên bảng: tet.png, đã thêm", "Playlist: tet.png, added"),
        ("catalogue 2026-12-01: moi.xlsx", "Danh mục thủ tục: moi.xlsx", "Catalogue: moi.xlsx"),
        ("by hand", "by hand", "by hand"),
    ],
)
def test_a_kept_change_has_words(kept: str, vietnamese: str, english: str) -> None:
    assert change_in_words(kept, WORDS["vi"]) == vietnamese
    assert change_in_words(kept, WORDS["en"]) == english
