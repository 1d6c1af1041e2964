"""A sentence laid out of the phrases that were recorded, the longest first. Pure."""

import re
from collections.abc import Collection
from unicodedata import normalize

Phrase = tuple[str, ...]
"""Words in small letters, without marks."""
_BETWEEN = re.compile(r"[^\w]+", re.UNICODE)


class MissingWordError(LookupError):
    """A word of the sentence was not recorded; ``word`` is it."""

    def __init__(self, word: str) -> None:
        super().__init__(f"nobody has recorded {word!r}")
        self.word = word


def words_of(sentence: str) -> Phrase:
    """The sentence's words, as phrases are compared."""
    return tuple(filter(None, _BETWEEN.split(normalize("NFC", sentence).lower())))


def laid_out(sentence: str, phrases: Collection[Phrase]) -> list[Phrase]:
    """The phrases that say it one after the other, as few as there are. Raises MissingWordError."""
    words = words_of(sentence)
    longest = max(map(len, phrases), default=0)
    # From the end: the fewest phrases that say everything from a word on, or none that do.
    best: list[list[Phrase] | None] = [None] * len(words) + [[]]
    for start in reversed(range(len(words))):
        for end in range(min(len(words), start + longest), start, -1):
            phrase, rest = words[start:end], best[end]
            if rest is None or phrase not in phrases:
                continue
            now = best[start]
            if now is None or len(rest) + 1 < len(now):
                best[start] = [phrase, *rest]
    laid = best[0]
    if laid is None:
        raise MissingWordError(_first_missing(words, phrases))
    return laid


def _first_missing(words: Phrase, phrases: Collection[Phrase]) -> str:
    known = {word for phrase in phrases for word in phrase}
    return next((word for word in words if word not in known), " ".join(words))
