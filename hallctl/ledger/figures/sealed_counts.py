"""Sealed figures beside what they have become: the seal, the correction, the corrected figure."""

from collections.abc import Iterator
from datetime import date
from typing import Literal

import msgspec
from sqlite_utils import Database

from hallctl.core.events.seal_events import SealedDossiers, SealedVisits, Snapshot
from hallctl.ledger.dossiers.dossier_counts import counts
from hallctl.ledger.period import Now, Period
from hallctl.ledger.visits.visit_schema import WAITED

Part = Literal["visits", "dossiers"]
_SNAPSHOT = msgspec.json.Decoder(Snapshot)
VISITS = tuple(name for name in SealedVisits.__struct_fields__ if name != "service")
DOSSIERS = tuple(name for name in SealedDossiers.__struct_fields__ if name != "department")


class SealedDay(msgspec.Struct, frozen=True, kw_only=True):
    """One part of a day: as it was first sealed, and as it stands now."""

    day: date
    part: Part
    serial: int
    sealed_at: int
    hash: str
    sealed: dict[str, int]
    corrected: dict[str, int]

    @property
    def correction(self) -> dict[str, int]:
        """What has changed since, by the figure's name; empty when nothing has."""
        return {
            name: now - self.sealed[name]
            for name, now in self.corrected.items()
            if now != self.sealed[name]
        }


def sealed_days(database: Database, period: Period, now: Now) -> list[SealedDay]:
    """The period's seals in the order they were made; of a day sealed again, the first."""
    rows = database.execute(
        "select serial, hash, snapshot from seals where day between ? and ?"
        " and serial in (select min(serial) from seals group by day, part) order by serial",
        (period.first.isoformat(), period.last.isoformat()),
    ).fetchall()
    snapshots = [(serial, hash_, _SNAPSHOT.decode(body)) for serial, hash_, body in rows]
    current = _current(database, period, now)
    return [
        SealedDay(
            day=one.day,
            part=one.part,
            serial=serial,
            sealed_at=one.sealed_at,
            hash=hash_,
            sealed=_figures(one),
            corrected=current.get((one.day, one.part), _figures(one)),
        )
        for serial, hash_, one in snapshots
    ]


def _figures(snapshot: Snapshot) -> dict[str, int]:
    if snapshot.visits is not None:
        return {name: getattr(snapshot.visits, name) for name in VISITS}
    return {name: getattr(snapshot.dossiers, name) for name in DOSSIERS}


def _current(
    database: Database, period: Period, now: Now
) -> dict[tuple[date, Part], dict[str, int]]:
    found: dict[tuple[date, Part], dict[str, int]] = {}
    for day, figures in _visits_now(database, period):
        found[day, "visits"] = figures
    for line in counts(database, period, "day", now):
        figures = {name: getattr(line, name) for name in DOSSIERS}
        found[date.fromisoformat(line.key), "dossiers"] = figures
    return found


def _visits_now(database: Database, period: Period) -> Iterator[tuple[date, dict[str, int]]]:
    """Read off the tickets: a missed one that came back later is counted where it ended."""
    rows = database.execute(
        "select business_day, count(*), sum(first_called_at is not null),"  # noqa: S608 - our own names
        f" sum(coalesce({WAITED} <= 1000 * target_s, 0)),"
        " sum(state = 'finished'), sum(state = 'missed'), sum(state = 'cancelled'),"
        " sum(state = 'lapsed'), sum(result is not null),"
        " sum(coalesce(min(result, attitude) >= 4, 0))"
        " from tickets join days using (business_day)"
        " where business_day between ? and ? group by 1",
        (period.first.isoformat(), period.last.isoformat()),
    )
    for day, *figures in rows:
        yield date.fromisoformat(day), dict(zip(VISITS, figures, strict=True))
