"""A counter's slips as they come out of its printer, drawn from the dossier as it stands now."""

from collections.abc import Callable
from typing import NamedTuple

from hallctl.core import views
from hallctl.core.dossier_drawing import procedure_name
from hallctl.core.dossier_time import wall_clock
from hallctl.core.fee_slips import fee_slip_paper
from hallctl.core.hall import Hall, Slip
from hallctl.core.heading import head_of
from hallctl.core.paper import Document
from hallctl.core.plan import Plan
from hallctl.core.receipt_paper import ReceiptSlip, receipt_paper


class PrintingStation(NamedTuple):
    """A station and where it prints; both empty for whoever shows no token."""

    station: str = ""
    printer: str = ""


class SlipArtist:
    """Draws what each station has to print besides tickets."""

    def __init__(self, hall: Hall, plan: Plan, link_to: Callable[[str], str]) -> None:
        """``link_to`` gives a dossier's own status page."""
        self._hall = hall
        self._plan = plan
        self._link_to = link_to

    def slips(self, at: int, of: PrintingStation) -> views.SlipsView:
        """The station's own slips, oldest first."""
        waiting = self._hall.slips.values() if of.station else ()
        return views.SlipsView(
            **head_of(self._hall, self._plan, at),
            station=of.station,
            printer=of.printer,
            jobs=tuple(
                self._job(slip) for slip in waiting if slip.station == of.station and slip.dossier
            ),
        )

    def _job(self, slip: Slip) -> views.SlipJob:
        return views.SlipJob(
            slip=slip.slip,
            kind=slip.kind,
            dossier=slip.dossier,
            station=slip.station,
            fault=slip.fault,
            document=self._paper(slip),
        )

    def _paper(self, slip: Slip) -> Document:
        if slip.kind == "fee":
            return fee_slip_paper(self._hall, self._plan, slip.dossier, slip.language)
        dossier = self._hall.dossiers.every[slip.dossier]
        zone = self._hall.dossiers.timezone(dossier)
        receipt = ReceiptSlip(
            hall=self._plan.hall,
            dossier=dossier.dossier,
            procedure=procedure_name(dossier, self._plan).spoken_in(slip.language),
            presented=wall_clock(dossier.presented_at or dossier.complete_at, zone),
            complete=wall_clock(dossier.complete_at, zone),
            due=wall_clock(dossier.due_at, zone),
            link=self._link_to(dossier.dossier),
        )
        return receipt_paper(receipt, slip.language)
