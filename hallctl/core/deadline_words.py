"""A reckoning in words: each step as a line for officials and citizens, in their language."""

from collections.abc import Callable
from datetime import datetime

from hallctl.core.dates import day_said
from hallctl.core.deadlines import Step, StepKind

_WEEKDAYS = {
    "vi": ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_UNITS = {
    "vi": {
        "working_day": "ngày làm việc",
        "calendar_day": "ngày",
        "hour": "giờ làm việc",
        "month": "tháng",
    },
    "en": {
        "working_day": "working day",
        "calendar_day": "calendar day",
        "hour": "working hour",
        "month": "month",
    },
}


def day_in_words(at: datetime, language: str) -> str:
    """``thứ Sáu 13/02/2026``, ``Friday 13 February 2026``."""
    return f"{_WEEKDAYS[language][at.weekday()]} {day_said(at, language)}"


def moment_in_words(at: datetime, language: str) -> str:
    """``15:20 thứ Sáu 13/02/2026``."""
    return f"{at:%H:%M} {day_in_words(at, language)}"


def explained(step: Step, language: str) -> str:
    """The step as one line, ``vi`` or ``en``."""
    return (_VIETNAMESE if language == "vi" else _ENGLISH)[step.kind](step)


def _term(step: Step, language: str) -> str:
    amount, _, unit = step.detail.partition(" ")
    word = _UNITS[language][unit]
    plural = "s" if language == "en" and amount != "1" else ""
    return f"{amount.replace('.', ',') if language == 'vi' else amount} {word}{plural}"


def _until(step: Step) -> datetime:
    return datetime.fromisoformat(step.detail)


_VIETNAMESE: dict[StepKind, Callable[[Step], str]] = {
    StepKind.RECEIVED: lambda one: f"Nhận đủ hồ sơ hợp lệ lúc {moment_in_words(one.at, 'vi')}",
    StepKind.COUNTS_FROM: lambda one: (
        f"Ngoài giờ làm việc: tính từ {moment_in_words(one.at, 'vi')}"
    ),
    StepKind.AFTER_CUT_OFF: lambda one: (
        f"Nhận sau {one.detail}: trả ngày làm việc tiếp theo, {day_in_words(one.at, 'vi')}"
    ),
    StepKind.SAME_DAY: lambda one: f"Trả trong ngày, {day_in_words(one.at, 'vi')}",
    StepKind.TERM: lambda one: f"Thời hạn giải quyết {_term(one, 'vi')}",
    StepKind.DAY_OFF: lambda one: f"{_first(one, 'vi')} nghỉ{_because(one)}",
    StepKind.MOVED: lambda one: (
        f"Chuyển sang ngày làm việc tiếp theo, {day_in_words(one.at, 'vi')}"
    ),
    StepKind.STOPPED: lambda one: (
        f"Chờ bổ sung từ {moment_in_words(one.at, 'vi')} đến {moment_in_words(_until(one), 'vi')}"
    ),
    StepKind.DUE: lambda one: f"Hẹn trả lúc {moment_in_words(one.at, 'vi')}",
}

_ENGLISH: dict[StepKind, Callable[[Step], str]] = {
    StepKind.RECEIVED: lambda one: (
        f"Received complete and valid at {moment_in_words(one.at, 'en')}"
    ),
    StepKind.COUNTS_FROM: lambda one: (
        f"Outside working hours: counts from {moment_in_words(one.at, 'en')}"
    ),
    StepKind.AFTER_CUT_OFF: lambda one: (
        f"Received after {one.detail}: due the next working day, {day_in_words(one.at, 'en')}"
    ),
    StepKind.SAME_DAY: lambda one: f"Due the same day, {day_in_words(one.at, 'en')}",
    StepKind.TERM: lambda one: f"Time limit {_term(one, 'en')}",
    StepKind.DAY_OFF: lambda one: f"{_first(one, 'en')} is off{_because(one)}",
    StepKind.MOVED: lambda one: f"Moved to the next working day, {day_in_words(one.at, 'en')}",
    StepKind.STOPPED: lambda one: (
        f"Waiting for a supplement from {moment_in_words(one.at, 'en')}"
        f" until {moment_in_words(_until(one), 'en')}"
    ),
    StepKind.DUE: lambda one: f"Due at {moment_in_words(one.at, 'en')}",
}


def _first(step: Step, language: str) -> str:
    words = day_in_words(step.at, language)
    return words[0].upper() + words[1:]


def _because(step: Step) -> str:
    return f": {step.detail}" if step.detail else ""
