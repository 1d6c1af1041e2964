"""Admitting, moving and revoking stations, each with a line in the record."""

import re
from collections.abc import Callable, Collection
from typing import NamedTuple

from sqlite_utils import Database

from hallctl.core.permissions import Actor
from hallctl.people import lock_out, paired_stations, record
from hallctl.people.lock_out import Counted, Patience
from hallctl.people.paired_stations import MACHINE, STATION_ROLES, PairedStation
from hallctl.people.pairing_desk import PairingDesk
from hallctl.people.record import Kind, Line
from hallctl.people.store import PeopleStore

AT_A_COUNTER = ("counter", "sign", "pad")
ADMIN = "admin"
NAME = re.compile(r"(?=.{1,40}$)[a-z0-9]+(?:[-_][a-z0-9]+)*")
GUESSING = Patience(free=5, longest_s=900)
"""Wrong codes of one supervisor."""


class StationRefusedError(Exception):
    """Not so; ``code`` says what is wrong, ``details`` with what."""

    def __init__(self, code: str, **details: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.details = details


class Places(NamedTuple):
    """The hall's counters; the names that ``hall.toml`` has given; those of machines without a screen.

    ``hall.toml`` names machines for what hangs on them, and they may come in by a code all the same.
    """

    counters: Collection[str]
    fixed: Collection[str] = ()
    machines: Collection[str] = ()


class Pairing:
    """Knows every paired station; slow where the disk is, so not for the event loop."""

    def __init__(
        self,
        store: PeopleStore,
        places: Callable[[], Places],
    ) -> None:
        """``places`` are asked for anew each time: the hall's settings change under way."""
        self.desk = PairingDesk()
        self._store = store
        self._places = places

    def stations(self) -> list[PairedStation]:
        """All that are admitted."""
        with self._store.reading() as database:
            return paired_stations.every_station(database)

    def actor(self, token: str) -> Actor | None:
        """The station that holds that token."""
        with self._store.reading() as database:
            station = paired_stations.station_of(database, token)
        return station.actor if station else None

    def admit(self, code: str, station: PairedStation) -> None:
        """Let in whoever shows that code. Raises :class:`StationRefusedError`."""
        with self._store.writing() as database:
            refused = self._try_to_admit(database, code, station)
        if refused is not None:  # only now, for what is written down about it has to stay
            raise refused

    def _try_to_admit(
        self, database: Database, code: str, station: PairedStation
    ) -> StationRefusedError | None:
        by, at = station.admitted_by, station.admitted_at
        counted = (Counted(f"pairing {by}", GUESSING),)
        try:
            lock_out.begin(database, counted, at)
        except lock_out.WaitError as wait:
            return StationRefusedError("wait", wait_s=wait.seconds)
        newcomer = self.desk.by_code(code, at)
        if newcomer is None:
            record.note(database, Line(at, Kind.PAIRING_REFUSED, by, "", "unknown code"))
            return StationRefusedError("unknown_code")
        lock_out.succeeded(database, counted)
        try:
            self._check(station, newcomer.role)
            self._check_free(database, station.name)
        except StationRefusedError as refused:
            return refused
        paired_stations.admit(database, station)
        record.note(database, Line(at, Kind.STATION_ADMITTED, by, newcomer.address, _told(station)))
        newcomer.station = station.name
        return None

    def token_for(self, claim: str, at: int) -> tuple[PairedStation, str] | None:
        """The admitted station behind a claim and its token; None while nobody has admitted it.

        Asked again, the station gets a new token: an answer may be lost. Raises
        :class:`StationRefusedError` when the code has run out.
        """
        newcomer = self.desk.by_claim(claim, at)
        if newcomer is None:
            raise StationRefusedError("pairing_over")
        if not newcomer.station:
            return None
        with self._store.writing() as database:
            station = paired_stations.named(database, newcomer.station)
            if station is None:
                raise StationRefusedError("pairing_over")
            return station, paired_stations.new_token(database, station.name)

    def change(self, name: str, after: PairedStation, by: str, at: int) -> None:
        """Rename or move it. Raises :class:`StationRefusedError`."""
        self._check(after)
        with self._store.writing() as database:
            if paired_stations.named(database, name) is None:
                raise StationRefusedError("unknown_station", name=name)
            if after.name != name:
                self._check_free(database, after.name)
            paired_stations.change(database, name, after)
            about = f"{name} → {_told(after)}"
            record.note(database, Line(at, Kind.STATION_CHANGED, by, "", about))

    def revoke(self, name: str, by: str, at: int) -> None:
        """Its token is worth nothing from now on. Raises :class:`StationRefusedError`."""
        with self._store.writing() as database:
            if paired_stations.named(database, name) is None:
                raise StationRefusedError("unknown_station", name=name)
            paired_stations.revoke(database, name)
            record.note(database, Line(at, Kind.STATION_REVOKED, by, "", name))

    def _check_free(self, database: Database, name: str) -> None:
        if paired_stations.named(database, name) is not None:
            raise StationRefusedError("name_taken", name=name)

    def _check(self, station: PairedStation, wanted: str = "") -> None:
        counters, fixed, machines = self._places()
        if wanted in STATION_ROLES and wanted != station.role:
            raise StationRefusedError("other_role", role=wanted)
        if not NAME.fullmatch(station.name):
            raise StationRefusedError("bad_name", name=station.name)
        if station.name in machines and station.role != MACHINE:
            raise StationRefusedError("name_taken", name=station.name)
        if station.name in {*fixed, ADMIN} - {*machines}:
            raise StationRefusedError("name_taken", name=station.name)
        if station.role not in STATION_ROLES:
            raise StationRefusedError("unknown_role", role=station.role)
        if station.role in AT_A_COUNTER and station.counter not in counters:
            raise StationRefusedError("unknown_counter", counter=station.counter)
        if station.role not in AT_A_COUNTER and station.counter:
            raise StationRefusedError("no_counter", role=station.role)


def _told(station: PairedStation) -> str:
    return " ".join(part for part in (station.name, station.role, station.counter) if part)
