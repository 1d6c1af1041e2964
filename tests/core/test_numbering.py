"""Numbers: a letter and a serial, from 001 every day, never twice."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallctl.core import commands as c
from hallctl.core.numbering import number_of, ticket_of
from hallctl.core.plan import Service, Words
from hallctl.core.refusals import Refusal, Refused
from tests.core.one_day import KIOSK, MONDAY, PLAN, OneDay, wish


def test_a_service_counts_its_own_numbers(day: OneDay) -> None:
    day.open()
    numbers = [day.issue(service).number for service in ("birth", "land", "birth", "tax", "land")]
    assert numbers == ["A001", "B001", "A002", "C001", "B002"]


def test_past_999_a_number_takes_a_fourth_digit(day: OneDay) -> None:
    day.open()
    numbers = [day.issue().number for _ in range(1001)]
    assert numbers[-3:] == ["A999", "A1000", "A1001"]
    assert len(set(numbers)) == 1001


@given(
    st.text(alphabet="ABCDEFGH", min_size=1, max_size=1), st.integers(1, 99_999), st.integers(1, 99)
)
def test_different_serials_give_different_numbers(letter: str, serial: int, more: int) -> None:
    assert number_of(letter, serial) != number_of(letter, serial + more)
    assert int(number_of(letter, serial)[1:]) == serial


def test_numbers_begin_again_the_next_day(day: OneDay) -> None:
    day.open("1")
    first = day.issue()
    day.serve()
    day.do(wish(c.CloseDay))
    day.sleep()
    day.open()
    again = day.issue()
    assert again.number == first.number == "A001"
    assert again.ticket != first.ticket


def test_a_day_opened_again_goes_on_counting(day: OneDay) -> None:
    day.open()
    day.issue()
    day.do(wish(c.CloseDay))
    day.wait(5)
    day.open()
    assert day.issue().number == "A002"


def test_cancelled_numbers_are_not_given_again(day: OneDay) -> None:
    day.open()
    day.do(wish(c.CancelTicket, ticket=day.issue().ticket))
    assert day.issue().number == "A002"


def test_services_that_share_a_letter_share_its_numbers() -> None:
    twin = Service(service="death", letter="A", name=Words("Khai tử"))
    day = OneDay(msgspec.structs.replace(PLAN, services=(*PLAN.services, twin))).open()
    assert [day.issue(one).number for one in ("birth", "death", "birth")] == [
        "A001",
        "A002",
        "A003",
    ]


def test_a_ticket_is_named_for_its_day() -> None:
    assert ticket_of(MONDAY, "A017") == "2026-11-23-A017"


def test_a_service_the_hall_does_not_offer_is_refused(day: OneDay) -> None:
    day.open()
    refused = day.refusal(wish(c.IssueTicket, service="passports"))
    assert refused is not None
    assert refused.refusal is Refusal.UNKNOWN_SERVICE
    assert refused.details == {"service": "passports"}


@pytest.mark.parametrize(
    ("asked", "group"),
    [
        (None, "normal"),
        (False, "normal"),
        ("normal", "normal"),
        (True, "elderly"),
        ("merit", "merit"),
    ],
)
def test_priority_is_a_group_or_just_yes(day: OneDay, asked: str | bool | None, group: str) -> None:
    day.open()
    (issued,) = day.do(wish(c.IssueTicket, service="birth", priority=asked))
    assert issued.group == group


def test_yes_means_normal_in_a_hall_without_groups() -> None:
    rules = msgspec.structs.replace(PLAN.rules, groups=())
    day = OneDay(msgspec.structs.replace(PLAN, rules=rules)).open()
    (issued,) = day.do(wish(c.IssueTicket, service="birth", priority=True))
    assert issued.group == "normal"


@pytest.mark.parametrize(
    ("field", "value", "refusal"),
    [
        ("priority", "royal", Refusal.UNKNOWN_PRIORITY),
        ("language", "fr", Refusal.UNKNOWN_LANGUAGE),
    ],
)
def test_words_the_hall_does_not_know_are_refused(
    day: OneDay, field: str, value: str, refusal: Refusal
) -> None:
    day.open()
    with pytest.raises(Refused) as refused:
        day.do(wish(c.IssueTicket, service="birth", **{field: value}))
    assert refused.value.refusal is refusal
    assert refused.value.details == {field: value}


def test_a_ticket_speaks_the_language_asked_for_or_the_halls_first(day: OneDay) -> None:
    day.open()
    (plain,) = day.do(wish(c.IssueTicket, service="birth"))
    (english,) = day.do(wish(c.IssueTicket, service="birth", language="en"))
    assert (plain.language, english.language) == ("vi", "en")


def test_only_a_station_that_prints_is_asked_for_paper(day: OneDay) -> None:
    day.open()
    assert day.issue(actor=KIOSK).station == "kiosk-1"
    assert day.issue().station == ""
