"""What was probably meant: slips of a finger, words run together, the last word half typed.

Folded Vietnamese has few syllables and all are short, so one slip often makes another real one;
which of them is meant shows in the company it keeps. A word is therefore chosen together with its
neighbours (Viterbi's way), by how often two words stand side by side in the catalogue.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import pairwise
from math import log

Words = tuple[str, ...]

SLIP = 1.0
"""What a slip costs where no such word is known …"""
SLIP_OF_KNOWN = 3.0
"""… and where the word as typed is one."""
COMPLETION_OF_KNOWN = 1.5
COMPANY = 0.5
UNSEEN = 0.1
SHORTEST_SLIP = 3
MOST_COMPLETIONS = 24
MOST_PIECES = 4


class Spelling:
    """Made from texts of folded words; the more often, the likelier. Fillers are left alone."""

    def __init__(self, texts: Iterable[Words], fillers: frozenset[str] = frozenset()) -> None:
        self._fillers = fillers
        self._words: Counter[str] = Counter(fillers)
        self._pairs: Counter[tuple[str, str]] = Counter()
        for text in texts:
            self._words.update(text)
            self._pairs.update(pairwise(text))

    def meant(self, typed: Words) -> Words:
        """The likeliest words; those typed, where nothing is likelier."""
        words = tuple(piece for word in typed for piece in self._pieces(word))
        best: dict[str, tuple[float, Words]] = {"": (0.0, ())}
        for place, word in enumerate(words):
            candidates = self._candidates(word, is_last=place == len(words) - 1)
            best = {
                candidate: max(
                    (score - cost + self._company(before, candidate), (*path, candidate))
                    for before, (score, path) in best.items()
                )
                for candidate, cost in candidates.items()
            }
        return max(best.values())[1]

    def _company(self, before: str, word: str) -> float:
        if not before or before in self._fillers or word in self._fillers:
            return COMPANY * log(UNSEEN)
        return COMPANY * log(self._pairs[before, word] + UNSEEN)

    def _candidates(self, word: str, *, is_last: bool) -> dict[str, float]:
        """Words that may be meant, each with what it costs to believe it."""
        is_known = word in self._words
        found = {word: 0.0 if is_known else 2 * SLIP_OF_KNOWN}
        if word.isdigit() or (word in self._fillers and not is_last):
            return found
        if is_last and len(word) > 1:
            cost = COMPLETION_OF_KNOWN if is_known else 0.5 * SLIP
            found |= dict.fromkeys(self._completions(word), cost) | found
        if len(word) >= SHORTEST_SLIP:
            cost = SLIP_OF_KNOWN if is_known else SLIP
            slips = (one for shape in _shapes(word) for one in self._by_shape.get(shape, ()))
            found = {one: cost for one in slips if _is_one_slip(one, word)} | found
        return found

    def _completions(self, begun: str) -> list[str]:
        fitting = (one for one in self._words if one.startswith(begun) and one != begun)
        return sorted(fitting, key=self._words.__getitem__, reverse=True)[:MOST_COMPLETIONS]

    def _pieces(self, word: str) -> Words:
        """A word nobody knows, cut into neighbours; left whole where that makes no sense."""
        if word in self._words or word.isdigit():
            return (word,)
        cuts = [pieces for pieces in self._cuts(word, MOST_PIECES) if self._is_together(pieces)]
        return max(cuts, key=self._togetherness, default=(word,))

    def _cuts(self, word: str, most: int) -> Iterator[Words]:
        for end in range(2, len(word) - 1):
            head, tail = word[:end], word[end:]
            if head not in self._words:
                continue
            if tail in self._words:
                yield (head, tail)
            if most > 2:
                yield from ((head, *rest) for rest in self._cuts(tail, most - 1))

    def _is_together(self, pieces: Words) -> bool:
        return all(self._pairs[pair] for pair in pairwise(pieces))

    def _togetherness(self, pieces: Words) -> float:
        return sum(log(self._pairs[pair]) for pair in pairwise(pieces)) - len(pieces)

    @cached_property
    def _by_shape(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for word in self._words:
            if not word.isdigit():
                for shape in _shapes(word):
                    found[shape].append(word)
        return found


def _shapes(word: str) -> set[str]:
    """The word, and the word without any one letter: words one slip apart share one of these."""
    return {word} | {word[:place] + word[place + 1 :] for place in range(len(word))}


def _is_one_slip(one: str, other: str) -> bool:
    """One letter more, less or wrong, or two neighbours in the wrong order."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    if len(one) != len(other):
        longer, shorter = sorted((one, other), key=len, reverse=True)
        return shorter in {longer[:n] + longer[n + 1 :] for n in range(len(longer))}
    wrong = [place for place, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(wrong) == 1:
        return True
    return (
        len(wrong) == 2
        and wrong[1] == wrong[0] + 1
        and (one[wrong[0]], one[wrong[1]]) == (other[wrong[1]], other[wrong[0]])
    )
