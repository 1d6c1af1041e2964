"""A language that a hall has added by a file: its words, by where they are said."""

import re
from collections.abc import Mapping

import msgspec

_PLACES = re.compile(r"\{(\w*)\}")
Sentence = str | dict[str, str]
Sentences = dict[str, Sentence]


class Language(msgspec.Struct, frozen=True, kw_only=True):
    """``words/<code>.json`` as it is read; what is missing is said in Vietnamese.

    ``voice`` names the espeak-ng voice that reads it, or is empty. ``reviewed`` says who has looked
    it over; empty where no speaker of the language has.
    """

    code: str
    name: str
    """What it calls itself."""
    voice: str = ""
    reviewed: str = ""
    screens: Sentences = {}
    """The kit's and the kiosk's sentences."""
    ticket: Sentences = {}
    phone: Sentences = {}
    board: Sentences = {}
    sign: Sentences = {}
    pad: Sentences = {}
    call: dict[str, str] = {}
    """A call in two halves: ``ticket`` with its ``{number}``, ``counter`` with its ``{counter}``."""
    digits: tuple[str, ...] = ()
    """Zero to nine, as they are read out one by one."""
    numbers: dict[str, str] = {}
    """Whole numbers that are said otherwise than by their digits: ``"12": "kaum ob"``."""
    letters: dict[str, str] = {}
    """Letters that a voice would misread by themselves."""
    emergency: dict[str, str] = {}
    """Ready sentences for what may happen anywhere: ``fire``, ``leave``, ``power``, ``ill``."""


def said(languages: Mapping[str, Language], language: str, key: str, otherwise: str) -> str:
    """A sentence of the ticket in that language, or what is said without it."""
    known = languages.get(language)
    sentence = known.ticket.get(key, "") if known else ""
    if not isinstance(sentence, str) or sentence.count("{}") != otherwise.count("{}"):
        return otherwise
    return sentence or otherwise


def places_of(sentence: Sentence) -> list[str]:
    """What is filled in, whatever the form."""
    texts = sentence.values() if isinstance(sentence, dict) else (sentence,)
    return sorted({place for text in texts for place in _PLACES.findall(text)})


def fitting(sentences: Mapping[str, Sentence], known: Mapping[str, Sentence]) -> Sentences:
    """Those that are known and fill the same places; others would leave a hole on the screen."""
    return {
        key: sentence
        for key, sentence in sentences.items()
        if key in known and places_of(sentence) == places_of(known[key]) and _is_whole(sentence)
    }


def _is_whole(sentence: Sentence) -> bool:
    return "other" in sentence if isinstance(sentence, dict) else bool(sentence.strip())
