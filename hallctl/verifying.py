"""``hallctl verify``: whether the journal is whole and everything made from it agrees with it."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

import msgspec
from sqlite_utils import Database

from hallctl.core.applying import apply
from hallctl.core.counting import counts_of, reconciles
from hallctl.core.events import DayClosed
from hallctl.core.hall import Hall
from hallctl.journal.chain import FIRST, link
from hallctl.journal.entry import Fact, JournalError
from hallctl.journal.sqlite_journal import facts_of, open_database, reporting
from hallctl.ledger.rebuilding import Progress, wrong_tables


class Verdict(NamedTuple):
    """What was read, and the first thing that is wrong (empty when all is well)."""

    facts: int
    problem: str = ""


def verify(path: Path, progress: Progress) -> Verdict:
    """Check the file, the chain, the fold, the counts and the ledger, in that order."""
    if not path.exists():
        return Verdict(0, f"{path}: there is no journal here")
    try:
        database = open_database(path, read_only=True)
        with reporting(path):
            return _verify(database, progress)
    except JournalError as error:
        return Verdict(0, str(error))


def _verify(database: Database, progress: Progress) -> Verdict:
    state = database.execute("pragma integrity_check").fetchone()[0]
    if state != "ok":
        return Verdict(0, f"the file is damaged: {state}")
    verdict = _verify_facts(database, progress)
    if verdict.problem:
        return verdict
    wrong = wrong_tables(database, facts_of(database), progress)
    if wrong:
        return verdict._replace(
            problem=f"the ledger differs from the journal in {', '.join(wrong)};"
            " 'hallctl rebuild' makes it again"
        )
    return verdict


def _verify_facts(database: Database, progress: Progress) -> Verdict:
    hall, before = Hall(), FIRST
    rows = database.execute(
        "select number, business_day, body, command_id, actor, hash from journal order by number"
    )
    for number, business_day, body, command_id, actor, found in rows:
        fact = Fact(number, date.fromisoformat(business_day), body)
        before = link(before, fact, command_id, actor)
        problem = "" if before == found else "its hash does not follow from the one before"
        problem = problem or _apply(hall, fact)
        if problem:
            return Verdict(hall.journal_number, f"event {number} is the first bad one: {problem}")
        if number % 10_000 == 0:
            progress(number)
    return Verdict(hall.journal_number)


def _apply(hall: Hall, fact: Fact) -> str:
    if fact.number != hall.journal_number + 1:
        return f"it should be number {hall.journal_number + 1}"
    try:
        event = fact.event()
        apply(hall, event)
    except (msgspec.MsgspecError, LookupError) as error:
        return f"it cannot have happened here ({type(error).__name__}: {error})"
    if isinstance(event, DayClosed) and not reconciles(counts_of(hall.tallies.values())):
        return "the day's counts no longer add up"
    return ""
