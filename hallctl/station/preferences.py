"""How the person in front of a screen wants it: language, text size, contrast. Forgotten when idle."""

from datetime import date
from pathlib import Path
from typing import Literal

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QQmlPropertyMap

from hallctl.core.dates import day_said, short_day_said
from hallctl.core.languages import Language
from hallctl.core.plan import Words
from hallctl.station.words import Catalogue, bind_compounds

TEXT_SCALES = (1.0, 1.15, 1.3)
Part = Literal["screens", "pad"]


class Preferences(QObject):
    """One person's wishes for a screen, and the words that follow from them."""

    changed = Signal()
    language_changed = Signal(str)
    offered = Signal()

    def __init__(
        self, words_folder: Path, parent: QObject | None = None, part: Part = "screens"
    ) -> None:
        """``part`` of an added language's words is this screen's own, beside what all screens say."""
        super().__init__(parent)
        self._part = part
        self.catalogue = Catalogue(words_folder)
        self._offered = self.catalogue.languages
        self._language = "vi"
        self._text_step = 0
        self._high_contrast = False
        self._wanted: tuple[str, ...] = ()
        self._voices = {code: code for code in self.catalogue.languages}
        # A dict would be copied into QML, every word of it, whenever one of them is read.
        self._words = QQmlPropertyMap.create(self)
        self._speak()

    def spoken(self) -> str:
        """The code of the chosen language."""
        return self._language

    def voice_language(self) -> str:
        """The voice that reads the chosen language's words; empty where there is none."""
        return self._voices.get(self._language, "")

    def name_of(self, words: Words) -> str:
        """A name the hall gave, in the chosen language, its compounds kept together."""
        return bind_compounds(words.spoken_in(self._language))

    def day(self, day: date) -> str:
        """A day as the chosen language writes it."""
        return day_said(day, self._language)

    def short_day(self, day: date) -> str:
        """The same without its year."""
        return short_day_said(day, self._language)

    def say(self, key: str, **values: object) -> str:
        """The sentence of that key in the chosen language."""
        return self.catalogue.say(key, self._language, **values)

    def offer(self, languages: tuple[str, ...]) -> None:
        """Offer the hall's languages, as far as there are words for them; its first is spoken."""
        self._wanted = languages
        offered = tuple(code for code in languages if code in self.catalogue.languages)
        if offered and offered != self._offered:
            self._offered = offered
            if self._language not in offered:
                self.choose_language(offered[0])
            self.offered.emit()

    @property
    def unknown(self) -> tuple[str, ...]:
        """Languages of the hall that there are no words for yet."""
        return tuple(code for code in self._wanted if code not in self.catalogue.languages)

    def learn(self, language: Language) -> None:
        """Take in the words of a language that the hall has added, and offer it."""
        own = language.pad if self._part == "pad" else {}
        named = {"language_name": language.name, **language.screens, **own}
        self.catalogue.add(language.code, named)
        self._voices[language.code] = language.voice
        self.offer(self._wanted)
        self._speak()
        self.language_changed.emit(self._language)

    @property
    def is_usual(self) -> bool:
        """Whether the next person would find it just so."""
        is_first = self._language == self._offered[0]
        return is_first and not self._text_step and not self._high_contrast

    @Slot(str)
    def choose_language(self, language: str) -> None:
        """Speak ``language``; one that is not offered is not taken."""
        if language in self._offered and language != self._language:
            self._language = language
            self._speak()
            self.language_changed.emit(language)
            self.changed.emit()

    @Slot()
    def next_text_size(self) -> None:
        """Make text a step larger; after the largest comes the normal one."""
        self._text_step = (self._text_step + 1) % len(TEXT_SCALES)
        self.changed.emit()

    @Slot()
    def switch_contrast(self) -> None:
        """Turn high contrast on or off."""
        self._high_contrast = not self._high_contrast
        self.changed.emit()

    @Slot()
    def reset(self) -> None:
        """Back to what the next person should find."""
        self._text_step = 0
        self._high_contrast = False
        self.choose_language(self._offered[0])
        self.changed.emit()

    def _speak(self) -> None:
        self._words.insert(self.catalogue.sentences_in(self._language))

    def _languages(self) -> list[dict[str, str]]:
        return [
            {"code": code, "name": self.catalogue.say("language_name", code)}
            for code in self._offered
        ]

    def _text_size_name(self) -> str:
        return self.say(
            ("text_size_normal", "text_size_large", "text_size_largest")[self._text_step]
        )

    language = Property(str, spoken, notify=language_changed)
    text_scale = Property(float, lambda self: TEXT_SCALES[self._text_step], notify=changed)
    text_step = Property(int, lambda self: self._text_step, notify=changed)
    text_size_name = Property(str, _text_size_name, notify=changed)
    high_contrast = Property(bool, lambda self: self._high_contrast, notify=changed)
    words = Property(QObject, lambda self: self._words, constant=True)
    """Every sentence without places to fill; each tells by itself when the language changes."""
    languages = Property(list, _languages, notify=offered)
