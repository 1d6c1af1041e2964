"""Stations that were admitted by code, beside those of ``hall.toml``: their place, a hash of their token."""

import secrets

import msgspec
from sqlite_utils import Database

from hallctl.core.permissions import Actor, Role
from hallctl.token_hash import token_hash

MACHINE = "devices"
STATION_ROLES = ("kiosk", "counter", "board", "sign", "pad", MACHINE)
COLUMNS = "name, role, counter, printer, admitted_at, admitted_by"


class PairedStation(msgspec.Struct, frozen=True, kw_only=True):
    """One admitted station; ``admitted_at`` in milliseconds since 1970 (UTC)."""

    name: str
    role: str
    counter: str = ""
    printer: str = ""
    admitted_at: int = 0
    admitted_by: str = ""

    @property
    def actor(self) -> Actor:
        """In whose name it asks."""
        return Actor(self.name, Role(self.role), self.counter, prints=bool(self.printer))


def every_station(database: Database) -> list[PairedStation]:
    """All that were admitted and not revoked, by name."""
    return _found(database, "name <> ?", "")


def station_of(database: Database, token: str) -> PairedStation | None:
    """Whose token that is, or None."""
    return next(iter(_found(database, "token = ?", token_hash(token))), None)


def named(database: Database, name: str) -> PairedStation | None:
    """The station of that name, or None."""
    return next(iter(_found(database, "name = ?", name)), None)


def admit(database: Database, station: PairedStation) -> None:
    """Let it in; it has no token yet."""
    database.execute(
        f"insert into stations ({COLUMNS}, token) values (?, ?, ?, ?, ?, ?, ?)",  # noqa: S608 - our own names
        (*msgspec.structs.astuple(station), b""),
    )


def new_token(database: Database, name: str) -> str:
    """Its own token, told once and kept as a hash; one told before is worth nothing any more."""
    token = secrets.token_urlsafe(32)
    database.execute("update stations set token = ? where name = ?", (token_hash(token), name))
    return token


def change(database: Database, before: str, after: PairedStation) -> None:
    """Another name or place; its token stays."""
    database.execute(
        "update stations set name = ?, role = ?, counter = ?, printer = ? where name = ?",
        (after.name, after.role, after.counter, after.printer, before),
    )


def revoke(database: Database, name: str) -> None:
    """Its token opens nothing any more."""
    database.execute("delete from stations where name = ?", (name,))


def _found(database: Database, where: str, value: str | bytes) -> list[PairedStation]:
    rows = database.execute(
        f"select {COLUMNS} from stations where {where} order by name",  # noqa: S608 - our own names
        (value,),
    )
    return [PairedStation(**dict(zip(COLUMNS.split(", "), row, strict=True))) for row in rows]
