"""The hall's clock as a screen shows it: the controller's time, in the hall's time zone."""

from datetime import datetime, timedelta
from time import monotonic
from zoneinfo import ZoneInfo

from PySide6.QtCore import Property, QObject, QTimer, Signal

from hallctl.core.dates import day_said

_WEEKDAYS = {
    "vi": ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}


def spoken_date(day: datetime, language: str) -> str:
    """ "Thứ Hai, 23/11/2026", the weekday kept on one line."""
    weekday = _WEEKDAYS.get(language, _WEEKDAYS["vi"])[day.weekday()]
    return f"{weekday.replace(' ', chr(0xA0))}, {day_said(day, language)}"


class HallClock(QObject):
    """Runs on from the last time the controller told; empty until it has told one."""

    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._told: datetime | None = None
        self._told_at = 0.0
        self._language = "vi"
        self._shown = ("", "")
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._on_second)

    def set_hall_time(self, shown_at: int, timezone: str) -> None:
        """Take the controller's time, milliseconds since 1970, as the present."""
        self._told = datetime.fromtimestamp(shown_at / 1000, ZoneInfo(timezone))
        self._told_at = monotonic()
        self._timer.start()
        self._tell()

    def set_language(self, language: str) -> None:
        """Speak the date in ``language`` from now on."""
        self._language = language
        self._tell()

    def now(self) -> datetime | None:
        """The hall's present time, or None before the controller has told it."""
        if self._told is None:
            return None
        zone = self._told.tzinfo
        since = timedelta(seconds=monotonic() - self._told_at)
        return (self._told.astimezone(ZoneInfo("UTC")) + since).astimezone(zone)

    def _on_second(self) -> None:
        self._tell()

    def _tell(self) -> None:
        """Views come many a second: who shows the time hears of it when it is another."""
        shown = (self._time_with_seconds(), self._date())
        if shown != self._shown:
            self._shown = shown
            self.ticked.emit()

    def _time(self) -> str:
        now = self.now()
        return now.strftime("%H:%M") if now else ""

    def _time_with_seconds(self) -> str:
        now = self.now()
        return now.strftime("%H:%M:%S") if now else ""

    def _date(self) -> str:
        now = self.now()
        if now is None:
            return ""
        return spoken_date(now, self._language)

    time = Property(str, _time, notify=ticked)
    time_with_seconds = Property(str, _time_with_seconds, notify=ticked)
    date = Property(str, _date, notify=ticked)
