"""The figures of any period: what happened, counted again by hand, and always reconciled."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import get_args

import msgspec
import pytest
from sqlite_utils import Database
from sqlite_utils.utils import sqlite3

from hallctl.core import events
from hallctl.ledger.dossiers.dossier_counts import By, DossierFigures, counts, share, total
from hallctl.ledger.dossiers.dossier_reconciling import unreconciled
from hallctl.ledger.period import Now, Period
from tests.dossiers.desk import time_of
from tests.dossiers.many import ledger_of, weeks_of_chance

FIRST = date(2026, 11, 23)
NOW = Now(FIRST + timedelta(days=60), time_of(60))
PERIODS = [
    Period(FIRST, FIRST),
    Period(FIRST, FIRST + timedelta(days=10)),
    Period(FIRST + timedelta(days=9), FIRST + timedelta(days=16)),
    Period(FIRST + timedelta(days=20), FIRST + timedelta(days=20)),
    Period(FIRST, FIRST + timedelta(days=50)),
]


class Recount:
    """The same figures from the facts, one dossier at a time."""

    def __init__(self, facts: list[events.Event], period: Period) -> None:
        self.period = period
        self.lines: dict[str, dict[str, int]] = {}
        self.ways: dict[str, list[events.DossierEvent]] = {}
        for fact in facts:
            assert isinstance(fact, events.DossierEvent)
            if fact.day <= period.last:
                self.ways.setdefault(fact.dossier, []).append(fact)

    def by(self, by: str) -> dict[str, DossierFigures]:
        """The lines, by a key of the reception or all together."""
        for way in self.ways.values():
            received = way[0]
            assert isinstance(received, events.DossierReceived)
            self._count(str(getattr(received, by)) if by else "", way)
        return {key: DossierFigures(key=key, **line) for key, line in self.lines.items()}

    def _count(self, key: str, way: list[events.DossierEvent]) -> None:
        line = self.lines.setdefault(key, {})

        def add(figure: str) -> None:
            line[figure] = line.get(figure, 0) + 1

        ended = next((one for one in way if self._ending(one)), None)
        if way[0].day >= self.period.first:
            add("received")
        elif ended is None or ended.day >= self.period.first:
            add("carried_over")
        for fact in way:
            if fact.day < self.period.first:
                continue
            if figure := self._ending(fact):
                add(figure)
            if isinstance(fact, events.DossierReturned):
                add("returned")
            if isinstance(fact, events.SupplementRequested) and fact.request == 2:
                add("twice_supplemented")
        if ended is None:
            add(self._standing(way))

    def _ending(self, fact: events.DossierEvent) -> str:
        match fact:
            case events.DossierFinished():
                return f"finished_{fact.punctuality}"
            case events.DossierRefused():
                return "refused"
            case events.DossierWithdrawn():
                return "withdrawn"
            case events.DossierStopped():
                return "stopped"
        return ""

    def _standing(self, way: list[events.DossierEvent]) -> str:
        due_day, is_waiting = date.max, False
        for fact in way:
            due_day = getattr(fact, "due_day", due_day)
            if isinstance(fact, events.SupplementRequested):
                is_waiting = True
            if isinstance(fact, events.DossierResumed):
                is_waiting = False
        if is_waiting:
            return "awaiting_supplement"
        return "in_process_overdue" if due_day <= self.period.last else "in_process_in_time"


@pytest.fixture(scope="module", params=range(4))
def lived(request: pytest.FixtureRequest) -> Iterator[tuple[list[events.Event], Database]]:
    facts = weeks_of_chance(request.param)
    database = ledger_of(facts)
    yield facts, database
    database.close()


@pytest.mark.parametrize("period", PERIODS, ids=str)
@pytest.mark.parametrize("by", ["department", "field", "official", "channel"])
def test_every_line_is_what_happened(
    lived: tuple[list[events.Event], Database], period: Period, by: By
) -> None:
    facts, database = lived
    lines = {one.key: one for one in counts(database, period, by, NOW)}
    right = Recount(facts, period).by(by)
    assert {key: line for key, line in lines.items() if line != DossierFigures(key=key)} == {
        key: line for key, line in right.items() if line != DossierFigures(key=key)
    }


@pytest.mark.parametrize("period", PERIODS, ids=str)
def test_the_total_is_what_happened(
    lived: tuple[list[events.Event], Database], period: Period
) -> None:
    facts, database = lived
    right = Recount(facts, period).by("").get("", DossierFigures(key=""))
    assert total(database, period, NOW) == right


def test_every_day_is_the_period_of_that_day(lived: tuple[list[events.Event], Database]) -> None:
    _, database = lived
    days = counts(database, Period(FIRST, FIRST + timedelta(days=50)), "day", NOW)
    assert len(days) > 30
    for line in days:
        day = date.fromisoformat(line.key)
        alone = total(database, Period(day, day), NOW)
        assert line == msgspec.structs.replace(alone, key=line.key)


@pytest.mark.parametrize("by", get_args(By))
def test_every_line_reconciles(lived: tuple[list[events.Event], Database], by: By) -> None:
    _, database = lived
    for period in PERIODS:
        lines = counts(database, period, by, NOW)
        assert all(line.reconciles for line in lines)
        assert total(database, period, NOW).reconciles


def test_weeks_of_chance_know_every_way() -> None:
    met = set()
    for seed in range(4):
        for days in (4, 50):
            facts = weeks_of_chance(seed)
            period = Period(FIRST + timedelta(days=2), FIRST + timedelta(days=days))
            for line in Recount(facts, period).by("").values():
                met |= {name for name, figure in msgspec.structs.asdict(line).items() if figure}
    assert met == set(DossierFigures.__struct_fields__) - {"key"}


def test_the_days_add_up_to_the_dossiers(lived: tuple[list[events.Event], Database]) -> None:
    assert unreconciled(lived[1]) == ""


@pytest.mark.parametrize(
    "change",
    [
        "update dossier_days set received = received + 1 where rowid = 1",
        "update dossier_days set day = '2030-01-01' where rowid = 1",
        "update dossier_days set overdue = overdue - 1 where rowid = 1",
        "update dossiers set state = 'stopped' where rowid = 1",
        "update dossier_sums set returned = returned + 1 where rowid = 1",
        "delete from dossier_sums where rowid = 7",
        "update dossier_months set took_ms = took_ms + 1 where rowid = 3",
        "delete from dossier_months where rowid = 2",
    ],
)
def test_sums_that_are_not_what_the_dossiers_add_up_to_are_found(change: str) -> None:
    database = ledger_of(weeks_of_chance(9, days=25))
    database.execute(change)
    assert unreconciled(database) != ""
    database.close()


def test_what_is_due_later_today_is_in_time_until_its_minute() -> None:
    facts = weeks_of_chance(2)
    due_today = next(one for one in facts if isinstance(one, events.DossierReceived))
    database = ledger_of([due_today])
    period = Period(FIRST, due_today.due_day)
    before = Now(due_today.due_day, due_today.due_at)
    after = Now(due_today.due_day, due_today.due_at + 1)
    for by in get_args(By):
        assert counts(database, period, by, before)[-1].in_process_in_time == 1
        assert counts(database, period, by, after)[-1].in_process_overdue == 1
    assert total(database, period, before).in_process_in_time == 1
    database.close()


def test_days_to_come_make_nothing_overdue() -> None:
    facts = [one for one in weeks_of_chance(2) if isinstance(one, events.DossierReceived)]
    database = ledger_of(facts[:1])
    year = Period(FIRST, FIRST + timedelta(days=365))
    today = Now(facts[0].day, facts[0].at)
    assert total(database, year, today).in_process_in_time == 1
    database.close()


def test_the_schema_gives_no_code_and_no_serial_twice() -> None:
    received = weeks_of_chance(2)[0]
    assert isinstance(received, events.DossierReceived)
    same = msgspec.structs.replace(received, serial=2)
    twin = msgspec.structs.replace(received, dossier="H00.01-261123-0002")
    for again, rule in (
        (same, "dossiers.dossier"),
        (twin, "dossiers.agency, dossiers.day, dossiers.serial"),
    ):
        with pytest.raises(sqlite3.IntegrityError, match=f"UNIQUE constraint failed: {rule}"):
            ledger_of([received, again])


def test_an_empty_ledger_counts_nothing() -> None:
    database = ledger_of([])
    assert total(database, PERIODS[0], NOW) == DossierFigures(key="")
    assert counts(database, PERIODS[0], "department", NOW) == []
    database.close()


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [
        (12_587, 67_861, "18.55"),
        (65_609, 65_731, "99.81"),
        (122, 65_731, "0.19"),
        (5_654, 9_788, "57.76"),
        (1, 1, "100.00"),
        (0, 3, "0.00"),
        (1, 800, "0.13"),  # 0.125: half is rounded up
        (0, 0, "—"),
    ],
)
def test_shares_have_two_decimals(part: int, whole: int, expected: str) -> None:
    assert share(part, whole) == expected


def test_shares_are_of_the_finished() -> None:
    line = DossierFigures(key="", finished_early=85, finished_on_time=14, finished_late=1)
    assert (line.in_time_share, line.early_share, line.late_share) == ("99.00", "85.00", "1.00")
    assert DossierFigures(key="").in_time_share == "—"
