"""The fees of an opened dossier: charged, shown with a code that pays them, taken, put right."""

from collections.abc import Callable
from functools import partial
from typing import Any
from urllib.parse import quote

import msgspec
from PySide6.QtCore import Property, QObject, Signal, Slot

from counter_display.desk.heard import read
from counter_display.desk.money import amount_in, dong
from hallctl.core.commands import (
    CancelFee,
    ChargeFee,
    Command,
    CorrectFee,
    Method,
    PayFees,
    PrintSlip,
)
from hallctl.station.link.addressing import new_command_id
from hallctl.station.link.answering import Answer, Link, Said
from hallctl.station.preferences import Preferences

METHODS: tuple[Method, ...] = ("cash", "transfer", "online")
FORMS = ("", "other", "correct", "cancel")
LONGEST = {"name": 80, "amount": 20, "reason": 500}
TONES = {"paid": "good", "due": "warn", "cancelled": "soft"}

Send = Callable[[Command], None]
Tell = Callable[[Answer, str], None]


class _Fee(msgspec.Struct, frozen=True):
    fee: int
    name: str
    amount: int
    state: str
    method: str | None = None
    reason: str | None = None


class _Fees(msgspec.Struct, frozen=True):
    fees: tuple[_Fee, ...]


class _Slip(msgspec.Struct, frozen=True):
    blocks: tuple[dict[str, Any], ...]


class DossierFees(QObject):
    """Asked for when they are looked at; ``form`` is what is being typed: other, correct, cancel."""

    changed = Signal()

    def __init__(
        self, link: Link, preferences: Preferences, send: Send, tell: Tell, parent: QObject
    ) -> None:
        """``tell`` hears why something can't be shown, and its tone."""
        super().__init__(parent)
        self._link = link
        self._preferences = preferences
        self._send = send
        self._tell = tell
        self._dossier = ""
        self._is_shown = False
        self._fees: tuple[_Fee, ...] | None = None
        self._chosen = 0
        self._form = self._code = ""
        self._texts = dict.fromkeys(LONGEST, "")
        self._turn = 0
        preferences.language_changed.connect(self.changed)

    def look(self, dossier: str) -> None:
        """The dossier that is open now, or the same one again: something may have changed."""
        if dossier != self._dossier:
            self._turn += 1
            self._dossier, self._is_shown, self._fees = dossier, False, None
            self._put_away()
        if self._is_shown:
            self._fetch()
        self.changed.emit()

    @Slot()
    def show(self) -> None:
        """They are to be seen."""
        if self._dossier and not self._is_shown:
            self._is_shown = True
            self._fetch()

    @Slot()
    def charge(self) -> None:
        """What the catalogue says."""
        self._send(ChargeFee(command_id=new_command_id(), dossier=self._dossier))

    @Slot(str)
    def take(self, method: str) -> None:
        """The money for all that is due is there."""
        if method in METHODS and self._due():
            self._send(PayFees(command_id=new_command_id(), dossier=self._dossier, method=method))

    @Slot()
    def print_slip(self) -> None:
        """A slip of what is due, with a code that pays it."""
        self._send(PrintSlip(command_id=new_command_id(), dossier=self._dossier, kind="fee"))

    @Slot()
    def show_code(self) -> None:
        """The code that pays, large enough to be scanned from the screen."""
        path = f"/api/dossiers/{quote(self._dossier)}/fees/slip?lang={self._preferences.spoken()}"
        self._turn += 1
        self._link.request("GET", path, b"", partial(self._on_slip, self._turn))

    @Slot(int)
    def choose(self, fee: int) -> None:
        """One of them, to be put right; once more puts it back."""
        self._put_away()
        if any(one.fee == fee and one.state != "cancelled" for one in self._fees or ()):
            self._chosen = fee
        self.changed.emit()

    @Slot(str)
    def begin(self, form: str) -> None:
        """Type another fee, a corrected amount, or why it is cancelled; empty puts it away."""
        if form not in FORMS:
            return
        chosen = self._chosen
        self._put_away()
        self._form = form
        if form in {"correct", "cancel"}:
            self._chosen = chosen
        self.changed.emit()

    @Slot(str, str)
    def write(self, field: str, text: str) -> None:
        """What the official types."""
        if field in LONGEST and self._texts[field] != text:
            self._texts = self._texts | {field: text[: LONGEST[field]]}
            self.changed.emit()

    @Slot()
    def do(self) -> None:
        """Send what was typed."""
        command = self._command() if self._may_do() else None
        if command is not None:
            self._put_away()
            self._send(command)

    def _command(self) -> Command | None:
        new, dossier = new_command_id(), self._dossier
        amount, name, reason = self._amount() or 0, *map(self._text, ("name", "reason"))
        match self._form:
            case "other":
                return ChargeFee(command_id=new, dossier=dossier, name=name, amount=amount)
            case "correct":
                return CorrectFee(
                    command_id=new, dossier=dossier, fee=self._chosen, amount=amount, reason=reason
                )
            case "cancel":
                return CancelFee(command_id=new, dossier=dossier, fee=self._chosen, reason=reason)
        return None

    def _may_do(self) -> bool:
        needs_amount = self._form in {"other", "correct"}
        words = "name" if self._form == "other" else "reason"
        return bool(self._text(words)) and not (needs_amount and self._amount() is None)

    def _text(self, field: str) -> str:
        return " ".join(self._texts[field].split())

    def _amount(self) -> int | None:
        return amount_in(self._texts["amount"])

    def _put_away(self) -> None:
        self._form, self._code, self._chosen = "", "", 0
        self._texts = dict.fromkeys(LONGEST, "")

    def _fetch(self) -> None:
        self._turn += 1
        path = f"/api/dossiers/{quote(self._dossier)}/fees"
        self._link.request("GET", path, b"", partial(self._on_fees, self._turn))

    def _on_fees(self, turn: int, said: Said) -> None:
        if turn == self._turn and (found := read(said, _Fees)) is not None:
            self._fees = found.fees
            if not self._due():
                self._code = ""
            self.changed.emit()

    def _on_slip(self, turn: int, said: Said) -> None:
        if turn != self._turn:
            return
        slip = read(said, _Slip)
        codes = (one["text"] for one in (slip.blocks if slip else ()) if one.get("block") == "qr")
        self._code = next(codes, "")
        if not self._code:  # of what is due there is always one, where the hall has an account
            answer = Answer(unreachable=True) if said.status == 0 else Answer(refused="no_account")
            self._tell(answer, "warn")
        self.changed.emit()

    def _due(self) -> int:
        return sum(one.amount for one in self._fees or () if one.state == "due")

    def _lines(self) -> list[dict[str, object]]:
        say = self._preferences.say
        return [
            {
                "fee": one.fee,
                "name": one.name,
                "amount": dong(one.amount),
                "state": say(f"fee_{one.state}_{one.method}")
                if one.method
                else say(f"fee_{one.state}"),
                "tone": TONES.get(one.state, "soft"),
                "is_chosen": one.fee == self._chosen,
            }
            for one in self._fees or ()
        ]

    def _due_words(self) -> str:
        due = self._due()
        return self._preferences.say("fees_due", amount=dong(due)) if due else ""

    def _state(self) -> str:
        return "asking" if self._fees is None else "some" if self._fees else "none"

    lines = Property(list, _lines, notify=changed)
    state = Property(str, _state, notify=changed)
    due = Property(str, _due_words, notify=changed)
    chosen = Property(int, lambda self: self._chosen, notify=changed)
    form = Property(str, lambda self: self._form, notify=changed)
    texts = Property(dict, lambda self: self._texts, notify=changed)
    code = Property(str, lambda self: self._code, notify=changed)
    may_do = Property(bool, _may_do, notify=changed)
