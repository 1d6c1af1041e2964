"""Vietnam's calendar of 2026 in three halls: usual hours, eight hours a day, and half Saturdays."""

from datetime import date, datetime, time

import msgspec

from hallctl.core.calendar import Calendar, Shift
from hallctl.core.deadlines import DeadlineRules, Mode, Reckoner, Reckoning, Term, Unit
from hallctl.core.plan.dossier_rules import OFFICE_HOURS

DAYS_OFF = {
    date(2026, 1, 1): "Tết Dương lịch",
    **{date(2026, 2, day): "Tết Nguyên Đán" for day in range(16, 21)},
    date(2026, 4, 26): "Giỗ Tổ Hùng Vương",
    date(2026, 4, 27): "Giỗ Tổ Hùng Vương (nghỉ bù)",
    date(2026, 4, 30): "Ngày Chiến thắng",
    date(2026, 5, 1): "Quốc tế Lao động",
    date(2026, 8, 31): "Ngày nghỉ (thay cho ngày 22/08/2026)",
    date(2026, 9, 1): "Quốc khánh",
    date(2026, 9, 2): "Quốc khánh",
    date(2026, 11, 24): "Ngày Văn hóa Việt Nam",
}
DAYS_WORKED = {date(2026, 8, 22): "Làm bù cho ngày 31/08/2026"}

USUAL = Calendar(
    week=dict.fromkeys(range(1, 6), OFFICE_HOURS), days_off=DAYS_OFF, days_worked=DAYS_WORKED
)
"""07:30-11:30 and 13:30-17:00: seven and a half hours."""

EIGHT_HOURS = msgspec.structs.replace(
    USUAL,
    week=dict.fromkeys(range(1, 6), (OFFICE_HOURS[0], Shift(time(13), time(17)))),
)
HALF_SATURDAYS = msgspec.structs.replace(USUAL, week={**USUAL.week, 6: (OFFICE_HOURS[0],)})

MODES = {"end": Mode.END_OF_DAY, "minute": Mode.SAME_MINUTE, "hours": Mode.WORKING_HOURS}
UNITS: dict[str, Unit] = {"wd": "working_day", "d": "calendar_day", "h": "hour", "m": "month"}


def at(written: str) -> datetime:
    """``"13/02 15:20"`` in 2026, or with a year."""
    day, _, minute = written.partition(" ")
    when = [int(part) for part in day.split("/")]
    year = when[2] if len(when) == 3 else 2026
    return datetime.combine(date(year, when[1], when[0]), time.fromisoformat(minute))


def term(written: str) -> Term:
    """``"5 wd"``; ``"0"`` is the same day."""
    amount, _, unit = written.partition(" ")
    return Term(float(amount), UNITS[unit or "wd"])


def reckoner(
    of: str, mode: str = "end", calendar: Calendar = USUAL, *, has_cut_off: bool = False
) -> Reckoner:
    rules = DeadlineRules(mode=MODES[mode], has_cut_off=has_cut_off)
    return Reckoner(term(of), rules, calendar)


def due(of: str, received: str, mode: str = "end", calendar: Calendar = USUAL) -> Reckoning:
    return reckoner(of, mode, calendar).due(at(received))
