"""A courier's trip: who is on it, who has arrived, and what is missing."""

import pytest

from hallctl.core import commands as c
from hallctl.core import events
from hallctl.core.dossier_life import DossierState
from hallctl.core.hall.run_book import ItemState
from hallctl.core.refusals import Refusal
from tests.core.one_day import PLAN, replayed, wish
from tests.dossiers.desk import REASON, SAME_DAY, dossier_in, time_of
from tests.runs.courier import ENVIRONMENT, JUSTICE, Courier


def test_a_run_is_the_next_trip_of_the_timetable(courier: Courier) -> None:
    first = courier.open()
    assert (first.run, first.trip) == ("2026-11-23-1", 1)
    assert (first.leaves_at, first.due_at) == (time_of(0), time_of(0, 1))
    second = courier.open()
    assert (second.run, second.leaves_at) == ("2026-11-23-2", time_of(0, 1))


def test_a_trip_that_left_long_ago_is_skipped_unless_it_is_named(courier: Courier) -> None:
    courier.move_to(0, 1.5)
    assert courier.open().trip == 3
    late = courier.open(trip=1)
    assert (late.leaves_at, late.due_at) == (time_of(0), time_of(0, 2.5))


def test_a_trip_a_few_minutes_late_is_still_the_next(courier: Courier) -> None:
    courier.move_to(0, 0.2)
    assert courier.open().trip == 1


def test_past_the_timetable_a_run_is_one_more(courier: Courier) -> None:
    for _ in range(3):
        courier.open()
    extra = courier.open()
    assert (extra.trip, extra.leaves_at) == (4, time_of(0))
    assert courier.open().trip == 5


def test_trips_begin_again_every_day(courier: Courier) -> None:
    run = courier.open()
    courier.close(run)
    courier.move_to(2)
    assert courier.open().run == "2026-11-25-1"
    assert courier.refusal(c.CloseRun, run=run.run) == (Refusal.UNKNOWN_RUN, {"run": run.run})


@pytest.mark.parametrize(
    ("trip", "refusal", "details"),
    [
        (1, Refusal.RUN_OPENED_BEFORE, {"run": "2026-11-23-1"}),
        (9, Refusal.UNKNOWN_TRIP, {"trip": 9, "trips": 3}),
    ],
)
def test_a_trip_runs_once_and_is_in_the_timetable(
    courier: Courier, trip: int, refusal: Refusal, details: dict[str, object]
) -> None:
    courier.open()
    assert courier.refusal(c.OpenRun, trip=trip) == (refusal, details)


def test_scanning_out_forwards_the_dossier_and_writes_a_row(courier: Courier) -> None:
    run, dossier = courier.open(), courier.receive()
    forwarded, scanned = courier.out(dossier, counter="1")
    assert isinstance(forwarded, events.DossierForwarded)
    assert isinstance(scanned, events.DossierScannedOut)
    assert (scanned.row, scanned.department, scanned.official) == (1, ENVIRONMENT, "official-1")
    assert dossier.state is DossierState.FORWARDED
    assert courier.states(run) == [ItemState.ON_ITS_WAY]


def test_what_is_with_its_department_already_is_not_forwarded_again(courier: Courier) -> None:
    dossier = dossier_in(courier, DossierState.PROCESSING)
    courier.open()
    (scanned,) = courier.out(dossier)
    assert isinstance(scanned, events.DossierScannedOut)
    assert dossier.state is DossierState.PROCESSING


def test_there_and_back_with_a_result(courier: Courier) -> None:
    run, dossier = courier.open(), courier.receive()
    courier.out(dossier)
    courier.arrive(dossier, department=ENVIRONMENT)
    assert courier.states(run) == [ItemState.IN]
    courier.do(c.ProcessDossier, dossier)
    courier.close(run)
    afternoon = courier.open()
    courier.back(dossier)
    _, finished = courier.arrive(dossier, with_result=True)
    assert isinstance(finished, events.DossierFinished)
    assert dossier.state is DossierState.FINISHED
    assert courier.states(afternoon) == [ItemState.IN]


def test_back_without_a_result_stays_in_process(courier: Courier) -> None:
    courier.open()
    dossier = courier.receive()
    courier.out(dossier)
    courier.arrive(dossier, department=ENVIRONMENT)
    courier.back(dossier)
    (scanned,) = courier.arrive(dossier)
    assert isinstance(scanned, events.DossierScannedIn)
    assert (scanned.place, scanned.direction) == ("", "back")
    assert dossier.state is DossierState.FORWARDED


def test_a_result_that_was_finished_before_is_only_taken_in(courier: Courier) -> None:
    courier.open()
    dossier = dossier_in(courier, DossierState.FINISHED)
    courier.back(dossier)
    assert len(courier.arrive(dossier, with_result=True)) == 1


def test_what_no_manifest_names_is_taken_back_all_the_same(courier: Courier) -> None:
    run = courier.open()
    dossier = dossier_in(courier, DossierState.PROCESSING)
    (scanned,) = courier.arrive(dossier)
    assert isinstance(scanned, events.DossierScannedIn)
    assert not scanned.was_listed
    assert courier.refused_scan(c.ScanIn, dossier) == (
        Refusal.ALREADY_SCANNED_IN,
        {"dossier": dossier.dossier, "run": run.run},
    )
    courier.do(c.ForwardDossier, dossier)
    courier.day.wait(1)
    assert courier.refused_scan(c.ScanIn, dossier)[0] is Refusal.ALREADY_SCANNED_IN
    courier.do(c.ForwardDossier, dossier, department=JUSTICE)
    courier.arrive(dossier)
    assert courier.states(run) == [ItemState.IN, ItemState.IN]


def test_what_is_not_in_when_the_run_closes_is_missing_until_it_is_found(
    courier: Courier,
) -> None:
    run = courier.open()
    arrived, lost = courier.receive(), courier.receive()
    for dossier in (arrived, lost):
        courier.out(dossier)
    courier.arrive(arrived, department=ENVIRONMENT)
    missing, closed = courier.close(run)
    assert isinstance(missing, events.DossierMissing)
    assert isinstance(closed, events.RunClosed)
    assert missing.dossier == lost.dossier
    where = {"dossier": lost.dossier, "run": run.run}
    courier.move_to(2)
    courier.open()
    assert courier.refused_scan(c.ScanOut, lost) == (Refusal.DOSSIER_MISSING, where)
    courier.arrive(lost)
    assert courier.states(run) == [ItemState.IN, ItemState.IN]
    courier.out(lost)


def test_a_run_is_late_once_its_time_has_passed(courier: Courier) -> None:
    run, dossier = courier.open(), courier.receive()
    courier.out(dossier)
    assert not run.is_late(run.due_at)
    assert run.is_late(run.due_at + 1)
    courier.arrive(dossier, department=ENVIRONMENT)
    assert not run.is_late(run.due_at + 1)


def test_the_same_code_twice_is_told_so(courier: Courier) -> None:
    run, dossier = courier.open(), courier.receive()
    courier.out(dossier)
    where = {"dossier": dossier.dossier, "run": run.run}
    assert courier.refused_scan(c.ScanOut, dossier) == (Refusal.ALREADY_SCANNED_OUT, where)
    courier.arrive(dossier, department=ENVIRONMENT)
    asked = {"department": ENVIRONMENT}
    assert courier.refused_scan(c.ScanIn, dossier, **asked) == (Refusal.ALREADY_SCANNED_IN, where)


def test_nothing_is_on_two_runs(courier: Courier) -> None:
    first, dossier = courier.open(), courier.receive()
    courier.out(dossier)
    second = courier.open()
    where = {"dossier": dossier.dossier, "run": first.run}
    for kind in (c.ScanOut, c.ScanIn):
        refused = courier.refused_scan(kind, dossier, run=second.run)
        assert refused == (Refusal.ON_ANOTHER_RUN, where)


def test_a_department_takes_only_its_own(courier: Courier) -> None:
    courier.open()
    dossier = courier.receive()
    courier.out(dossier)
    wrong = {"dossier": dossier.dossier, "department": ENVIRONMENT}
    assert courier.refused_scan(c.ScanIn, dossier, department=JUSTICE) == (
        Refusal.WRONG_DEPARTMENT,
        wrong,
    )
    courier.arrive(dossier, department=ENVIRONMENT)
    assert courier.refused_scan(c.ScanOut, dossier, department=JUSTICE, direction="back") == (
        Refusal.WRONG_DEPARTMENT,
        wrong,
    )


def test_a_dossier_goes_to_the_department_that_is_named(courier: Courier) -> None:
    courier.open()
    dossier = courier.receive()
    courier.out(dossier, department=JUSTICE)
    assert dossier.department == JUSTICE
    courier.arrive(dossier, department=JUSTICE)


@pytest.mark.parametrize("kind", [c.ScanOut, c.ScanIn])
def test_a_code_that_is_none_is_told_where_to_look(courier: Courier, kind: type[c.Command]) -> None:
    courier.open()
    refusal, details = courier.refusal(kind, dossier="H00.01-261323-0001")
    assert (refusal, details["part"]) == (Refusal.DOSSIER_CODE_DAMAGED, "day")
    refusal, _ = courier.refusal(kind, dossier="H00.01-261123-0099")
    assert refusal is Refusal.UNKNOWN_DOSSIER


@pytest.mark.parametrize("kind", [c.ScanOut, c.ScanIn])
def test_a_department_nobody_knows_is_refused(courier: Courier, kind: type[c.Command]) -> None:
    courier.open()
    dossier = courier.receive()
    assert courier.refused_scan(kind, dossier, department="royal") == (
        Refusal.UNKNOWN_DEPARTMENT,
        {"department": "royal"},
    )


def test_a_dossier_that_belongs_to_nobody_must_be_told_where_to_go(courier: Courier) -> None:
    courier.open()
    nobodys = courier.receive("1.000004", due_at=time_of(2))
    assert courier.refused_scan(c.ScanOut, nobodys) == (
        Refusal.NO_DEPARTMENT,
        {"dossier": nobodys.dossier},
    )


def test_without_a_run_nothing_is_scanned(courier: Courier) -> None:
    dossier = courier.receive()
    assert courier.refused_scan(c.ScanOut, dossier) == (Refusal.NO_RUN_OPEN, {})
    asked = {"department": ENVIRONMENT}
    assert courier.refused_scan(c.ScanIn, dossier, **asked) == (
        Refusal.NOT_ON_A_RUN,
        {"dossier": dossier.dossier},
    )
    assert courier.refused_scan(c.ScanOut, dossier, run="2026-11-23-7") == (
        Refusal.UNKNOWN_RUN,
        {"run": "2026-11-23-7"},
    )


def test_a_run_that_is_over_takes_nothing_and_is_closed_once(courier: Courier) -> None:
    run, dossier = courier.open(), courier.receive()
    courier.close(run)
    over = (Refusal.RUN_CLOSED, {"run": run.run})
    assert courier.refused_scan(c.ScanOut, dossier, run=run.run) == over
    assert courier.refusal(c.CloseRun, run=run.run) == over


@pytest.mark.parametrize(
    ("state", "more"),
    [
        (DossierState.RECEIVED, {"direction": "back"}),
        (DossierState.RETURNED, {"direction": "back"}),
        (DossierState.FINISHED, {}),
        (DossierState.WITHDRAWN, {}),
    ],
)
def test_a_dossier_in_another_state_does_not_travel(
    courier: Courier, state: DossierState, more: dict[str, object]
) -> None:
    courier.open()
    dossier = dossier_in(courier, state)
    refusal, details = courier.refused_scan(c.ScanOut, dossier, **more)
    assert (refusal, details["state"]) == (Refusal.DOSSIER_NOT_ALLOWED, state)


def test_a_result_that_can_t_be_there_is_not_taken_in(courier: Courier) -> None:
    courier.open()
    dossier = courier.receive()
    courier.out(dossier)
    courier.do(c.RequestSupplement, dossier, reason=REASON)
    refusal, details = courier.refused_scan(c.ScanIn, dossier, with_result=True)
    assert (refusal, details["step"]) == (Refusal.DOSSIER_NOT_ALLOWED, "finish")
    courier.arrive(dossier)


def test_a_hall_without_a_timetable_opens_runs_by_hand(courier: Courier) -> None:
    courier.day.plan = PLAN
    run = courier.open()
    assert (run.trip, run.leaves_at) == (1, time_of(0))


def test_replaying_gives_the_same_book(courier: Courier) -> None:
    run = courier.open()
    dossiers = [courier.receive(), courier.receive(SAME_DAY), courier.receive()]
    for dossier in dossiers:
        courier.out(dossier)
    courier.arrive(dossiers[0], department=ENVIRONMENT)
    courier.close(run)
    courier.day.do(wish(c.OpenRun))
    assert replayed(courier.day.facts).runs == courier.runs
