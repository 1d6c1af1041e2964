"""Appointments summed when their day closes say what the appointments themselves say, whatever changes after."""

from datetime import date
from typing import Any

import pytest
from sqlite_utils import Database

from hallctl.core import events
from hallctl.core.plan import Plan
from hallctl.ledger.period import Now, Period
from hallctl.reports.building import REPORTS, build
from hallctl.reports.orders import ReportOrder, Sources
from hallctl.reports.periods import around
from tests.core.one_day import PLAN
from tests.dossiers.many import ledger_of
from tests.simulated import TODAY, StoppedClock

MONDAY = date(2026, 11, 23)
"""The business day that :func:`ledger_of` keeps facts on."""


@pytest.mark.parametrize("by", REPORTS["appointments"][1])
def test_a_report_is_the_same_with_and_without_the_sums(
    ledger: Database, plan: Plan, by: str
) -> None:
    copy = Database(memory=True)
    ledger.conn.backup(copy.conn)
    sources = Sources(copy, plan, Now(TODAY, StoppedClock().now()))
    order = ReportOrder("appointments", around(TODAY, "month"), by)
    summed = build(order, sources)
    kept = copy.execute("delete from appointment_sums")
    assert kept.rowcount > 0
    assert build(order, sources) == summed
    copy.close()


def booked(name: str, at: int, service: str = "land") -> events.AppointmentBooked:
    return events.AppointmentBooked(
        at=1, appointment=name, on=MONDAY, by="desk", code="100001", service=service, starts_at=at,
        ends_at=at + 900_000, booked_on=MONDAY, marks=(), language="vi", told=False, channel="phone",
    )  # fmt: skip


def about(name: str, **more: Any) -> dict[str, Any]:
    return {"at": 3, "appointment": name, "on": MONDAY, "by": "desk", **more}


LATE = [
    events.AppointmentCancelled(**about("one", reason="bận")),
    events.AppointmentReleased(**about("one")),
    events.AppointmentCheckedIn(**about("one", ticket="2026-11-23-B001")),
    events.AppointmentMoved(**about("one", on=date(2026, 11, 24), starts_at=5, ends_at=6)),
    booked("three", 9, "tax"),
]


@pytest.mark.parametrize("late", LATE, ids=lambda one: type(one).__name__)
def test_what_happens_after_the_day_has_closed_is_summed_too(late: events.Event) -> None:
    opened = events.DayOpened(at=1, business_day=MONDAY, target_s=900)
    closed = events.DayClosed(at=2, business_day=MONDAY)
    day = [opened, booked("one", 7), booked("two", 8)]
    after, before = ledger_of([*day, closed, late]), ledger_of([*day, late, closed])
    for by in REPORTS["appointments"][1]:
        order = ReportOrder("appointments", Period(MONDAY, date(2026, 11, 30)), by)
        told = [build(order, Sources(one, PLAN, Now(MONDAY, 9))).rows for one in (after, before)]
        assert told[0] == told[1] != ()
    after.close()
    before.close()
