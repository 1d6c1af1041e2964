"""The hall's seals in memory: where their chain has come to, and what was sealed last."""

from datetime import date

import msgspec

from hallctl.core.events.seal_events import FIRST_SEAL, Snapshot


class Seals(msgspec.Struct):
    """Changed by :mod:`hallctl.core.applying.seal_applying` alone."""

    serial: int = 0
    hash: str = FIRST_SEAL
    visits: Snapshot | None = None
    """The newest snapshot of a day's visits."""
    dossiers: Snapshot | None = None
    """The newest snapshot of a day's dossiers."""

    def have_dossiers_of(self, day: date) -> bool:
        """Whether that day's dossiers, or a later day's, are sealed."""
        return self.dossiers is not None and self.dossiers.day >= day
