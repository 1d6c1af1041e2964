"""What an official does on a busy floor beside the large button, and which of it makes sense now."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import Property, QObject, Signal, Slot

from counter_display.counter_opening import CounterOpening
from counter_display.floor_pages import FloorPages
from counter_display.profile_wording import profile_text
from counter_display.queue_reading import Line
from counter_display.serving import Serving
from counter_display.sheet import Sheet
from counter_display.wording import minutes_words
from hallctl.core import commands
from hallctl.core.views import CounterView, TicketView
from hallctl.station.clock import HallClock
from hallctl.station.preferences import Preferences
from hallctl.station.row_model import RowModel
from hallctl.station.telling import Telling

CALLABLE = frozenset({"waiting", "missed"})
Deed = tuple[str, str, Callable[[], None]]
"""A word's key, an icon, and what it does."""


class Floor(QObject):
    """The second row of buttons, their sheets, the parked, breaks, and the undo."""

    changed = Signal()
    parked_changed = Signal()

    def __init__(
        self,
        serving: Serving,
        opening: CounterOpening,
        preferences: Preferences,
        clock: HallClock,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._serving = serving
        self._opening = opening
        self._preferences = preferences
        self._clock = clock
        self._pages = FloorPages(preferences)
        self._sheet = Sheet(self)
        self._view: CounterView | None = None
        self._deeds = RowModel(self)
        self._parked: list[Line] = []
        self._telling = Telling(self)
        serving.changed.connect(self._tell)
        serving.held_elsewhere.connect(self._on_held_elsewhere)
        opening.changed.connect(self.changed)
        preferences.changed.connect(self._tell)
        preferences.language_changed.connect(lambda _language: self._sheet.close())
        clock.ticked.connect(self._tell_changes)

    def look(self, view: CounterView) -> None:
        """Take the newest view; a sheet about a ticket that is gone goes too."""
        before = self._view.current.ticket if self._view and self._view.current else ""
        now = view.current.ticket if view.current else ""
        is_other = self._view is None or before != now or view.is_open != self._view.is_open
        self._view = view
        if is_other:
            self._sheet.close()
        self._tell()

    @Slot(int)
    def act(self, place: int) -> None:
        """The button at that place of the second row."""
        deeds = self._offered()
        if place < len(deeds) and self._serving.is_ready:
            deeds[place][2]()

    @Slot(str, result=bool)
    def begin_number(self, letter: str) -> bool:
        """A letter or digit typed at a free counter begins a number to call."""
        if not (letter.isascii() and letter.isalnum() and self._is_free()):
            return False
        self._number()
        return self._sheet.press(letter)

    @Slot(str, str)
    def call(self, ticket: str, number: str) -> None:
        """Call one who waits, out of turn."""
        if self._is_free():
            self._ask(commands.CallTicket, "done_called", number=number, ticket=ticket)

    @Slot(str, str, object)
    def _on_held_elsewhere(self, number: str, held_for: str, wish: commands.Command) -> None:
        """Asked once more: the citizen may stand here all the same."""
        call = partial(self._ask, type(wish), held_for=held_for)
        match wish:
            case commands.CallTicket(ticket=ticket):
                again = partial(call, "done_called", number=number, ticket=ticket)
            case _:
                again = partial(call, number=number)
        self._sheet.ask(self._pages.held(number, held_for, again))

    @Slot()
    def show_parked(self) -> None:
        """All who are parked, where they have no room side by side."""
        if self._view and self._is_free():
            self._sheet.ask(self._pages.all_of("parked", self._parked, self.resume))

    def show_missed(self, lines: list[Line]) -> None:
        """All who did not come."""
        if self._serving.is_ready:
            self._sheet.ask(self._pages.all_of("missed", lines, self._requeue))

    def _requeue(self, ticket: str, number: str) -> None:
        self._sheet.close()
        self._serving.requeue(ticket, number)

    def show_ticket(self, ticket: TicketView) -> None:
        """Where a scanned ticket stands; a free counter may call it."""
        chosen = partial(self.call, ticket.ticket, ticket.number)
        may_call = self._is_free() and ticket.state in CALLABLE
        self._sheet.close()
        self._sheet.ask(self._pages.ticket(ticket, chosen if may_call else None))

    @Slot(str, str)
    def resume(self, ticket: str, number: str) -> None:
        """A parked citizen is back."""
        if self._is_free():
            self._ask(commands.Resume, "done_resumed", number=number, ticket=ticket)

    @Slot()
    def undo(self) -> None:
        """Take the last press back."""
        if self._view and self._view.undo and self._undo_s() > 0:
            number = self._view.undo.number
            done = "done_undone" if number else "done_profile_undone"
            self._ask(commands.UndoLast, done, number=number)

    @Slot()
    def choose_profile(self) -> None:
        """Ask by which profile the counter is to call."""
        if self._may_choose_profile() and self._view:
            chosen = self._take_profile if self._view.is_open else self._open_by
            self._sheet.ask(self._pages.profiles(self._view, chosen))

    def _take_profile(self, place: int) -> None:
        if self._view:
            profile = self._view.profiles[place].profile or None
            self._ask(commands.ChooseProfile, "done_profile", profile=profile)

    def _open_by(self, place: int) -> None:
        self._sheet.close()
        self._opening.choose_profile(place)

    def _offered(self) -> tuple[Deed, ...]:
        view = self._view
        if view is None or not view.is_open or view.on_break:
            return ()
        if view.current:
            return (
                ("park", "pause", self._park),
                ("transfer", "forward", self._transfer),
                ("more", "ellipsis", self._more),
            )
        return (
            ("call_number", "hash", self._number),
            ("break", "coffee", self._break),
            ("substitute", "arrow-left-right", self._substitute),
        )

    def _park(self) -> None:
        self._with_reason("park", commands.Park, "done_parked")

    def _break(self) -> None:
        self._with_reason("break", commands.StartBreak, "")

    def _end(self) -> None:
        if self._view:
            chosen = lambda outcome: self._ask(  # noqa: E731
                commands.FinishVisit, "done_finished", outcome=outcome
            )
            self._sheet.ask(self._pages.reasons(self._view, "outcome", chosen))

    def _with_reason(self, kind: str, wish: type[commands.Command], done: str) -> None:
        if self._view:
            chosen = lambda reason: self._ask(wish, done, reason=reason)  # noqa: E731
            self._sheet.ask(self._pages.reasons(self._view, kind, chosen))

    def _transfer(self) -> None:
        if self._view:
            service = lambda one: self._to(service=one)  # noqa: E731
            counter = lambda one: self._to(to_counter=one)  # noqa: E731
            self._sheet.ask(self._pages.destinations(self._view, service, counter))

    def _to(self, **where: str) -> None:
        send = partial(self._ask, commands.Transfer, "done_transferred", **where)
        self._sheet.ask(self._pages.places(lambda place: send(place=place)))

    def _more(self) -> None:
        self._sheet.ask(self._pages.more(self._add_service, self._note, self._end))

    def _add_service(self) -> None:
        if self._view:
            chosen = lambda one: self._ask(  # noqa: E731
                commands.AddService, "done_service_added", service=one
            )
            self._sheet.ask(self._pages.added_services(self._view, chosen))

    def _note(self) -> None:
        written = lambda note: self._ask(commands.NoteVisit, "done_noted", note=note)  # noqa: E731
        self._sheet.ask(self._pages.note(written))

    def _number(self) -> None:
        if self._view:
            written = lambda typed: self._ask(commands.CallNumber, number=typed)  # noqa: E731
            self._sheet.ask(self._pages.number(self._view, written))

    def _substitute(self) -> None:
        if self._view:
            chosen = lambda name: self._ask(commands.Substitute, official=name)  # noqa: E731
            self._sheet.ask(self._pages.reserves(self._view, chosen))

    def _ask(self, kind: type[commands.Command], done: str = "", /, **fields: str | None) -> None:
        """Send the wish and put the sheet away; what became of it stands in the notice."""
        current = self._view.current if self._view else None
        number = current.number if current else ""
        if kind in {commands.UndoLast, commands.CallTicket, commands.Resume}:
            number = fields.pop("number") or ""
        self._sheet.close()
        self._serving.ask_for(kind, done, number, **fields)

    def _may_choose_profile(self) -> bool:
        view = self._view
        may_press = self._serving.is_ready or self._serving.may_open
        return bool(may_press and view and len(view.profiles) > 1)

    def _is_free(self) -> bool:
        view = self._view
        return bool(self._serving.is_ready and view and not view.current and not view.on_break)

    @Slot()
    def _tell(self) -> None:
        """Lists are told of only when they change, so that a finger on one is not lost."""
        self._deeds.show(
            [
                {"text": self._preferences.say(f"deed_{name}"), "icon": icon, "key": f"F{place}"}
                for place, (name, icon, _) in enumerate(self._offered(), start=6)
            ]
        )
        parked = self._parked_lines()
        if parked != self._parked:
            self._parked = parked
            self.parked_changed.emit()
        self._tell_changes()

    @Slot()
    def _tell_changes(self) -> None:
        self._telling.tell()

    def _parked_lines(self) -> list[Line]:
        view = self._view
        if view is None:
            return []
        zone = ZoneInfo(view.timezone)
        return [
            {
                "ticket": one.ticket,
                "number": one.number,
                "reason": self._preferences.name_of(one.reason),
                "since": f"{datetime.fromtimestamp(one.parked_at / 1000, zone):%H:%M}",
            }
            for one in view.parked
        ]

    def _undo_s(self) -> float:
        """Seconds in which the last press may still be taken back."""
        now = self._clock.now()
        if self._view is None or self._view.undo is None or now is None:
            return 0.0
        return self._view.undo.until / 1000 - now.timestamp()

    def _undo_text(self) -> str:
        if self._view is None or self._view.undo is None or self._undo_s() <= 0:
            return ""
        key = f"undo_{self._view.undo.undone}"
        what = self._view.undo.number or self._profile_text()
        return self._preferences.say(key, number=what)

    def _profile_text(self) -> str:
        view = self._view
        if view and not view.is_open:
            return self._opening.profile_name
        return profile_text(self._preferences, view)

    @property
    def break_text(self) -> str:
        """Why the official is away, or empty."""
        away = self._view.on_break if self._view else None
        return self._preferences.name_of(away.reason) if away else ""

    def _break_for(self) -> str:
        """In minutes: a stopwatch would read as a time of day."""
        away, now = (self._view.on_break if self._view else None), self._clock.now()
        if away is None or now is None:
            return ""
        passed = minutes_words(self._preferences, now.timestamp() - away.since / 1000)
        return self._preferences.say("break_away", minutes=passed)

    sheet = Property(QObject, lambda self: self._sheet, constant=True)
    deeds = Property(QObject, lambda self: self._deeds, constant=True)
    parked = Property(list, lambda self: self._parked, notify=parked_changed)
    is_free = Property(bool, _is_free, notify=changed)
    undo_text = Property(str, _undo_text, notify=changed)
    profile_text = Property(str, _profile_text, notify=changed)
    may_choose_profile = Property(bool, _may_choose_profile, notify=changed)
    break_for = Property(str, _break_for, notify=changed)
