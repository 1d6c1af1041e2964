"""A day's money to be reconciled: by counter, official, method or procedure, and every payment."""

from datetime import date, timedelta

import msgspec
from PySide6.QtCore import Property, QObject, Signal, Slot

from counter_display.desk.moments import clock_of
from counter_display.desk.money import dong
from counter_display.desk.office.page import Around, Page

KEYS = ("counter", "official", "method", "procedure")


class _Line(msgspec.Struct, frozen=True):
    key: str
    payments: int
    taken: int
    paid_back: int


class _Payment(msgspec.Struct, frozen=True):
    dossier: str
    at: int
    counter: str
    official: str
    method: str
    kind: str
    amount: int


class _Day(msgspec.Struct, frozen=True):
    day: date
    by: dict[str, tuple[_Line, ...]]
    total: _Line
    payments: tuple[_Payment, ...]


class DayFees(Page):
    """Today's list, or that of a day before."""

    day_changed = Signal()

    def __init__(self, around: Around, parent: QObject) -> None:
        super().__init__(around, parent)
        self._day: date | None = None
        self._found: _Day | None = None
        self._by = "counter"
        self.changed.connect(self.day_changed)

    def open(self) -> None:
        """Begin with today."""
        self._day, self._found = None, None
        super().open()

    @Slot(str)
    def choose(self, key: str) -> None:
        """By what the money is told apart."""
        if key in KEYS:
            self._by = key
            self.changed.emit()

    @Slot(int)
    def turn(self, days: int) -> None:
        """So many days on, or back."""
        if self._found is not None:
            self._day = self._found.day + timedelta(days)
            self._fetch()

    @Slot(str)
    def paper(self, act: str) -> None:
        """The list to be signed: ``open``, ``save`` or ``print``."""
        if self._found is not None:
            day = self._found.day
            language = self._preferences.spoken()
            self._pdf.fetch(act, f"fees-{day}", f"/api/fees.pdf?day={day}&lang={language}")

    def _fetch(self) -> None:
        self._get("/api/fees" + (f"?day={self._day}" if self._day else ""), _Day, self._take)

    def _take(self, found: _Day) -> None:
        self._found = found

    def _lines(self) -> list[dict[str, str]]:
        found = self._found
        return [
            self._line(one, self._named(one.key)) for one in (found.by[self._by] if found else ())
        ]

    def _total(self) -> dict[str, str]:
        name = self._preferences.say("day_total")
        return self._line(self._found.total, name) if self._found else {}

    def _line(self, one: _Line, name: str) -> dict[str, str]:
        return {
            "name": name,
            "payments": str(one.payments),
            "taken": dong(one.taken),
            "paid_back": dong(one.paid_back) if one.paid_back else "–",
            "balance": dong(one.taken - one.paid_back),
        }

    def _named(self, key: str) -> str:
        if self._by == "method":
            return self._preferences.say(f"method_{key}")
        if self._by == "counter" and key:
            return self._preferences.say("fee_counter", counter=key)
        return key or "–"

    def _payments(self) -> list[dict[str, str]]:
        say, zone = self._preferences.say, self._around.timezone()
        return [
            {
                "dossier": one.dossier,
                "name": f"{say(f'method_{one.method}')} · {one.official}",
                "time": clock_of(one.at, zone),
                "urgency": dong(one.amount),
                "tone": "good" if one.amount > 0 else "warn",
            }
            for one in reversed(self._found.payments if self._found else ())
        ]

    def _title(self) -> str:
        return f"{self._found.day:%d/%m/%Y}" if self._found else ""

    day = Property(str, _title, notify=day_changed)
    by = Property(str, lambda self: self._by, notify=day_changed)
    lines = Property(list, _lines, notify=day_changed)
    total = Property(dict, _total, notify=day_changed)
    payments = Property(list, _payments, notify=day_changed)
