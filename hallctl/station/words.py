"""The screens' words: one JSON catalogue a language, the same keys in each.

An app's catalogue stands on the kit's. A key's value is a sentence, or ``{"one": …, "other": …}``
where a language bends with the count. ``~`` is a space that never breaks.
"""

import json
import re
from functools import cache
from pathlib import Path
from typing import cast

from hallctl.compounds import bind_compounds
from hallctl.core.languages import Sentence, Sentences, fitting

__all__ = ["Catalogue", "WordsMissingError", "bind_compounds"]

_KIT_WORDS = Path(__file__).parent / "kit" / "words"
_PLACES = re.compile(r"\{(\w+)\}")


class WordsMissingError(KeyError):
    """A sentence that a catalogue lacks, or that its languages do not share."""


class Catalogue:
    """Every sentence of one app in every language it speaks."""

    def __init__(self, folder: Path, languages: tuple[str, ...] = ("vi", "en")) -> None:
        self.languages = languages
        sentences, placeless = _written(folder, languages)
        self._sentences, self._placeless = dict(sentences), dict(placeless)

    def add(self, language: str, sentences: Sentences, otherwise: str = "vi") -> None:
        """Speak a language that the hall has added; what it does not say is said in ``otherwise``."""
        known = self._sentences[otherwise]
        own = {key: _bound(said) for key, said in fitting(sentences, self._sentences["vi"]).items()}
        self._sentences[language] = {**known, **own}
        self._placeless[language] = _without_places(self._sentences[language])
        if language not in self.languages:
            self.languages = (*self.languages, language)

    def say(self, key: str, language: str, **values: object) -> str:
        """The sentence in ``language`` with ``values`` put in; ``count`` chooses the plural.

        An unknown language speaks Vietnamese. Raises WordsMissingError for an unknown key.
        """
        sentences = self._sentences.get(language) or self._sentences["vi"]
        if key not in sentences:
            raise WordsMissingError(key)
        sentence = sentences[key]
        if isinstance(sentence, dict):
            sentence = sentence["one" if values.get("count") == 1 else "other"]
        return sentence.format(**values) if values else sentence

    def sentences_in(self, language: str) -> dict[str, str]:
        """All sentences without places to fill, by key: what QML may show directly."""
        return self._placeless.get(language) or self._placeless["vi"]


@cache
def _written(
    folder: Path, languages: tuple[str, ...]
) -> tuple[dict[str, dict[str, Sentence]], dict[str, dict[str, str]]]:
    """Every sentence, and those without places, by language; read once for all of a desk's screens."""
    sentences = {language: _load(folder, language) for language in languages}
    _check_alike(sentences)
    return sentences, {one: _without_places(said) for one, said in sentences.items()}


def _load(folder: Path, language: str) -> dict[str, Sentence]:
    common = _read(_KIT_WORDS / f"{language}.json")
    own = _read(folder / f"{language}.json")
    for file in sorted(folder.glob(f"*.{language}.json")):  # a topic's own words beside them
        own |= _read(file)
    return {**common, **own}


def _read(file: Path) -> dict[str, Sentence]:
    written = cast("dict[str, Sentence]", json.loads(file.read_text("utf-8")))
    return {key: _bound(sentence) for key, sentence in written.items()}


def _bound(sentence: Sentence) -> Sentence:
    if isinstance(sentence, dict):
        return {
            form: bind_compounds(text).replace("~", "\u00a0") for form, text in sentence.items()
        }
    return bind_compounds(sentence).replace("~", "\u00a0")


def _without_places(sentences: dict[str, Sentence]) -> dict[str, str]:
    return {
        key: sentence
        for key, sentence in sentences.items()
        if isinstance(sentence, str) and not _PLACES.search(sentence)
    }


def _check_alike(sentences: dict[str, dict[str, Sentence]]) -> None:
    vietnamese = sentences["vi"]
    for language, others in sentences.items():
        if lacking := vietnamese.keys() ^ others.keys():
            msg = f"{language}: {', '.join(sorted(lacking))}"
            raise WordsMissingError(msg)
        for key, sentence in others.items():
            if _places(sentence) != _places(vietnamese[key]):
                msg = f"{language}: {key} fills other places"
                raise WordsMissingError(msg)


def _places(sentence: Sentence) -> set[str]:
    if isinstance(sentence, dict):
        return set().union(*(_PLACES.findall(text) for text in sentence.values()))
    return set(_PLACES.findall(sentence))
