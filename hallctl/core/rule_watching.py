"""The hall's own rules held against the floor: since when each holds, and the alert when it lasts."""

from collections.abc import Callable, Iterator

import msgspec

from hallctl.core.hall import Hall
from hallctl.core.life import TicketState
from hallctl.core.plan import Plan
from hallctl.core.plan.alert_rules import AlertRule, Measure
from hallctl.core.views.hall_views import Alert, HallView
from hallctl.core.views.queue_views import ServiceChoice

MINUTE_S, MINUTE_MS = 60, 60_000
FEWEST = 5
"""Shares of fewer say nothing."""


class RuleWatch:
    """Remembers since when each rule holds; looked at again and again."""

    def __init__(self) -> None:
        self._since: dict[str, int] = {}

    def added(self, view: HallView, hall: Hall, plan: Plan) -> HallView:
        """The view with the alerts that the hall's own rules call for, in their places."""
        found = tuple(self._alerts(view, hall, plan))
        if not found:
            return view
        every = (*view.alerts, *found)
        ordered = sorted(every, key=lambda one: (not one.is_urgent, one.since_at or view.shown_at))
        return msgspec.structs.replace(view, alerts=tuple(ordered))

    def _alerts(self, view: HallView, hall: Hall, plan: Plan) -> Iterator[Alert]:
        for rule in plan.alert_rules:
            value = measured(rule, view, hall)
            holds = value is not None and (
                value < rule.threshold if rule.is_below else value > rule.threshold
            )
            if not holds or value is None:
                self._since.pop(rule.rule, None)
                continue
            since = self._since.setdefault(rule.rule, view.shown_at)
            if view.shown_at - since >= rule.minutes * MINUTE_MS:
                yield Alert(
                    kind="rule",
                    is_urgent=rule.is_urgent,
                    service=rule.service,
                    since_at=since,
                    rule=rule.rule,
                    value=value,
                )


def measured(rule: AlertRule, view: HallView, hall: Hall) -> float | None:
    """What the rule measures, now; None where there is nothing to measure, or the day is not open."""
    if not view.business_day:
        return None
    return _MEASURED[rule.measure](rule, view, hall)


def _services(rule: AlertRule, view: HallView) -> list[ServiceChoice]:
    return [one for one in view.services if rule.service in {"", one.service}]


def _waiting(rule: AlertRule, view: HallView, _hall: Hall) -> float:
    return float(sum(one.waiting for one in _services(rule, view)))


def _longest_wait(rule: AlertRule, view: HallView, _hall: Hall) -> float | None:
    waits = [one.longest_wait_s for one in _services(rule, view) if one.waiting]
    return max(waits) / MINUTE_S if waits else None


def _expected_wait(rule: AlertRule, view: HallView, _hall: Hall) -> float | None:
    known = [one.expected_wait_s for one in _services(rule, view)]
    waits = [wait for wait in known if wait is not None]
    return max(waits) / MINUTE_S if waits else None


def _average_wait(rule: AlertRule, _view: HallView, hall: Hall) -> float | None:
    called, waited = _summed(rule, hall, "called"), _summed(rule, hall, "waited")
    return waited / called / MINUTE_MS if called >= FEWEST else None


def _counters(rule: AlertRule, view: HallView, *, are_free: bool) -> float:
    return float(
        sum(
            one.is_open
            and (not rule.service or rule.service in one.services)
            and not (are_free and (one.number or one.break_reason))
            for one in view.counters
        )
    )


def _missed_share(rule: AlertRule, _view: HallView, hall: Hall) -> float | None:
    called = _summed(rule, hall, "called")
    missed = sum(
        tally.by_state[TicketState.MISSED]
        for service, tally in hall.tallies.items()
        if rule.service in {"", service}
    )
    return 100 * missed / called if called >= FEWEST else None


def _satisfied_share(rule: AlertRule, _view: HallView, hall: Hall) -> float | None:
    rated, satisfied = _summed(rule, hall, "rated"), _summed(rule, hall, "satisfied")
    return 100 * satisfied / rated if rated >= FEWEST else None


def _summed(rule: AlertRule, hall: Hall, what: str) -> int:
    return sum(
        int(getattr(tally, what))
        for service, tally in hall.tallies.items()
        if rule.service in {"", service}
    )


_MEASURED: dict[Measure, Callable[[AlertRule, HallView, Hall], float | None]] = {
    "waiting": _waiting,
    "longest_wait": _longest_wait,
    "expected_wait": _expected_wait,
    "average_wait": _average_wait,
    "open_counters": lambda rule, view, _hall: _counters(rule, view, are_free=False),
    "free_counters": lambda rule, view, _hall: _counters(rule, view, are_free=True),
    "missed_share": _missed_share,
    "satisfied_share": _satisfied_share,
    "overdue_dossiers": lambda _rule, view, _hall: float(view.overdue),
}
