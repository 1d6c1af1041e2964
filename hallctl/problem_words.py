"""Problems in the reader's language, each under its code.

A rule says what is wrong in English, where it is checked; the same sentences stand here in Vietnamese, with
the places that are filled in. A problem's sentence is found by its form: an English sentence that
is not in the book fails a test, so that no reader is left without words.
"""

import re
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec

from hallctl.problems import Problem

Part = Literal["wrong", "remedy"]
_HOW_MANY = r"\d[\d,.]*"
"""What fills the place ``{count}``: a sentence with other words there is another one."""
_PLACE = re.compile(r"\{(\w+)\}")


class _Both(msgspec.Struct, frozen=True):
    """One sentence in both languages, with places such as ``{name}``."""

    en: str
    vi: str


class _Book(msgspec.Struct, frozen=True):
    """The sentences by their codes, and words that fill places."""

    wrong: dict[str, _Both]
    remedy: dict[str, _Both]
    in_form: dict[str, _Both]
    """What a form asks for instead, which knows neither quotes nor a file's way to write days."""
    word: dict[str, str]


class _Form(NamedTuple):
    """How a sentence is recognised."""

    code: str
    pattern: re.Pattern[str]
    vi: str


def code_of(problem: Problem) -> str:
    """The problem's code, such as ``letter_taken``; empty for words that are in no book."""
    found = _found("wrong", problem.wrong)
    return found[0].code if found else ""


def in_words(problem: Problem, language: str) -> str:
    """One line: where, what is wrong, what to do."""
    where = f"{_place_in_words(problem.path, language)}: " if problem.path else ""
    return f"{where}{advice(problem, language)}"


def _place_in_words(path: str, language: str) -> str:
    """A row of a table is counted in the reader's language; keys and columns are names."""
    return path.replace("row ", "dòng ", 1) if language == "vi" else path


def advice(problem: Problem, language: str) -> str:
    """What is wrong and what to do, where the place is seen."""
    wrong, remedy = said("wrong", problem.wrong, language), said("remedy", problem.remedy, language)
    return f"{wrong}; {remedy}"


def where_in_form(problem: Problem, language: str) -> str:
    """Where, what is wrong and what to do, for somebody with a form before them and no file."""
    return _as_asked(in_words(problem, language), language)


def advice_in_form(problem: Problem, language: str) -> str:
    """The same where the place is seen."""
    return _as_asked(advice(problem, language), language)


def _as_asked(told: str, language: str) -> str:
    is_vietnamese = language == "vi"
    for kind, asked in _book().in_form.items():
        in_file = _book().word[kind] if is_vietnamese else kind
        told = told.replace(in_file, asked.vi if is_vietnamese else asked.en)
    return told


def line_of(problem: Problem, language: str) -> str:
    """The same with its file and its code, as it is printed."""
    code = code_of(problem)
    line = f"{problem.file}: {in_words(problem, language)}"
    return f"{line} [{code}]" if code else line


def said(part: Part, english: str, language: str) -> str:
    """An English sentence of a rule in that language."""
    if language != "vi" or (found := _found(part, english)) is None:
        return english
    form, filled = found
    words = _book().word
    return _PLACE.sub(lambda place: words.get(filled[place[1]], filled[place[1]]), form.vi)


def _found(part: Part, english: str) -> tuple[_Form, dict[str, str]] | None:
    for form in _forms(part):
        if (match := form.pattern.fullmatch(english)) is not None:
            return form, match.groupdict()
    return None


@cache
def _forms(part: Part) -> tuple[_Form, ...]:
    """The plainest first: a sentence with more words of its own is the better likeness."""
    entries: dict[str, _Both] = getattr(_book(), part)
    ordered = sorted(entries.items(), key=lambda one: len(_PLACE.sub("", one[1].en)), reverse=True)
    return tuple(_Form(code, _pattern(both.en), both.vi) for code, both in ordered)


def _pattern(english: str) -> re.Pattern[str]:
    pieces = _PLACE.split(english)
    written = (
        f"(?P<{piece}>{_HOW_MANY if piece == 'count' else '.+?'})"
        if place % 2
        else re.escape(piece)
        for place, piece in enumerate(pieces)
    )
    return re.compile("".join(written), re.DOTALL)


@cache
def _book() -> _Book:
    file = Path(__file__).with_suffix(".json")
    return msgspec.json.decode(file.read_bytes(), type=_Book)
