"""Desks: who has signed in at a counter's panel, until they sign out or the working day is over."""

from sqlite_utils import Database

from hallctl.people import accounts
from hallctl.people.accounts import Account


def sit_down(database: Database, station: str, account: str, at: int) -> None:
    """The account works at that station now; whoever was there before is gone."""
    database.execute("insert or replace into desks values (?, ?, ?)", (station, account, at))


def at_desk(database: Database, station: str, since: int) -> Account | None:
    """Who has signed in there, not before ``since``; None for nobody, or a closed account."""
    row = database.execute(
        "select account from desks where station = ? and began_at >= ?", (station, since)
    ).fetchone()
    known = accounts.find(database, row[0]) if row else None
    return known if known is not None and known.is_open else None


def stand_up(database: Database, station: str) -> None:
    """Nobody works there any more."""
    database.execute("delete from desks where station = ?", (station,))
