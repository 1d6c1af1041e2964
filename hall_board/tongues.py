"""The board learns the languages that its hall has added: their words, and who reads them aloud."""

from PySide6.QtCore import QObject, Signal

from hallctl.core.languages import Language
from hallctl.core.views import BoardView
from hallctl.station.languages import LanguageLearning
from hallctl.station.link.answering import Link
from hallctl.station.words import Catalogue

OWN = ("vi", "en")


class Tongues(QObject):
    """Views go in by ``hear``; ``learnt`` tells of each language once its words are here."""

    learnt = Signal(object)

    def __init__(self, link: Link, catalogue: Catalogue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._wanted: tuple[str, ...] = ()
        self._known: set[str] = set(OWN)
        self._learning = LanguageLearning(link, self, self)

    @property
    def unknown(self) -> tuple[str, ...]:
        """Languages that are to be shown or spoken, and there are no words for yet."""
        return tuple(one for one in self._wanted if one not in self._known)

    def hear(self, view: BoardView) -> None:
        """Take in which languages the hall wants here; in an emergency, all that it is said in."""
        warned = () if view.emergency is None else view.emergency.words.others or ()
        self._wanted = tuple(dict.fromkeys((*view.beside, *view.sounding.added, *warned)))
        self._learning.look()

    def learn(self, language: Language) -> None:
        """Its words have come; what it does not say stands there in English."""
        self._known.add(language.code)
        self._catalogue.add(language.code, language.board, otherwise="en")
        self.learnt.emit(language)
