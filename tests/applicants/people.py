"""A person to be kept, with names that are found nowhere else in a hall, and who looks."""

from datetime import date
from pathlib import Path

from hallctl.applicants.applicant import Applicant, Looker
from hallctl.applicants.store import Applicants

DIEM = Applicant(
    name="Đặng Thị Ngọc Diễm",
    identity="001190000123",
    birth_date=date(1990, 5, 17),
    address="Số 25 đường Trần Hưng Đạo, khóm 3",
    phone="0900 000 123",
    email="ngoc.diem@example.vn",
    notice_by="sms",
    return_to="Bưu cục Bình Minh",
)
LAN = Looker("lan", "counter-1")
CODE, OTHER_CODE = "H00.01.02-261120-0001", "H00.01.02-261120-0002"
KEY = b"k" * 32


class Clock:
    """Stands still until it is turned; milliseconds."""

    def __init__(self, at: int = 1_795_140_000_000) -> None:
        self.at = at

    def __call__(self) -> int:
        return self.at


def store_in(folder: Path, clock: Clock | None = None, key: bytes = KEY) -> Applicants:
    return Applicants(folder / "applicants.db", key, clock or Clock())
