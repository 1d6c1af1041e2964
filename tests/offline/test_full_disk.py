"""A kiosk whose own disk is full for a while: nothing it gave is lost, and it hands in when there is room."""

import resource
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from hallctl.core.commands import Command
from hallctl.station.link.answering import Answer
from hallctl.station.offline.giving import Giving
from hallctl.station.offline.handing_in import HandingIn
from hallctl.station.offline.journal import OfflineJournal
from tests.offline.test_giving import SATURDAY, give, journal, lease

__all__ = ["journal"]


@contextmanager
def full_disk() -> Iterator[None]:
    """The system lets no file of this process grow."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


def test_what_was_handed_in_meanwhile_is_handed_in_again(
    journal: OfflineJournal, caplog: pytest.LogCaptureFixture
) -> None:
    journal.keep_lease(lease())
    give(Giving(journal))
    (given,) = journal.waiting()
    sent: list[tuple[Command, Callable[[Answer], None]]] = []
    handing_in = HandingIn(journal, lambda *one: sent.append(one), lambda: None)
    handing_in.begin()
    with full_disk():
        sent[0][1](Answer())
    assert "disk" in caplog.text
    handing_in.begin()
    assert [command for command, _ in sent] == [given.wish] * 2, (
        "under its own id: it comes in once"
    )
    sent[1][1](Answer())
    assert journal.waiting() == []


def test_a_journal_that_could_not_forget_is_as_it_was(journal: OfflineJournal) -> None:
    journal.keep_lease(lease())
    with full_disk(), pytest.raises(sqlite3.Error):
        journal.forget_before(SATURDAY.replace(year=2027))
    assert journal.leases() == [lease()]
    journal.forget_before(SATURDAY.replace(year=2027))
    assert journal.leases() == []
