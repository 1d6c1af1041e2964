"""Views of a pad's counter, and a pad on a fake link that shows them."""

from PySide6.QtCore import QSize

from hallctl.core.events import VisitRated
from hallctl.core.plan import Words
from hallctl.core.views import PadView
from rating_pad.patience import Patience
from tests.fakes.sample_views import HEAD, NINE_O_CLOCK

LANDSCAPE = QSize(1280, 800)
PORTRAIT = QSize(800, 1280)
SMALL = QSize(1024, 600)
WITHOUT_GUARD = Patience(double_tap_s=0)
LONGEST = Words(
    "Bộ phận tiếp nhận và trả kết quả giải quyết thủ tục hành chính một cửa liên thông của Trung tâm "
    "Phục vụ hành chính công phường Hoàng Văn Thụ",
    "One-stop reception and results desk of the Hoàng Văn Thụ Ward Public Administration "
    "Service Centre for administrative procedures",
)


def pad_view(visit: str | None = None, **changes: object) -> PadView:
    """The pad of counter 3; with ``visit`` the hall offers that one for half an hour."""
    offer = {
        "visit": visit,
        "number": "A017" if visit else None,
        "language": "vi",
        "finished_at": NINE_O_CLOCK if visit else None,
        "rate_until": NINE_O_CLOCK + 1_800_000 if visit else None,
    }
    return PadView(**HEAD | {"counter": "3", "is_open": True} | offer | changes)


def rated(visit: str, result: int = 5, attitude: int = 4) -> VisitRated:
    """The fact that answers a rating."""
    return VisitRated(
        at=NINE_O_CLOCK,
        visit=visit,
        ticket=f"ticket-{visit}",
        number="A017",
        counter="3",
        official="official-3",
        result=result,
        attitude=attitude,
    )
