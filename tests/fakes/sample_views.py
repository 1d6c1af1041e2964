"""Views of one counter in a small hall, and in one with the longest names and the fullest queue."""

from datetime import date
from typing import Any

from hallctl.core.drawing.floor_drawing import reason_choices
from hallctl.core.plan import Words
from hallctl.core.plan.floor_rules import FloorRules
from hallctl.core.views import (
    CounterView,
    CurrentTicket,
    Destination,
    MissedTicket,
    OnBreak,
    OpenDesk,
    OwnFigures,
    PadView,
    ParkedTicket,
    ProfileChoice,
    ReasonChoice,
    ServiceChoice,
    SignView,
    UndoOffer,
    WaitingTicket,
)

NINE_O_CLOCK = 1_795_140_000_000
"""Friday 20 November 2026, 09:00 in Hà Nội."""
MINUTE = 60_000

HEAD: dict[str, Any] = {
    "journal_number": 1,
    "shown_at": NINE_O_CLOCK,
    "hall": Words("Trung tâm Phục vụ hành chính công tỉnh", "Provincial Public Service Hall"),
    "authority": Words("Ủy ban nhân dân tỉnh", "Provincial People's Committee"),
    "timezone": "Asia/Ho_Chi_Minh",
    "business_day": date(2026, 11, 20),
}

JUSTICE = Words("Tư pháp, hộ tịch", "Justice, civil status")
LAND = Words("Đất đai, môi trường", "Land, environment")
RESULTS = Words("Trả kết quả", "Return of results")
LONGEST = Words(
    "Nông nghiệp, môi trường và tài nguyên nước", "Agriculture, environment and water resources"
)


def choice(service: str, letter: str, name: Words, waiting: int = 3) -> ServiceChoice:
    """One service a counter serves."""
    return ServiceChoice(
        service=service,
        letter=letter,
        name=name,
        icon="file-text",
        waiting=waiting,
        counters_open=1,
        expected_wait_s=600,
        longest_wait_s=900,
    )


SERVICES = (
    choice("justice", "A", JUSTICE, 4),
    choice("land", "B", LAND, 2),
    choice("results", "T", RESULTS, 0),
)
LONG_SERVICES = tuple(choice(f"s{n}", "W", LONGEST, 99) for n in range(6))


def waiting(
    number: str, minutes: int, service: str = "justice", *, priority: bool = False
) -> WaitingTicket:
    """Someone who has waited so many minutes."""
    return WaitingTicket(
        ticket=f"ticket-{number}",
        number=number,
        service=service,
        has_priority=priority,
        queued_at=NINE_O_CLOCK - minutes * MINUTE,
        waited_s=minutes * 60,
    )


def current(
    number: str = "A017", minutes: float = 4, *, calls: int = 1, name: Words = JUSTICE
) -> CurrentTicket:
    """A ticket called so many minutes ago, after a wait of twelve."""
    called_at = NINE_O_CLOCK - int(minutes * MINUTE)
    return CurrentTicket(
        ticket=f"ticket-{number}",
        visit=f"visit-{number}",
        number=number,
        service="justice",
        service_name=name,
        language="vi",
        has_priority=calls > 1,
        issued_at=called_at - 12 * MINUTE,
        called_at=called_at,
        calls=calls,
    )


MORNING = (
    waiting("A018", 17, priority=True),
    waiting("B041", 16, "land"),
    waiting("A019", 11),
    waiting("A020", 6),
    waiting("B042", 4, "land"),
    waiting("A021", 0),
)


def missed(number: str, minutes: int) -> MissedTicket:
    """A no-show of so many minutes ago."""
    return MissedTicket(
        ticket=f"ticket-{number}", number=number, missed_at=NINE_O_CLOCK - minutes * MINUTE
    )


FLOOR_REASONS = reason_choices(FloorRules())


def parked(number: str, minutes: int, reason: str = "Điền tờ khai") -> ParkedTicket:
    """Someone who has been away for something so many minutes."""
    return ParkedTicket(
        ticket=f"ticket-{number}",
        number=number,
        service="justice",
        reason=Words(reason, "Filling in a form"),
        parked_at=NINE_O_CLOCK - minutes * MINUTE,
    )


PROFILES = (
    ProfileChoice(
        profile="",
        name=None,
        services=tuple(one.service for one in SERVICES),
        order="waiting",
        is_usual=True,
    ),
    ProfileChoice(
        profile="results-first",
        name=Words("Trả kết quả trước", "Results first"),
        services=("results", "justice"),
        order="strict",
        is_usual=False,
    ),
    ProfileChoice(
        profile="mixed",
        name=Words(
            "Xen kẽ tư pháp hộ tịch, đất đai môi trường", "Justice and land, environment by turns"
        ),
        services=("justice", "land"),
        order="mixture",
        is_usual=False,
    ),
)
"""What may be chosen at counter 3, its own way first."""


def undo_offer(
    undone: str = "TicketCalled", number: str = "A017", until: int = NINE_O_CLOCK + 10 * MINUTE
) -> UndoOffer:
    """The last press, which may be taken back for a while."""
    return UndoOffer(undone=undone, number=number, until=until)


def on_break() -> OnBreak:
    """Lunch since a quarter of an hour."""
    return OnBreak(reason=Words("Nghỉ trưa", "Lunch"), since=NINE_O_CLOCK - 15 * MINUTE)


def counter_view(**changes: Any) -> CounterView:
    """Counter 3 on an ordinary morning, free, six waiting; ``changes`` replace what they name."""
    view = CounterView(
        **HEAD,
        counter="3",
        counters=("1", "2", "3"),
        is_open=True,
        official="Nguyễn Thị Thanh Huyền",
        services=SERVICES,
        current=None,
        waiting=MORNING,
        waiting_total=len(MORNING),
        missed=(missed("A012", 9), missed("B036", 31)),
        figures=OwnFigures(called=16, finished=14, missed=2, average_service_s=412),
        target_s=900,
        oldest_wait_s=17 * 60,
        reasons=FLOOR_REASONS,
        destinations=tuple(
            Destination(service=one.service, letter=one.letter, name=one.name) for one in SERVICES
        ),
        desks=(
            OpenDesk(counter="1", official="Trần Văn Minh", is_on_break=False),
            OpenDesk(counter="2", official="Lê Thị Hoa", is_on_break=True),
        ),
        reserves=("Phạm Thu Hà", "Đỗ Quang Huy"),
    )
    return _changed(view, changes)


def crowded_counter_view(**changes: Any) -> CounterView:
    """The worst morning: longest names, four-digit numbers, hours of waiting, everyone missed."""
    return counter_view(
        counter="108",
        official="Nguyễn Phước Bảo Quỳnh Phương Anh Thư",
        services=LONG_SERVICES,
        current=current(
            "W1008",
            64,
            calls=12,
            name=LONGEST,
        ),
        waiting=tuple(waiting(f"W{1009 + n}", 125 - n, "s1", priority=True) for n in range(20)),
        waiting_total=1000,
        missed=tuple(missed(f"W{1000 - n}", 5 + n) for n in range(10)),
        figures=OwnFigures(
            called=1000, finished=988, missed=112, average_service_s=5999, break_s=3599
        ),
        parked=tuple(parked(f"W{900 + n}", 40 - n, "Nộp phí, lệ phí") for n in range(12)),
        destinations=tuple(
            Destination(service=f"s{n}", letter=chr(65 + n), name=LONGEST) for n in range(24)
        ),
        desks=tuple(
            OpenDesk(counter=str(n), official="Nguyễn Phước Bảo Quỳnh Phương", is_on_break=n == 2)
            for n in range(1, 9)
        ),
        **changes,
    )


def sign_view(**changes: Any) -> SignView:
    """The sign of counter 3, free."""
    view = SignView(**HEAD, counter="3", is_open=True, services=SERVICES, current=None)
    return _changed(view, changes)


def closed_sign(journal_number: int = 1) -> SignView:
    """The sign of a closed counter."""
    return sign_view(journal_number=journal_number, is_open=False)


REASONS = tuple(
    ReasonChoice(reason=reason, name=Words(vi, en))
    for reason, vi, en in (
        ("waiting", "Chờ đợi lâu", "Long wait"),
        ("guidance", "Hướng dẫn chưa rõ", "Unclear guidance"),
        ("extra-papers", "Bị đòi thêm giấy tờ", "Asked for extra papers"),
        ("several-trips", "Phải đi lại nhiều lần", "Had to come several times"),
        ("manners", "Thái độ chưa đúng mực", "Not treated with respect"),
        ("fees", "Bị thu khoản ngoài quy định", "Asked to pay what is not listed"),
    )
)


def pad_view(visit: str | None = "visit-A017", **changes: Any) -> PadView:
    """The pad of counter 3, asking about ``visit``."""
    view = PadView(
        **HEAD,
        counter="3",
        is_open=True,
        visit=visit,
        number=visit.removeprefix("visit-") if visit else None,
        language="vi",
        finished_at=NINE_O_CLOCK - MINUTE if visit else None,
        rate_until=NINE_O_CLOCK + 29 * MINUTE if visit else None,
    )
    return _changed(view, changes)


def _changed(view: Any, changes: dict[str, Any]) -> Any:
    fields = {name: getattr(view, name) for name in view.__struct_fields__}
    return type(view)(**fields | changes)
