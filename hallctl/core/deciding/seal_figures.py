"""The figures of a day as they are sealed, read off the hall as it stands when the day ends."""

from collections import Counter
from datetime import date

from hallctl.core.events.seal_events import (
    SNAPSHOT_VERSION,
    DaySealed,
    SealedDossiers,
    SealedVisits,
    Snapshot,
)
from hallctl.core.hall import Hall
from hallctl.core.hall.counting import Tally, counts_of_one
from hallctl.core.hall.dossier_shelf import DossierTally, Shelf, Standing


def visits_sealed(hall: Hall, day: date, at: int) -> Snapshot:
    """The visits of the business day, which has just closed."""
    whole = Tally()
    for tally in hall.tallies.values():
        whole.add(tally)
    return Snapshot(
        version=SNAPSHOT_VERSION,
        serial=hall.seals.serial + 1,
        sealed_at=at,
        previous=hall.seals.hash,
        day=day,
        part="visits",
        visits=_visits("", whole),
        by_service=tuple(_visits(name, hall.tallies[name]) for name in sorted(hall.tallies)),
    )


def unlike(hall: Hall, seal: DaySealed) -> str:
    """What is wrong with a seal that comes next in this hall, or empty: all is reckoned again."""
    told = seal.snapshot
    if told.hash != seal.hash:
        return "the snapshot does not have the hash it was sealed with"
    if told.version != SNAPSHOT_VERSION:
        return ""
    draw = visits_sealed if told.part == "visits" else dossiers_sealed
    if draw(hall, told.day, told.sealed_at) != told:
        return f"the sealed {told.part} of {told.day} are not what the facts before add up to"
    return ""


def dossiers_sealed(hall: Hall, day: date, at: int) -> Snapshot:
    """The dossiers on the newest day that anything happened to one."""
    shelf = hall.dossiers
    overdue = _overdue(shelf, day)
    names = sorted(
        shelf.today_of.keys() | {name for name, one in shelf.standing.items() if one.all}
    )
    whole = Standing(
        sum(one.in_process for one in shelf.standing.values()),
        sum(one.awaiting for one in shelf.standing.values()),
    )
    return Snapshot(
        version=SNAPSHOT_VERSION,
        serial=hall.seals.serial + 1,
        sealed_at=at,
        previous=hall.seals.hash,
        day=day,
        part="dossiers",
        dossiers=_dossiers("", shelf.today, whole, overdue.total()),
        by_department=tuple(
            _dossiers(
                name,
                shelf.today_of.get(name, DossierTally()),
                shelf.standing.get(name, Standing()),
                overdue[name],
            )
            for name in names
        ),
    )


def _visits(service: str, tally: Tally) -> SealedVisits:
    counts = counts_of_one(tally)
    fields = (name for name in SealedVisits.__struct_fields__ if name != "service")
    return SealedVisits(service=service, **{name: getattr(counts, name) for name in fields})


def _overdue(shelf: Shelf, day: date) -> Counter[str]:
    """By department, the dossiers whose clock runs though their due day is over."""
    found: Counter[str] = Counter()
    for line in shelf.due.values():
        for _, name in line:
            dossier = shelf.every[name]
            if dossier.due_day > day:
                break
            found[dossier.counted_for] += 1
    return found


def _dossiers(
    department: str, today: DossierTally, standing: Standing, overdue: int
) -> SealedDossiers:
    left = (
        today.early + today.on_time + today.late + today.refused + today.withdrawn + today.stopped
    )
    return SealedDossiers(
        department=department,
        carried_over=standing.all + left - today.received,
        received=today.received,
        finished_early=today.early,
        finished_on_time=today.on_time,
        finished_late=today.late,
        in_process_in_time=standing.in_process - overdue,
        in_process_overdue=overdue,
        awaiting_supplement=standing.awaiting,
        refused=today.refused,
        withdrawn=today.withdrawn,
        stopped=today.stopped,
        returned=today.returned,
    )
