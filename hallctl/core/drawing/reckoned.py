"""What is made of a part of the plan, and made again once the plan has another."""

from collections.abc import Callable
from typing import Generic, TypeVar

Made = TypeVar("Made")


class Reckoned(Generic[Made]):
    """Asked like a function; ``part`` gives the plan's part as it is, ``make`` what is made of it."""

    __slots__ = ("_made", "_make", "_of", "_part")

    def __init__(self, part: Callable[[], object], make: Callable[[], Made]) -> None:
        self._part = part
        self._make = make
        self._of, self._made = part(), make()

    def __call__(self) -> Made:
        """What is made of the part as it is now."""
        part = self._part()
        if part is not self._of:
            self._of, self._made = part, self._make()
        return self._made
