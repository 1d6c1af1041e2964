"""Every problem of the settings and of a catalogue has a code, and words in both languages."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from hallctl.problem_words import (
    advice_in_form,
    code_of,
    in_words,
    line_of,
    said,
    where_in_form,
)
from hallctl.problems import Problem
from hallctl.settings import SettingsError, read_hall
from tests.pages import ROOT
from tests.settings.conftest import SMALL_HALL
from tests.settings.test_problems import SPOILED

BOOK = msgspec.json.decode((ROOT / "hallctl" / "problem_words.json").read_bytes())
ENGLISH = re.compile(r"\b(is|are|write|the|no|use|add|keep|name|put|give|each|there|it)\b")


def sentences() -> Iterator[tuple[str, str, str]]:
    """What every rule says: its place, its part, and the sentence with ``0`` for what is filled in."""
    for folder in ("settings", "catalogue"):
        for file in sorted((ROOT / "hallctl" / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(file.read_text("utf-8"))):
                if isinstance(node, ast.Call) and len(node.args) >= 3 and _notes(node.func):
                    where = f"{file.name}:{node.lineno}"
                    for part, said_there in zip(("wrong", "remedy"), node.args[-2:], strict=True):
                        if (sentence := _sentence(said_there)) is not None:
                            yield where, part, sentence


def _notes(called: ast.expr) -> bool:
    return (isinstance(called, ast.Attribute) and called.attr in {"add", "misshape"}) or (
        isinstance(called, ast.Name) and called.id == "refusal"
    )


def _sentence(node: ast.expr) -> str | None:
    match node:
        case ast.Constant(str(text)):
            return text
        case ast.JoinedStr(values):
            parts = (one.value if isinstance(one, ast.Constant) else "0" for one in values)
            return "".join(str(part) for part in parts)
    return None


EVERY = list(sentences())


def test_the_rules_say_many_things() -> None:
    assert len(EVERY) > 180


def test_what_a_rule_says_is_in_the_book() -> None:
    missing = [one for one in EVERY if said(one[1], one[2], "vi") == one[2]]  # type: ignore[arg-type]
    assert missing == []


@pytest.mark.parametrize("part", ["wrong", "remedy"])
def test_both_languages_fill_the_same_places(part: str) -> None:
    for code, both in BOOK[part].items():
        places = [sorted(re.findall(r"\{(\w+)\}", both[language])) for language in ("en", "vi")]
        assert places[0] == places[1], code
        assert re.fullmatch(r"[a-z0-9_]+", code)


@pytest.mark.parametrize(("old", "new", "line"), SPOILED, ids=[line[:40] for *_, line in SPOILED])
def test_each_way_to_spoil_a_hall_is_told_in_vietnamese(
    tmp_path: Path, old: str, new: str, line: str
) -> None:
    (tmp_path / "hall.toml").write_text(SMALL_HALL.replace(old, new, 1), "utf-8")
    with pytest.raises(SettingsError) as caught:
        read_hall(tmp_path)
    for problem in caught.value.problems:
        assert code_of(problem), problem
        shown = re.sub(
            r"'[^']*'|\"[^\"]*\"|\[\[?\w+\]\]?|use one of.*", "", in_words(problem, "vi")
        )
        words = shown.removeprefix(f"{problem.path}: ")
        assert not ENGLISH.search(words), (words, line)


def test_a_problem_is_a_line_with_its_code() -> None:
    problem = Problem(
        "hall.toml", "hours.weekdays", "9 is no weekday", "use 1 (Monday) to 7 (Sunday)"
    )
    assert line_of(problem, "en").endswith(
        "is no weekday; use 1 (Monday) to 7 (Sunday) [no_weekday]"
    )
    assert line_of(problem, "vi") == (
        "hall.toml: hours.weekdays: 9 không phải thứ trong tuần;"
        " dùng 1 (thứ Hai) đến 7 (Chủ nhật) [no_weekday]"
    )


def test_words_of_no_book_are_shown_as_they_are() -> None:
    assert said("wrong", "fell over", "vi") == "fell over"
    assert line_of(Problem("f", "", "fell over", "lift it"), "vi") == "f: fell over; lift it"


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("vi", "'31/13/2026' không đúng kiểu; ghi ngày, ví dụ 02/09/2026"),
        ("en", "'31/13/2026' does not fit; write a day, such as 02/09/2026 for 2 September"),
    ],
)
def test_a_form_is_told_of_days_as_it_asks_for_them(language: str, told: str) -> None:
    kind = "a day without quotes, such as 2026-09-02"
    problem = Problem("hall.toml", "calendar", "'31/13/2026' does not fit", f"write {kind}")
    assert advice_in_form(problem, language) == told
    assert where_in_form(problem, language) == f"calendar: {told}"
