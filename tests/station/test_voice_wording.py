"""What is said for a call: letters by name, digits one by one, counters as one counts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hallctl.station.voice.wording import LANGUAGES, counter_words, ticket_words


def test_a_number_is_spelled_in_vietnamese():
    assert ticket_words("A012", "vi") == "Mời số a, không, một, hai."


def test_a_number_is_spelled_in_english():
    assert ticket_words("A012", "en") == "Number A, zero, one, two."


def test_the_thousandth_number_has_four_digits():
    assert ticket_words("B1000", "vi") == "Mời số bê, một, không, không, không."


@pytest.mark.parametrize(
    ("counter", "words"),
    [
        ("3", "ba"),
        ("5", "năm"),
        ("10", "mười"),
        ("11", "mười một"),
        ("15", "mười lăm"),
        ("20", "hai mươi"),
        ("21", "hai mươi mốt"),
        ("45", "bốn mươi lăm"),
        ("99", "chín mươi chín"),
        ("101", "một trăm linh một"),
        ("2B", "hai, bê"),
    ],
)
def test_a_counter_is_counted_as_vietnamese_speak(counter, words):
    assert counter_words(counter, "vi") == f"Đến quầy số {words}."


@pytest.mark.parametrize(
    ("counter", "words"),
    [("3", "three"), ("10", "ten"), ("12", "twelve"), ("21", "twenty one"), ("40", "forty")],
)
def test_a_counter_is_counted_as_the_english_speak(counter, words):
    assert counter_words(counter, "en") == f"Please come to counter {words}."


@settings(deadline=None)
@given(st.from_regex(r"\A[A-ZĐ][0-9]{3,5}\Z"), st.sampled_from(LANGUAGES))
def test_no_digit_is_left_for_the_voice_to_misread(number, language):
    words = ticket_words(number, language)
    assert not any(sign.isdecimal() for sign in words)
    assert words.count(",") == len(number) - 1


@settings(deadline=None)
@given(st.integers(1, 99), st.integers(1, 99), st.sampled_from(LANGUAGES))
def test_no_two_counters_sound_alike(one, other, language):
    alike = counter_words(str(one), language) == counter_words(str(other), language)
    assert alike == (one == other)
