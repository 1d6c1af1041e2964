"""Fees on paper: a citizen's slip with its VietQR code, and a day's list to be signed."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypedDict

from sqlite_utils import Database

from hallctl.core.dossier_time import wall_clock
from hallctl.core.plan import Plan, Words
from hallctl.core.slips.fee_paper import FeeLine, FeeSlip, dong
from hallctl.core.slips.fee_slips import pay_to, purpose_of
from hallctl.forms.errors import FormError
from hallctl.forms.hall_lists import Column, Fact, HallList
from hallctl.ledger.office.fee_reading import (
    FEES_BY,
    FeeLineOfDay,
    FeeRecord,
    FeesBy,
    Payment,
    day_by,
    day_total,
    payments_of,
)
from hallctl.papers.words import NUMBER, SIGN_HERE, name_of, shortened

TITLE = Words("Bảng đối chiếu phí, lệ phí", "Fees of the day")
EACH_TITLE = Words("Chi tiết thu, hoàn phí, lệ phí", "Every payment of the day")
DAY = Words("Ngày", "Day")
BYS: dict[str, Words] = {
    "counter": Words("Quầy", "Counter"),
    "official": Words("Cán bộ", "Official"),
    "method": Words("Hình thức", "Method"),
    "procedure": Words("Thủ tục", "Procedure"),
}
METHODS: dict[str, Words] = {
    "cash": Words("Tiền mặt", "Cash"),
    "transfer": Words("Chuyển khoản", "Transfer"),
    "online": Words("Trực tuyến", "Online"),
}
KINDS: dict[str, Words] = {
    "paid": Words("Thu", "Paid"),
    "corrected": Words("Điều chỉnh", "Corrected"),
    "cancelled": Words("Hoàn", "Paid back"),
}
TIMES, TAKEN = Words("Số lần", "Payments"), Words("Thu", "Taken")
BACK, BALANCE = Words("Hoàn", "Paid back"), Words("Còn lại", "Balance")
TOTAL, EMPTY = Words("Tổng cộng", "Total"), Words("Không có khoản nào", "Nothing")
CODE, TIME, WHAT = Words("Mã hồ sơ", "Dossier"), Words("Giờ", "Time"), Words("Việc", "What")
AMOUNT = Words("Số tiền", "Amount")
SIGNERS = (
    Words("Người lập", "Made by"),
    Words("Thủ quỹ", "Cashier"),
    Words("Phụ trách trung tâm", "Head of the hall"),
)


class _Head(TypedDict):
    """How each of the day's lists begins."""

    authority: str
    hall: str
    issued: date
    title: str


def fee_slip(plan: Plan, dossier: str, fees: Iterable[FeeRecord]) -> FeeSlip:
    """What is due for the dossier. Raises :class:`FormError` where nothing is, or no account."""
    due = tuple(FeeLine(fee.name, fee.amount) for fee in fees if fee.state == "due")
    if not due:
        raise FormError("nothing is due for that dossier")
    if not plan.fees.bank:
        raise FormError("the hall's settings have no account for fees")
    return FeeSlip(
        hall=plan.hall,
        dossier=dossier,
        lines=due,
        pay_to=pay_to(plan),
        purpose=purpose_of(dossier),
    )


def day_lists(database: Database, plan: Plan, day: date, language: str) -> list[HallList]:
    """The day's money by counter, official, method and procedure, then every payment."""
    total = day_total(database, day)
    sums = [_sums(plan, day, by, [*day_by(database, day, by)], total, language) for by in FEES_BY]
    return [*sums, _each(plan, day, payments_of(database, day), total, language)]


def _sums(  # noqa: PLR0913, PLR0917 - the parts of one list
    plan: Plan,
    day: date,
    by: FeesBy,
    lines: Sequence[FeeLineOfDay],
    total: FeeLineOfDay,
    language: str,
) -> HallList:
    below, is_last = by != FEES_BY[0], by == FEES_BY[-1]
    heads = (BYS[by], TIMES, TAKEN, BACK, BALANCE)
    shares = (70, 20, 32, 32, 32)
    return HallList(
        **_head(plan, day, TITLE, language),
        facts=() if below else _facts(day, language),
        columns=tuple(
            Column(head.spoken_in(language), share, "text" if head is BYS[by] else "number")
            for head, share in zip(heads, shares, strict=True)
        ),
        rows=tuple(_row(named(plan, by, line.key, language), line) for line in lines),
        totals=(_row(TOTAL.spoken_in(language), total),),
        empty=EMPTY.spoken_in(language),
        signers=tuple(one.spoken_in(language) for one in SIGNERS) if is_last else (),
        sign_here=SIGN_HERE.spoken_in(language),
        below=below,
    )


def named(plan: Plan, by: FeesBy, key: str, language: str) -> str:
    """The key as people know it."""
    if by == "method":
        return METHODS[key].spoken_in(language)
    return shortened(name_of(key, plan)) if by == "procedure" else key or "–"


def _row(name: str, line: FeeLineOfDay) -> tuple[str, ...]:
    return (name, str(line.payments), *map(dong, (line.taken, line.paid_back, line.balance)))


def _each(
    plan: Plan, day: date, payments: Sequence[Payment], total: FeeLineOfDay, language: str
) -> HallList:
    heads = (NUMBER, TIME, CODE, WHAT, BYS["method"], BYS["counter"], BYS["official"], AMOUNT)
    shares = (10, 14, 48, 22, 26, 14, 26, 26)
    rows = tuple(
        (
            str(number),
            f"{wall_clock(one.at, plan.timezone):%H:%M}",
            f"{one.dossier} / {one.fee}",
            KINDS[one.kind].spoken_in(language),
            METHODS[one.method].spoken_in(language),
            one.counter or "–",
            one.official,
            dong(one.amount),
        )
        for number, one in enumerate(payments, start=1)
    )
    blanks = ("",) * 6
    return HallList(
        **_head(plan, day, EACH_TITLE, language),
        facts=_facts(day, language),
        columns=tuple(
            Column(head.spoken_in(language), share, "number" if head is AMOUNT else "text")
            for head, share in zip(heads, shares, strict=True)
        ),
        rows=rows,
        totals=(("", *blanks, dong(total.balance)),),
        empty=EMPTY.spoken_in(language),
    )


def _head(plan: Plan, day: date, title: Words, language: str) -> _Head:
    return {
        "authority": plan.authority.spoken_in(language),
        "hall": plan.hall.spoken_in(language),
        "issued": day,
        "title": title.spoken_in(language),
    }


def _facts(day: date, language: str) -> tuple[Fact, ...]:
    return (Fact(DAY.spoken_in(language), f"{day:%d/%m/%Y}"),)
