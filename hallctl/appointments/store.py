"""Visitors by their appointment. Every look and every change leaves a line in the log."""

import hmac
import threading
from collections.abc import Callable, Collection, Iterable
from hashlib import sha256
from pathlib import Path
from uuid import UUID

import msgspec
from sqlite_utils import Database

from hallctl.applicants.applicant import Looker
from hallctl.applicants.store import digits_of, is_reached
from hallctl.appointments.schema import open_store
from hallctl.appointments.visitor import Kept, Visitor, bare_phone
from hallctl.core.hall.appointment_book import Appointment
from hallctl.machine.private_store import forget_looks, writing

MARK_BYTES = 16
MS_A_DAY = 86_400_000


class Look(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the log: who did what with whose appointment, and when (ms since 1970)."""

    at: int
    act: str
    """kept, looked, contacted, exported or deleted."""
    appointment: str
    official: str
    station: str
    detail: str = ""


class Visitors:
    """The hall's visitors; may be asked from any thread. Methods raise sqlite3.Error."""

    def __init__(self, file: Path, key: bytes, now: Callable[[], int]) -> None:
        """``key`` makes the marks by which a person is known again; ``now`` is in ms."""
        self._database = open_store(file)
        self._key = key
        self._now = now
        self._lock = threading.Lock()

    def marks(self, visitor: Visitor) -> tuple[str, ...]:
        """Keyed hashes of what a person is known again by; none where nothing was given."""
        known = (("phone", bare_phone(visitor.phone)), ("email", visitor.email.strip().lower()))
        return tuple(self._mark(f"{what}:{written}") for what, written in known if written)

    def code(self, wish: UUID, attempt: int) -> str:
        """Six digits that nobody can foretell; the same for the same wish and attempt."""
        drawn = hmac.digest(self._key, wish.bytes + bytes((attempt,)), sha256)
        return f"{int.from_bytes(drawn[:8]) % 1_000_000:06}"

    def keep(self, wish: UUID, visitor: Visitor, starts_at: int, reference: str = "") -> None:
        """Keep who is about to book; ``wish`` names the row until the appointment has a name."""
        with writing(self._database, self._lock) as database:
            _keep(database, wish, visitor, (starts_at, reference, self._now()))

    def booked(self, wish: UUID, appointment: str, by: Looker) -> None:
        """The journal has it: from now on the row is that appointment's."""
        with writing(self._database, self._lock) as database:
            named = database.execute(
                "update visitors set appointment = ? where wish = ? and appointment is null",
                (appointment, wish.hex),
            )
            if named.rowcount:
                self._log("kept", appointment, by)

    def drop(self, wish: UUID) -> None:
        """The hall did not take it: forget who asked."""
        with writing(self._database, self._lock) as database:
            database.execute(
                "delete from visitors where wish = ? and appointment is null", (wish.hex,)
            )

    def settle(self, known: Collection[Appointment]) -> None:
        """After a start: rows whose fact is there get their name; old ones without one go."""
        by_name = {one.appointment: one for one in known}
        with writing(self._database, self._lock) as database:
            pending = database.execute("select wish from visitors where appointment is null")
            for (wish,) in pending.fetchall():
                codes = {self.code(UUID(hex=wish), attempt) for attempt in range(ATTEMPTS)}
                mine = [one.appointment for one in by_name.values() if one.code in codes]
                if mine:
                    database.execute(
                        "update or ignore visitors set appointment = ? where wish = ?",
                        (mine[0], wish),
                    )
            database.execute(
                "delete from visitors where appointment is null and kept_at < ?",
                (self._now() - MS_A_DAY,),
            )

    def of(self, appointment: str, by: Looker, act: str = "looked") -> Visitor | None:
        """Whose appointment it is, or None; the look is logged."""
        return self.those_of((appointment,), by, act).get(appointment)

    def those_of(
        self, appointments: Iterable[str], by: Looker, act: str = "looked"
    ) -> dict[str, Visitor]:
        """Whose they are, as far as it is known; a line in the log for each."""
        found: dict[str, Visitor] = {}
        with writing(self._database, self._lock) as database:
            for appointment in appointments:
                row = database.execute(
                    "select name, phone, email from visitors where appointment = ?", (appointment,)
                ).fetchone()
                if row:
                    found[appointment] = Visitor(name=row[0], phone=row[1], email=row[2])
                    self._log(act, appointment, by)
        return found

    def kept(self) -> list[Kept]:
        """Every appointment that came from elsewhere, with its reference."""
        with self._lock:
            rows = self._database.execute(
                "select appointment, reference from visitors"
                " where appointment is not null and reference != ''"
            ).fetchall()
        return [Kept(*row) for row in rows]

    def moved(self, appointment: str, starts_at: int) -> None:
        """It is for another time, and forgotten so much later or earlier."""
        with writing(self._database, self._lock) as database:
            database.execute(
                "update visitors set starts_at = ? where appointment = ?", (starts_at, appointment)
            )

    def forget_before(self, at: int, why: str, by: Looker) -> int:
        """Forget whose appointment was before that moment; gives how many were still known."""
        with writing(self._database, self._lock) as database:
            over = database.execute(
                "select appointment from visitors where appointment is not null and starts_at < ?",
                (at,),
            ).fetchall()
            for (appointment,) in over:
                database.execute("delete from visitors where appointment = ?", (appointment,))
                self._log("deleted", appointment, by, why)
        return len(over)

    def looks(self, appointment: str) -> tuple[Look, ...]:
        """The appointment's lines in the log, oldest first."""
        names = Look.__struct_fields__
        query = f"select {', '.join(names)} from looks where appointment = ? order by rowid"  # noqa: S608 - our own names
        with self._lock:
            rows = self._database.execute(query, (appointment,)).fetchall()
        return tuple(Look(**dict(zip(names, row, strict=True))) for row in rows)

    def known_by(self, phone: str, email: str, by: Looker) -> tuple[tuple[str, Visitor], ...]:
        """Everybody who is known by one of these, by their appointment; each look is logged."""
        wanted = (digits_of(phone), email.strip().lower())
        with self._lock:
            rows = self._database.execute(
                "select appointment, phone, email from visitors where appointment is not null"
            ).fetchall()
        names = [name for name, *ways in rows if is_reached(wanted, *ways)]
        return tuple(self.those_of(names, by, "exported").items())

    def delete(self, appointment: str, by: Looker, why: str) -> bool:
        """Forget the visitor; the log keeps that it was done, when and why."""
        with writing(self._database, self._lock) as database:
            gone = database.execute("delete from visitors where appointment = ?", (appointment,))
            if gone.rowcount:
                self._log("deleted", appointment, by, why)
        return bool(gone.rowcount)

    def forget_looks(self, before: int) -> int:
        """Lines of the log from before that moment go; gives how many."""
        with writing(self._database, self._lock) as database:
            return forget_looks(database, before)

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._database.close()

    def _mark(self, written: str) -> str:
        return hmac.digest(self._key, written.encode(), sha256)[:MARK_BYTES].hex()

    def _log(self, act: str, appointment: str, by: Looker, detail: str = "") -> None:
        line = (self._now(), act, appointment, by.official, by.station, detail)
        self._database.execute("insert into looks values (?, ?, ?, ?, ?, ?)", line)


ATTEMPTS = 6
"""So many codes are drawn for one wish before the hall gives up."""


def _keep(database: Database, wish: UUID, visitor: Visitor, when: tuple[int, str, int]) -> None:
    starts_at, reference, now = when
    database.execute(
        "insert or ignore into visitors"
        " (wish, name, phone, email, reference, starts_at, kept_at) values (?, ?, ?, ?, ?, ?, ?)",
        (wish.hex, visitor.name, visitor.phone, visitor.email, reference, starts_at, now),
    )
