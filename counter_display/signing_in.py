"""Signing in at the panel: a badge or a name, then a PIN, by finger, keyboard or scanner."""

import msgspec
from PySide6.QtCore import Property, QObject, Signal, Slot

from counter_display.notice import Notice
from hallctl.core.views import CounterView
from hallctl.station.link.answering import Link, Said
from hallctl.station.preferences import Preferences
from hallctl.station.telling import Telling

PATH = "/api/sign-in"
LONGEST_NAME, LONGEST_PIN = 80, 12
WHYS = frozenset({"wrong", "wait", "locked", "busy"})


class _SignedIn(msgspec.Struct):
    official: str


class _Why(msgspec.Struct):
    why: str = ""
    wait_s: int = 0


class _NotAdmitted(msgspec.Struct):
    details: _Why = msgspec.field(default_factory=_Why)


class SigningIn(QObject):
    """Who has signed in at this counter; asks the hall again when the link comes back."""

    changed = Signal()

    def __init__(
        self, link: Link, preferences: Preferences, notice: Notice, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._link = link
        self._preferences = preferences
        self._notice = notice
        self._is_wanted = self._was_open = False
        self._official: str | None = None
        self._name = self._pin = ""
        self._is_busy = False
        self._telling = Telling(self)

    def look(self, view: CounterView) -> None:
        """Take whether the hall wants somebody to sign in; who closes the counter signs out."""
        self._is_wanted = view.sign_in
        if view.sign_in and self._official is None and not self._is_busy:
            self._ask("GET", b"", self._on_told)
        if view.sign_in and self._was_open and not view.is_open:
            self.sign_out()
        self._was_open = view.is_open
        self._telling.tell()

    @Slot(str)
    def type_name(self, name: str) -> None:
        """What the badge says, or the account's name."""
        if name != self._name:
            self._name = name[:LONGEST_NAME]
            self._telling.tell()

    @Slot(str)
    def press(self, digit: str) -> None:
        """One more digit of the PIN."""
        if digit.isdigit() and len(self._pin) < LONGEST_PIN:
            self._pin += digit
            self._telling.tell()

    @Slot()
    def erase(self) -> None:
        """The last digit was wrong."""
        self._pin = self._pin[:-1]
        self._telling.tell()

    @Slot()
    def sign_in(self) -> None:
        """Ask to be let in."""
        if self._may_sign_in():
            said = {"name": self._name.strip(), "pin": self._pin}
            self._pin = ""
            self._ask("POST", msgspec.json.encode(said), self._on_answer)

    @Slot()
    def sign_out(self) -> None:
        """Somebody else works here now."""
        self._name = self._pin = ""
        self._ask("DELETE", b"", self._on_told)

    def _ask(self, method: str, body: bytes, heard: object) -> None:
        self._is_busy = True
        self._telling.tell()
        self._link.request(method, PATH, body, heard)  # type: ignore[arg-type]

    def _on_told(self, said: Said) -> None:
        self._is_busy = False
        if said.is_good:
            self._official = msgspec.json.decode(said.body, type=_SignedIn).official
        self._telling.tell()

    def _on_answer(self, said: Said) -> None:
        if said.is_good:
            self._notice.dismiss()
            self._name = ""
        else:
            self._notice.say(self._refusal(said), "warn")
        self._on_told(said)

    def _refusal(self, said: Said) -> str:
        try:
            no = msgspec.json.decode(said.body, type=_NotAdmitted).details
        except msgspec.DecodeError:
            return self._preferences.say("refused_unreachable")
        why = no.why if no.why in WHYS else "other"
        return self._preferences.say(f"sign_in_{why}", seconds=no.wait_s)

    def _may_sign_in(self) -> bool:
        return bool(self._name.strip() and self._pin) and not self._is_busy

    is_needed = Property(bool, lambda self: self._is_wanted and not self._official, notify=changed)
    is_signed_in = Property(
        bool, lambda self: self._is_wanted and bool(self._official), notify=changed
    )
    official = Property(str, lambda self: self._official or "", notify=changed)
    name = Property(str, lambda self: self._name, notify=changed)
    pin_length = Property(int, lambda self: len(self._pin), notify=changed)
    may_sign_in = Property(bool, _may_sign_in, notify=changed)
