"""Readers of the ledger stand in nobody's way: not in each other's, and not in that of whoever works aside."""

import asyncio
import threading
from pathlib import Path

import pytest
from sqlite_utils import Database

from hallctl.journal.entry import JournalError
from hallctl.web.ledger_reader import LedgerReader
from tests.in_a_loop import in_a_loop

MANY = 50


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "hall.db"
    with_one = Database(file)
    with_one.table("days").insert({"business_day": "2026-11-27"})
    with_one.close()
    return file


def days(ledger: Database) -> int:
    return ledger.table("days").count


@in_a_loop
async def test_a_look_up_waits_for_no_report_and_work_aside_for_neither(path: Path) -> None:
    reports, look_ups, is_done = LedgerReader(path), LedgerReader(path), threading.Event()
    waiting = [asyncio.ensure_future(reports.ask(lambda _: is_done.wait(9))) for _ in range(MANY)]
    await asyncio.sleep(0)
    assert await look_ups.ask(days) == 1
    assert await asyncio.to_thread(lambda: 7) == 7
    assert not any(one.done() for one in waiting)
    is_done.set()
    assert all(await asyncio.gather(*waiting))
    reports.close()
    look_ups.close()


@in_a_loop
async def test_a_closed_reader_says_so(path: Path) -> None:
    reader = LedgerReader(path)
    assert await reader.ask(days) == 1
    reader.close()
    reader.close()
    with pytest.raises(JournalError, match="nobody reads it"):
        await reader.ask(days)
