"""Figures as people of either language write them: 1.240 and 1,240; 12 phút and 12 min."""

from datetime import date, datetime
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from zoneinfo import ZoneInfo

from hallctl.core import dates
from hallctl.core.plan import Words

NOTHING = "—"
"""What a share or a mean of nothing is written as."""
WEEKDAYS = {
    "vi": ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_SHORT = {
    "vi": ("T2", "T3", "T4", "T5", "T6", "T7", "CN"),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}


class Saying:
    """Says figures in one language, by the clock of one zone."""

    def __init__(self, language: str, timezone: str) -> None:
        self.language = language
        self._zone = ZoneInfo(timezone)
        self._is_english = language == "en"

    def number(self, number: float | None, decimals: int = 0) -> str:
        """With its thousands apart: ``1.240`` or ``1,240``; a dash for None."""
        if number is None:
            return NOTHING
        written = f"{number:,.{decimals}f}"
        return written if self._is_english else written.translate(_SWAPPED)

    def share(self, part: int, whole: int, decimals: int = 2) -> str:
        """In per cent, half rounded up; a dash of nothing."""
        if not whole:
            return NOTHING
        percent = Decimal(100 * part) / Decimal(whole)
        step = Decimal(1).scaleb(-decimals)
        return f"{self._decimal(percent.quantize(step, ROUND_HALF_UP))} %"

    def share_down(self, part: int, whole: int) -> str:
        """In whole per cent, rounded down as boards show it: 100 % is said of all only."""
        if not whole:
            return NOTHING
        return f"{(Decimal(100 * part) / Decimal(whole)).quantize(Decimal(1), ROUND_DOWN)} %"

    def minutes(self, seconds: int | None) -> str:
        """A span of time in whole minutes, rounded up; hours where there are many."""
        if seconds is None:
            return NOTHING
        minutes = -(-seconds // 60)
        minute = "min" if self._is_english else "phút"
        if minutes < 100:
            return f"{minutes} {minute}"
        hours, minutes = divmod(minutes, 60)
        hour = "h" if self._is_english else "giờ"
        return f"{hours} {hour} {minutes:02}"

    def exact(self, seconds: float | None) -> str:
        """Minutes and seconds, ``12:05``; hours before them where there are any."""
        if seconds is None:
            return NOTHING
        minutes, second = divmod(round(seconds), 60)
        hours, minute = divmod(minutes, 60)
        return f"{hours}:{minute:02}:{second:02}" if hours else f"{minute}:{second:02}"

    def clock(self, at: int) -> str:
        """The time of day of a moment in ms, ``09:12``."""
        return f"{self._local(at):%H:%M}"

    def moment(self, at: int) -> str:
        """A moment in ms with its day, ``09:12 20/11/2026``, or ``09:12, 20 Nov 2026``."""
        between = ", " if self._is_english else " "
        return f"{self.clock(at)}{between}{self.day(self._local(at))}"

    def day(self, day: date) -> str:
        """``20/11/2026``; in English the month by name, for not everybody puts the day first."""
        return f"{self.short_day(day)} {day.year}" if self._is_english else f"{day:%d/%m/%Y}"

    def day_of(self, iso: str) -> str:
        """The same of a day that is written ``2026-11-20``."""
        return self.day(date.fromisoformat(iso[:10]))

    def short_day(self, day: date) -> str:
        """``20/11``, or ``20 Nov``: of a year that is plain."""
        return (
            f"{day.day} {dates.SHORT_MONTHS[day.month - 1]}" if self._is_english else f"{day:%d/%m}"
        )

    def short_day_at(self, at: int) -> str:
        """The same of a moment in ms."""
        return self.short_day(self._local(at))

    def month(self, day: date) -> str:
        """The month that the day lies in: ``11/2026``, or ``November 2026``."""
        return f"{dates.MONTHS[day.month - 1]} {day.year}" if self._is_english else f"{day:%m/%Y}"

    def week(self, iso: str) -> str:
        """One that is written ``2026-W48``: ``Tuần 48/2026``, or ``Week 48, 2026``."""
        year, _, week = iso.partition("-W")
        return f"Week {int(week)}, {year}" if self._is_english else f"Tuần {int(week)}/{year}"

    def weekday(self, weekday: int) -> str:
        """1 is Monday."""
        return WEEKDAYS[self.language][weekday - 1]

    def short_weekday(self, weekday: int) -> str:
        """For narrow columns."""
        return _SHORT[self.language][weekday - 1]

    def words(self, words: Words) -> str:
        """A name in this language, or in Vietnamese."""
        return words.spoken_in(self.language)

    def _decimal(self, number: Decimal) -> str:
        return str(number) if self._is_english else str(number).replace(".", ",")

    def _local(self, at: int) -> datetime:
        return datetime.fromtimestamp(at / 1000, self._zone)


_SWAPPED = str.maketrans(",.", ".,")
