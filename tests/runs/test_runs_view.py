"""What the supervisor sees of courier runs: figures, manifests, and the alarm."""

from hallctl.core.views import RunsView
from tests.dossiers.desk import time_of
from tests.runs.courier import ENVIRONMENT, JUSTICE, Courier


def view_of(courier: Courier) -> RunsView:
    return courier.day.artist.runs(courier.day.at)


def test_a_run_is_shown_with_a_manifest_a_department(courier: Courier) -> None:
    run = courier.open()
    first, second = courier.receive(), courier.receive()
    courier.out(first)
    courier.out(second, department=JUSTICE)
    courier.arrive(first, department=ENVIRONMENT)
    (shown,) = view_of(courier).runs
    assert (shown.run, shown.scanned, shown.arrived, shown.on_its_way) == (run.run, 2, 1, 1)
    assert [(one.department, one.out, one.back, one.on_its_way) for one in shown.manifests] == [
        (ENVIRONMENT, 1, 0, 0),
        (JUSTICE, 1, 0, 1),
    ]
    assert shown.manifests[1].department_name.vi == "Sở Tư pháp"


def test_the_alarm_rings_when_the_time_is_over_and_until_it_is_found(courier: Courier) -> None:
    run, dossier = courier.open(), courier.receive()
    courier.out(dossier)
    courier.move_to(0, 1)
    assert (view_of(courier).missing_total, view_of(courier).runs[0].is_late) == (0, False)
    courier.day.wait(1)
    (missing,) = view_of(courier).missing
    assert (missing.dossier, missing.run, missing.is_run_over) == (dossier.dossier, run.run, False)
    assert view_of(courier).runs[0].is_late
    courier.close(run)
    courier.move_to(3)
    courier.open()
    view = view_of(courier)
    assert [one.run for one in view.runs] == [run.run, "2026-11-26-1"]
    assert (view.missing[0].is_run_over, view.missing_total) == (True, 1)
    courier.arrive(dossier)
    assert view_of(courier).missing == ()


def test_what_was_lost_first_is_looked_for_first(courier: Courier) -> None:
    dossiers = [courier.receive() for _ in range(120)]
    for dossier in dossiers:
        run = courier.runs.newest_open() or courier.open()
        courier.out(dossier, run=run.run)
        courier.day.wait(0.1)
    courier.move_to(2)
    view = view_of(courier)
    assert view.missing_total == 120
    assert [one.dossier for one in view.missing] == [one.dossier for one in dossiers[:100]]


def test_the_next_trip_is_the_first_that_was_not_opened(courier: Courier) -> None:
    assert view_of(courier).next_leaves_at == time_of(0)
    courier.open()
    assert view_of(courier).next_leaves_at == time_of(0, 1)
    courier.move_to(0, 7)
    assert view_of(courier).next_leaves_at is None
