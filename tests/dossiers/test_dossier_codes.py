"""Dossier codes: made by the official pattern, read as scanned or typed, refused when impossible."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallctl.core.dossier_codes import CodeError, is_agency, make_code, parse_code

DAY = date(2026, 10, 8)


def test_a_code_is_the_agency_the_day_and_the_serial() -> None:
    assert make_code("H15.50.05.13", DAY, 975) == "H15.50.05.13-261008-0975"
    assert parse_code("H15.50.05.13-261008-0975") == ("H15.50.05.13", DAY, 975)


def test_a_serial_takes_the_digits_it_needs() -> None:
    assert make_code("G15", DAY, 1) == "G15-261008-0001"
    assert make_code("G15", DAY, 10_000) == "G15-261008-10000"
    assert parse_code("G15-261008-1234567").serial == 1_234_567


def test_codes_of_the_older_pattern_are_read() -> None:
    assert parse_code("000.00.19.H47-260105-0001") == ("000.00.19.H47", date(2026, 1, 5), 1)


def test_a_code_is_read_however_it_is_typed() -> None:
    assert str(parse_code("  h15.50-261008-0975\n")) == "H15.50-261008-0975"


def test_the_serial_of_a_nationwide_system_keeps_its_value() -> None:
    assert str(parse_code("G22-261008-010975")) == "G22-261008-10975"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A017",
        "H15.50",
        "H15.50-261008",
        "H15.50-261008-975",
        "H15.50-2610080975",
        "H15.50-261308-0001",
        "H15.50-260230-0001",
        "H15.50-260001-0001",
        "H15.50-261008-0000",
        "H15.50-261008-1234567890",
        "H15.50.-261008-0001",
        "H15..50-261008-0001",
        "Z15-261008-0001",
        "15H-261008-0001",
        "000.00.19-260105-0001",
        "00.00.19.H47-260105-0001",
        "H15.ĐĂK-261008-0001",
        "H15-２６１００８-0001",
        "H15.50-261008-0001-2",
        "https://hall/t/abc",
        "H" + "15." * 40 + "1-261008-0001",
    ],
)
def test_what_is_no_code_is_refused(text: str) -> None:
    with pytest.raises(CodeError):
        parse_code(text)


@pytest.mark.parametrize(
    ("agency", "day", "serial"),
    [
        ("", DAY, 1),
        ("Z15", DAY, 1),
        ("H15", date(1999, 12, 31), 1),
        ("H15", date(2100, 1, 1), 1),
        ("H15", DAY, 0),
        ("H15", DAY, 10**9),
    ],
)
def test_what_can_not_be_in_a_code_makes_none(agency: str, day: date, serial: int) -> None:
    with pytest.raises(CodeError):
        make_code(agency, day, serial)


@pytest.mark.parametrize("agency", ["H15", "A00", "Y99", "H57.132", "H15.50.05.13", "G22.99.P34"])
def test_an_agency_code_is_a_letter_two_digits_and_groups(agency: str) -> None:
    assert is_agency(agency)


def test_an_agency_code_has_thirty_five_characters_at_most() -> None:
    assert is_agency("H15." + "1" * 31)
    assert not is_agency("H15." + "1" * 32)


AGENCIES = st.from_regex(r"[A-Y][0-9]{2}(\.[A-Z0-9]{1,5}){0,5}", fullmatch=True)
DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))


@given(AGENCIES, DAYS, st.integers(1, 10**9 - 1))
def test_a_code_is_read_as_it_was_made(agency: str, day: date, serial: int) -> None:
    assert parse_code(make_code(agency, day, serial)) == (agency, day, serial)


@given(st.text())
def test_any_text_is_a_code_or_refused(text: str) -> None:
    try:
        code = parse_code(text)
    except CodeError:
        return
    assert parse_code(str(code)) == code
