"""A screen learns the languages that its hall has added, as soon as its view names them."""

import logging
from functools import partial
from typing import Protocol

import msgspec
from PySide6.QtCore import QObject, Slot

from hallctl.core.languages import Language
from hallctl.station.link.answering import Link

log = logging.getLogger(__name__)
_decoder = msgspec.json.Decoder(Language)


class Learner(Protocol):
    """Whoever needs the words."""

    @property
    def unknown(self) -> tuple[str, ...]:
        """Languages that there are no words for yet."""

    def learn(self, language: Language) -> None:
        """Take them in."""


class LanguageLearning(QObject):
    """Asks once for each; without an answer it asks again at the next view."""

    def __init__(self, link: Link, learner: Learner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link, self._learner = link, learner
        self._asked: set[str] = set()

    @Slot()
    def look(self) -> None:
        """See which languages there are no words for, and ask the hall."""
        for code in self._learner.unknown:
            if code not in self._asked:
                self._asked.add(code)
                self._link.look_up(f"/api/words/{code}", {}, partial(self._on, code))

    def _on(self, code: str, body: bytes | None) -> None:
        if body is None:
            self._asked.discard(code)
            return
        try:
            self._learner.learn(_decoder.decode(body))
        except msgspec.MsgspecError as error:
            log.warning("the words of %r can't be read: %s", code, error)
