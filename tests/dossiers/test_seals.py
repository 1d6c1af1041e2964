"""Sealed days: figures as they stood, chained by their hashes, and what cannot be done to them."""

import json
from datetime import date, timedelta
from hashlib import sha256

import msgspec
import pytest

from hallctl.core import commands as c
from hallctl.core import events
from hallctl.core.applying import apply
from hallctl.core.deciding.seal_figures import unlike
from hallctl.core.events.seal_events import FIRST_SEAL, SealedDossiers, Snapshot
from hallctl.core.hall import Hall
from hallctl.core.hall.counting import counts_of
from hallctl.core.refusals import Refusal
from hallctl.ledger.dossiers.dossier_counts import counts
from hallctl.ledger.figures.sealed_counts import DOSSIERS
from hallctl.ledger.period import Now, Period
from hallctl.web.public.today_page import seals_on
from tests.core.one_day import MONDAY, wish
from tests.dossiers.desk import FIVE_DAYS, SAME_DAY, Desk, code
from tests.dossiers.many import ledger_of, weeks_of_facts


def seals(desk: Desk) -> list[events.DaySealed]:
    return [one for one in desk.day.facts if isinstance(one, events.DaySealed)]


def parts(desk: Desk) -> list[tuple[date, str]]:
    return [(one.snapshot.day, one.snapshot.part) for one in seals(desk)]


def test_closing_the_day_seals_its_visits(desk: Desk) -> None:
    for _ in range(3):
        desk.day.issue()
    desk.day.serve()
    desk.day.do(wish(c.CloseDay))
    (seal,) = seals(desk)
    visits = seal.snapshot.visits
    assert visits is not None
    assert (visits.issued, visits.finished, visits.lapsed) == (3, 1, 2)
    assert [one.service for one in seal.snapshot.by_service] == ["birth"]
    assert counts_of(desk.day.hall.tallies.values()).lapsed == visits.lapsed


def test_dossiers_are_sealed_before_the_next_day_s_first(desk: Desk) -> None:
    desk.receive(SAME_DAY)
    desk.receive(FIVE_DAYS)
    desk.do(c.FinishDossier, code(serial=1))
    desk.day.do(wish(c.CloseDay))
    desk.day.at += 3_600_000
    desk.receive(channel="online")  # the hall is closed, the day is not over
    desk.move_to(2)
    first = desk.day.do(wish(c.ReceiveDossier, procedure=SAME_DAY))
    assert [type(one).__name__ for one in first] == ["DaySealed", "DossierReceived"]
    assert parts(desk) == [(MONDAY, "visits"), (MONDAY, "dossiers")]
    told = seals(desk)[-1].snapshot.dossiers
    assert told is not None
    assert (told.received, told.finished_on_time, told.in_process_in_time) == (3, 1, 2)


def test_a_day_on_which_the_hall_never_opened_is_sealed_too(desk: Desk) -> None:
    desk.day.do(wish(c.CloseDay))
    desk.move_to(5)  # a Saturday
    desk.receive(channel="online")
    desk.move_to(7)
    desk.day.do(wish(c.OpenDay))
    saturday = MONDAY + timedelta(5)
    assert parts(desk) == [(MONDAY, "visits"), (saturday, "dossiers")]


def test_a_day_nobody_closed_is_sealed_by_the_next_in_one_chain(desk: Desk) -> None:
    desk.receive(SAME_DAY)
    desk.move_to(1)
    desk.day.do(wish(c.OpenDay))
    both = seals(desk)
    assert [one.snapshot.serial for one in both] == [1, 2]
    assert both[0].snapshot.previous == FIRST_SEAL
    assert both[1].snapshot.previous == both[0].hash


def test_the_timetable_may_seal_once_and_not_too_soon(desk: Desk) -> None:
    assert desk.refusal(c.SealDay)[0] is Refusal.NOTHING_TO_SEAL
    desk.receive(SAME_DAY)
    assert desk.refusal(c.SealDay)[0] is Refusal.NOTHING_TO_SEAL  # the day is not over
    desk.move_to(1)
    desk.day.do(wish(c.SealDay))
    assert desk.refusal(c.SealDay)[0] is Refusal.NOTHING_TO_SEAL


def test_a_clock_that_steps_back_adds_nothing_to_a_sealed_day(desk: Desk) -> None:
    desk.receive(SAME_DAY)
    desk.move_to(1)
    desk.day.do(wish(c.SealDay))
    desk.day.today = MONDAY
    desk.receive(FIVE_DAYS)
    newest = desk.day.facts[-1]
    assert isinstance(newest, events.DossierReceived)
    assert newest.day == MONDAY + timedelta(1)


def test_what_is_hashed_is_the_canonical_json(desk: Desk) -> None:
    desk.receive(SAME_DAY)
    desk.move_to(1)
    desk.day.do(wish(c.SealDay))
    (seal,) = seals(desk)
    written = seal.snapshot.canonical_bytes
    assert sha256(written).hexdigest() == seal.hash
    read = json.loads(written)
    assert json.dumps(read, sort_keys=True, separators=(",", ":")).encode() == written
    assert "visits" not in read
    assert msgspec.json.decode(written, type=Snapshot) == seal.snapshot


def test_a_figure_that_is_added_later_leaves_old_hashes_alone() -> None:
    plain = SealedDossiers(department="tax", received=3)
    assert msgspec.json.encode(plain, order="sorted") == b'{"department":"tax","received":3}'


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_every_seal_is_what_the_facts_before_it_add_up_to(seed: int) -> None:
    hall, found = Hall(), 0
    for fact in weeks_of_facts(seed):
        if isinstance(fact, events.DaySealed):
            assert unlike(hall, fact) == ""
            found += 1
        apply(hall, fact)
    assert found > 5


@pytest.mark.parametrize("seed", [1, 2])
def test_seals_and_the_ledger_s_days_tell_the_same(seed: int) -> None:
    """Two reckonings that share no line: one in memory, one in SQL."""
    facts = weeks_of_facts(seed)
    database = ledger_of(facts)
    sealed = [one.snapshot for one in facts if isinstance(one, events.DaySealed)]
    last = max(one.day for one in sealed)
    lines = counts(database, Period(MONDAY, last), "day", Now(last, 1 << 50))
    by_day = {line.key: line for line in lines}
    compared = 0
    for one in sealed:
        if one.dossiers is not None:
            line = by_day[one.day.isoformat()]
            for name in DOSSIERS:
                assert getattr(one.dossiers, name) == getattr(line, name), (one.day, name)
            compared += 1
    assert compared > 5


def test_a_forged_figure_is_found_out(desk: Desk) -> None:
    desk.receive(SAME_DAY, counter="1")
    desk.move_to(1)
    desk.day.do(wish(c.SealDay))
    (seal,) = seals(desk)
    assert seal.snapshot.dossiers is not None
    better = msgspec.structs.replace(
        seal.snapshot, dossiers=msgspec.structs.replace(seal.snapshot.dossiers, received=9)
    )
    hall = Hall()
    for fact in desk.day.facts[:-1]:
        apply(hall, fact)
    forged = events.DaySealed(at=seal.at, snapshot=better, hash=seal.hash)
    rehashed = events.DaySealed(at=seal.at, snapshot=better, hash=better.hash)
    assert "hash" in unlike(hall, forged)
    assert "add up" in unlike(hall, rehashed)
    assert unlike(hall, seal) == ""


def test_the_public_s_page_tells_a_sealed_day_from_a_corrected_one(desk: Desk) -> None:
    struck = desk.receive()
    desk.move_to(2)
    desk.receive()
    today = MONDAY + timedelta(2)

    def told() -> dict[date, str]:
        database = ledger_of(desk.day.facts)
        return seals_on(database, Period(MONDAY, today), Now(today, desk.day.at))

    assert told() == {MONDAY: "sealed"}
    desk.do(c.StrikeDossier, struck, reason="tiếp nhận hai lần")
    assert told() == {MONDAY: "corrected"}
