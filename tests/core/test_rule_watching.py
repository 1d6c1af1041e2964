"""The hall's own rules: an alert when something has held for long enough, none when it is over."""

import msgspec
import pytest

from hallctl.core import commands as c
from hallctl.core.drawing.hall_drawing import hall_view
from hallctl.core.plan import Words
from hallctl.core.plan.alert_rules import MEASURES, AlertRule, Measure
from hallctl.core.rule_watching import RuleWatch, measured
from hallctl.core.views.hall_views import Alert
from tests.core.one_day import KIOSK, MINUTE, OneDay, wish

CROWD = AlertRule(
    rule="crowd",
    measure="waiting",
    threshold=1,
    minutes=5,
    advice=Words("Mở thêm quầy", "Open a counter"),
    service="birth",
)


class Watched:
    """A hall with rules, looked at whenever the test says so."""

    def __init__(self, day: OneDay, *rules: AlertRule) -> None:
        self.day, self.watch = day, RuleWatch()
        self.plan = msgspec.structs.replace(day.plan, alert_rules=rules)

    def look(self) -> list[Alert]:
        view = hall_view(self.day.hall, self.plan, self.day.at)
        view = self.watch.added(view, self.day.hall, self.plan)
        return [one for one in view.alerts if one.kind == "rule"]

    def come(self, count: int) -> None:
        for _ in range(count):
            self.day.do(wish(c.IssueTicket, service="birth"), KIOSK)


@pytest.fixture
def open_day(day: OneDay) -> OneDay:
    day.do(wish(c.OpenDay))
    return day


def test_it_must_hold_for_as_long_as_the_rule_says(open_day: OneDay) -> None:
    watched = Watched(open_day, CROWD)
    watched.come(2)
    assert watched.look() == []
    open_day.at += 5 * MINUTE - 1
    assert watched.look() == []
    open_day.at += 1
    (alert,) = watched.look()
    assert (alert.rule, alert.value, alert.service) == ("crowd", 2.0, "birth")
    assert open_day.at - alert.since_at == 5 * MINUTE


def test_a_break_begins_it_anew(open_day: OneDay) -> None:
    watched = Watched(open_day, CROWD)
    watched.come(2)
    watched.look()
    open_day.at += 4 * MINUTE
    open_day.do(wish(c.OpenCounter, counter="1", official="Lan"))
    open_day.do(wish(c.CallNext, counter="1"))
    assert watched.look() == []
    watched.come(1)
    open_day.at += 2 * MINUTE
    assert watched.look() == []


def test_a_rule_may_ask_for_too_few(open_day: OneDay) -> None:
    few = AlertRule(
        rule="few", measure="open_counters", threshold=1, is_below=True, advice=Words("Mở quầy")
    )
    watched = Watched(open_day, few)
    assert [one.value for one in watched.look()] == [0.0]
    open_day.do(wish(c.OpenCounter, counter="1", official="Lan"))
    assert watched.look() == []


def test_the_urgent_stand_first(open_day: OneDay) -> None:
    soon = msgspec.structs.replace(CROWD, minutes=0)
    urgent = msgspec.structs.replace(soon, rule="urgent", is_urgent=True)
    watched = Watched(open_day, soon, urgent)
    watched.come(2)
    assert [one.rule for one in watched.look()] == ["urgent", "crowd"]


@pytest.mark.parametrize("measure", MEASURES)
def test_every_measure_is_a_number_or_nothing_and_nothing_before_the_day(
    day: OneDay, measure: Measure
) -> None:
    rule = AlertRule(rule="it", measure=measure, threshold=0, advice=Words("x"))
    assert measured(rule, hall_view(day.hall, day.plan, day.at), day.hall) is None
    day.do(wish(c.OpenDay))
    for counter in ("1", "2"):
        day.do(wish(c.OpenCounter, counter=counter, official=f"Lan {counter}"))
    for _ in range(6):
        day.do(wish(c.IssueTicket, service="birth"), KIOSK)
    day.at += 3 * MINUTE
    value = measured(rule, hall_view(day.hall, day.plan, day.at), day.hall)
    known = {"waiting": 6, "longest_wait": 3, "open_counters": 2, "free_counters": 2}
    assert value == known.get(measure, value)
    assert value is None or isinstance(value, float)
