"""A ledger that an earlier release made is made again at start; nothing is asked of the technician."""

from pathlib import Path

import pytest

from hallctl.ledger.form import is_of_today
from hallctl.ledger.rebuilding import digests
from hallctl.verifying import verify
from tests.journal.full_day import live_a_full_day_with_corrections
from tests.journal.one_hall import in_a_hall, open_journal


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A full day's journal."""
    path = tmp_path / "hall.db"
    in_a_hall(path, live_a_full_day_with_corrections)
    return path


def age(path: Path) -> dict[str, bytes]:
    """Turn the ledger into one of an earlier release; what it said before."""
    journal = open_journal(path)
    before = digests(journal.database)
    journal.database.execute("drop index tickets_disliked")
    journal.database.execute("alter table tickets drop column attitude")
    journal.database.execute("drop table rating_reasons")
    journal.database.execute("pragma user_version = 1")
    journal.close()
    return before


def test_an_earlier_ledger_is_made_again_at_start(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    before = age(path)
    journal = open_journal(path)
    assert is_of_today(journal.database)
    assert digests(journal.database) == before
    journal.close()
    assert "earlier form" in caplog.text
    assert verify(path, lambda _done: None).problem == ""


def test_verify_finds_an_earlier_ledger_old_and_not_wrong(path: Path) -> None:
    age(path)
    verdict = verify(path, lambda _done: None)
    assert (verdict.problem, verdict.is_ledger_old) == ("", True)


def test_a_ledger_of_today_is_left_alone(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    open_journal(path).close()
    assert caplog.text == ""
    assert not verify(path, lambda _done: None).is_ledger_old
