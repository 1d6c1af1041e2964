"""Disks that rot, refuse or forget: found, named, and nothing is served from them."""

import os
import random
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from hallctl.controller import replayed
from hallctl.core.commands import IssueTicket
from hallctl.journal.entry import JournalError
from hallctl.journal.sqlite_journal import SqliteJournal
from hallctl.station.link.addressing import new_command_id
from hallctl.station.offline.giving import Giving
from hallctl.station.offline.journal import OfflineJournal
from hallctl.verifying import verify
from tests.hall_clients import new_hall, serve, start_hallctl, wish
from tests.offline.test_giving import OPENS, lease

NOBODY = 65534


@pytest.fixture(scope="module")
def genuine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A hall of two hundred numbers, its log written into the file."""
    hall = new_hall(tmp_path_factory.mktemp("genuine") / "hall", "commune")
    with serve(hall) as serving:
        wire = serving.wire()
        wire.ask(wish("OpenDay"))
        for _ in range(200):
            wire.ask(wish("IssueTicket", service="civil-status"))
        serving.stop()
    return hall


def pages_of(path: Path, table: str) -> list[int]:
    """The leaf pages of a table, as offsets: those that a change of a text would hit."""
    body = path.read_bytes()
    wanted = {"journal": b"TicketIssued"}[table]
    size = 4096
    return [at for at in range(size, len(body), size) if body[at : at + size].count(wanted) > 3]


@pytest.mark.parametrize("seed", range(6))
def test_a_corrupted_page_is_found_and_the_first_bad_event_named(
    genuine: Path, tmp_path: Path, seed: int
) -> None:
    path = tmp_path / "hall.db"
    shutil.copy(genuine / "hall.db", path)
    chance = random.Random(seed)
    body = bytearray(path.read_bytes())
    at = chance.choice(pages_of(path, "journal")) + chance.randint(8, 3500)
    body[at : at + 64] = chance.randbytes(64)
    path.write_bytes(body)
    problem = verify(path, lambda _done: None).problem
    assert "is the first bad one" in problem or "can be read" in problem, problem


def test_a_page_torn_in_the_middle_is_found_and_the_first_bad_event_named(
    genuine: Path, tmp_path: Path
) -> None:
    path = tmp_path / "hall.db"
    shutil.copy(genuine / "hall.db", path)
    body = bytearray(path.read_bytes())
    page = pages_of(path, "journal")[2]
    body[page : page + 2048] = bytes(2048)
    path.write_bytes(body)
    problem = verify(path, lambda _done: None).problem
    assert problem.startswith("the file is damaged")
    assert "is the first bad one" in problem


def test_a_hall_with_a_changed_newest_event_is_not_served(genuine: Path, tmp_path: Path) -> None:
    hall = tmp_path / "hall"
    shutil.copytree(genuine, hall)
    rows = sqlite3.connect(hall / "hall.db")
    rows.execute("drop trigger journal_is_append_only_1")
    rows.execute("update journal set body = replace(body, '\"vi\"', '\"en\"') where number = 190")
    rows.commit()
    rows.close()
    process = start_hallctl("serve", str(hall), "--host", "127.0.0.1", "--port", "0")
    said = process.communicate(timeout=30)[1]
    assert process.returncode == 1
    assert "event 190 does not follow from the one before" in said


def test_a_hall_with_torn_pages_is_not_served(genuine: Path, tmp_path: Path) -> None:
    path = tmp_path / "hall.db"
    shutil.copy(genuine / "hall.db", path)
    body = bytearray(path.read_bytes())
    page = pages_of(path, "journal")[0]
    body[page : page + 4096] = bytes(4096)
    path.write_bytes(body)
    with pytest.raises(JournalError):
        replayed(SqliteJournal(path))


@contextmanager
def as_nobody() -> Iterator[None]:
    """Without the rights of root, which no mode of a file stops."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_read_only_disk_is_named(genuine: Path, tmp_path: Path) -> None:
    path = tmp_path / "hall.db"
    shutil.copy(genuine / "hall.db", path)
    for folder in (tmp_path, *tmp_path.parents):
        if not folder.stat().st_mode & 0o001:
            folder.chmod(0o755)
    path.chmod(0o444)
    tmp_path.chmod(0o555)
    with as_nobody(), pytest.raises(JournalError, match=r"hall\.db: .*(readonly|unable to open)"):
        SqliteJournal(path)
    tmp_path.chmod(0o755)


def test_a_kiosk_whose_disk_is_full_gives_no_number(tmp_path: Path) -> None:
    journal = OfflineJournal(tmp_path / "offline.db")
    journal.keep_lease(lease(last=9000))
    giving = Giving(journal)
    journal._rows.execute(f"PRAGMA max_page_count = {pages(journal) + 2}")
    given: list[str] = []
    with pytest.raises(sqlite3.OperationalError, match="full"):
        give_until_it_fails(giving, given)
    assert [one.number for one in journal.waiting()] == given
    assert len(given) > 3
    journal.close()


def give_until_it_fails(giving: Giving, given: list[str]) -> None:
    while True:
        free = giving.free("land", OPENS)
        assert free is not None
        asked = IssueTicket(command_id=new_command_id(), service="land", language="v" * 70)
        giving.give(free, asked, OPENS, was_asked=True)
        given.append(free.number)


def pages(journal: OfflineJournal) -> int:
    count: int = journal._rows.execute("PRAGMA page_count").fetchone()[0]
    return count
