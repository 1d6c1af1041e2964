"""Views of a small hall, and of one with the longest names, for screens without a controller."""

from datetime import date
from typing import Any

from hallctl.core.plan import Words
from hallctl.core.views import SignView

NINE_O_CLOCK = 1_795_140_000_000
"""Friday 20 November 2026, 09:00 in Hà Nội."""

HEAD: dict[str, Any] = {
    "journal_number": 1,
    "shown_at": NINE_O_CLOCK,
    "hall": Words("Trung tâm Phục vụ hành chính công", "Public Administration Service Centre"),
    "authority": Words(
        "Ủy ban nhân dân tỉnh Quảng Ninh", "Quảng Ninh Provincial People’s Committee"
    ),
    "timezone": "Asia/Ho_Chi_Minh",
    "business_day": date(2026, 11, 20),
}


def closed_sign(journal_number: int = 1) -> SignView:
    return SignView(
        **HEAD | {"journal_number": journal_number},
        counter="3",
        is_open=False,
        services=(),
        current=None,
    )
