"""What the page says about a ticket, in both languages."""

import re
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallctl.core.life import TicketState
from hallctl.core.plan import Words
from hallctl.core.views import EmergencyNote, TicketView
from hallctl.web.pages.lexicon import LANGUAGES, page_language, wait_in_words
from hallctl.web.tickets.ticket_face import WORDS, face_of, kind_of
from tests.fakes.sample_views import HEAD, NINE_O_CLOCK, REASONS

MINUTE_MS = 60_000


def ticket(**different: Any) -> TicketView:
    """A017, third in the queue since ten minutes, unless told otherwise."""
    usual: dict[str, Any] = {
        "ticket": "2026-11-20-A017",
        "visit": "2026-11-20-A017",
        "number": "A017",
        "service_name": Words("Hộ tịch", "Births, marriages, deaths"),
        "state": "waiting",
        "ahead": 3,
        "expected_wait_s": 900,
        "counter": "",
        "issued_at": NINE_O_CLOCK - 10 * MINUTE_MS,
        "called_at": None,
        "calls": 0,
        "language": "vi",
    }
    return TicketView(**HEAD | usual | different)


def called(**different: Any) -> TicketView:
    usual: dict[str, Any] = {"state": "called", "ahead": 0, "expected_wait_s": None}
    return ticket(**usual | {"counter": "3", "called_at": NINE_O_CLOCK - MINUTE_MS} | different)


def plain(words: str) -> str:
    return words.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("seconds", "vietnamese", "english"),
    [
        (None, "chưa rõ", "not known yet"),
        (0, "sắp đến lượt", "any moment"),
        (1, "1 phút", "1 minute"),
        (60, "1 phút", "1 minute"),
        (61, "2 phút", "2 minutes"),
        (9 * 60, "9 phút", "9 minutes"),
        (11 * 60, "15 phút", "15 minutes"),
        (55 * 60, "55 phút", "55 minutes"),
        (56 * 60, "1 giờ", "1 hour"),
        (61 * 60, "1 giờ 15 phút", "1 h 15 min"),
        (120 * 60, "2 giờ", "2 hours"),
        (180 * 60, "3 giờ", "3 hours"),
        (181 * 60, "hơn 3 giờ", "over 3 hours"),
    ],
)
def test_a_wait_is_said_as_a_person_would(
    seconds: int | None, vietnamese: str, english: str
) -> None:
    assert plain(wait_in_words(seconds, WORDS["vi"])) == vietnamese
    assert plain(wait_in_words(seconds, WORDS["en"])) == english


def _promised_minutes(said: str) -> int:
    hours = re.search(r"(\d+) giờ", said)
    minutes = re.search(r"(\d+) phút", said)
    return (int(hours[1]) * 60 if hours else 0) + (int(minutes[1]) if minutes else 0)


@given(st.integers(min_value=1, max_value=180 * 60))
def test_a_wait_is_never_promised_shorter_than_expected(seconds: int) -> None:
    promised = _promised_minutes(plain(wait_in_words(seconds, WORDS["vi"])))
    assert seconds <= promised * 60 < seconds + 15 * 60


@pytest.mark.parametrize(
    ("view", "face"),
    [
        (ticket(ahead=3), "waiting"),
        (ticket(ahead=2), "near"),
        (ticket(ahead=1), "near"),
        (ticket(ahead=0), "next"),
        (ticket(ahead=0, others_first=1), "near"),
        (ticket(ahead=1, others_first=5), "waiting"),
        (ticket(ahead=0, expected_wait_s=None), "waiting"),
        (called(), "called"),
        (called(state="missed"), "missed"),
        (called(state="missed", business_day=None), "over"),
        (called(state="parked"), "parked"),
        (called(state="ended"), "ended"),
        (called(state="finished"), "finished"),
        (ticket(state="cancelled", expected_wait_s=None), "cancelled"),
        (ticket(state="lapsed", expected_wait_s=None, business_day=None), "over"),
    ],
)
def test_the_face_follows_the_ticket(view: TicketView, face: str) -> None:
    assert kind_of(view) == face


def test_the_page_says_what_has_become_of_the_ticket() -> None:
    faces = [face_of(view, "vi") for view in views_of_every_turn()]
    assert [(one.face, one.note or one.then or one.advice) for one in faces] == [
        ("parked", "Tạm giữ lúc 08:55: Điền tờ khai."),
        ("waiting", WORDS["vi"]["note_withdrawn"]),
        ("waiting", "Ông/bà được chuyển đến quầy 3. Xin chờ đúng quầy này gọi."),
        ("waiting", "Đã xong phần «Đất đai». Nay ông/bà chờ phần «Hộ tịch», vẫn số này."),
        ("near", WORDS["vi"]["note_carried"]),
        ("waiting", "Sau đó còn: Đất đai, Thuế."),
        ("carried", WORDS["vi"]["advice_carried"].format(valid_at="11:00 ngày 22/11")),
        ("carried", WORDS["vi"]["advice_carried"].format(valid_at="đầu ngày làm việc tới")),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("state", TicketState)
def test_every_state_has_words_in_every_language(state: TicketState, language: str) -> None:
    face = face_of(called(state=state.value), language)
    assert face.title
    assert face.headline
    assert face.advice
    assert face.say
    said = " ".join(str(words) for words in (face.title, face.advice, face.say, face.offline))
    assert not re.search(r"[{}]", said)


def test_both_languages_have_the_same_words() -> None:
    assert WORDS["vi"].keys() == WORDS["en"].keys()
    for key, words in WORDS["vi"].items():
        assert set(re.findall(r"{\w+}", words)) == set(re.findall(r"{\w+}", WORDS["en"][key])), key


def test_a_call_is_worded_in_the_citizens_language_and_once_more_in_the_other() -> None:
    face = face_of(called(), "vi")
    assert plain(face.headline) == "Mời ông/bà đến"
    assert (face.counter_label, face.counter) == ("Quầy", "3")
    assert plain(face.invitation) == "Please come to counter 3"
    assert plain(face.called_at) == "Gọi lúc 08:59"


def test_only_a_called_ticket_names_a_counter_to_come_to() -> None:
    for state in TicketState:
        face = face_of(called(state=state.value), "en")
        assert bool(face.counter) == (state is TicketState.CALLED)
        assert bool(face.invitation) == (state is TicketState.CALLED)


def test_the_title_tells_how_many_are_ahead() -> None:
    assert face_of(ticket(ahead=2), "vi").title == "(2) A017"


def test_the_queue_is_drawn_up_to_four_people_and_the_rest_is_counted() -> None:
    assert (face_of(ticket(ahead=4), "vi").people, face_of(ticket(ahead=4), "vi").more) == (4, "")
    assert (face_of(ticket(ahead=9), "vi").people, face_of(ticket(ahead=9), "vi").more) == (4, "+5")
    assert face_of(called(), "vi").people == -1


def test_a_name_without_english_stays_vietnamese() -> None:
    assert face_of(ticket(service_name=Words("Đất đai")), "en").service == "Đất đai"


def test_times_are_those_of_the_clock_on_the_halls_wall() -> None:
    face = face_of(ticket(timezone="UTC"), "en")
    assert plain(face.issued_at) == "Taken at 01:50"
    assert plain(face.news_at) == "Updated at 02:00"


@pytest.mark.parametrize(
    ("asked", "of_ticket", "language"),
    [("", "vi", "vi"), ("", "en", "en"), ("en", "vi", "en"), ("fr", "en", "en"), ("", "fr", "vi")],
)
def test_the_page_speaks_as_asked_else_as_the_ticket(
    asked: str, of_ticket: str, language: str
) -> None:
    assert page_language(asked, of_ticket) == language


def views_of_every_kind() -> list[TicketView]:
    """Views that between them reach every branch of the wording."""
    waits = (None, 0, 1, 61, 540, 700, 3300, 3400, 3700, 7200, 10_800, 10_801)
    waiting = [ticket(expected_wait_s=wait, ahead=3) for wait in waits]
    ahead = [ticket(ahead=one, number="A1017") for one in range(7)]
    ahead += [ticket(ahead=one, others_first=2) for one in range(3)]
    states = [called(state=state.value) for state in TicketState]
    shut = [msgspec.structs.replace(view, business_day=None) for view in states]
    nameless = [ticket(service_name=Words("Đất đai"), hall=Words("Một cửa"), timezone="UTC")]
    rated = [called(state="finished", rate_until=NINE_O_CLOCK + MINUTE_MS)]
    return waiting + ahead + states + shut + nameless + rated + views_of_every_turn()


def views_of_every_turn() -> list[TicketView]:
    """What may become of a ticket beside its state."""
    land, form = Words("Đất đai", "Land"), Words("Điền tờ khai", "Filling in a form")
    return [
        called(state="parked", park_reason=form, parked_at=NINE_O_CLOCK - 5 * MINUTE_MS),
        ticket(called_at=NINE_O_CLOCK, calls=1, call_withdrawn=True),
        ticket(to_counter="3", came_from=land),
        ticket(came_from=land),
        ticket(is_carried=True, near=5),
        ticket(then=(land, Words("Thuế"))),
        ticket(state="lapsed", is_carried_over=True, valid_at=NINE_O_CLOCK + 3000 * MINUTE_MS),
        ticket(state="lapsed", is_carried_over=True),
    ]


def views_worth_a_look() -> list[TicketView]:
    """One view of every face, and the longest words the page may have to hold."""
    long_names = {
        "hall": Words(
            "Trung tâm Phục vụ hành chính công và Xúc tiến đầu tư tỉnh Bà Rịa – Vũng Tàu",
            "Provincial Public Administration and Investment Promotion Service Centre",
        ),
        "service_name": Words(
            "Nông nghiệp, lâm nghiệp, thủy lợi, thủy sản và phát triển nông thôn",
            "Agriculture, forestry, irrigation, fisheries and rural development",
        ),
        "number": "W1017",
    }
    return [
        ticket(ahead=99, expected_wait_s=6000, **long_names),
        ticket(ahead=3, expected_wait_s=None, number="M888"),
        ticket(ahead=1),
        ticket(ahead=0, others_first=3),
        ticket(ahead=12, others_first=14, expected_wait_s=2800),
        ticket(ahead=0, expected_wait_s=0),
        called(counter="18", **long_names),
        called(state="finished", rate_until=NINE_O_CLOCK + MINUTE_MS, reasons=REASONS),
        called(state="finished", owes_reasons=True, reasons=REASONS),
        *(
            called(state=state)
            for state in ("called", "missed", "parked", "ended", "finished", "cancelled", "lapsed")
        ),
        *views_of_every_turn(),
    ]


def test_an_emergency_goes_before_all_else_in_the_reader_s_language() -> None:
    note = EmergencyNote(emergency=1, words=Words("Có cháy", "Fire"), since_at=0)
    for language, words in (("vi", "Có cháy"), ("en", "Fire")):
        assert face_of(ticket(emergency=note), language).emergency == words
        assert face_of(ticket(), language).emergency == ""


def test_a_number_from_an_appointment_shows_for_when_it_was() -> None:
    booked = ticket(appointment_at=NINE_O_CLOCK)
    assert plain(face_of(booked, "vi").issued_at) == "Lịch hẹn lúc 09:00"
    assert plain(face_of(booked, "en").issued_at) == "Appointment at 09:00"
