"""A small hall for the board's tests: it calls, recalls, finishes, and shows its board view."""

from dataclasses import dataclass, field, replace
from datetime import date

import msgspec

from hallctl.core.plan import Words
from hallctl.core.views import (
    BoardView,
    Call,
    Counts,
    DepartmentCounts,
    DossierCounts,
    HallCodeShown,
    ServiceChoice,
)

MONDAY = date(2026, 11, 23)
NINE_O_CLOCK = 1_795_399_200_000
"""Monday 23/11/2026, 09:00 in Hồ Chí Minh City, in milliseconds."""
CIVIL = Words("Hộ tịch: khai sinh, kết hôn", "Civil status: births and marriages")
SHORT_SERVICES = (
    ("A", CIVIL, 4, 720),
    ("B", Words("Chứng thực, sao y", "Certified copies"), 7, 1080),
    ("C", Words("Đất đai, nhà ở", "Land and housing"), 9, 2100),
    ("D", Words("Đăng ký kinh doanh", "Business registration"), 2, 540),
    ("E", Words("Bảo hiểm, chế độ chính sách", "Insurance and benefits"), 5, 960),
    ("F", Words("Căn cước, cư trú", "ID card and residence"), 0, 0),
)


def choice(letter, name, waiting, expected_s, counters_open=1):
    return ServiceChoice(
        service=f"service-{letter.lower()}",
        letter=letter,
        name=name,
        icon="file-text",
        waiting=waiting,
        counters_open=counters_open,
        expected_wait_s=expected_s if counters_open else None,
        longest_wait_s=expected_s or 0,
    )


HALL = Words("Trung tâm Phục vụ hành chính công", "Public Administration Service Centre")
AUTHORITY = Words("Ủy ban nhân dân tỉnh Quảng Nam", "Quảng Nam Provincial People's Committee")


@dataclass
class SmallHall:
    """Its clock is ``clock_s``; each ``call`` is the next announcement of the day."""

    clock_s: float = 0.0
    calls: list[Call] = field(default_factory=list)
    last_call: int = 0
    journal_number: int = 1
    business_day: date | None = MONDAY
    services: tuple[ServiceChoice, ...] = tuple(choice(*one) for one in SHORT_SERVICES)
    counts: Counts = field(
        default_factory=lambda: Counts(
            issued=241,
            waiting=27,
            at_counters=5,
            finished=196,
            missed=9,
            cancelled=4,
            called=190,
            within_target=182,
            average_wait_s=455,
            longest_wait_s=1560,
            rated=154,
            satisfied=152,
        )
    )
    notices: tuple[Words, ...] = (
        Words(
            "Xin giữ phiếu cho đến khi xong việc.", "Please keep your ticket until you are done."
        ),
        Words(
            "Người cao tuổi, người khuyết tật, phụ nữ mang thai được ưu tiên.",
            "Priority for older people, disabled people and pregnant women.",
        ),
    )
    dossiers: DossierCounts = field(default_factory=DossierCounts)
    departments: tuple[DepartmentCounts, ...] = ()
    hall_code: HallCodeShown | None = None
    hall: Words = HALL
    authority: Words = AUTHORITY

    def call(self, number, counter="3", language="vi", name=CIVIL):
        """Call a number, or call it again: a recall takes its ticket's place anew."""
        self.last_call += 1
        self.journal_number += 1
        recalled = any(one.number == number for one in self.calls)
        self.calls = [one for one in self.calls if one.number != number]
        newest = Call(
            call=self.last_call,
            ticket=f"ticket-{number}",
            number=number,
            counter=counter,
            service=f"service-{number[0].lower()}",
            service_name=name,
            language=language,
            called_at=NINE_O_CLOCK + round(self.clock_s * 1000),
            is_recall=recalled,
            is_current=True,
        )
        self.calls = [newest, *self.calls][:20]
        return self.last_call

    def finish(self, number):
        """The ticket's visit is over."""
        self.journal_number += 1
        self.calls = [
            msgspec.structs.replace(one, is_current=False) if one.number == number else one
            for one in self.calls
        ]

    def withdraw(self, number):
        """The call was a mistake and is taken back."""
        self.journal_number += 1
        self.calls = [
            msgspec.structs.replace(one, is_current=False, is_withdrawn=True)
            if one.number == number
            else one
            for one in self.calls
        ]

    def open_day(self, day):
        """Another business day, without calls."""
        self.journal_number += 1
        self.business_day, self.calls, self.last_call = day, [], 0

    def copy(self, **changes):
        return replace(self, **changes)

    @property
    def view(self):
        return BoardView(
            journal_number=self.journal_number,
            shown_at=NINE_O_CLOCK + round(self.clock_s * 1000),
            hall=self.hall,
            authority=self.authority,
            timezone="Asia/Ho_Chi_Minh",
            business_day=self.business_day,
            calls=tuple(self.calls),
            services=self.services,
            counts=self.counts,
            by_service=(),
            counters_open=6,
            notices=self.notices,
            target_s=900,
            dossiers=self.dossiers,
            departments=self.departments,
            newest_call=self.last_call,
            hall_code=self.hall_code,
        )
