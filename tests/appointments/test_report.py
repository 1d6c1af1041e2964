"""A day of appointments over real sockets, and what the ledger and its report say of it after."""

import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest
from sqlite_utils import Database

from hallctl.ledger.period import Now, Period
from hallctl.reports.behind.opening import Opening
from hallctl.reports.building import REPORTS, build
from hallctl.reports.orders import ReportOrder, Sources
from hallctl.settings import read_hall
from hallctl.verifying import verify
from tests.appointments.booked_day import clock
from tests.appointments.pages import booking_hall
from tests.hall_clients import wish
from tests.journal.one_hall import HandClock
from tests.reports.opening import behind
from tests.web.hall_at_work import HallAtWork, granted

MONDAY = date(2026, 11, 23)
Place = tuple[HallAtWork, HandClock]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """Two come, one of them called four minutes late; one is lost; one is cancelled."""
    hall, hand = booking_hall(tmp_path_factory.mktemp("kept") / "hall")
    try:
        live(hall, hand)
        yield hall, hand
    finally:
        hall.close()


def live(hall: HallAtWork, hand: HandClock) -> None:
    """The morning, by its own wires."""
    kiosk, admin = hall.wire("kiosk-1"), hall.wire()
    granted(admin.ask(wish("OpenCounter", counter="1", official="Lan")))
    service = hall.assembly.controller.hall.counters["1"].services[0]
    links = {}
    for time in ("08:30", "09:00", "09:30", "10:00"):
        booked = admin.request(
            "POST",
            "/api/appointments",
            {
                "id": str(uuid4()),
                "service": service,
                "starts_at": clock(time),
                "name": "N",
                "phone": f"09{time[:2]}{time[3:]}",
            },
        )
        assert booked.status == 200, booked
        links[time] = booked.json
    hand.at = clock("08:25")
    first = kiosk.ask(wish("CheckInAppointment", appointment=links["08:30"]["code"]))
    granted(first)
    (job,) = hall.wire("kiosk-1").get("/api/views/kiosk?station=kiosk-1").json["print_jobs"]
    assert "Lịch hẹn lúc 08:30" in str(job)
    hand.at = clock("08:34")
    granted(admin.ask(wish("CallNext", counter="1")))
    granted(admin.ask(wish("FinishVisit", counter="1")))
    hand.at = clock("09:00")
    granted(kiosk.ask(wish("CheckInAppointment", appointment=links["09:00"]["appointment"])))
    granted(admin.ask(wish("CallNext", counter="1")))
    cancel = wish("CancelAppointment", appointment=links["10:00"]["code"], reason="mất điện")
    granted(admin.ask(cancel))
    hand.at = clock("09:40")
    granted(admin.ask(wish("ReleaseAppointment", appointment=links["09:30"]["code"])))


@pytest.fixture
def sources(place: Place) -> Iterator[Sources]:
    hall, hand = place
    database = Database(sqlite3.connect(hall.directory.journal))
    plan = read_hall(Path(hall.directory.path)).plan
    yield Sources(database, plan, Now(MONDAY, hand.now()))
    database.close()


def told(sources: Sources, by: str = "service") -> dict[str, object]:
    report = build(ReportOrder("appointments", Period(MONDAY, MONDAY), by), sources)
    assert report.total is not None
    keys = [column.key for column in report.columns]
    return dict(zip(keys, report.total.cells, strict=True))


@pytest.mark.parametrize("by", REPORTS["appointments"][1])
def test_the_report_tells_kept_lost_and_cancelled(sources: Sources, by: str) -> None:
    figures = told(sources, by)
    assert figures["appointments_booked"] == 4
    assert figures["appointments_kept"] == 2
    assert figures["appointments_not_kept"] == 1
    assert figures["appointments_cancelled"] == 1
    assert figures["appointments_expected"] == 0
    assert figures["kept_share"] == 66.67
    assert figures["appointment_wait"] == 120  # four minutes, and none


def test_each_figure_opens_to_what_it_counted(sources: Sources) -> None:
    order = ReportOrder("appointments", Period(MONDAY, MONDAY), "service")
    for column, cell in told(sources).items():
        if str(column).startswith("appointments_"):
            found = behind(Opening(order, None, str(column)), sources)
            assert len(found) == cell, column


def test_visits_by_appointment_wait_from_their_time_in_every_report(sources: Sources) -> None:
    report = build(ReportOrder("visits", Period(MONDAY, MONDAY), "service"), sources)
    (waited,) = sources.ledger.execute("select sum(waited_ms) from daily_counts").fetchone()
    assert waited == 4 * 60_000
    assert report.total is not None


def test_the_journal_of_the_day_is_whole(place: Place) -> None:
    assert verify(place[0].directory.journal, lambda _done: None).problem == ""
