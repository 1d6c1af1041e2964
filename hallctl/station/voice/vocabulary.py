"""Everything a hall may have to say, as sentences; and the phrases from which they are laid."""

import string
from collections.abc import Iterable
from typing import NamedTuple

from hallctl.core.plan import Plan, Words
from hallctl.station.voice.counting_words import DIGITS, in_words
from hallctl.station.voice.laying import words_of
from hallctl.station.voice.wording import LANGUAGES, Reading, counter_words, ticket_words

_MARK = "0"
MOST = 999


class Said(NamedTuple):
    """Something to be said in a language."""

    language: str
    words: str


def sentences_of(plan: Plan) -> list[Said]:
    """One of each kind that the hall says: every letter, digit, counter and way."""
    reading = Reading(plan.announcing.numbers, plan.announcing.accent)
    numbers = [f"{one.letter}{digits}" for one in plan.services for digits in _digits(reading)]
    said = [
        Said(language, words(name, language, reading))
        for language in LANGUAGES
        for words, names in (
            (ticket_words, numbers),
            (counter_words, [one.counter for one in plan.counters]),
        )
        for name in names
    ]
    return said + [one for zone in plan.zones for one in _ways(zone.name, zone.direction)]


def phrases_of(plan: Plan) -> list[Said]:
    """What to record: the beginnings, letters and digits; each counter whole; each way whole."""
    reading = Reading(plan.announcing.numbers, plan.announcing.accent)
    phrases: list[Said] = []
    for language in LANGUAGES:
        first, last = ticket_words(_MARK, language, reading), DIGITS[language][0]
        phrases.append(Said(language, first.rstrip(".").removesuffix(last).strip(" ,")))
        letters = sorted({sign for one in plan.services for sign in one.letter})
        phrases += [Said(language, _letter(one, language)) for one in letters]
        phrases += [Said(language, one) for one in _number_words(reading, language)]
        phrases += [
            Said(language, counter_words(one.counter, language, reading)) for one in plan.counters
        ]
    phrases += [one for zone in plan.zones for one in _ways(zone.name, zone.direction)]
    known: dict[tuple[str, tuple[str, ...]], Said] = {}
    for one in phrases:
        known.setdefault((one.language, words_of(one.words)), one)
    return list(known.values())


def _letter(sign: str, language: str) -> str:
    spelled = ticket_words(sign, language).rstrip(".")
    return spelled.removeprefix("Mời số ").removeprefix("Number ")


def _digits(reading: Reading) -> Iterable[str]:
    if reading.numbers == "number":
        return (f"{one:03}" for one in range(1, MOST + 1))
    return (digit * 3 for digit in string.digits)


def _number_words(reading: Reading, language: str) -> list[str]:
    if reading.numbers == "digits":
        return list(DIGITS[language])
    words = (
        word
        for one in range(1, MOST + 1)
        for word in in_words(one, language, reading.accent).split()
    )
    return list(dict.fromkeys((*DIGITS[language], *words)))


def _ways(name: Words, direction: Words) -> Iterable[Said]:
    for language in LANGUAGES:
        for one in (name, direction):
            if said := one.spoken_in(language):
                yield Said(language, said)
