"""A sheet over the panel: a question with its answers, or a line to write; one at a time."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Property, QObject, Signal, Slot

Writes = Literal["", "number", "note"]


@dataclass(frozen=True)
class Option:
    """One answer; ``key`` chooses it from the keyboard."""

    text: str
    choose: Callable[[], None]
    key: str = ""
    icon: str = ""
    detail: str = ""


@dataclass(frozen=True)
class Page:
    """One question. ``written`` takes what was typed, where something is to be written."""

    title: str
    hint: str = ""
    options: tuple[Option, ...] = ()
    writes: Writes = ""
    written: Callable[[str], None] = lambda _text: None
    has_usual: bool = False
    """Enter takes the first answer."""


class Sheet(QObject):
    """Pages one over the other; the last answer closes them all."""

    changed = Signal()
    options_changed = Signal()
    typed_changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pages: list[Page] = []
        self._typed = ""

    def ask(self, page: Page) -> None:
        """Show a page over the one that is shown."""
        self._pages.append(page)
        self._typed = ""
        self._tell()

    @Slot()
    def close(self) -> None:
        """Nothing is asked any more."""
        if self._pages:
            self._pages.clear()
            self._tell()

    @Slot()
    def back(self) -> None:
        """To the page before, or away."""
        if self._pages:
            self._pages.pop()
            self._tell()

    @Slot(int)
    def choose(self, place: int) -> None:
        """The answer at that place was touched."""
        page = self._page()
        if page and 0 <= place < len(page.options):
            page.options[place].choose()

    @Slot(str, result=bool)
    def press(self, key: str) -> bool:
        """A key with a letter or a digit; whether it meant anything here."""
        page = self._page()
        if page is None:
            return False
        if page.writes == "number":
            self.write(self._typed + key.upper())
            return True
        meant = (n for n, one in enumerate(page.options) if one.key == key.upper())
        place = next(meant, -1)
        self.choose(place)
        return place >= 0

    @Slot()
    def enter(self) -> None:
        """The usual answer, or what was typed."""
        page = self._page()
        if page and page.writes:
            if self._typed.strip():
                page.written(self._typed.strip())
        elif page and page.has_usual:
            self.choose(0)

    @Slot(str)
    def write(self, text: str) -> None:
        """What stands in the line now."""
        if text != self._typed:
            self._typed = text[:200]
            self.typed_changed.emit()

    @Slot()
    def erase(self) -> None:
        """The last letter away."""
        self.write(self._typed[:-1])

    def _tell(self) -> None:
        self.options_changed.emit()
        self.typed_changed.emit()
        self.changed.emit()

    def _page(self) -> Page | None:
        return self._pages[-1] if self._pages else None

    def _lines(self) -> list[dict[str, str]]:
        page = self._page()
        return [
            {"text": one.text, "key": one.key, "icon": one.icon, "detail": one.detail}
            for one in (page.options if page else ())
        ]

    is_open = Property(bool, lambda self: bool(self._pages), notify=changed)
    title = Property(str, lambda self: self._pages[-1].title if self._pages else "", notify=changed)
    hint = Property(str, lambda self: self._pages[-1].hint if self._pages else "", notify=changed)
    writes = Property(
        str, lambda self: self._pages[-1].writes if self._pages else "", notify=changed
    )
    options = Property(list, _lines, notify=options_changed)
    typed = Property(str, lambda self: self._typed, notify=typed_changed)
