"""A link without a hall: the test shows views, and grants or refuses what was sent."""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QObject, Signal

from hallctl.core.commands import Command
from hallctl.core.events import AnyEvent
from hallctl.core.views import KioskView, View
from hallctl.station.link.answering import Answer, Said


class FakeLink(QObject):
    """Keeps every command in ``sent``; each waits for ``grant``, ``refuse`` or ``lose``.

    With ``answers`` set to a function, commands are answered by it at once instead.
    """

    view_changed = Signal(object)
    state_changed = Signal(str)

    def __init__(self, view: View | None = None, state: str = "online") -> None:
        super().__init__()
        self.sent: list[Command] = []
        self.answers: Callable[[Command], Answer] | None = None
        self.is_started = False
        self.languages: tuple[str, ...] = ()
        """What a hall other than the sample's own offers at its kiosk, its first language first."""
        self.gives_alone: frozenset[str] = frozenset()
        self.view = view
        self._state = state
        self._unanswered: list[Callable[[Answer], None]] = []
        self.looked_up: list[tuple[str, dict[str, str]]] = []
        self.requests: list[tuple[str, str, bytes]] = []
        self._unheard: list[Callable[[Said], None]] = []
        self._unfound: list[Callable[[bytes | None], None]] = []

    @property
    def state(self) -> str:
        return self._state

    def start(self) -> None:
        self.is_started = True

    def stop(self) -> None:
        self.is_started = False

    def send(self, command: Command, answered: Callable[[Answer], None]) -> None:
        self.sent.append(command)
        if self.answers is None:
            self._unanswered.append(answered)
        else:
            answered(self.answers(command))

    def look_up(
        self, path: str, query: dict[str, str], found: Callable[[bytes | None], None]
    ) -> None:
        self.looked_up.append((path, query))
        self._unfound.append(found)

    def request(self, method: str, path: str, body: bytes, heard: Callable[[Said], None]) -> None:
        self.requests.append((method, path, body))
        self._unheard.append(heard)

    def say(self, status: int, body: object = None) -> None:
        """Answer the oldest request that still waits; a status of 0 is no answer."""
        sent = body if isinstance(body, bytes) else msgspec.json.encode(body)
        self._unheard.pop(0)(Said(status, sent))

    def lose_requests(self) -> None:
        """Requests that still wait are never answered."""
        self._unheard.clear()

    def give(self, body: object) -> None:
        """Answer the oldest look-up that still waits; None is no answer."""
        self._unfound.pop(0)(None if body is None else msgspec.json.encode(body))

    def show(self, view: View) -> None:
        """The hall pushes a view."""
        if isinstance(view, KioskView) and self.languages not in {(), view.languages}:
            view = msgspec.structs.replace(view, languages=self.languages)
        self.view = view
        self.view_changed.emit(view)

    def become(self, state: str) -> None:
        """The link is now "connecting", "online" or "offline"."""
        self._state = state
        self.state_changed.emit(state)

    @property
    def unanswered(self) -> int:
        """How many commands wait for an answer."""
        return len(self._unanswered)

    def grant(self, *events: AnyEvent, journal_number: int = 0) -> None:
        """Grant the oldest command that still waits."""
        self._unanswered.pop(0)(Answer(events=events, journal_number=journal_number))

    def refuse(self, code: str, **details: object) -> None:
        """Refuse the oldest command that still waits."""
        self._unanswered.pop(0)(Answer(refused=code, details=details))

    def lose(self) -> None:
        """The oldest waiting command never got an answer."""
        self._unanswered.pop(0)(Answer(unreachable=True))
