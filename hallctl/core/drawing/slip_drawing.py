"""Slips as they come out of a station's printer, drawn from what they tell of as it stands now."""

from collections.abc import Callable
from typing import NamedTuple

from hallctl.core import views
from hallctl.core.deciding.procedure_slips import no_page, procedure_list
from hallctl.core.deciding.trial_slips import trial_paper
from hallctl.core.dossier_time import wall_clock
from hallctl.core.drawing.dossier_drawing import procedure_name
from hallctl.core.drawing.heading import head_of
from hallctl.core.hall import Hall, Slip
from hallctl.core.paper import Document
from hallctl.core.plan import Plan
from hallctl.core.slips.fee_slips import fee_slip_paper
from hallctl.core.slips.manifest_paper import run_manifest_paper
from hallctl.core.slips.receipt_paper import ReceiptSlip, receipt_paper

LinkTo = Callable[[str], str]


class PrintingStation(NamedTuple):
    """A station and where it prints; both empty for whoever shows no token."""

    station: str = ""
    printer: str = ""


class SlipArtist:
    """Draws what each station has to print besides tickets."""

    def __init__(self, hall: Hall, plan: Plan, link_to: LinkTo, page_of: LinkTo = no_page) -> None:
        """``link_to`` gives a dossier's own status page, ``page_of`` a procedure's."""
        self._hall = hall
        self._plan = plan
        self._link_to = link_to
        self._page_of = page_of

    def slips(self, at: int, of: PrintingStation) -> views.SlipsView:
        """The station's own slips, oldest first."""
        return views.SlipsView(
            **head_of(self._hall, self._plan, at),
            station=of.station,
            printer=of.printer,
            jobs=self.jobs(at, of.station),
        )

    def jobs(self, at: int, station: str) -> tuple[views.SlipJob, ...]:
        """What the station holds, oldest first; nothing for a station without a name."""
        waiting = self._hall.slips.values() if station else ()
        return tuple(self._job(slip, at) for slip in waiting if slip.holder == station)

    def _job(self, slip: Slip, at: int) -> views.SlipJob:
        return views.SlipJob(
            slip=slip.slip,
            kind=slip.kind,
            dossier=slip.dossier,
            station=slip.holder,
            fault=slip.fault,
            document=self._paper(slip, at),
            attempt=slip.attempt - bool(slip.asked_of),
            is_held=slip.is_held,
            is_asked_back=bool(slip.asked_of),
        )

    def _paper(self, slip: Slip, at: int) -> Document:
        match slip.kind:
            case "fee":
                return fee_slip_paper(self._hall, self._plan, slip.dossier, slip.language)
            case "procedure":
                return procedure_list(self._plan, slip, at, self._page_of)
            case "manifest":
                return run_manifest_paper(self._hall, self._plan, slip)
            case "trial":
                link = self._page_of("")
                return trial_paper(self._plan, slip.language, slip.ordered_at, link)
            case "receipt":
                return self._receipt(slip)

    def _receipt(self, slip: Slip) -> Document:
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
            authority=self._plan.authority,
        )
        return receipt_paper(receipt, slip.language, self._plan.papers.receipt)
