"""What people call things, and what the listing calls them: one table, read once."""

import csv
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import islice, product

from hallctl.catalogue.search.folding import folded_words

Phrase = tuple[str, ...]
"""Folded words."""

MOST_READINGS = 6


class EverydayWords:
    """Everyday phrase → the official ones; and the words that say nothing about a procedure."""

    def __init__(self, pairs: Iterator[tuple[str, str]]) -> None:
        official: dict[Phrase, list[Phrase]] = defaultdict(list)
        fillers: set[str] = set()
        for everyday, meant in pairs:
            if meant.strip():
                official[tuple(folded_words(everyday))].append(tuple(folded_words(meant)))
            else:
                fillers.update(folded_words(everyday))
        self.fillers = frozenset(fillers)
        self.phrases = frozenset(official)
        self._official = dict(official)
        self._longest = max(map(len, official), default=0)

    def readings(self, words: Phrase) -> list[Phrase]:
        """What the words may mean in the listing's own; empty where none has another name."""
        parts = list(self._parts(words))
        if parts == [[(word,)] for word in words]:
            return []
        choices = islice(product(*parts), MOST_READINGS)
        return [tuple(word for phrase in choice for word in phrase) for choice in choices]

    def _parts(self, words: Phrase) -> Iterator[list[Phrase]]:
        """The words, cut so that the longest everyday phrase is taken first."""
        begin = 0
        while begin < len(words):
            end = next(
                (
                    end
                    for end in range(min(len(words), begin + self._longest), begin, -1)
                    if words[begin:end] in self._official
                ),
                0,
            )
            yield self._official[words[begin:end]] if end else [(words[begin],)]
            begin = end or begin + 1


@cache
def everyday_words() -> EverydayWords:
    """The table that comes with the program."""
    table = (files(__package__) / "everyday_words.csv").read_text("utf-8")
    return EverydayWords(
        (row["everyday"], row["official"]) for row in csv.DictReader(table.splitlines())
    )
