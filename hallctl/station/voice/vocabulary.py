"""Everything a hall may have to say, as sentences; and the phrases from which they are laid."""

import string
from collections.abc import Iterable
from typing import NamedTuple

from hallctl.core.languages import Language
from hallctl.core.plan import Plan
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
    reading = reading_of(plan)
    numbers = [f"{one.letter}{digits}" for one in plan.services for digits in _digits(reading)]
    said = [
        Said(language, words(name, language, reading))
        for language in (*LANGUAGES, *reading.added)
        for words, names in (
            (ticket_words, numbers),
            (counter_words, [one.counter for one in plan.counters]),
        )
        for name in names
    ]
    return said + _ways(plan)


def phrases_of(plan: Plan) -> list[Said]:
    """What to record: the beginnings, letters and digits; each counter whole; each way whole."""
    reading = reading_of(plan)
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
    for added in reading.added.values():
        phrases += _added_phrases(plan, added, reading)
    phrases += _ways(plan)
    known: dict[tuple[str, tuple[str, ...]], Said] = {}
    for one in phrases:
        known.setdefault((one.language, words_of(one.words)), one)
    return list(known.values())


def reading_of(plan: Plan) -> Reading:
    """How the hall reads numbers, and its added languages that a call may be made in."""
    added = {code: plan.languages[code] for code in plan.called_in}
    return Reading(plan.announcing.numbers, plan.announcing.accent, added)


def _added_phrases(plan: Plan, language: Language, reading: Reading) -> Iterable[Said]:
    """Both sides of the number, its letters, digits and whole numbers, and each counter whole."""
    letters = sorted({sign for one in plan.services for sign in one.letter})
    counters = (counter_words(one.counter, language.code, reading) for one in plan.counters)
    every = (
        *language.call["ticket"].split("{number}"),
        *(language.letters.get(one, one) for one in letters),
        *language.digits,
        *(language.numbers.values() if reading.numbers == "number" else ()),
        *counters,
    )
    return (Said(language.code, one.strip(" ,.")) for one in every if words_of(one))


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


def _ways(plan: Plan) -> list[Said]:
    """Each zone and the way there, in every language that has words for it."""
    return [
        Said(language, said)
        for zone in plan.zones
        for language in (*LANGUAGES, *plan.called_in)
        for one in (zone.name, zone.direction)
        if (said := one.spoken_in(language) if language in LANGUAGES else one.only_in(language))
    ]
