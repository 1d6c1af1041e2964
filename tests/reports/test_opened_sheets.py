"""Lists that are taken away: every column has its words in both languages, and no cell is a formula."""

import io

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as some

from hallctl.reports.behind.behind_records import CountedDelivery
from hallctl.reports.saying import Saying
from hallctl.web.reports.opened_sheets import (
    SHEETS,
    as_book,
    as_lines,
    telling,
    titles,
)
from tests.core.one_day import PLAN

TELL = telling(PLAN, Saying("vi", "Asia/Ho_Chi_Minh"))


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("name", SHEETS)
def test_every_column_is_named(name: str, language: str) -> None:
    named = titles(name, telling(PLAN, Saying(language, PLAN.timezone)))
    assert all(named)
    assert len(set(named)) == len(named)


def delivery(reason: str) -> CountedDelivery:
    return CountedDelivery("H1", "1.2", "post", "came_back", "Lan", 1_795_747_200_000, None, reason)


def book_of(*records: CountedDelivery) -> bytes:
    return as_book("deliveries", [[one] for one in records], TELL, "Trả")


def test_a_reason_that_looks_like_a_formula_stays_words() -> None:
    evil = delivery("=cmd|' /C calc'!A0")
    assert b",'=cmd" in as_lines("deliveries", [evil], TELL).replace(b'"', b"")
    sheet = openpyxl.load_workbook(io.BytesIO(book_of(evil))).active
    assert sheet is not None
    cell = sheet.cell(2, 8)
    assert (cell.data_type, str(cell.value)[:2]) == ("s", "'=")


def test_control_characters_are_left_out_of_a_workbook() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(book_of(delivery("a\x07b")))).active
    assert sheet is not None
    assert sheet.cell(2, 8).value == "ab"


def test_a_moment_is_told_by_the_hall_s_clock() -> None:
    assert b",2026-11-27 09:40:00," in as_lines("deliveries", [delivery("")], TELL)


@given(
    some.lists(
        some.text(some.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=9)
    )
)
def test_every_record_is_one_line_whatever_was_written(reasons: list[str]) -> None:
    lines = as_lines("deliveries", [delivery(one) for one in reasons], TELL).decode()
    assert lines.count("\n") == len(reasons)
