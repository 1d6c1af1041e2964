"""The words of the pages: each has one meaning, in both languages, with the same gaps to fill."""

import re
from collections import Counter

import msgspec
import pytest

from hallctl.web.pages.lexicon import Lexicon
from hallctl.web.site import WORDS, WORDS_OF
from tests.pages import ROOT

STATIC = ROOT / "hallctl" / "web" / "static"


def words_of(part: str) -> Lexicon:
    return msgspec.json.decode((STATIC / f"{part}_words.json").read_bytes(), type=Lexicon)


def test_no_word_is_told_twice_so_that_one_page_speaks_with_another_s_words() -> None:
    names = Counter(name for part in WORDS_OF for name in words_of(part)["vi"])
    assert [name for name, times in names.items() if times > 1] == []


@pytest.mark.parametrize(
    "part", sorted(file.stem.removesuffix("_words") for file in STATIC.glob("*_words.json"))
)
def test_both_languages_have_the_same_words_with_the_same_gaps(part: str) -> None:
    words = words_of(part)
    assert words["vi"].keys() == words["en"].keys()
    for name, vietnamese in words["vi"].items():
        assert gaps(vietnamese) == gaps(words["en"][name]), name


def gaps(words: str) -> set[str]:
    return set(re.findall(r"{(\w+)}", words))


def test_whatever_the_server_says_no_to_has_words() -> None:
    for status in (400, 403, 404, 413, 429, 500, 503):
        assert WORDS["vi"][f"sorry_{status}"]
        assert WORDS["en"][f"sorry_{status}_text"]


RETIRED = {
    "biên nhận": "giấy tiếp nhận",
    "tại nhà": "tận nhà",
    "máy trạm": "thiết bị",
    "huỷ": "hủy",
    "xoá": "xóa",
    "tuỳ": "tùy",
    "toà nhà": "tòa nhà",
}
"""Other words for what the glossary has a word for, and other ways to spell it."""
ROOMS = ("counter_display", "hall_board", "hallctl", "kiosk", "rating_pad")


def test_a_thing_is_called_the_same_on_every_screen_and_page() -> None:
    files = [
        file
        for room in ROOMS
        for file in (ROOT / room).rglob("*.json")
        if "words" in file.relative_to(ROOT).as_posix() and "samples" not in file.parts
    ]
    assert len(files) > len(ROOMS)
    for file in files:
        plain = file.read_text("utf-8").replace("\u00a0", " ").replace("~", " ").lower()
        said = [f"{old}: {new}" for old, new in RETIRED.items() if old in plain]
        assert said == [], file.name
