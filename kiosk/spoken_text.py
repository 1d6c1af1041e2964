"""What the voice is given of a text on the screen: the same words, numbers of tickets spelled."""

import re

from hallctl.station.voice.wording import spelled_words

_NUMBER = re.compile(r"(?<!\w)[A-ZĐ]\d{3,4}(?!\w)")
_PAUSE = re.compile(r"\s*[·|…]\s*")


def spoken_text(text: str, language: str) -> str:
    """``Số A017`` becomes "Số a, không, một, bảy"; signs that are drawn and not said are left out."""
    plain = _PAUSE.sub(", ", text.replace("\u00a0", " ").replace("\n", ". "))
    return _NUMBER.sub(lambda found: spelled_words(found[0], language), plain).strip(" ,")


def sentences(*parts: str) -> str:
    """The parts one after the other, each ended as a sentence is."""
    told = [part.strip() for part in parts if part.strip()]
    return " ".join(part if part[-1] in ".?!:…" else f"{part}." for part in told)
