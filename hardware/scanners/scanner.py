"""What every scanner has in common: its health, and that one code held still is one scan."""

from dataclasses import dataclass
from enum import StrEnum


class ScannerTrouble(StrEnum):
    """Why nothing can be scanned."""

    GONE = "gone"


@dataclass(frozen=True, slots=True)
class ScannerHealth:
    """How a scanner is: `refused` counts unreadable lines, `breaks` how often it went away."""

    trouble: ScannerTrouble | None
    refused: int
    breaks: int


class Repeats:
    """Tells a second reading of a code that was not taken away from a second code."""

    def __init__(self, within_s: float = 1.5) -> None:
        self._within_s = within_s
        self._seen_at: dict[str, float] = {}

    def is_repeat(self, text: str, at: float) -> bool:
        """Whether `text` was seen less than `within_s` ago; each sight counts anew."""
        self._seen_at = {
            seen: when for seen, when in self._seen_at.items() if at - when < self._within_s
        }
        repeat = text in self._seen_at
        self._seen_at[text] = at
        return repeat
