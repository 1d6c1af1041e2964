"""A simulated year of dossiers: its numbers come out, and the hall has followed its own rules."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlite_utils import Database
from typer.testing import CliRunner

from hallctl.controller import replayed
from hallctl.core.calendar import Calendar
from hallctl.core.dossier_time import wall_clock
from hallctl.core.events import DayOpened, DossierFinished, DossierReceived, DossierReturned
from hallctl.journal.sqlite_journal import SqliteJournal
from hallctl.ledger.dossiers.dossier_counts import DossierFigures, received_by, total
from hallctl.ledger.period import Now, Period
from hallctl.settings import read_hall
from hallctl.simulate.year_plan import YearPlan, YearPlanError, scaled
from tests.verbs import app

RECEIVED = 400


def simulate(directory: Path, *more: str, received: int = RECEIVED) -> str:
    asked = ["simulate-dossiers", str(directory), "--received", str(received), *more]
    ended = CliRunner().invoke(app, asked)
    assert ended.exit_code == 0, ended.output
    return ended.output


@pytest.fixture(scope="module")
def a_year(tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("a-year") / "hall"
    simulate(directory)
    return directory


@contextmanager
def journal_of(directory: Path) -> Iterator[SqliteJournal]:
    journal = SqliteJournal(directory / "hall.db")
    yield journal
    journal.close()


def whole_year(database: Database, year: YearPlan) -> DossierFigures:
    return total(database, Period(year.first, year.last), Now(year.last, 1 << 50))


def figures(directory: Path, year: YearPlan) -> tuple[DossierFigures, int]:
    with journal_of(directory) as journal:
        period = Period(year.first, year.last)
        online = received_by(journal.database, period, "channel", "online")
        return whole_year(journal.database, year), online


def test_the_numbers_asked_for_come_out(a_year: Path) -> None:
    year = scaled(YearPlan(), RECEIVED)
    found, online = figures(a_year, year)
    assert found.received == RECEIVED
    assert online == year.online
    assert found.finished_early + found.finished_on_time == year.in_time
    assert found.finished_late == year.late
    assert (found.refused, found.withdrawn, found.stopped) == (
        year.refused,
        year.withdrawn,
        year.stopped,
    )
    assert found.awaiting_supplement == year.awaiting
    assert found.reconciles
    assert float(found.early_share) > 85


@pytest.mark.parametrize(("year", "seed"), [(2026, 2), (2027, 3)])
def test_other_years_and_seeds_come_out_as_well(tmp_path: Path, year: int, seed: int) -> None:
    simulate(
        tmp_path / "hall", "--year", str(year), "--seed", str(seed), "--late", "7", received=300
    )
    found, _ = figures(tmp_path / "hall", YearPlan(year=year))
    assert (found.received, found.finished_late) == (300, 7)
    assert found.finished_early + found.finished_on_time == scaled(YearPlan(), 300).in_time


def test_the_same_seed_gives_the_same_journal(tmp_path: Path) -> None:
    newest = []
    for name in ("one", "two"):
        simulate(tmp_path / name, "--seed", "5", received=120)
        with journal_of(tmp_path / name) as journal:
            query = "select hash from journal order by number desc limit 1"
            newest.append(journal.database.execute(query).fetchone())
    assert newest[0] == newest[1]


def test_nobody_works_on_a_day_off(a_year: Path) -> None:
    plan = read_hall(a_year).plan
    calendar: Calendar = plan.dossiers.calendar
    with journal_of(a_year) as journal:
        for event in journal.events():
            day = wall_clock(event.at, plan.timezone).date()
            at_counter = isinstance(event, DossierReceived) and event.channel != "online"
            if at_counter or isinstance(event, DayOpened | DossierReturned):
                assert calendar.is_working(day), event


def test_it_is_a_hall_that_proves_whole_and_starts(a_year: Path) -> None:
    checked = CliRunner().invoke(app, ["verify", str(a_year)])
    assert checked.exit_code == 0, checked.output
    with journal_of(a_year) as journal:
        hall = replayed(journal)
    assert len(hall.dossiers.every) == RECEIVED


def test_punctuality_is_the_hall_s_own_verdict(a_year: Path) -> None:
    """Reckoned again from what the facts say of due times."""
    due: dict[str, int] = {}
    with journal_of(a_year) as journal:
        for event in journal.events():
            if hasattr(event, "due_at"):
                due[event.dossier] = event.due_at
            if isinstance(event, DossierFinished):
                is_late = event.at - event.at % 60_000 > due[event.dossier]
                assert (event.punctuality == "late") == is_late


def test_counts_tell_it_as_halls_publish_it(a_year: Path) -> None:
    span = ["--from", "2026-01-01", "--to", "2026-12-31", "--hall", str(a_year)]
    told = CliRunner().invoke(app, ["counts", "--by", "channel", *span]).output
    year = scaled(YearPlan(), RECEIVED)
    share = f"{100 * year.online / RECEIVED:.2f} %"
    assert f"{RECEIVED} received, {year.online} of them online ({share})" in told
    assert f"{year.in_time} early or on time (" in told


def test_what_cannot_all_be_true_is_refused(tmp_path: Path) -> None:
    with pytest.raises(YearPlanError, match="received can't be"):
        YearPlan(in_time=67_861).check()
    asked = ["simulate-dossiers", str(tmp_path / "hall"), "--received", "10", "--online", "11"]
    ended = CliRunner().invoke(app, asked)
    assert ended.exit_code == 1
    assert not (tmp_path / "hall").exists()


def test_a_hall_with_a_past_is_left_alone(a_year: Path) -> None:
    ended = CliRunner().invoke(app, ["simulate-dossiers", str(a_year), "--received", "10"])
    assert ended.exit_code == 1
    assert "events already" in ended.output
