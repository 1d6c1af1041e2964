"""A reckoning in words, in both languages."""

import pytest

from hallctl.core.deadline_words import explained, moment_in_words
from hallctl.core.deadlines import StepKind
from tests.dossiers.vietnam import at, due, reckoner

TETS = {
    "vi": [
        "Nhận đủ hồ sơ hợp lệ lúc 17:20 thứ Sáu 13/02/2026",
        "Ngoài giờ làm việc: tính từ 07:30 thứ Hai 23/02/2026",
        "Thời hạn giải quyết 1,5 ngày làm việc",
        "Hẹn trả lúc 17:00 thứ Tư 25/02/2026",
    ],
    "en": [
        "Received complete and valid at 17:20 Friday 13 February 2026",
        "Outside working hours: counts from 07:30 Monday 23 February 2026",
        "Time limit 1.5 working days",
        "Due at 17:00 Wednesday 25 February 2026",
    ],
}
MOVED = {
    "vi": [
        "Nhận đủ hồ sơ hợp lệ lúc 15:20 thứ Sáu 13/02/2026",
        "Thời hạn giải quyết 7 ngày",
        "Thứ Sáu 20/02/2026 nghỉ: Tết Nguyên Đán",
        "Chuyển sang ngày làm việc tiếp theo, thứ Hai 23/02/2026",
        "Hẹn trả lúc 17:00 thứ Hai 23/02/2026",
    ],
    "en": [
        "Received complete and valid at 15:20 Friday 13 February 2026",
        "Time limit 7 calendar days",
        "Friday 20 February 2026 is off: Tết Nguyên Đán",
        "Moved to the next working day, Monday 23 February 2026",
        "Due at 17:00 Monday 23 February 2026",
    ],
}


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_reckoning_reads_line_by_line(language: str) -> None:
    steps = due("1.5 wd", "13/02 17:20").steps
    assert [explained(one, language) for one in steps] == TETS[language]
    steps = due("7 d", "13/02 15:20").steps
    assert [explained(one, language) for one in steps] == MOVED[language]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("vi", "Nhận sau 15:00: trả ngày làm việc tiếp theo, thứ Hai 23/02/2026"),
        ("en", "Received after 15:00: due the next working day, Monday 23 February 2026"),
    ],
)
def test_the_cut_off_is_said(language: str, line: str) -> None:
    steps = reckoner("0", has_cut_off=True).due(at("13/02 15:20")).steps
    assert explained(steps[1], language) == line


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("vi", "Chờ bổ sung từ 10:00 thứ Ba 03/03/2026 đến 09:00 thứ Năm 05/03/2026"),
        (
            "en",
            "Waiting for a supplement from 10:00 Tuesday 3 March 2026 until 09:00 Thursday 5 March 2026",
        ),
    ],
)
def test_a_stop_is_said(language: str, line: str) -> None:
    ours = reckoner("5 wd")
    steps = ours.resumed(ours.due(at("02/03 08:00")), at("03/03 10:00"), at("05/03 09:00")).steps
    assert explained(steps[-2], language) == line


@pytest.mark.parametrize("term", ["0", "1 wd", "1 h", "2 h", "1 m", "3 m", "1 d"])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_step_has_words(term: str, language: str) -> None:
    for step in due(term, "30/04 10:00").steps:
        words = explained(step, language)
        assert words[0].isupper()
        assert "_" not in words
        assert step.kind in StepKind


def test_a_weekend_is_off_without_a_name() -> None:
    steps = due("1 d", "13/03 10:00").steps
    assert explained(steps[2], "en") == "Saturday 14 March 2026 is off"


def test_a_moment_names_its_weekday() -> None:
    assert moment_in_words(at("08/03 07:05"), "vi") == "07:05 Chủ nhật 08/03/2026"
