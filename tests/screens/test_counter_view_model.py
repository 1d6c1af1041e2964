"""What the official's panel says and asks, without a window."""

from typing import Any

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from counter_display.panel_view_model import LINES_SHOWN, PanelViewModel
from counter_display.wording import PANEL_REFUSALS, stopwatch
from hallctl.core.commands import (
    CallNext,
    CloseCounter,
    FinishVisit,
    MarkNoShow,
    OpenCounter,
    OpenDay,
    Recall,
    Requeue,
)
from hallctl.core.refusals import Refusal
from hallctl.station.link import press
from tests.fakes.fake_link import FakeLink
from tests.fakes.sample_views import (
    LAND,
    MINUTE,
    NINE_O_CLOCK,
    SERVICES,
    choice,
    counter_view,
    crowded_counter_view,
    current,
    sign_view,
    waiting,
)

pytestmark = pytest.mark.screens


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Presses follow each other without the guard against double taps."""
    monkeypatch.setattr(press, "SETTLE_S", 0.0)


def panel_of(view: Any = None, **changes: Any) -> tuple[Any, FakeLink]:
    """A panel on a link that shows a free counter 3, or ``view``, with ``changes``."""
    link = FakeLink(view or counter_view(**changes))
    return PanelViewModel(link), link


def sent(link: FakeLink) -> list[type]:
    return [type(command) for command in link.sent]


def test_before_the_first_view_the_panel_says_that_it_connects(qtbot: QtBot) -> None:
    panel = PanelViewModel(FakeLink(None, "connecting"))
    assert panel.scene == "connecting"
    assert not panel.serving.may_call
    assert panel.current == {}
    assert panel.offline_text == ""


@pytest.mark.parametrize(
    ("changes", "scene"),
    [
        ({"business_day": None, "is_open": False}, "hall_closed"),
        ({"is_open": False}, "closed"),
        ({}, "free"),
        ({"current": current()}, "serving"),
    ],
)
def test_every_view_has_its_scene(qtbot: QtBot, changes: dict[str, Any], scene: str) -> None:
    panel, _ = panel_of(**changes)
    assert panel.scene == scene


def test_a_view_of_another_kind_is_left_alone(qtbot: QtBot) -> None:
    panel, link = panel_of()
    link.show(sign_view())
    assert panel.scene == "free"


def test_a_free_counter_calls_next(qtbot: QtBot) -> None:
    panel, link = panel_of()
    panel.serving.call_next()
    assert sent(link) == [CallNext]
    assert link.sent[0].counter == "3"


def test_a_busy_counter_finishes_and_calls_in_one_press(qtbot: QtBot) -> None:
    panel, link = panel_of(current=current())
    panel.serving.call_next()
    assert sent(link) == [FinishVisit]
    link.grant()
    assert sent(link) == [FinishVisit, CallNext]


def test_nobody_is_called_when_the_visit_could_not_be_finished(qtbot: QtBot) -> None:
    panel, link = panel_of(current=current())
    panel.serving.call_next()
    link.refuse(Refusal.COUNTER_FREE)
    assert sent(link) == [FinishVisit]
    assert panel.notice.tone == "warn"


def test_finishing_the_last_visit_says_that_nobody_waits(qtbot: QtBot) -> None:
    panel, link = panel_of(current=current(), waiting=(), waiting_total=0)
    assert panel.serving.call_words == "Kết thúc lượt"
    assert panel.serving.call_icon == "circle-check"
    panel.serving.call_next()
    link.grant()
    assert sent(link) == [FinishVisit]
    assert "A017" in panel.notice.text
    assert panel.notice.tone == "good"


def test_someone_else_may_have_called_the_last_one(qtbot: QtBot) -> None:
    panel, link = panel_of(current=current())
    panel.serving.call_next()
    link.grant()
    link.refuse(Refusal.NOBODY_WAITING)
    assert panel.notice.tone == "good", "the visit is finished: that is no bad news"


def test_calling_where_nobody_waits_only_says_so(qtbot: QtBot) -> None:
    panel, link = panel_of(waiting=(), waiting_total=0)
    assert not panel.serving.may_call
    panel.serving.call_next()
    assert link.sent == []
    assert panel.notice.text == "Chưa có ai chờ ở quầy này."


@pytest.mark.parametrize(
    ("press", "command"),
    [
        ("recall", Recall),
        ("mark_no_show", MarkNoShow),
        ("finish", FinishVisit),
        ("requeue_current", Requeue),
    ],
)
def test_the_number_at_the_counter_can_be(qtbot: QtBot, press: str, command: type) -> None:
    panel, link = panel_of(current=current())
    getattr(panel.serving, press)()
    assert sent(link) == [command]
    link.grant()
    assert panel.notice.tone == "good"


@pytest.mark.parametrize("press", ["recall", "mark_no_show", "finish", "requeue_current"])
def test_without_a_number_those_do_nothing(qtbot: QtBot, press: str) -> None:
    panel, link = panel_of()
    assert not panel.serving.has_current
    getattr(panel.serving, press)()
    assert link.sent == []


def test_a_missed_number_can_be_put_back(qtbot: QtBot) -> None:
    panel, link = panel_of()
    first = panel.missed[0]
    assert (first["number"], first["missed_at"]) == ("A012", "08:51")
    panel.serving.requeue(first["ticket"], first["number"])
    assert link.sent[0].ticket == "ticket-A012"
    link.grant()
    assert panel.notice.text == "Số A012 đã được xếp lại."


def test_nothing_is_pressed_twice(qtbot: QtBot) -> None:
    panel, link = panel_of()
    panel.serving.call_next()
    panel.serving.call_next()
    panel.serving.close_counter()
    assert sent(link) == [CallNext]
    assert panel.serving.is_busy
    assert not panel.serving.may_call


def test_the_second_tap_of_a_double_tap_does_not_finish_the_visit(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(press, "SETTLE_S", 0.1)
    panel, link = panel_of()
    panel.serving.call_next()
    link.grant()
    link.show(counter_view(current=current("A018", 0)))
    panel.serving.call_next()
    assert sent(link) == [CallNext]
    qtbot.waitUntil(lambda: panel.serving.may_call)


def test_offline_is_said_with_the_time_of_the_last_data_and_nothing_can_be_pressed(
    qtbot: QtBot,
) -> None:
    panel, link = panel_of(current=current())
    link.become("offline")
    assert "09:00" in panel.offline_text
    assert not panel.is_online
    panel.serving.call_next()
    panel.serving.recall()
    assert link.sent == []
    link.become("online")
    assert panel.offline_text == ""
    assert panel.serving.may_call


def test_an_open_counter_with_nobody_at_it_can_close(qtbot: QtBot) -> None:
    panel, link = panel_of()
    panel.serving.close_counter()
    assert sent(link) == [CloseCounter]
    panel, _ = panel_of(current=current())
    assert not panel.serving.may_close


def test_a_counter_opens_with_all_its_services_unless_some_are_left_out(qtbot: QtBot) -> None:
    panel, link = panel_of(is_open=False, official="")
    panel.opening.name_official("  Trần Văn Nam ")
    panel.serving.open_counter()
    command = link.sent[0]
    assert isinstance(command, OpenCounter)
    assert (command.official, command.services) == ("Trần Văn Nam", ())
    link.refuse(Refusal.DAY_NOT_OPEN)
    panel.opening.toggle("land")
    panel.serving.open_counter()
    assert link.sent[1].services == ("justice", "results")


def test_a_counter_that_would_serve_nothing_does_not_open(qtbot: QtBot) -> None:
    panel, link = panel_of(is_open=False)
    for one in SERVICES:
        panel.opening.toggle(one.service)
    assert not panel.opening.may_open
    panel.serving.open_counter()
    assert link.sent == []


def test_a_nameless_official_is_named_after_the_counter(qtbot: QtBot) -> None:
    panel, link = panel_of(is_open=False, official="")
    panel.serving.open_counter()
    assert link.sent[0].official == "Cán bộ quầy 3"


def test_whoever_served_last_is_offered_again(qtbot: QtBot) -> None:
    panel, link = panel_of()
    link.show(counter_view(is_open=False, official=""))
    assert panel.opening.official == "Nguyễn Thị Thanh Huyền"


def test_a_closed_hall_opens_no_counter(qtbot: QtBot) -> None:
    panel, link = panel_of(business_day=None, is_open=False)
    panel.serving.open_counter()
    assert link.sent == []


def test_the_first_official_opens_the_day(qtbot: QtBot) -> None:
    panel, link = panel_of(business_day=None, is_open=False)
    panel.serving.open_day()
    panel.serving.open_day()
    assert sent(link) == [OpenDay]


def test_a_day_that_is_open_is_not_opened_again(qtbot: QtBot) -> None:
    panel, link = panel_of()
    panel.serving.open_day()
    assert link.sent == []


def test_who_waits_is_listed_in_the_hall_s_order_with_words_for_the_wait(qtbot: QtBot) -> None:
    panel, _ = panel_of()
    first, *_, last = panel.waiting.rows
    assert first["number"] == "A018"
    assert first["has_priority"]
    assert (first["waited"].replace("\xa0", " "), first["is_late"]) == ("17 phút", True)
    assert (last["waited"], last["is_late"]) == ("vừa đến", False)


def test_the_wait_goes_on_between_two_views(qtbot: QtBot) -> None:
    panel, link = panel_of(waiting=(waiting("A001", 14),), waiting_total=1)
    later = panel.clock.now().timestamp() + 90
    panel.clock.set_hall_time(int(later * 1000), "Asia/Ho_Chi_Minh")
    assert panel.waiting.rows[0]["is_late"]
    link.become("offline")
    panel.clock.ticked.emit()
    assert not panel.waiting.rows[0]["is_late"], "last data do not grow older"


def test_waiting_lines_are_told_of_only_when_a_word_changes(qtbot: QtBot) -> None:
    panel, _ = panel_of()
    with qtbot.assertNotEmitted(panel.waiting.dataChanged):
        panel.clock.ticked.emit()


def test_whoever_is_called_leaves_the_line_and_nobody_else_moves(qtbot: QtBot) -> None:
    three = tuple(waiting(f"A00{place}", 20 - place) for place in (1, 2, 3))
    panel, link = panel_of(waiting=three, waiting_total=3)
    told: list[tuple[int, int]] = []
    panel.waiting.rowsRemoved.connect(lambda _, first, last: told.append((first, last)))
    with qtbot.assertNotEmitted(panel.waiting.rowsInserted):
        link.show(counter_view(journal_number=2, waiting=three[1:], waiting_total=2))
    assert told == [(0, 0)]
    assert [row["number"] for row in panel.waiting.rows] == ["A002", "A003"]


def test_lists_are_told_of_only_when_they_change(qtbot: QtBot) -> None:
    panel, link = panel_of()
    told: list[str] = []
    panel.waiting.dataChanged.connect(lambda: told.append("waiting"))
    panel.missed_changed.connect(lambda: told.append("missed"))
    panel.figures.dataChanged.connect(lambda: told.append("figures"))
    panel.opening.services_changed.connect(lambda: told.append("services"))
    link.show(counter_view(journal_number=2, official="Lê Minh"))
    assert told == []
    with qtbot.waitSignals([panel.missed_changed, panel.waiting.rowsRemoved]):
        link.show(counter_view(missed=(), waiting=(), waiting_total=0))


def test_the_time_at_the_counter_runs(qtbot: QtBot) -> None:
    panel, _ = panel_of(current=current(minutes=64))
    assert panel.at_counter == "1:04:00"
    panel.clock.set_hall_time(NINE_O_CLOCK + MINUTE, "Asia/Ho_Chi_Minh")
    assert panel.at_counter == "1:05:00"


@pytest.mark.parametrize(
    ("seconds", "words"), [(-5, "0:00"), (9, "0:09"), (249, "4:09"), (3849, "1:04:09")]
)
def test_a_stopwatch_reads(seconds: float, words: str) -> None:
    assert stopwatch(seconds) == words


def test_priority_has_a_mark_and_never_a_reason(qtbot: QtBot) -> None:
    panel, _ = panel_of(current=current(calls=2))
    shown = repr([panel.current, panel.waiting.rows, panel.missed])
    assert "elderly" not in shown
    assert panel.current["has_priority"]


def test_a_counter_without_finished_visits_has_no_average(qtbot: QtBot) -> None:
    figures = counter_view().figures
    idle = type(figures)(called=0, finished=0, missed=0, average_service_s=None)
    panel, _ = panel_of(figures=idle)
    assert [one["value"] for one in panel.figures.rows] == ["0", "0", "0", "—"]


def test_every_refusal_has_kind_words_in_both_languages(qtbot: QtBot) -> None:
    panel, link = panel_of(current=current())
    for language in ("vi", "en"):
        panel.preferences.choose_language(language)
        for code in [*Refusal, *PANEL_REFUSALS - {"unreachable"}, "something_new"]:
            panel.serving.recall()
            link.refuse(code, number="A017")
            assert code not in panel.notice.text
            assert len(panel.notice.text) > 12


def test_an_answer_that_never_came_is_said(qtbot: QtBot) -> None:
    panel, link = panel_of()
    panel.serving.call_next()
    link.lose()
    assert "Chưa liên lạc được" in panel.notice.text
    assert panel.serving.may_call


def test_a_notice_goes_away_by_itself(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    panel, link = panel_of()
    panel.notice._gone.setInterval(20)
    panel.serving.call_next()
    link.refuse(Refusal.NOBODY_WAITING)
    with qtbot.waitSignal(panel.notice.changed):
        pass
    assert panel.notice.text == ""


def test_names_follow_the_language(qtbot: QtBot) -> None:
    panel, _ = panel_of(current=current(name=LAND))
    panel.preferences.choose_language("en")
    assert panel.current["service"] == "Land, environment"
    assert panel.waiting.rows[0]["service"] == "Justice, civil status"
    assert panel.serving.call_words == "Finish, call next"
    assert panel.serving.call_icon == "megaphone"


def test_a_service_the_counter_no_longer_serves_keeps_its_id(qtbot: QtBot) -> None:
    panel, _ = panel_of(services=(choice("land", "B", LAND),))
    assert panel.waiting.rows[0]["service"] == "justice"


def test_the_fullest_morning_can_be_read(qtbot: QtBot) -> None:
    panel, _ = panel_of(crowded_counter_view())
    assert panel.waiting_total == 1000
    assert len(panel.waiting.rows) == LINES_SHOWN
    assert len(panel.missed) == 10


def test_an_appointment_s_time_is_told_beside_its_service(qtbot: QtBot) -> None:
    booked = msgspec.structs.replace(waiting("A018", 1), appointment_at=NINE_O_CLOCK)
    serving = msgspec.structs.replace(current(), appointment_at=NINE_O_CLOCK - 5 * MINUTE)
    panel, _ = panel_of(current=serving, waiting=(booked,))
    assert str(panel.waiting.rows[0]["service"]).endswith("· hẹn\u00a009:00")
    assert str(panel.current["service"]).endswith("· hẹn\u00a008:55")
