"""What is wrong with a file people write: each problem a line that says where, what, what to do."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from reprlib import Repr

_PLAIN_KEY = re.compile(r"[A-Za-z0-9_\[\]-]+")

_short = Repr()
_short.maxstring = _short.maxother = 48
_short.maxlevel = 2


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault: the file, the key path inside it, what is wrong, what to do about it."""

    file: str
    path: str
    wrong: str
    remedy: str

    def __str__(self) -> str:
        """The problem as one line."""
        places = [place for place in (self.file, self.path) if place]
        return f"{': '.join(places)}: {self.wrong}; {self.remedy}"


class ProblemsError(Exception):
    """A file can't be used; carries every problem found and prints one a line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class Findings:
    """The problems of one file so far.

    A value of the wrong kind is reported once: later rules about the same key stay silent.
    """

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self._misshapen: list[str] = []

    def add(self, path: str, wrong: str, remedy: str) -> None:
        """Note a broken rule, unless the key there is misshapen anyway."""
        if not self.is_misshapen(path):
            self.problems.append(Problem(self.file, path, wrong, remedy))

    def misshape(self, path: str, wrong: str, remedy: str) -> None:
        """Note a key whose value has the wrong kind or is not there at all."""
        self.add(path, wrong, remedy)
        self._misshapen.append(path)

    def is_misshapen(self, path: str) -> bool:
        """Whether the key, or a table it lies in, has the wrong kind."""
        return any(path == bad or path.startswith(f"{bad}.") for bad in self._misshapen)

    def is_misshapen_within(self, path: str) -> bool:
        """Whether anything at or below the key has the wrong kind."""
        return any(
            bad == path or bad.startswith((f"{path}.", f"{path}[")) for bad in self._misshapen
        )


def joined(path: str, key: str) -> str:
    """The key path of ``key`` below ``path``; an odd key is quoted so that it stays one line."""
    shown = key if _PLAIN_KEY.fullmatch(key) else quoted(key)
    return f"{path}.{shown}" if path else shown


def quoted(value: object) -> str:
    """A value as it may stand in one line: escaped, and cut when long."""
    return _short.repr(value)


def nearest(wish: str, known: Iterable[str]) -> str | None:
    """The known word someone most likely meant, or None when nothing is near."""
    return next(iter(get_close_matches(wish[:80], list(known), n=1, cutoff=0.6)), None)


def choose_from(wish: str, known: Iterable[str]) -> str:
    """The advice for an unknown word: the nearest known one, or all of them."""
    words = list(known)
    if (meant := nearest(wish, words)) is not None:
        return f"did you mean {quoted(meant)}?"
    return f"use one of: {', '.join(words)}" if words else "add it first"
