"""Applicants by their dossier's code. Every look and every change leaves a line in the log."""

import hmac
import threading
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import msgspec

from hallctl.applicants.applicant import Applicant, Contact, Look, Looker
from hallctl.applicants.schema import open_store
from hallctl.machine.private_store import forget_looks, writing

_FIELDS = Applicant.__struct_fields__


class Applicants:
    """The hall's applicants; may be asked from any thread. Methods raise sqlite3.Error."""

    def __init__(self, file: Path, key: bytes, now: Callable[[], int]) -> None:
        """``key`` makes the hash by which a person's dossiers are found; ``now`` is in ms."""
        self._database = open_store(file)
        self._key = key
        self._now = now
        self._lock = threading.Lock()

    def keep(self, dossier: str, applicant: Applicant, by: Looker) -> bool:
        """Keep who handed the dossier in; False where the same was kept already."""
        with writing(self._database, self._lock) as database:
            before = self._kept(dossier)
            if before == applicant:
                return False
            row = self._row(dossier, applicant)
            marks = ", ".join("?" * len(row))
            replace = f"insert or replace into applicants ({', '.join(row)}) values ({marks})"  # noqa: S608 - our own names
            database.execute(replace, tuple(row.values()))
            act = "changed" if before else "kept"
            self._log(act, dossier, by, _changed(before, applicant) if before else "")
        return True

    def of(self, dossier: str, by: Looker) -> Applicant | None:
        """Whose dossier it is, or None; the look is logged either way."""
        return self._look(dossier, by, "looked")

    def printed(self, dossier: str, by: Looker, form: str) -> Applicant | None:
        """As :meth:`of`, for a form that will show the applicant."""
        return self._look(dossier, by, "printed", form)

    def contact(self, dossier: str, by: Looker) -> Contact | None:
        """How to reach the applicant, for notices and deliveries; None where nobody is kept."""
        kept = self._look(dossier, by, "contacted")
        if kept is None:
            return None
        return Contact(
            name=kept.name,
            phone=kept.phone,
            email=kept.email,
            notice_by=kept.notice_by,
            address=kept.return_to or kept.address,
        )

    def dossiers_of(self, identity: str, by: Looker) -> tuple[str, ...]:
        """The codes of a person's dossiers, newest first."""
        person = self._person(identity)
        with writing(self._database, self._lock) as database:
            query = "select dossier from applicants where person = ? order by kept_at desc, dossier"
            found = tuple(code for (code,) in database.execute(query, (person,))) if person else ()
            for dossier in found or ("",):
                self._log("searched", dossier, by)
        return found

    def codes(self) -> tuple[str, ...]:
        """The codes of all dossiers whose applicant is kept."""
        with self._lock:
            query = "select dossier from applicants order by dossier"
            return tuple(code for (code,) in self._database.execute(query))

    def delete(self, dossier: str, by: Looker, why: str) -> bool:
        """Forget the applicant; the log keeps that it was done, when and why."""
        with writing(self._database, self._lock) as database:
            gone = database.execute("delete from applicants where dossier = ?", (dossier,))
            if not gone.rowcount:
                return False
            self._log("deleted", dossier, by, why)
        return True

    def looks(self, dossier: str) -> tuple[Look, ...]:
        """The dossier's lines in the log, oldest first."""
        names = ", ".join(Look.__struct_fields__)
        query = f"select {names} from looks where dossier = ? order by rowid"  # noqa: S608 - our own names
        with self._lock:
            rows = list(self._database.execute(query, (dossier,)))
        return tuple(
            msgspec.convert(dict(zip(Look.__struct_fields__, row, strict=True)), Look)
            for row in rows
        )

    def known_by(
        self, identity: str, phone: str, email: str, by: Looker
    ) -> tuple[tuple[str, Applicant], ...]:
        """Everybody who is known by any of these, by their dossier; each look is logged."""
        person, wanted = self._person(identity), (digits_of(phone), email.strip().lower())
        with writing(self._database, self._lock) as database:
            every = database.execute("select dossier, person, phone, email from applicants")
            codes = [
                dossier
                for dossier, kept, *ways in every.fetchall()
                if (person and kept == person) or is_reached(wanted, *ways)
            ]
            found = [(code, self._kept(code)) for code in codes]
            for code in codes:
                self._log("exported", code, by)
        return tuple((code, one) for code, one in found if one is not None)

    def forget_looks(self, before: int) -> int:
        """Lines of the log from before that moment go; gives how many."""
        with writing(self._database, self._lock) as database:
            return forget_looks(database, before)

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._database.close()

    def _look(self, dossier: str, by: Looker, act: str, detail: str = "") -> Applicant | None:
        with writing(self._database, self._lock):
            self._log(act, dossier, by, detail)
            return self._kept(dossier)

    def _kept(self, dossier: str) -> Applicant | None:
        query = f"select {', '.join(_FIELDS)} from applicants where dossier = ?"  # noqa: S608 - our own names
        row = self._database.execute(query, (dossier,)).fetchone()
        if row is None:
            return None
        kept = dict(zip(_FIELDS, row, strict=True))
        email = str(kept.pop("email"))  # kept as it was given, also before addresses were looked at
        return msgspec.structs.replace(msgspec.convert(kept, Applicant), email=email)

    def _row(self, dossier: str, applicant: Applicant) -> dict[str, object]:
        kept = msgspec.to_builtins(applicant)
        person = self._person(applicant.identity)
        return {"dossier": dossier, "person": person, **kept, "kept_at": self._now()}

    def _person(self, identity: str) -> str:
        """The keyed hash of an identity number, however it was spaced; empty for none."""
        bare = "".join(sign for sign in identity.upper() if sign.isalnum())
        return hmac.digest(self._key, bare.encode(), sha256).hex() if bare else ""

    def _log(self, act: str, dossier: str, by: Looker, detail: str = "") -> None:
        line = (self._now(), act, dossier, by.official, by.station, detail)
        self._database.execute("insert into looks values (?, ?, ?, ?, ?, ?)", line)


def digits_of(phone: str) -> str:
    """A telephone's digits, a leading +84 read as 0, however it was spaced."""
    digits = "".join(sign for sign in phone if sign.isdigit())
    return f"0{digits[2:]}" if digits.startswith("84") and len(digits) > 10 else digits


def is_reached(wanted: tuple[str, str], phone: str, email: str) -> bool:
    """Whether somebody with that telephone or address is meant; empty ones mean nobody."""
    return (wanted[0] != "" and digits_of(phone) == wanted[0]) or (
        wanted[1] != "" and email.strip().lower() == wanted[1]
    )


def _changed(before: Applicant, after: Applicant) -> str:
    names = (name for name in _FIELDS if getattr(before, name) != getattr(after, name))
    return ", ".join(names)
