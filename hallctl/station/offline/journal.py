"""What a kiosk must still know after its plug was pulled: its leases, and the numbers it gave.

A number is on the disk before it is on paper. Belongs to the thread that made it; raises
``sqlite3.Error`` where the disk refuses.
"""

import sqlite3
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

import msgspec

from hallctl.core.commands import HandInTicket, IssueTicket
from hallctl.core.views import LeaseDocument

DOUBT_DAYS = 7
"""No hall restores a backup older than that and goes on with it."""
KEEP_DAYS = 31

SCHEMA = """
CREATE TABLE IF NOT EXISTS kept (name TEXT PRIMARY KEY, body BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS lease (lease TEXT PRIMARY KEY, business_day TEXT NOT NULL, body BLOB);
CREATE TABLE IF NOT EXISTS given (
    sequence INTEGER PRIMARY KEY,
    business_day TEXT NOT NULL,
    letter TEXT NOT NULL,
    number TEXT NOT NULL,
    wish BLOB NOT NULL,
    asked BLOB,
    ghost TEXT NOT NULL DEFAULT '',
    is_in INTEGER NOT NULL DEFAULT 0,
    refused TEXT NOT NULL DEFAULT '',
    UNIQUE (business_day, number)
);
"""

_wish_decoder = msgspec.json.Decoder(HandInTicket)
_asked_decoder = msgspec.json.Decoder(IssueTicket)
_lease_decoder = msgspec.json.Decoder(LeaseDocument)


class GivenTicket(NamedTuple):
    """A number this kiosk gave while it was alone, and how far it has come on its way in.

    ``asked`` is the wish that the hall may have granted before it was lost from sight; ``ghost``
    the ticket that it did grant, which nobody holds.
    """

    sequence: int
    letter: str
    number: str
    wish: HandInTicket
    asked: IssueTicket | None = None
    ghost: str = ""


class OfflineJournal:
    """One file of this kiosk alone; every change is on the disk before the call returns."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._rows = sqlite3.connect(path, isolation_level=None)
        self._rows.execute("PRAGMA synchronous = EXTRA")
        self._rows.executescript(SCHEMA)

    def keep(self, name: str, body: bytes) -> None:
        """Remember a document under a name, in place of the one before."""
        self._rows.execute("INSERT OR REPLACE INTO kept VALUES (?, ?)", (name, body))

    def kept(self, name: str) -> bytes | None:
        """The document of that name."""
        row = self._rows.execute("SELECT body FROM kept WHERE name = ?", (name,)).fetchone()
        return bytes(row[0]) if row else None

    def keep_lease(self, lease: LeaseDocument) -> None:
        """Numbers are leased to this kiosk."""
        row = (lease.lease, lease.business_day.isoformat(), msgspec.json.encode(lease))
        self._rows.execute("INSERT OR REPLACE INTO lease VALUES (?, ?, ?)", row)

    def keep_only(self, leases: tuple[str, ...]) -> None:
        """The hall knows of these leases and no others any more; gives none of theirs again."""
        known = msgspec.json.encode(leases).decode()
        self._rows.execute(
            "DELETE FROM lease WHERE lease NOT IN (SELECT value FROM json_each(?))", (known,)
        )

    def leases(self) -> list[LeaseDocument]:
        """Every lease, oldest day first."""
        rows = self._rows.execute("SELECT body FROM lease ORDER BY business_day, rowid")
        return [_lease_decoder.decode(body) for (body,) in rows]

    def give(self, letter: str, number: str, wish: HandInTicket, asked: IssueTicket | None) -> None:
        """A citizen gets this number. Raises sqlite3.IntegrityError when somebody has it."""
        asked_body = msgspec.json.encode(asked) if asked else None
        row = (wish.business_day.isoformat(), letter, number, msgspec.json.encode(wish), asked_body)
        self._rows.execute(
            "INSERT INTO given (business_day, letter, number, wish, asked) VALUES (?, ?, ?, ?, ?)",
            row,
        )

    def serials_given(self, business_day: date, letter: str) -> set[int]:
        """Those of that day and letter that are with citizens."""
        rows = self._rows.execute(
            "SELECT number FROM given WHERE business_day = ? AND letter = ?",
            (business_day.isoformat(), letter),
        )
        return {int(number.removeprefix(letter)) for (number,) in rows}

    def last_issued_at(self) -> int:
        """When the newest number was given, or 0."""
        newest = "SELECT wish FROM given ORDER BY sequence DESC LIMIT 1"
        row = self._rows.execute(newest).fetchone()
        return _wish_decoder.decode(row[0]).issued_at if row else 0

    def waiting(self) -> list[GivenTicket]:
        """What is not in yet and can come in, in the order it was given."""
        rows = self._rows.execute(
            "SELECT sequence, letter, number, wish, asked, ghost FROM given"
            " WHERE is_in = 0 AND refused = '' ORDER BY sequence"
        )
        return [
            GivenTicket(
                sequence,
                letter,
                number,
                _wish_decoder.decode(wish),
                _asked_decoder.decode(asked) if asked else None,
                ghost,
            )
            for sequence, letter, number, wish, asked, ghost in rows
        ]

    def ghosts(self) -> set[str]:
        """Every ticket that the hall granted unheard, and for which a number of its own was given."""
        return {
            ghost for (ghost,) in self._rows.execute("SELECT ghost FROM given WHERE ghost <> ''")
        }

    def ask_anew(self, sequence: int, command_id: UUID, ghost: str) -> None:
        """Hand it in under another id: the old one belongs to a wish that the hall decided."""
        (body,) = self._rows.execute(
            "SELECT wish FROM given WHERE sequence = ?", (sequence,)
        ).fetchone()
        wish = msgspec.structs.replace(_wish_decoder.decode(body), command_id=command_id)
        self._rows.execute(
            "UPDATE given SET wish = ?, asked = NULL, ghost = ? WHERE sequence = ?",
            (msgspec.json.encode(wish), ghost, sequence),
        )

    def is_in(self, sequence: int) -> None:
        """The hall has it."""
        self._rows.execute("UPDATE given SET is_in = 1 WHERE sequence = ?", (sequence,))

    def refuse(self, sequence: int, code: str) -> None:
        """The hall won't ever take it; it stays here for people to see."""
        self._rows.execute("UPDATE given SET refused = ? WHERE sequence = ?", (code, sequence))

    def doubt(self, today: date) -> None:
        """Everything given lately is to be handed in again: the hall may have forgotten it.

        A hall that is back from a backup has forgotten days, and with them that a ghost was laid.
        """
        since = (today - timedelta(days=DOUBT_DAYS)).isoformat()
        self._rows.execute("UPDATE given SET is_in = 0 WHERE business_day >= ?", (since,))

    def forget_before(self, today: date) -> None:
        """Drop what has been in for a month."""
        oldest = (today - timedelta(days=KEEP_DAYS)).isoformat()
        with self._rows:
            self._rows.execute("BEGIN")
            self._rows.execute("DELETE FROM given WHERE is_in = 1 AND business_day < ?", (oldest,))
            self._rows.execute("DELETE FROM lease WHERE business_day < ?", (oldest,))

    def close(self) -> None:
        """Let go of the file."""
        self._rows.close()
