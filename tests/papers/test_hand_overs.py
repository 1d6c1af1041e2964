"""Form 06's rows: every hand a dossier went through, and how its time stood."""

from datetime import datetime, timedelta
from typing import NamedTuple

import pytest

from hallctl.core.dossier_life import Punctuality
from hallctl.forms.hand_overs import hand_overs
from hallctl.forms.tracking_forms import HandOver

HALL, JUSTICE, POLICE = "Một cửa", "Sở Tư pháp", "Công an tỉnh"
NOON = datetime(2026, 11, 23, 12, 0)  # noqa: DTZ001 - the hall's wall clock
DUE = NOON + timedelta(days=5)


class Act(NamedTuple):
    step: str
    at: datetime
    official: str = "Lan"
    department: str = ""
    due: datetime | None = None


def ways(*acts: Act) -> list[tuple[str, str]]:
    return [(row.giver, row.taker) for row in hand_overs(HALL, DUE, acts)]


def only(*acts: Act) -> HandOver:
    (row,) = hand_overs(HALL, DUE, acts)
    return row


def after(days: float) -> datetime:
    return NOON + timedelta(days=days)


def test_there_on_foot_and_back_with_the_result() -> None:
    acts = (Act("forward", after(0), department=JUSTICE), Act("take_up", after(1), "Bình"))
    first, second = hand_overs(HALL, DUE, (*acts, Act("finish", after(5), "Bình")))
    assert (first.giver, first.taker, first.given_by) == (HALL, JUSTICE, "Lan")
    assert (first.at, first.taken_by) == (after(0), "Bình")
    assert (second.giver, second.taker, second.result) == (JUSTICE, HALL, Punctuality.ON_TIME)


def test_by_courier_a_row_is_taken_over_when_it_is_scanned_in() -> None:
    given = Act("forward", after(0), department=JUSTICE)
    row = only(given, Act("scan_in", after(0.1), "Bình", JUSTICE))
    assert (row.at, row.given_by, row.taken_by) == (after(0.1), "Lan", "Bình")


def test_what_comes_back_is_a_row_and_finishing_it_here_is_none() -> None:
    acts = (
        Act("forward", after(0), department=JUSTICE),
        Act("scan_in", after(1), "Bình", JUSTICE),
        Act("scan_in", after(2), "Lan"),
        Act("finish", after(2), "Lan"),
    )
    assert ways(*acts) == [(HALL, JUSTICE), (JUSTICE, HALL)]


def test_departments_hand_on_to_each_other() -> None:
    acts = (
        Act("forward", after(0), department=JUSTICE),
        Act("forward", after(1), department=POLICE),
    )
    assert ways(*acts, Act("finish", after(2))) == [
        (HALL, JUSTICE),
        (JUSTICE, POLICE),
        (POLICE, HALL),
    ]


def test_what_never_leaves_the_hall_has_no_rows() -> None:
    assert ways(Act("take_up", after(0)), Act("finish", after(0))) == []


@pytest.mark.parametrize(
    ("days", "result"),
    [
        (4, Punctuality.EARLY),
        (4.9, Punctuality.ON_TIME),
        (5, Punctuality.ON_TIME),
        (5.01, Punctuality.LATE),
    ],
)
def test_a_row_is_early_on_time_or_late(days: float, result: Punctuality) -> None:
    assert only(Act("forward", after(days), department=JUSTICE)).result is result


def test_a_new_date_counts_from_the_act_that_gave_it() -> None:
    late = after(7)
    acts = (
        Act("forward", after(0), department=JUSTICE),
        Act("reappoint", after(3), due=after(9)),
        Act("finish", late),
    )
    assert hand_overs(HALL, DUE, acts)[-1].result is Punctuality.EARLY
