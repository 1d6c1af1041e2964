"""How well a procedure answers a query: its words, their company, how much else it says.

Every part lies between 0 and 1, so that the weights below say what matters how much.
"""

import re
from collections.abc import Iterable
from itertools import pairwise
from math import log
from typing import NamedTuple

from hallctl.catalogue.entry import Entry
from hallctl.catalogue.search.everyday_words import Phrase
from hallctl.catalogue.search.folding import fold, folded_words

COVERAGE = 0.50
"""How much of what was asked the procedure says."""
COMPANY = 0.22
"""How much of it in the order that was asked."""
PRECISION = 0.22
"""How little else it says."""
ACCENTS = 0.05
"""How many of the words typed with accents it has exactly so."""
EVERYDAY = {"xa": 0.05, "tinh": 0.03}
FOR_CITIZENS = 0.03
HANDLED_HERE = 0.02
IN_FIELD = 0.5
"""A word of the field's name counts half of one in the procedure's own."""
FILLER = 0.1
"""What a word that says little weighs."""

_BRACKETS = re.compile(r"\([^()]*\)?")


class Document(NamedTuple):
    """One procedure as it is compared."""

    entry: Entry
    words: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    field: frozenset[str]
    accented: frozenset[str]
    mass: float
    bonus: float


class Reading(NamedTuple):
    """One way a query may be read: its words and pairs of words, each with its weight."""

    trust: float
    words: dict[str, float]
    pairs: dict[tuple[str, str], float]


class Query(NamedTuple):
    """What was typed, and the ways it may be read."""

    accented: frozenset[str]
    readings: tuple[Reading, ...]


class Ranking:
    """Weighs words by how rare they are among the procedures."""

    def __init__(self, entries: Iterable[Entry], fillers: frozenset[str]) -> None:
        listed = [(entry, tuple(folded_words(entry.procedure.name))) for entry in entries]
        rarity: dict[str, int] = {}
        for _, words in listed:
            for word in set(words):
                rarity[word] = rarity.get(word, 0) + 1
        self._weights = {word: log(1 + len(listed) / times) for word, times in rarity.items()}
        self._unknown = log(1 + len(listed))
        self._fillers = fillers
        self.documents = [self._document(entry, words) for entry, words in listed]

    def query(self, typed: str, readings: dict[Phrase, float]) -> Query:
        """What was typed, with each of its readings weighed; their values say how far to trust."""
        weighed = (self._reading(words, trust) for words, trust in readings.items() if words)
        return Query(accented_words(typed), tuple(weighed))

    def score(self, document: Document, query: Query) -> float:
        """How well it answers, by the reading that fits best; above 0.3 it is worth showing."""
        fit = max(one.trust * _fit(document, one) for one in query.readings)
        if query.accented:
            share = len(query.accented & document.accented) / len(query.accented)
            fit += ACCENTS * share
        return fit + document.bonus

    def company(self, document: Document, query: Query) -> float:
        """How much of it the document says in its order, by the reading that it fits best.

        A reading of a single word says it all by saying it.
        """
        return max(_company_or_all(document, one) for one in query.readings)

    def _weight(self, word: str) -> float:
        weight = self._weights.get(word, self._unknown)
        return weight * FILLER if word in self._fillers else weight

    def _reading(self, words: Phrase, trust: float) -> Reading:
        weights = {word: self._weight(word) for word in words}
        pairs = {pair: min(weights[pair[0]], weights[pair[1]]) for pair in pairwise(words)}
        return Reading(trust, weights, pairs)

    def _document(self, entry: Entry, words: Phrase) -> Document:
        return Document(
            entry,
            frozenset(words),
            frozenset(pairwise(words)),
            frozenset(folded_words(entry.procedure.field)),
            accented_words(entry.procedure.name),
            sum(map(self._weight, _gist(entry.procedure.name))) or 1.0,
            _bonus(entry),
        )


def _fit(document: Document, reading: Reading) -> float:
    named, field = document.words, document.field
    in_name = in_field = total = 0.0
    for word, weight in reading.words.items():
        total += weight
        if word in named:
            in_name += weight
        elif word in field:
            in_field += weight
    coverage = (in_name + IN_FIELD * in_field) / total
    company = _company(document, reading) if reading.pairs else coverage
    precision = min(1.0, in_name / document.mass)
    return COVERAGE * coverage + COMPANY * company + PRECISION * precision


def _company_or_all(document: Document, reading: Reading) -> float:
    if reading.pairs:
        return _company(document, reading)
    return float(bool((document.words | document.field) & reading.words.keys()))


def _company(document: Document, reading: Reading) -> float:
    together = document.pairs
    found = sum(weight for pair, weight in reading.pairs.items() if pair in together)
    return found / sum(reading.pairs.values())


def accented_words(text: str) -> frozenset[str]:
    """The words that differ from their folded selves, in small letters."""
    words = ("".join(filter(str.isalnum, word)) for word in text.casefold().split())
    return frozenset(word for word in words if word != fold(word))


def _gist(name: str) -> frozenset[str]:
    """The words of the name outside its brackets, which list cases and places."""
    return frozenset(folded_words(_BRACKETS.sub(" ", name)) or folded_words(name))


def _bonus(entry: Entry) -> float:
    """People's everyday procedures come before rare ones."""
    return (
        max((EVERYDAY.get(level, 0.0) for level in entry.levels), default=0.0)
        + FOR_CITIZENS * entry.is_for_citizens
        + HANDLED_HERE * bool(entry.procedure.service)
    )
