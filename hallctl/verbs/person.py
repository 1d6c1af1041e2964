"""``hallctl person``: what the hall holds about somebody, given to them, or forgotten."""

import json as plain_json
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from time import time
from typing import Annotated, Any

import msgspec
import typer

from hallctl.applicants.applicant import Looker
from hallctl.applicants.store import Applicants
from hallctl.appointments.store import Visitors
from hallctl.complaints.words import ComplaintWords
from hallctl.core.dossier_life import DOSSIER_LIFE, DossierState
from hallctl.hall_directory import HallDirectory
from hallctl.journal.sqlite_journal import open_database, reporting
from hallctl.people import record
from hallctl.people.record import Kind, Line
from hallctl.people.store import PeopleStore
from hallctl.retention.forgetting_again import Stores, forget_one
from hallctl.retention.on_request import Asked, remember
from hallctl.verbs.shared import HallOption, fail, hall_at

BY = Looker("hallctl")
IdentityOption = Annotated[str, typer.Option(help="The number of their card or passport.")]
PhoneOption = Annotated[str, typer.Option(help="Their telephone, however it is spaced.")]
EmailOption = Annotated[str, typer.Option(help="Their address.")]

person = typer.Typer(
    name="person",
    help="What the hall holds about one person.",
    epilog="Example:  hallctl person export --identity 001190000123 --hall hall",
    no_args_is_help=True,
    rich_markup_mode=None,
)


def add_to(app: typer.Typer) -> None:
    """Give the command line these verbs."""
    app.add_typer(person)


@person.callback()
def _group() -> None:
    """What the hall holds about one person."""


@person.command(epilog="Example:  hallctl person export --phone 0900000123 --hall hall")
def export(
    identity: IdentityOption = "",
    phone: PhoneOption = "",
    email: EmailOption = "",
    hall: HallOption = Path(),
) -> None:
    """Print everything that is held about them, as JSON, and who looked at it."""
    with ExitStack() as open_now:
        house = _House(hall, open_now)
        found = house.found(identity, phone, email)
        typer.echo(plain_json.dumps(found, ensure_ascii=False, indent=2))
        number = sum(len(one) for one in found.values())
        house.note(Kind.LOOKED_AT, f"everything about a person: {number} entries")


@person.command(epilog="Example:  hallctl person forget --identity 001190000123 --hall hall")
def forget(
    identity: IdentityOption = "",
    phone: PhoneOption = "",
    email: EmailOption = "",
    hall: HallOption = Path(),
) -> None:
    """Forget them, but for dossiers that are still being dealt with; backups restored later too."""
    with ExitStack() as open_now:
        house = _House(hall, open_now)
        found = house.found(identity, phone, email)
        asked, kept = house.forgettable(found)
        for folder in house.folders():
            remember(folder, asked)
        gone = house.forget(asked)
    for kind, number in gone.items():
        typer.echo(f"{kind}: {number} forgotten")
    for dossier in kept:
        typer.echo(f"{dossier}: is still being dealt with; its applicant stays until it has ended")
    if not gone and not kept:
        fail("nothing is held about them")


class _House:
    """The stores of one hall, open at once."""

    def __init__(self, hall: Path, open_now: ExitStack) -> None:
        self._settings = hall_at(hall)
        self._home = home = HallDirectory(hall)
        self._applicants = open_now.enter_context(
            closing(Applicants(home.applicants, home.applicants_key(), _now))
        )
        self._visitors = open_now.enter_context(
            closing(Visitors(home.appointments, home.appointments_key(), _now))
        )
        self._words = open_now.enter_context(closing(ComplaintWords(home.complaints, _now)))
        self._people = open_now.enter_context(closing(PeopleStore(home.people)))

    def found(self, identity: str, phone: str, email: str) -> dict[str, list[dict[str, Any]]]:
        """What each store has of whoever is known by any of these."""
        if not (identity or phone or email):
            fail("say who: --identity, --phone or --email")
        applicants = [
            {
                "dossier": code,
                **msgspec.to_builtins(one),
                "looks": msgspec.to_builtins(self._applicants.looks(code)),
            }
            for code, one in self._applicants.known_by(identity, phone, email, BY)
        ]
        visitors = [
            {"appointment": name, **msgspec.to_builtins(one)}
            for name, one in self._visitors.known_by(phone, email, BY)
        ]
        complainants = [
            {"complaint": digest, "words": words, **msgspec.to_builtins(one)}
            for digest, words, one in self._words.known_by(phone, email)
        ]
        return {"applicants": applicants, "visitors": visitors, "complainants": complainants}

    def forgettable(self, found: dict[str, list[dict[str, Any]]]) -> tuple[list[Asked], list[str]]:
        """What may go, and the dossiers whose applicant has to stay."""
        running = set(self._running(one["dossier"] for one in found["applicants"]))
        names = {"applicants": "dossier", "visitors": "appointment", "complainants": "complaint"}
        asked = [
            Asked(kind, one[names[kind]])
            for kind, entries in found.items()
            for one in entries
            if one[names[kind]] not in running
        ]
        return asked, sorted(running)

    def forget(self, asked: list[Asked]) -> dict[str, int]:
        """Delete them; the record says how many, never whom."""
        gone: dict[str, int] = {}
        stores = Stores(self._applicants, self._visitors, self._words)
        for one in asked:
            number = forget_one(one, stores)
            gone[one.kind] = gone.get(one.kind, 0) + number
        for kind, number in gone.items():
            self.note(Kind.FORGOTTEN, f"{kind}: {number}, on request")
        return gone

    def note(self, kind: Kind, about: str) -> None:
        """One line in the record."""
        with self._people.writing() as database:
            record.note(database, Line(_now(), kind, "hallctl", "", about))

    def folders(self) -> Iterator[Path]:
        """Where the list of those to stay forgotten lies: in the hall, and beside its backups."""
        yield self._home.path
        backups = self._settings.directory / self._settings.backup.to
        if self._settings.backup.to and backups.is_dir():
            yield backups

    def _running(self, dossiers: Iterator[str]) -> Iterator[str]:
        file = self._home.journal
        if not file.exists():
            return
        with closing(open_database(file, read_only=True)) as database, reporting(file):
            for dossier in dossiers:
                query = "select state from dossiers where dossier = ?"
                row = database.execute(query, (dossier,)).fetchone()
                if row and DOSSIER_LIFE[DossierState(row[0])]:
                    yield dossier


def _now() -> int:
    return round(time() * 1000)
