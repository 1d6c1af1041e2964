"""Results brought home: ticked and handed to a carrier together, and what became of each."""

from itertools import groupby
from typing import Any

import msgspec
from PySide6.QtCore import Property, QObject, Signal, Slot

from counter_display.desk.moments import clock_of, short_moment
from counter_display.desk.office.page import Around, Page
from hallctl.core.commands import ConfirmDelivered, HandToCarrier, NoteCameBack
from hallctl.core.events import HandedToCarrier
from hallctl.station.link.addressing import new_command_id
from hallctl.station.link.answering import Answer

TONES = {"delivered": "good", "came_back": "warn", "handed_over": "soft"}
MOST_IN_A_BATCH = 200
LONGEST_CARRIER, LONGEST_REASON = 80, 500


class _Sent(msgspec.Struct, frozen=True):
    batch: str
    dossier: str
    carrier: str
    state: str
    handed_at: int
    done_at: int | None = None
    reason: str | None = None


class _Deliveries(msgspec.Struct, frozen=True):
    ready: tuple[str, ...]
    under_way: tuple[_Sent, ...]
    today: tuple[_Sent, ...] = ()
    carriers: tuple[str, ...] = ()


class Deliveries(Page):
    """What is ready is ticked by hand or by scanner; what is under way is settled one by one."""

    deliveries_changed = Signal()

    def __init__(self, around: Around, parent: QObject) -> None:
        super().__init__(around, parent)
        self._found = _Deliveries((), ())
        self._left_out: frozenset[str] = frozenset()
        self._carrier = self._chosen = self._reason = ""
        self.changed.connect(self.deliveries_changed)

    @Slot(str)
    def toggle(self, dossier: str) -> None:
        """It goes with this batch, or waits for another."""
        self._left_out ^= {dossier}
        self.changed.emit()

    @Slot(str)
    def name_carrier(self, carrier: str) -> None:
        """Who takes it."""
        self._carrier = carrier[:LONGEST_CARRIER]
        self.changed.emit()

    @Slot()
    def hand_over(self) -> None:
        """What is ticked leaves with the carrier."""
        if self._may_hand_over():
            batch = self._ticked()[:MOST_IN_A_BATCH]
            command = HandToCarrier(
                command_id=new_command_id(), carrier=self._carrier.strip(), dossiers=batch
            )
            self._wish(command, self._on_handed)

    @Slot(str)
    def choose(self, dossier: str) -> None:
        """One that is under way, to say how it ended; once more puts it back."""
        self._chosen = "" if dossier == self._chosen else dossier
        self._reason = ""
        self.changed.emit()

    @Slot(str)
    def write_reason(self, reason: str) -> None:
        """Why it came back."""
        self._reason = reason[:LONGEST_REASON]
        self.changed.emit()

    @Slot()
    def delivered(self) -> None:
        """The citizen has it."""
        if self._chosen:
            self._wish(ConfirmDelivered(command_id=new_command_id(), dossier=self._chosen))

    @Slot()
    def came_back(self) -> None:
        """The carrier brought it back."""
        reason = " ".join(self._reason.split())
        if self._chosen and reason:
            self._wish(
                NoteCameBack(command_id=new_command_id(), dossier=self._chosen, reason=reason)
            )

    @Slot(str, str)
    def paper(self, act: str, batch: str) -> None:
        """The sheet of a batch, with names and addresses: logged as looks."""
        path = f"/api/deliveries/{batch}/sheet.pdf?lang={self._preferences.spoken()}"
        self._pdf.fetch(act, f"batch-{batch}", path)

    def scan(self, code: str) -> bool:
        """A code ticks what is ready or chooses what is under way; whether it is either."""
        wanted = code.strip().upper()
        if wanted in self._found.ready:
            self._left_out -= {wanted}
        elif any(one.dossier == wanted for one in self._found.under_way):
            self._chosen, self._reason = wanted, ""
        else:
            return False
        self.changed.emit()
        return True

    def _fetch(self) -> None:
        self._get("/api/deliveries", _Deliveries, self._take)

    def _take(self, found: _Deliveries) -> None:
        self._found = found
        self._left_out &= set(found.ready)
        if all(one.dossier != self._chosen for one in found.under_way):
            self._chosen = self._reason = ""
        if not self._carrier and found.carriers:
            self._carrier = found.carriers[0]

    def _on_handed(self, answer: Answer) -> None:
        batch = next((one.batch for one in answer.events if isinstance(one, HandedToCarrier)), "")
        self._say(self._preferences.say("batch_left", batch=batch), "good")

    def _ticked(self) -> tuple[str, ...]:
        return tuple(one for one in self._found.ready if one not in self._left_out)

    def _may_hand_over(self) -> bool:
        return bool(self._ticked() and self._carrier.strip()) and not self._is_busy()

    def _ready(self) -> list[dict[str, object]]:
        return [{"name": one, "is_there": one not in self._left_out} for one in self._found.ready]

    def _under_way(self) -> list[dict[str, Any]]:
        return [self._line(one) for one in self._found.under_way]

    def _line(self, one: _Sent) -> dict[str, Any]:
        say = self._preferences.say
        return {
            "dossier": one.dossier,
            "name": f"{one.carrier} · {one.batch}",
            "time": short_moment(one.handed_at, self._around.timezone()),
            "urgency": say(f"delivery_{one.state}"),
            "tone": TONES.get(one.state, "soft"),
            "is_chosen": one.dossier == self._chosen,
        }

    def _batches(self) -> list[dict[str, str]]:
        zone, say = self._around.timezone(), self._preferences.say
        batches = ((name, list(rows)) for name, rows in groupby(self._found.today, _batch))
        return [
            {
                "batch": name,
                "words": say(
                    "batch_words",
                    carrier=rows[0].carrier,
                    time=clock_of(rows[0].handed_at, zone),
                    count=len(rows),
                    delivered=sum(one.state == "delivered" for one in rows),
                    back=sum(one.state == "came_back" for one in rows),
                ),
            }
            for name, rows in batches
        ]

    def _hand_words(self) -> str:
        return self._preferences.say("hand_over_words", count=len(self._ticked()))

    ready = Property(list, _ready, notify=deliveries_changed)
    under_way = Property(list, _under_way, notify=deliveries_changed)
    batches = Property(list, _batches, notify=deliveries_changed)
    carriers = Property(list, lambda self: list(self._found.carriers), notify=deliveries_changed)
    carrier = Property(str, lambda self: self._carrier, notify=deliveries_changed)
    chosen = Property(str, lambda self: self._chosen, notify=deliveries_changed)
    reason = Property(str, lambda self: self._reason, notify=deliveries_changed)
    hand_words = Property(str, _hand_words, notify=deliveries_changed)
    may_hand_over = Property(bool, _may_hand_over, notify=deliveries_changed)


def _batch(one: _Sent) -> str:
    return one.batch
