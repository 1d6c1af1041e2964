"""What the page says about a dossier, in both languages."""

from string import Formatter

import msgspec
import pytest

from hallctl.core.deadlines import Term
from hallctl.core.dossier_life import DossierState, DossierStep
from hallctl.core.plan import Words
from hallctl.web.pages.lexicon import LANGUAGES
from hallctl.web.tickets.dossier_face import WORDS, face_of, kind_of
from tests.fakes.sample_views import NINE_O_CLOCK
from tests.web.dossier_views import DAY_MS, DRAWING, HOUR_MS, at_its_end, dossier, every_view

VIEWS = every_view()


def plain(words: str) -> str:
    return words.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("name", "vietnamese", "english"),
    [
        ("received", "Đã tiếp nhận hồ sơ", "Received"),
        ("forwarded", "Đã chuyển đi giải quyết", "Passed on"),
        ("processing", "Đang giải quyết", "In progress"),
        ("awaiting", "Cần ông/bà bổ sung", "We need something from you"),
        ("late", "Hồ sơ đã quá hẹn", "Overdue"),
        ("finished", "Đã có kết quả", "Your result is ready"),
        ("returned", "Đã trả kết quả", "Result handed over"),
        ("refused", "Rất tiếc, hồ sơ không giải quyết được", "We are sorry"),
        ("withdrawn", "Ông/bà đã rút hồ sơ", "You have withdrawn it"),
        ("stopped", "Hồ sơ đã dừng giải quyết", "No longer processed"),
    ],
)
def test_every_state_is_said_in_large_words(name: str, vietnamese: str, english: str) -> None:
    assert kind_of(VIEWS[name]) == name
    assert plain(face_of(VIEWS[name], "vi").headline) == vietnamese
    assert plain(face_of(VIEWS[name], "en").headline).startswith(english)


def test_the_due_time_is_said_in_plain_words() -> None:
    face = face_of(VIEWS["processing"], "vi")
    assert plain(f"{face.due_day}, {face.due_time}") == "Thứ Năm 24/12/2026, trước 17:00"
    assert plain(face.due_left) == "còn 34 ngày"
    assert plain(face.term) == "Thời hạn 28 ngày làm việc, không tính ngày nghỉ"
    english = face_of(VIEWS["processing"], "en")
    assert plain(f"{english.due_day}, {english.due_time}") == "Thursday 24 Dec 2026, before 17:00"


@pytest.mark.parametrize(
    ("hours", "said"), [(8, "hôm nay"), (20, "ngày mai"), (24, "ngày mai"), (72, "còn 3 ngày")]
)
def test_days_are_counted_as_people_count_them(hours: int, said: str) -> None:
    face = face_of(dossier(due_at=NINE_O_CLOCK + hours * HOUR_MS), "vi")
    assert plain(face.due_left) == said


@pytest.mark.parametrize(("hours", "said"), [(1, ""), (16, "quá 1 ngày"), (40, "quá 2 ngày")])
def test_a_delay_is_counted_and_apologised_for(hours: int, said: str) -> None:
    face = face_of(dossier(is_late=True, due_at=NINE_O_CLOCK - hours * HOUR_MS), "vi")
    assert plain(face.due_left) == said
    assert "xin lỗi" in face.sorry


def test_a_new_date_comes_with_an_apology_its_reason_and_the_old_date() -> None:
    face = face_of(VIEWS["reappointed"], "vi")
    assert plain(face.sorry).endswith("Hẹn trước đây: Thứ Năm 10/12/2026.")
    assert "đo đạc lại" in face.sorry_reason
    assert plain(face.due_day) == "Thứ Năm 24/12/2026"


def test_while_a_supplement_is_awaited_no_day_is_promised() -> None:
    face = face_of(VIEWS["awaiting"], "vi")
    assert face.note == DRAWING
    assert plain(face.due_day) == "Tạm dừng"
    assert not any(one.when for one in face.way if one.mark == "ahead")


def test_only_a_result_to_be_collected_calls_the_citizen_to_the_hall() -> None:
    said = {way: face_of(dossier(state="finished", return_by=way), "vi").advice for way in WAYS}
    assert "nhận kết quả" in plain(said["counter"])
    assert "giấy tiếp nhận" in plain(said["counter"])
    for way in ("online", "post"):
        assert "không cần đến trung tâm" in plain(said[way])


WAYS = ("counter", "online", "post")


def test_a_late_result_is_apologised_for_when_it_is_there() -> None:
    assert "xin lỗi" in face_of(VIEWS["finished late"], "vi").sorry
    assert not face_of(VIEWS["finished"], "vi").sorry


@pytest.mark.parametrize("name", ["refused", "stopped"])
def test_an_end_without_a_result_says_why_and_what_can_be_done(name: str) -> None:
    face = face_of(VIEWS[name], "vi")
    assert "tranh chấp" in face.note
    assert "hỏi cán bộ" in plain(face.advice)


@pytest.mark.parametrize("view", at_its_end().values(), ids=at_its_end())
def test_nothing_is_due_any_more_when_it_is_over(view: object) -> None:
    assert isinstance(view, type(VIEWS["returned"]))
    face = face_of(view, "vi")
    assert (face.due_day, face.due_time, face.due_left) == ("", "", "")


def test_the_way_begins_where_the_citizen_handed_it_in_and_ends_where_it_is_collected() -> None:
    way = face_of(VIEWS["received"], "vi").way
    assert [(one.mark, plain(one.title)) for one in way] == [
        ("done", "Ông/bà nộp hồ sơ"),
        ("now", "Tiếp nhận, hồ sơ hợp lệ"),
        ("ahead", "Có kết quả"),
        ("ahead", "Ông/bà nhận kết quả"),
    ]
    assert plain(way[0].when) == "09:00 · 15/11/2026"
    assert plain(way[2].when) == "trước 17:00 · 24/12/2026"


@pytest.mark.parametrize("name", VIEWS)
def test_the_way_has_exactly_one_place_where_the_dossier_is(name: str) -> None:
    marks = [one.mark for one in face_of(VIEWS[name], "en").way]
    here = marks.index("now") if "now" in marks else marks.index("end")
    assert marks.count("now") + marks.count("end") == 1
    assert set(marks[:here]) <= {"done"}
    assert set(marks[here + 1 :]) <= {"ahead"}


@pytest.mark.parametrize(
    ("term", "timed", "said"),
    [
        (Term(), True, "Thủ tục trả kết quả trong ngày"),
        (Term(1), True, "Thời hạn 1 ngày làm việc, không tính ngày nghỉ"),
        (Term(2.5), True, "Thời hạn 2,5 ngày làm việc, không tính ngày nghỉ"),
        (Term(30, "calendar_day"), False, "Thời hạn 30 ngày, tính cả ngày nghỉ"),
        (Term(4, "hour"), True, "Thời hạn 4 giờ làm việc, không tính ngày nghỉ"),
        (Term(2, "month"), False, "Thời hạn 2 tháng, tính cả ngày nghỉ"),
        (None, False, ""),
    ],
)
def test_the_time_limit_says_whether_days_off_count(
    term: Term | None, timed: bool, said: str
) -> None:
    face = face_of(dossier(term=term, in_working_time=timed), "vi")
    assert plain(face.term) == said


def test_both_languages_have_words_for_everything_with_the_same_gaps() -> None:
    assert list(WORDS["vi"]) == list(WORDS["en"])
    for key, words in WORDS["vi"].items():
        gaps, others = (
            {name for _, name, _, _ in Formatter().parse(one) if name}
            for one in (words, WORDS["en"][key])
        )
        assert gaps == others, key


def test_there_are_words_for_every_state_and_every_step() -> None:
    for language in LANGUAGES:
        for state in DossierState:
            assert face_of(dossier(state=state.value), language).headline
        for step in DossierStep:
            assert f"step_{step}" in WORDS[language]


def test_times_are_those_of_the_clock_on_the_halls_wall() -> None:
    view = dossier(timezone="UTC", due_at=NINE_O_CLOCK + DAY_MS)
    assert plain(face_of(view, "en").due_time) == "before 02:00"
    assert plain(face_of(view, "en").news_at) == "Updated at 02:00"


def test_a_dossier_without_a_department_names_none() -> None:
    assert face_of(dossier(department_name=Words("")), "vi").department == ""
    view = msgspec.structs.replace(dossier(), department_name=Words("Sở Tư pháp"))
    assert face_of(view, "en").department == "Handled by: Sở Tư pháp"
