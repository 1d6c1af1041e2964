"""Citizens find what they mean: everyday words, no accents, slips, codes, and quickly."""

import csv
import re
import time
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest

from hallctl.catalogue.search import Search
from hallctl.catalogue.search.everyday_words import everyday_words
from hallctl.catalogue.search.folding import fold
from hallctl.catalogue.sheets.rows import entry_of
from tests.catalogue.listings import entries_in, shipped

QUERIES = Path(__file__).with_name("queries.csv")
QUICK_S = 0.020
MANY = 4000


def queries() -> list[tuple[str, str]]:
    """What people ask, with the procedure they must see among the first three."""
    with QUERIES.open(encoding="utf-8", newline="") as lines:
        return [(row["query"], row["code"]) for row in csv.DictReader(lines)]


@pytest.fixture(scope="module")
def both() -> Search:
    """An index of the shipped provincial and commune catalogues together."""
    return Search(shipped())


@pytest.fixture
def first(both: Search) -> Callable[[str], str]:
    """``first("khai sinh")``: the code of the best answer, or nothing."""
    return lambda query: next((one.code for one in both.find(query, 1)), "")


def test_what_people_need_is_among_the_first_three(both: Search) -> None:
    found = {query: [one.code for one in both.find(query, 3)] for query, _ in queries()}
    assert {query: found[query] for query, code in queries() if code not in found[query]} == {}


def test_there_are_sixty_queries_and_more() -> None:
    assert len({query for query, _ in queries()}) == len(queries()) >= 60


@pytest.mark.parametrize("query", ["Đăng ký KHAI SINH", "dang ky khai sinh", "đăng  kí, khai-sinh"])
def test_accents_letters_and_signs_make_no_difference(
    first: Callable[[str], str], query: str
) -> None:
    assert first(query) == "1.001193"


def test_d_with_a_stroke_is_d_whether_composed_or_not() -> None:
    assert fold("Đất ĐAI đổi") == "dat dai doi"
    assert fold("Giấy") == fold("Giấ\u0079") == fold("Gia\u0302\u0301y") == "giay"


def test_accents_that_are_typed_choose_between_words(both: Search) -> None:
    ho_tich = [one.procedure.name for one in both.find("hộ", 5)]
    ho_so = [one.procedure.name for one in both.find("hồ", 5)]
    assert all("hộ" in name.lower() for name in ho_tich)
    assert all("hồ" in name.lower() for name in ho_so)


def test_everyday_procedures_come_before_rare_ones(both: Search) -> None:
    names = [one.procedure.name for one in both.find("kết hôn", 4)]
    assert names[0] == "Thủ tục đăng ký kết hôn"


@pytest.fixture(scope="module")
def province() -> Search:
    """An index of the provincial catalogue alone, in which few things are about births."""
    folder = Path(str(files("hallctl.samples")))
    return Search(entries_in(folder / "province.csv"))


def test_words_that_only_stand_apart_are_no_answer_beside_those_that_stand_together(
    province: Search,
) -> None:
    found = province.find("khai sinh", 10)
    assert [one.code for one in found] == ["2.000635"], [one.procedure.name for one in found]


def test_words_that_nobody_says_together_are_answered_all_the_same(province: Search) -> None:
    assert province.find("giấy phép nước", 3)


@pytest.mark.parametrize("query", ["1.001193", " 1.001193 ", "1001193", "1.00119"])
def test_a_code_finds_its_procedure(first: Callable[[str], str], query: str) -> None:
    assert first(query) == "1.001193"


def test_an_odd_code_is_found_too() -> None:
    odd = entry_of({"code": "C08_XPHCDB", "name": "Xử phạt vi phạm hành chính đường bộ"})
    assert Search([odd]).find("c08_xphcdb") == [odd]


@pytest.mark.parametrize(
    "query", ["", " ", "!?", "qwertz", "pizza", "9.999999", '" OR name:*', "a" * 10_000, "🙂", "\0"]
)
def test_what_means_nothing_finds_nothing(both: Search, query: str) -> None:
    assert both.find(query) == []


def test_no_more_is_shown_than_asked_for(both: Search) -> None:
    assert [len(both.find("giấy phép", limit)) for limit in (0, 1, 7)] == [0, 1, 7]


def test_an_empty_catalogue_answers_nothing() -> None:
    assert Search([]).find("khai sinh") == []


def test_every_official_phrase_speaks_the_catalogue_s_language(both: Search) -> None:
    known = {word for one in shipped() for word in fold(one.procedure.name).split()}
    words = everyday_words()
    unknown = {
        word
        for phrase in words.phrases
        for reading in words.readings(phrase)
        for word in reading
        if word not in known | {"bhtn"}
    }
    assert unknown == set()


def test_the_table_of_words_is_in_order() -> None:
    lines = (
        (files("hallctl.catalogue.search") / "everyday_words.csv").read_text("utf-8").splitlines()
    )
    rows = [(row["everyday"], row["official"]) for row in csv.DictReader(lines)]
    assert len(set(rows)) == len(rows)
    assert all(everyday.strip() and not re.search("  ", everyday) for everyday, _ in rows)


def test_it_answers_at_once_over_four_thousand_procedures() -> None:
    copies = MANY // len(shipped()) + 1
    many = [
        entry_of(one.facts | {"code": f"{one.code}.{copy}"})
        for copy in range(copies)
        for one in shipped()
    ][:MANY]
    search = Search(many)
    search.find("khai sinh")
    spent = sorted(seconds(search, query) for query, _ in queries())
    assert spent[len(spent) * 95 // 100] < QUICK_S


def seconds(search: Search, query: str) -> float:
    """How long the machine works at it, whatever else it does."""
    begun = time.process_time()
    search.find(query)
    return time.process_time() - begun
