"""Everything that is said to citizens, in Vietnamese, and what an added language lacks of it."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec

from hallctl.core.languages import Language, Sentences, fitting
from hallctl.core.slips.leased_paper import LISTEN, ORDER
from hallctl.core.slips.ticket_paper import (
    AHEAD,
    FOLLOW,
    NOBODY_AHEAD,
    ONE_AHEAD,
    THEN,
    WEEKDAYS,
    YOUR_NUMBER,
)

_ROOT = Path(__file__).parents[1]
_SCREENS = ("hallctl/station/kit/words", "kiosk/words")
_SIGN = (
    "counter", "sign_come", "sign_serving", "sign_free", "sign_free_text", "sign_closed", "sign_closed_text",
    "sign_hall_closed", "sign_hall_closed_text", "sign_offline", "sign_break",
)  # fmt: skip
_CALL: Sentences = {"ticket": "Mời số {number}", "counter": "đến quầy số {counter}"}
_PHONE = "hallctl/web/static/words.json"
SAMPLES = Path(__file__).parent / "samples" / "words"
"""Languages laid out to begin with."""


class Gaps(NamedTuple):
    """One part of a language: how much there is of it, what is missing, and what fits nowhere."""

    part: str
    said: int
    total: int
    missing: tuple[str, ...]
    odd: tuple[str, ...]
    """Keys that nobody says, and sentences that fill other places."""


def gaps_of(language: Language) -> Iterator[Gaps]:
    """Part by part: the screens, the ticket, the phone's page, boards, signs, pads, and calls."""
    for part, known, own in (
        ("screens", screens(), language.screens),
        ("ticket", ticket(), language.ticket),
        ("phone", phone(), language.phone),
        ("board", board(), language.board),
        ("sign", sign(), language.sign),
        ("pad", pad(), language.pad),
        ("call", _CALL, dict(language.call)),
    ):
        good = fitting(own, known)
        yield Gaps(
            part,
            len(good),
            len(known),
            tuple(sorted(known.keys() - good.keys())),
            tuple(sorted(own.keys() - good.keys())),
        )


def screens() -> Sentences:
    """The kit's and the kiosk's sentences; a language's own name stands apart."""
    found: Sentences = {}
    for folder in _SCREENS:
        for file in sorted((_ROOT / folder).glob("*vi.json")):
            found |= _read(file)
    found.pop("language_name", None)
    return found


def ticket() -> Sentences:
    """What is printed on a ticket."""
    named = {
        "your_number": YOUR_NUMBER,
        "ahead": AHEAD,
        "one_ahead": ONE_AHEAD,
        "nobody_ahead": NOBODY_AHEAD,
        "then": THEN,
        "follow": FOLLOW,
        "listen": LISTEN,
        "order": ORDER,
    }
    weekdays = {f"weekday_{place}": day for place, day in enumerate(WEEKDAYS, start=1)}
    return {key: words.vi for key, words in (named | weekdays).items()}


def phone() -> Sentences:
    """What a ticket's page says."""
    words = msgspec.json.decode((_ROOT / _PHONE).read_bytes(), type=dict[str, dict[str, str]])
    return dict(words["vi"])


def board() -> Sentences:
    """What stands on wall boards."""
    return _read(_ROOT / "hall_board/words/vi.json")


def sign() -> Sentences:
    """What stands above counters."""
    every = _read(_ROOT / _SCREENS[0] / "vi.json") | _read(_ROOT / "counter_display/words/vi.json")
    return {key: every[key] for key in _SIGN}


def pad() -> Sentences:
    """What rating pads ask."""
    return _read(_ROOT / "rating_pad/words/vi.json")


def _read(file: Path) -> Sentences:
    return msgspec.json.decode(file.read_bytes(), type=Sentences)
