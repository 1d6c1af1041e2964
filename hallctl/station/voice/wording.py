"""What is said for a call, in words a voice reads right: letters named, numbers as the hall reads them."""

import string
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from hallctl.core.call_words import counter_call, ticket_call
from hallctl.core.languages import Language
from hallctl.station.voice.counting_words import DIGITS, in_words

_VI_LETTERS = (
    "a|bê|xê|đê|e|ép phờ|gờ|hát|i|di|ca|en lờ|em mờ|en nờ|o|pê|quy|e rờ|ét sì|tê|u|vê|vê kép|"
    "ích xì|i dài|dét"
)
_LETTERS = {
    "vi": dict(zip(string.ascii_uppercase, _VI_LETTERS.split("|"), strict=True)) | {"Đ": "đê"},
    "en": {"Đ": "D"},  # a lone capital between commas is read as the letter it is
}

LANGUAGES = ("vi", "en")


class Reading(NamedTuple):
    """How numbers are read: digit by digit or as a ``number``; with a northern or southern accent.

    ``added`` are the languages of the hall's own files that a call may be made in.
    """

    numbers: str = "digits"
    accent: str = "north"
    added: Mapping[str, Language] = MappingProxyType({})


PLAIN = Reading()


def ticket_words(number: str, language: str, reading: Reading = PLAIN) -> str:
    """The first half of a call: ``A012`` is "Mời số a, không, một, hai." or "Mời số a, mười hai."."""
    if language in reading.added:
        is_counted = reading.numbers == "number"
        return ticket_call(reading.added[language], number, is_counted=is_counted)
    letters = number.rstrip(string.digits)
    digits = number[len(letters) :]
    if reading.numbers == "number" and digits:
        counted = in_words(int(digits), language, reading.accent)
        spelled = ", ".join([*_spelled(letters, language), counted])
    else:
        spelled = ", ".join(_spelled(number, language))
    return f"Mời số {spelled}." if language == "vi" else f"Number {spelled}."


def counter_words(counter: str, language: str, reading: Reading = PLAIN) -> str:
    """The second half of a call: counter ``12`` is "Đến quầy số mười hai."."""
    if language in reading.added:
        return counter_call(reading.added[language], counter)
    place = _counted(counter, language, reading.accent)
    return f"Đến quầy số {place}." if language == "vi" else f"Please come to counter {place}."


def _spelled(number: str, language: str) -> list[str]:
    return [_named(sign, language) for sign in number.upper() if sign.isalnum()]


def _named(sign: str, language: str) -> str:
    if sign.isdecimal():
        return DIGITS[language][int(sign)]
    return _LETTERS[language].get(sign, sign)


def _counted(counter: str, language: str, accent: str) -> str:
    """Counters in plain digits as one says them, any other name spelled."""
    if not counter.isdecimal() or counter.startswith("0"):
        return ", ".join(_spelled(counter, language))
    return in_words(int(counter), language, accent)


def spelled_words(number: str, language: str) -> str:
    """A number alone, sign by sign: ``A012`` is "a, không, một, hai"."""
    return ", ".join(_spelled(number, language if language in LANGUAGES else LANGUAGES[0]))
