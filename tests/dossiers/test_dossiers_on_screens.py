"""What boards and panels show of dossiers."""

from typing import Any

import pytest
from msgspec.structs import replace

from hallctl.core import commands as c
from hallctl.core.plan import Words
from hallctl.core.views import CounterView, DossierCounts, DossiersDue
from tests.core.one_day import PLAN, link_to, replayed, wish
from tests.dossiers.desk import FIVE_DAYS, NO_TERM, REASON, SAME_DAY, Desk, code, time_of


def board(desk: Desk) -> DossierCounts:
    return desk.day.artist.board(desk.day.at).dossiers


def panel(desk: Desk, counter: str = "1") -> CounterView:
    return desk.day.artist.counter(desk.day.at, counter)


def due(desk: Desk, counter: str = "1") -> DossiersDue:
    return panel(desk, counter).dossiers_due


def test_the_board_tells_of_today_and_of_what_stands(desk: Desk) -> None:
    assert board(desk) == DossierCounts()
    for _ in range(4):
        desk.receive(SAME_DAY)
    desk.do(c.FinishDossier, code(serial=1))
    desk.do(c.ReturnDossier, code(serial=1))
    desk.do(c.FinishDossier, code(serial=2))
    desk.do(c.RequestSupplement, code(serial=3), reason=REASON)
    assert board(desk) == DossierCounts(
        received=4,
        finished_on_time=2,
        returned=1,
        in_process=1,
        awaiting_supplement=1,
        not_collected=1,
    )


def test_early_and_late_are_told_apart(desk: Desk) -> None:
    desk.receive(SAME_DAY)
    desk.receive(FIVE_DAYS)
    desk.move_to(2)
    desk.day.open()
    for serial in (1, 2):
        desk.do(c.FinishDossier, code(serial=serial))
    counts = board(desk)
    assert (counts.finished_early, counts.finished_on_time, counts.finished_late) == (1, 0, 1)


def departments(desk: Desk) -> list[tuple[str, int, int, int]]:
    return [
        (one.department, one.received, one.finished_in_time, one.finished_late)
        for one in desk.day.artist.board(desk.day.at).departments
        if one.received or one.finished_in_time or one.finished_late
    ]


def test_the_board_tells_of_every_department(desk: Desk) -> None:
    own = [one.department for one in PLAN.departments]
    shown = [one.department for one in desk.day.artist.board(desk.day.at).departments]
    assert shown == own
    for procedure in (SAME_DAY, FIVE_DAYS, FIVE_DAYS):
        desk.receive(procedure)
    owner = desk[code(serial=2)].department
    desk.do(c.ForwardDossier, code(serial=2), department=next(one for one in own if one != owner))
    desk.do(c.FinishDossier, code(serial=2))
    assert (owner, 2, 1, 0) in departments(desk)  # whoever worked on it
    desk.move_to(2)
    desk.day.open()
    assert departments(desk) == []
    desk.do(c.FinishDossier, code(serial=1))
    assert [counts[1:] for counts in departments(desk)] == [(0, 0, 1)]


def test_a_department_is_shown_by_its_short_name(desk: Desk) -> None:
    first = PLAN.departments[0]
    plan = replace(PLAN, departments=(replace(first, short_name=Words("Ngắn")),))
    artist = type(desk.day.artist)(desk.day.hall, plan, link_to)
    assert [one.name.vi for one in artist.board(desk.day.at).departments] == ["Ngắn"]


def test_a_new_day_begins_with_nothing_done(desk: Desk) -> None:
    desk.receive()
    desk.move_to(2)
    desk.day.open()
    assert board(desk) == DossierCounts(in_process=1)


def test_what_came_while_the_hall_was_closed_is_not_of_the_day_before(desk: Desk) -> None:
    desk.day.do(wish(c.CloseDay))
    desk.move_to(5)
    desk.receive(channel="online")
    assert board(desk) == DossierCounts(in_process=1)


def test_the_panel_warns_by_working_days(desk: Desk) -> None:
    dossier = desk.receive()  # due on Tuesday 1 December, 17:00
    seen: dict[int, Any] = {}
    for day in (3, 4, 5, 7, 8, 9):
        desk.move_to(day)
        seen[day] = [one.urgency for one in due(desk).first]
    assert seen == {
        3: [],
        4: ["two_days"],  # Friday: Monday and Tuesday are left
        5: ["two_days"],  # Saturday
        7: ["one_day"],
        8: ["one_day"],
        9: ["overdue"],
    }
    assert due(desk).first[0].dossier == dossier.dossier
    assert due(desk).first[0].procedure_name.vi == "Cấp đổi giấy chứng nhận"


@pytest.mark.parametrize(
    ("hours", "urgency"), [(9, "one_day"), (9 + 0.9 / 60, "one_day"), (9 + 1 / 60, "overdue")]
)
def test_overdue_begins_after_the_due_minute(desk: Desk, hours: float, urgency: str) -> None:
    desk.receive(SAME_DAY)
    desk.move_to(0, hours)
    assert due(desk).first[0].urgency == urgency


def test_a_panel_sees_its_own_services_only(desk: Desk) -> None:
    desk.receive(SAME_DAY)  # births
    assert due(desk, "1").one_day == 1
    assert due(desk, "2") == DossiersDue()  # land only


def test_whose_clock_stands_or_ended_needs_no_hurry(desk: Desk) -> None:
    for _ in range(3):
        desk.receive(SAME_DAY)
    desk.do(c.RequestSupplement, code(serial=1), reason=REASON)
    desk.do(c.FinishDossier, code(serial=2))
    assert [one.dossier for one in due(desk).first] == [code(serial=3)]
    desk.do(c.ResumeDossier, code(serial=1))
    assert due(desk).one_day == 2


def test_a_new_date_takes_the_warning_away(desk: Desk) -> None:
    dossier = desk.receive()
    desk.move_to(7)
    assert due(desk).one_day == 1
    desk.do(c.ReappointDossier, dossier, reason=REASON, due_at=time_of(18))
    assert due(desk) == DossiersDue()


def test_ten_are_shown_the_soonest_first_and_all_are_counted(desk: Desk) -> None:
    for _ in range(8):
        desk.receive(SAME_DAY)
        desk.receive(FIVE_DAYS)
    desk.receive(NO_TERM, due_at=time_of(0, 5))
    desk.move_to(8)
    hurried = due(desk)
    assert (hurried.overdue, hurried.one_day, hurried.two_days) == (8, 8, 0)
    assert [one.due_at for one in hurried.first] == [time_of(0, 9)] * 8 + [time_of(8, 9)] * 2
    assert due(desk, "3").overdue == 9
    assert due(desk, "3").first[0].due_at == time_of(0, 5)


def test_screens_are_the_same_after_a_restart(desk: Desk) -> None:
    desk.receive(SAME_DAY)
    desk.receive()
    desk.do(c.FinishDossier, code(serial=1))
    artist = type(desk.day.artist)(replayed(desk.day.facts), desk.day.plan, link_to)
    assert desk.day.views(artist) == desk.day.views()


def test_a_result_that_lies_ready_is_shown_until_it_is_collected(desk: Desk) -> None:
    for _ in range(3):
        desk.receive(FIVE_DAYS)
    for serial in (2, 1):
        desk.day.wait(1)
        desk.do(c.FinishDossier, code(serial=serial))
    assert due(desk).not_collected == 2
    assert [one.dossier for one in due(desk).uncollected] == [code(serial=2), code(serial=1)]
    desk.do(c.ReturnDossier, code(serial=2))
    (left,) = due(desk).uncollected
    assert (left.dossier, left.procedure_name) == (code(), Words("Cấp đổi giấy chứng nhận"))
    assert left.finished_at == desk[code()].state_since
    assert due(desk, "2").not_collected == 1, "counter 2 serves land as well"


def test_of_many_results_the_ten_that_wait_longest_are_shown(desk: Desk) -> None:
    for serial in range(1, 13):
        desk.receive(FIVE_DAYS if serial % 2 else SAME_DAY)
        desk.day.wait(1)
        desk.do(c.FinishDossier, code(serial=serial))
    assert due(desk).not_collected == 12
    assert [one.dossier for one in due(desk).uncollected] == [
        code(serial=serial) for serial in range(1, 11)
    ]
