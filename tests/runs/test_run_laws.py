"""Whatever is scanned when: nothing is on two runs, and all that went out is in, missing or on its way."""

from random import Random

import pytest
from sqlite_utils import Database

from hallctl.core import commands as c
from hallctl.core import events
from hallctl.core.hall.run_book import ItemState, RunBook
from hallctl.ledger.rebuilding import digests
from hallctl.ledger.runs.run_reading import items_missing, items_of, run_named
from hallctl.ledger.runs.run_reconciling import unreconciled_run
from tests.core.one_day import replayed, wish
from tests.dossiers.desk import FIVE_DAYS, REASON, SAME_DAY
from tests.dossiers.many import ledger_of
from tests.runs.courier import ENVIRONMENT, JUSTICE, Courier

SEEDS = range(6)


def days_of_chance(seed: int, days: int = 6, scans: int = 60) -> Courier:
    """Codes scanned at random, in the hall and at departments, on runs opened and closed at random."""
    random, courier = Random(seed), Courier()
    for day in range(days):
        courier.move_to(day, random.random())
        for _ in range(scans):
            courier.day.wait(random.random() * 5)
            _ = courier.day.refusal(_anything(courier, random))
            _check(courier)
    return courier


def _anything(courier: Courier, random: Random) -> c.Command:
    every = list(courier.shelf.every)
    runs = list(courier.runs.every)
    if len(every) < 5 or random.random() < 0.15:
        return wish(c.ReceiveDossier, procedure=random.choice([FIVE_DAYS, SAME_DAY]))
    asked = {"dossier": random.choice(every), "run": random.choice([None, *runs])}
    department = random.choice([None, None, ENVIRONMENT, JUSTICE])
    match random.randrange(9):
        case 0:
            return wish(c.OpenRun)
        case 1:
            return wish(c.CloseRun, run=random.choice([*runs, "2026-11-23-9"]))
        case 2 | 3 | 4:
            direction = random.choice(["out", "out", "back"])
            return wish(c.ScanOut, **asked, department=department, direction=direction)
        case 5:
            kind = random.choice([c.RequestSupplement, c.RefuseDossier])
            return wish(kind, dossier=asked["dossier"], reason=REASON)
    return wish(c.ScanIn, **asked, department=department, with_result=random.random() < 0.3)


def _check(courier: Courier) -> None:
    book: RunBook = courier.runs
    away = [
        item.dossier
        for run in book.every.values()
        for item in run.items
        if item.state is not ItemState.IN
    ]
    assert sorted(away) == sorted(book.carried)
    for run in book.every.values():
        assert [item.row for item in run.items] == list(range(1, len(run.items) + 1))
        assert run.is_open or run.count(ItemState.ON_ITS_WAY) == 0


def facts_of_runs(courier: Courier) -> list[events.Event]:
    return [one for one in courier.day.facts if not isinstance(one, events.CounterOpened)]


@pytest.mark.parametrize("seed", SEEDS)
def test_all_that_went_out_is_in_missing_or_on_its_way(seed: int) -> None:
    courier = days_of_chance(seed)
    out: dict[str, set[int]] = {}
    arrived: dict[str, set[int]] = {}
    lost: dict[str, set[int]] = {}
    for fact in courier.day.facts:
        match fact:
            case events.DossierScannedOut():
                out.setdefault(fact.run, set()).add(fact.row)
            case events.DossierScannedIn(was_listed=True):
                arrived.setdefault(fact.run, set()).add(fact.row)
                lost.get(fact.run, set()).discard(fact.row)
            case events.DossierMissing():
                lost.setdefault(fact.run, set()).add(fact.row)
    database = ledger_of(facts_of_runs(courier))
    assert unreconciled_run(database) == ""
    for name, rows in out.items():
        run = run_named(database, name)
        assert run is not None
        assert run.scanned_out == len(rows)
        assert run.scanned_in == len(arrived.get(name, set()))
        assert run.missing == len(lost.get(name, set()))
        on_its_way = {one.row for one in items_of(database, name) if one.state == "on_its_way"}
        assert on_its_way == rows - arrived.get(name, set()) - lost.get(name, set())
    missing = [(one.run, one.row) for one in items_missing(database, at=0)]
    assert missing == sorted((name, row) for name, rows in lost.items() for row in rows)
    database.close()


@pytest.mark.parametrize("seed", SEEDS)
def test_the_book_is_what_the_facts_add_up_to(seed: int) -> None:
    courier = days_of_chance(seed, days=3)
    assert replayed(courier.day.facts).runs == courier.runs


@pytest.fixture
def ledger() -> Database:
    return ledger_of(facts_of_runs(days_of_chance(1)))


@pytest.mark.parametrize(
    "spoilt",
    [
        "update run_items set state = 'in' where state != 'in'",
        "update runs set scanned_out = scanned_out + 1",
        "delete from run_items where row = 1",
        "delete from runs",
        "update runs set closed_at = 1",
    ],
)
def test_a_ledger_that_does_not_add_up_is_found_out(ledger: Database, spoilt: str) -> None:
    before = digests(ledger)
    ledger.execute(spoilt)
    assert digests(ledger) != before
    assert unreconciled_run(ledger) != ""
    ledger.close()
