"""Results that are with a carrier, or came back from one; what was only asked for is the dossier's."""

from datetime import date
from enum import StrEnum

import msgspec

from hallctl.core.catalogue import Channel
from hallctl.core.dossier_life import DossierState
from hallctl.core.hall.dossier import Dossier

POST: Channel = "post"


class DeliveryState(StrEnum):
    """Where a result that is carried home is."""

    ASKED = "asked"
    READY = "ready"
    HANDED_OVER = "handed_over"
    DELIVERED = "delivered"
    CAME_BACK = "came_back"


class Carried(msgspec.Struct, gc=False):
    """A result that left with a carrier; ``is_back`` when it came back."""

    batch: str
    carrier: str
    is_back: bool = False


class DeliveryBook(msgspec.Struct):
    """Changed by :mod:`hallctl.core.applying.delivery_applying` alone."""

    carried: dict[str, Carried] = {}
    """By dossier, until it is returned."""
    day: date | None = None
    batches: int = 0
    """How many left on that day."""

    def state_of(self, dossier: Dossier) -> DeliveryState | None:
        """Where its delivery stands, or None where none was asked for."""
        carried = self.carried.get(dossier.dossier)
        if dossier.state is DossierState.RETURNED:
            was_brought = dossier.return_by == POST and carried is None
            return DeliveryState.DELIVERED if was_brought else None
        if carried is not None:
            return DeliveryState.CAME_BACK if carried.is_back else DeliveryState.HANDED_OVER
        if dossier.return_by != POST:
            return None
        is_ready = dossier.state is DossierState.FINISHED
        return DeliveryState.READY if is_ready else DeliveryState.ASKED
