"""What the hall says to a panel of the work behind the counter: ordinary, and longest."""

from typing import Any

import msgspec

from hallctl.core.plan import Words
from hallctl.core.views import (
    DepartmentShown,
    ManifestShown,
    MissingDossier,
    OfficeGlance,
    RunShown,
    RunsView,
    TicketView,
    TripShown,
)
from tests.fakes.sample_views import HEAD, MINUTE, NINE_O_CLOCK
from tests.screens.desk_samples import CODE, HOUR

OFFICE = OfficeGlance(has_runs=True, has_dossiers=True)
ALARM = OfficeGlance(has_runs=True, has_dossiers=True, missing=3)
RUN = "2026-11-20-2"
SHORT = Words("Sở Tư pháp", "Justice")
LONG = Words(
    "Sở Nông nghiệp và Môi trường", "Department of Agriculture and Environment of the Province"
)
VIET_QR = (
    "00020101021238570010A00000072701270006970415011300110019324180208QRIBFTTA5303704540811200005802VN"
    "62270823HS H155005132611200975630447A1"
)


def run(*, long: bool = False, is_open: bool = True, missing: int = 0) -> RunShown:
    names = (LONG, SHORT) * (3 if long else 1)
    return RunShown(
        run=RUN,
        trip=2,
        leaves_at=NINE_O_CLOCK,
        due_at=NINE_O_CLOCK + 90 * MINUTE,
        is_open=is_open,
        is_late=False,
        scanned=128 if long else 6,
        arrived=4,
        on_its_way=0 if missing or not is_open else 2,
        missing=missing,
        manifests=tuple(
            ManifestShown(department=f"d{n}", department_name=name, out=4 + n, back=1, on_its_way=2)
            for n, name in enumerate(names)
        ),
    )


def runs(*, long: bool = False, missing: int = 0, is_open: bool = True) -> Any:
    """Two trips opened of a timetable of eight."""
    names = (LONG, SHORT) * (6 if long else 1)
    view = RunsView(
        **HEAD,
        runs=(run(long=long, is_open=is_open, missing=missing),),
        missing=tuple(
            MissingDossier(
                dossier=f"H15.50.05.13-261119-{n:04}",
                run="2026-11-19-7",
                row=n,
                department_name=LONG,
                direction="out",
                out_at=NINE_O_CLOCK - n * HOUR,
                due_at=NINE_O_CLOCK,
                is_run_over=n % 2 == 0,
            )
            for n in range(missing)
        ),
        missing_total=missing,
        next_leaves_at=NINE_O_CLOCK + HOUR,
        trips=tuple(
            TripShown(
                trip=trip,
                leaves_at=NINE_O_CLOCK + (trip - 2) * HOUR,
                run=RUN if trip == 2 else "",
            )
            for trip in range(1, 9)
        ),
        departments=tuple(
            DepartmentShown(department=f"d{n}", department_name=name)
            for n, name in enumerate(names)
        ),
    )
    return msgspec.to_builtins(view)


def rows(count: int = 6) -> Any:
    states = ("in", "on_its_way", "missing")
    return {
        "run": {},
        "items": [
            {
                "row": n,
                "dossier": f"H15.50.05.13-261120-{n:04}",
                "department": f"d{n % 2}",
                "direction": ("out", "back")[n % 2],
                "state": states[n % 3],
                "in_at": NINE_O_CLOCK,
            }
            for n in range(1, count + 1)
        ],
    }


def fees(*, long: bool = False, paid: bool = False) -> Any:
    name = "Lệ phí cấp giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà ở" if long else "Lệ phí"
    fee = {"name": name, "amount": 1_120_000, "state": "paid" if paid else "due", "fee": 1}
    more = {"name": "Bản sao trích lục", "amount": 16_000, "state": "cancelled", "reason": "miễn"}
    return {
        "fees": [
            fee | {"method": "transfer" if paid else None},
            *({"fee": n, **more, "method": None} for n in range(2, 9 if long else 3)),
        ]
    }


def slip() -> Any:
    return {
        "version": 1,
        "blocks": [
            {"block": "text", "text": "Phiếu thu"},
            {"block": "qr", "text": VIET_QR, "caption": "VietQR"},
        ],
    }


def day_fees(*, long: bool = False) -> Any:
    many = 14 if long else 3
    money = {"payments": 128, "taken": 125_120_000, "paid_back": 16_000}
    procedure = "1.004227.000.00.00.H15" if long else "1.001193"
    keys = {"counter": "3", "official": "Nguyễn Thị Thanh Huyền", "method": "cash",
            "procedure": procedure}  # fmt: skip
    return {
        "day": "2026-11-20",
        "by": {key: [{"key": one, **money} for _ in range(many)] for key, one in keys.items()},
        "total": {"key": "", **money},
        "payments": [
            {
                "dossier": CODE,
                "at": NINE_O_CLOCK + n * MINUTE,
                "counter": "3",
                "official": "Nguyễn Thị Thanh Huyền",
                "method": "transfer",
                "kind": "fee",
                "amount": 1_120_000 if n % 4 else -16_000,
            }
            for n in range(many)
        ],
    }


def deliveries(*, long: bool = False) -> Any:
    many = 12 if long else 3
    carrier = "Bưu điện tỉnh – Trung tâm khai thác vận chuyển" if long else "VNPost"

    def sent(n: int, state: str) -> dict[str, Any]:
        return {
            "batch": f"2026-11-20-P{1 + n // 4}",
            "dossier": f"H15.50.05.13-261118-{n:04}",
            "carrier": carrier,
            "state": state,
            "handed_at": NINE_O_CLOCK,
        }

    return {
        "ready": [f"H15.50.05.13-261117-{n:04}" for n in range(many)],
        "under_way": [sent(n, "handed_over") for n in range(many)],
        "today": [sent(n, ("handed_over", "delivered", "came_back")[n % 3]) for n in range(many)],
        "carriers": [carrier, "Viettel Post"] if long else ["VNPost"],
        "fee": 30_000,
    }


def ticket(state: str = "waiting", **changes: Any) -> Any:
    """A ticket of today as the hall tells of it."""
    fields: dict[str, Any] = {
        **HEAD,
        "ticket": "2026-11-20-A017",
        "visit": "visit-A017",
        "number": "A017",
        "service_name": Words("Tư pháp", "Justice"),
        "state": state,
        "ahead": 3,
        "expected_wait_s": 720,
        "counter": "2",
        "issued_at": 0,
        "called_at": None,
        "calls": 0,
        "language": "vi",
    }
    return msgspec.to_builtins(TicketView(**fields | changes))
