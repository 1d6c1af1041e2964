"""``hallctl verify``: whether the journal is whole and everything made from it agrees with it."""

from contextlib import closing
from datetime import date
from pathlib import Path
from typing import NamedTuple

import msgspec
from sqlite_utils import Database
from sqlite_utils.utils import sqlite3  # type: ignore[attr-defined]  # pysqlite3 where it is installed

from hallctl.checkpoint.proving import Found
from hallctl.complaints.words import first_wrong
from hallctl.core.applying import apply
from hallctl.core.deciding.seal_figures import unlike
from hallctl.core.events import DayClosed, DaySealed
from hallctl.core.hall import Hall
from hallctl.core.hall.counting import counts_of, reconciles
from hallctl.journal.chain import FIRST, link
from hallctl.journal.entry import Fact, JournalError
from hallctl.journal.reading import JournalReader
from hallctl.journal.sqlite_journal import facts_of, open_database, reporting
from hallctl.ledger.dossiers.dossier_reconciling import unreconciled
from hallctl.ledger.form import is_of_today
from hallctl.ledger.office.office_ledger import unreconciled_office
from hallctl.ledger.rebuilding import Progress, wrong_tables

FACTS = """
select number, business_day, body, journal.command_id, actor, hash,
    coalesce(number between first and last, 0)
from journal left join answers using (command_id) order by number
"""
MISSING = "select max(min(first), :newest + 1) from answers where last > :newest and first <= last"
"""The first fact that was answered for and is not in the journal, or null."""

PROVED = """
select json_extract(body, '$.complaint'), json_extract(body, '$.digest') from journal
where type in ('ComplaintFiled', 'ComplaintAdded', 'ComplaintAnswered') order by number
"""
"""Every complaint's words, by the hash that proves them."""

Row = tuple[int, str, str, str, str, bytes, int]


class Verdict(NamedTuple):
    """What was read, and the first thing that is wrong (empty when all is well)."""

    facts: int
    problem: str = ""
    dossiers: int = 0
    is_ledger_old: bool = False
    """The ledger has the form of an earlier release; the next start makes it again."""
    runs: int = 0
    checkpoint: str = ""
    """What there is to say of it."""


def verify(path: Path, progress: Progress, checkpoint: Path | None = None) -> Verdict:
    """Check the file, the chain, the answers, the fold, the counts, the ledger; and a checkpoint.

    The controller may be running: everything is read as it stood at one moment.
    """
    if not path.exists():
        return Verdict(0, f"{path}: there is no journal here")
    found = Found(checkpoint) if checkpoint else None
    try:
        with closing(JournalReader(path)) as journal, reporting(path):
            return _verify(journal, progress, found)
    except JournalError as error:
        return Verdict(0, str(error))


def verify_words(journal: Path, words: Path) -> str:
    """What is wrong with the words of complaints, by what the journal proves of them; or empty."""
    try:
        with closing(open_database(journal, read_only=True)) as database, reporting(journal):
            rows = database.execute(PROVED).fetchall()
        with reporting(words):
            wrong = first_wrong(words, (digest for _, digest in rows))
    except JournalError as error:
        return str(error)
    named = next((complaint for complaint, digest in rows if digest == wrong), "")
    return f"{words}: what was said in {named} is missing or was changed" if wrong else ""


def _verify(journal: JournalReader, progress: Progress, found: Found | None) -> Verdict:
    database = journal.database
    damage = _damage(database)
    if damage:
        return _first_lost(database, damage, progress)
    hall = Hall()
    verdict = _verify_facts(database, hall, progress)
    if verdict.problem:
        return verdict
    if found:
        said, problem = found.proved(journal, hall)
        verdict = verdict._replace(checkpoint=said, problem=problem)
        if problem:
            return verdict
    if not is_of_today(database):
        return verdict._replace(is_ledger_old=True)
    wrong = wrong_tables(database, facts_of(database), progress)
    if wrong:
        return verdict._replace(
            problem=f"the ledger differs from the journal in {', '.join(wrong)};"
            " 'hallctl rebuild' makes it again"
        )
    return _verify_dossiers(database, verdict)


def _damage(database: Database) -> str:
    """What SQLite itself finds wrong with the file, or nothing."""
    try:
        state: str = database.execute("pragma integrity_check(1)").fetchone()[0]
    except sqlite3.DatabaseError as error:
        return str(error)
    return "" if state == "ok" else " ".join(state.split())


def _first_lost(database: Database, damage: str, progress: Progress) -> Verdict:
    """A damaged file: which event is the first that can't be trusted any more."""
    verdict, read = Verdict(0), 0
    try:
        read = sum(1 for _ in facts_of(database))
        verdict = _verify_facts(database, Hall(), progress)
    except (sqlite3.DatabaseError, ValueError):
        read = _readable(database)
        verdict = Verdict(read, f"event {read + 1} is the first bad one: it can't be read")
    problem = verdict.problem or f"all {read} events can be read; what was made of them can't"
    return verdict._replace(problem=f"the file is damaged ({damage}): {problem}")


def _readable(database: Database) -> int:
    """How many events from the first on can be read."""
    read = 0
    try:
        for _row in database.execute("select body, hash from journal order by number"):
            read += 1
    except sqlite3.DatabaseError:
        pass
    return read


def _verify_dossiers(database: Database, verdict: Verdict) -> Verdict:
    if not database["dossiers"].exists():  # a journal of before their time
        return verdict
    wrong = unreconciled(database)
    if wrong:
        return verdict._replace(problem=f"the dossiers do not reconcile: {wrong}")
    verdict = verdict._replace(dossiers=database["dossiers"].count)
    return _verify_office(database, verdict)


def _verify_office(database: Database, verdict: Verdict) -> Verdict:
    if wrong := unreconciled_office(database):
        return verdict._replace(problem=wrong)
    return verdict._replace(runs=database["runs"].count)


def _verify_facts(database: Database, hall: Hall, progress: Progress) -> Verdict:
    before = FIRST
    for row in database.execute(FACTS):
        number = row[0]
        before, problem = _follow(hall, before, row)
        if problem:
            return Verdict(hall.journal_number, f"event {number} is the first bad one: {problem}")
        if number % 10_000 == 0:
            progress(number)
    (missing,) = database.execute(MISSING, {"newest": hall.journal_number}).fetchone()
    if missing:
        problem = f"event {missing} is the first bad one: it was answered for and is gone"
        return Verdict(hall.journal_number, problem)
    return Verdict(hall.journal_number)


def _follow(hall: Hall, before: bytes, row: Row) -> tuple[bytes, str]:
    """The hash up to this fact, and what is wrong with it."""
    number, business_day, body, command_id, actor, found, is_answered = row
    try:
        fact = Fact(number, date.fromisoformat(business_day), body)
    except ValueError:
        return before, f"{business_day!r} is no day"
    now = link(before, fact, command_id, actor)
    if now != found:
        return now, "its hash does not follow from the one before"
    if not is_answered:
        return now, "no command was answered with it"
    return now, _apply(hall, fact)


def _apply(hall: Hall, fact: Fact) -> str:
    if fact.number != hall.journal_number + 1:
        return f"it should be number {hall.journal_number + 1}"
    try:
        event = fact.event()
        if isinstance(event, DaySealed) and (wrong := unlike(hall, event)):
            return wrong
        apply(hall, event)
    except (msgspec.MsgspecError, LookupError) as error:
        return f"it cannot have happened here ({type(error).__name__}: {error})"
    if isinstance(event, DayClosed) and not reconciles(counts_of(hall.tallies.values())):
        return "the day's counts no longer add up"
    return ""
