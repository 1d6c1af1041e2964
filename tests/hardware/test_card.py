"""What a citizen card's QR code says, and what no card says. All people here are invented."""

import contextlib
import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.scanners.card import CardError, Sex, looks_like_card, parse_card

SEVEN = (
    "001085012345|012345678|Nguyễn Thị Mỹ Lệ|01021985|Nữ|Tổ 5, Phường Hòa Thuận, Đà Nẵng|25122021"
)


def with_field(place: int, text: str) -> str:
    fields = SEVEN.split("|")
    fields[place] = text
    return "|".join(fields)


def test_a_card_of_seven_fields_says_who_and_where() -> None:
    card = parse_card(SEVEN)
    assert card.number == "001085012345"
    assert card.old_number == "012345678"
    assert card.full_name == "Nguyễn Thị Mỹ Lệ"
    assert card.born_on == date(1985, 2, 1)
    assert card.sex is Sex.FEMALE
    assert card.address == "Tổ 5, Phường Hòa Thuận, Đà Nẵng"
    assert card.issued_on == date(2021, 12, 25)


def test_an_old_number_may_be_empty_or_missing() -> None:
    empty = parse_card(with_field(1, ""))
    fields = SEVEN.split("|")
    missing = parse_card("|".join([fields[0], *fields[2:]]))
    assert empty == missing
    assert empty.old_number is None


def test_further_fields_are_ignored() -> None:
    assert parse_card(SEVEN + "|Nguyễn Văn A|Trần Thị B||") == parse_card(SEVEN)


def test_names_come_out_in_one_spelling() -> None:
    apart = unicodedata.normalize("NFD", with_field(2, "Ðặng Đức Ân"))
    assert parse_card(apart + "\r\n").full_name == "Đặng Đức Ân"


def test_age_counts_full_years() -> None:
    card = parse_card(SEVEN)
    assert card.age_on(date(2026, 1, 31)) == 40
    assert card.age_on(date(2026, 2, 1)) == 41


def test_a_card_does_not_show_itself_in_logs() -> None:
    assert repr(parse_card(SEVEN)) == "CitizenCard()"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "fields"),
        ("https://hall.example.vn/t/1", "fields"),
        (SEVEN.rsplit("|", 2)[0], "fields"),
        (with_field(0, "00108501234"), "number"),
        (with_field(0, "00108501234x"), "number"),
        (with_field(1, "12345678"), "old_number"),
        (with_field(2, ""), "name"),
        (with_field(2, "Nguyễn <b>"), "name"),
        (with_field(3, "30021985"), "birth"),
        (with_field(3, "1021985"), "birth"),
        (with_field(4, "Khác"), "sex"),
        (with_field(5, " "), "address"),
        (with_field(6, "99999999"), "issue"),
        (SEVEN + "|" * 2000, "too_long"),
    ],
)
def test_what_is_no_card_is_refused_with_its_reason(text: str, code: str) -> None:
    with pytest.raises(CardError) as refused:
        parse_card(text)
    assert refused.value.code == code
    assert str(refused.value) == code


@given(st.text(max_size=300))
def test_any_text_is_a_card_or_refused(text: str) -> None:
    try:
        card = parse_card(text)
    except CardError:
        return
    assert looks_like_card(text)
    assert len(card.number) == 12


@given(st.lists(st.sampled_from([*SEVEN.split("|"), "", "|", "Ð"]), max_size=9))
def test_any_shuffle_of_fields_is_a_card_or_refused(fields: list[str]) -> None:
    with contextlib.suppress(CardError):
        assert parse_card("|".join(fields)).full_name
