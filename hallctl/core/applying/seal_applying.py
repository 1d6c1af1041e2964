"""What a seal changes in the hall: the chain goes on from it."""

from hallctl.core.events.seal_events import DaySealed
from hallctl.core.hall import Hall


def day_sealed(hall: Hall, event: DaySealed) -> None:
    """Keep the newest snapshot of its part."""
    seals, snapshot = hall.seals, event.snapshot
    seals.serial = snapshot.serial
    seals.hash = event.hash
    if snapshot.part == "visits":
        seals.visits = snapshot
    else:
        seals.dossiers = snapshot
