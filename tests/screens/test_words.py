"""The catalogues of words: alike in every language, plural-safe, never silently empty."""

import json
from pathlib import Path

import pytest

from hallctl.station.words import Catalogue, WordsMissingError, bind_compounds

APPS = [folder.parent for folder in Path(__file__).parents[2].glob("*/words")]


def catalogue(tmp_path: Path, vi: dict[str, object], en: dict[str, object]) -> Catalogue:
    for language, sentences in (("vi", vi), ("en", en)):
        (tmp_path / f"{language}.json").write_text(json.dumps(sentences), "utf-8")
    return Catalogue(tmp_path)


@pytest.mark.parametrize("app", APPS, ids=lambda app: app.name)
def test_every_app_says_the_same_things_in_every_language(app: Path) -> None:
    words = Catalogue(app / "words")
    assert words.sentences_in("vi").keys() == words.sentences_in("en").keys()


def test_a_sentence_missing_in_one_language_is_named(tmp_path: Path) -> None:
    with pytest.raises(WordsMissingError, match="en: greeting"):
        catalogue(tmp_path, {"greeting": "Xin chào"}, {})


def test_a_sentence_that_fills_other_places_is_named(tmp_path: Path) -> None:
    with pytest.raises(WordsMissingError, match="greeting"):
        catalogue(tmp_path, {"greeting": "Chào {name}"}, {"greeting": "Hello {who}"})


def test_an_unknown_key_raises(tmp_path: Path) -> None:
    with pytest.raises(WordsMissingError):
        catalogue(tmp_path, {}, {}).say("nothing", "vi")


@pytest.mark.parametrize(("count", "said"), [(0, "0 dogs"), (1, "1 dog"), (2, "2 dogs")])
def test_english_bends_with_the_count(tmp_path: Path, count: int, said: str) -> None:
    forms = {"one": "{count} dog", "other": "{count} dogs"}
    assert (
        catalogue(tmp_path, {"d": "{count} con"}, {"d": forms}).say("d", "en", count=count) == said
    )


def test_an_unknown_language_speaks_vietnamese(tmp_path: Path) -> None:
    assert catalogue(tmp_path, {"d": "chó"}, {"d": "dog"}).say("d", "fr") == "chó"


def test_a_tilde_is_a_space_that_never_breaks(tmp_path: Path) -> None:
    assert catalogue(tmp_path, {"m": "5~phút"}, {"m": "5~min"}).say("m", "vi") == "5\xa0phút"


@pytest.mark.parametrize(
    ("written", "bound"),
    [
        ("Hộ tịch: khai sinh, kết hôn", "Hộ\xa0tịch: khai\xa0sinh, kết\xa0hôn"),
        ("Kết hôn", "Kết\xa0hôn"),
        ("xuất nhập cảnh, xuất nhập khẩu", "xuất\xa0nhập\xa0cảnh, xuất\xa0nhập\xa0khẩu"),
        ("Land and housing", "Land and housing"),
    ],
)
def test_vietnamese_compounds_stay_together(written: str, bound: str) -> None:
    assert bind_compounds(written) == bound
