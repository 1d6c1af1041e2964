"""Breaks words into lines that fit, given only a way to measure them."""

import unicodedata
from collections.abc import Callable, Iterator

Measure = Callable[[str], float]

_UNPRINTABLE = {"Cc", "Cs", "Zl", "Zp"}  # controls, halves of letters, other line ends
_JOINERS = "\u00a0"  # keeps the parts of a Vietnamese compound on one line


def tidy(text: str) -> str:
    """`text` composed (NFC), with line ends kept and all else that has no shape a space."""
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
    return "".join(
        " " if unicodedata.category(letter) in _UNPRINTABLE and letter != "\n" else letter
        for letter in composed
    )


def break_lines(text: str, width: float, measure: Measure) -> list[str]:
    """`text` in lines no wider than `width`.

    Lines break at spaces and at line ends; a word wider than a line is broken between letters.
    A single letter wider than `width` keeps a line of its own.
    """
    lines: list[str] = []
    for paragraph in tidy(text).split("\n"):
        lines.extend(_break_paragraph(paragraph, width, measure))
    return lines


def natural_width(text: str, measure: Measure) -> float:
    """How wide `text` is when only its own line ends break it."""
    return max(measure(line) for line in tidy(text).split("\n"))


def balance_lines(text: str, width: float, measure: Measure) -> list[str]:
    """Like `break_lines` with as many lines, and those of even length: for centred words."""
    lines = break_lines(text, width, measure)
    narrow, wide = width / max(len(lines), 1) / 2, width
    while wide - narrow > 4:
        middle = (narrow + wide) / 2
        attempt = break_lines(text, middle, measure)
        if len(attempt) == len(lines) and _keeps_words(attempt, lines):
            wide = middle
        else:
            narrow = middle
    return break_lines(text, wide, measure)


def _keeps_words(attempt: list[str], lines: list[str]) -> bool:
    """Whether narrower lines still break only where the first ones could: at spaces."""
    return " ".join(attempt).split() == " ".join(lines).split()


def _break_paragraph(paragraph: str, width: float, measure: Measure) -> Iterator[str]:
    line = ""
    for word in paragraph.split(" "):
        joined = f"{line} {word}" if line else word
        if measure(joined) <= width:
            line = joined
            continue
        if line:
            yield line
        *full, line = _break_word(word, width, measure)
        yield from full
    yield line


def _break_word(word: str, width: float, measure: Measure) -> Iterator[str]:
    if measure(word) <= width:
        yield word
        return
    piece = ""
    for cluster in _clusters(word):
        if piece and measure(piece + cluster) > width:
            yield piece.rstrip(_JOINERS)
            piece = cluster.lstrip(_JOINERS)
        else:
            piece += cluster
    yield piece


def _clusters(word: str) -> Iterator[str]:
    """Letters with the marks that combine with them."""
    cluster = ""
    for letter in word:
        if cluster and not unicodedata.combining(letter):
            yield cluster
            cluster = ""
        cluster += letter
    if cluster:
        yield cluster
