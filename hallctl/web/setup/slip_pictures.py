"""Slips as pictures: the very dots that a printer of that width burns."""

from datetime import datetime
from io import BytesIO

import msgspec

from hallctl.core.deciding.trial_slips import example_ticket
from hallctl.core.paper import Document
from hallctl.core.plan import Plan
from hallctl.core.plan.paper_rules import PaperRules, SlipLook
from hallctl.core.slips.receipt_paper import ReceiptSlip, receipt_paper
from hallctl.core.slips.ticket_paper import ticket_paper
from hardware.slips.paper import Paper

EXAMPLE_AT = 1_795_140_000_000
"""The example's number was taken on 20 November 2026 at nine."""
TICKET_LINK = "http://192.0.2.10:8080/t/2026-11-20-A017-example"
DOSSIER_LINK = "http://192.0.2.10:8080/d/H17.32-261120-0017-example"


def example_paper(slip: str, plan: Plan, look: SlipLook | None, language: str) -> Document:
    """An example of the slip as it would look; without a look, as it does."""
    papers = plan.papers if look is None else _with(plan.papers, slip, look)
    shown = msgspec.structs.replace(plan, papers=papers)
    if slip == "receipt":
        return receipt_paper(_example_receipt(plan), language, papers.receipt)
    return ticket_paper(example_ticket(plan.services[0], language, EXAMPLE_AT), shown, TICKET_LINK)


def drawn(paper: Document, width: Paper) -> bytes:
    """The paper's dots as a PNG of one bit a dot."""
    # What drives printers takes a seventh of a second of every start, and few look at a preview.
    from hardware.printer.escpos_document import without_real_time_bytes  # noqa: PLC0415
    from hardware.slips.raster import draw_receipt  # noqa: PLC0415
    from hardware.slips.receipt import decode_receipt  # noqa: PLC0415

    out = BytesIO()
    picture = draw_receipt(decode_receipt(msgspec.json.encode(paper)), width)
    without_real_time_bytes(picture).save(out, "PNG")
    return out.getvalue()


def _with(papers: PaperRules, slip: str, look: SlipLook) -> PaperRules:
    return msgspec.structs.replace(papers, **{slip: look})


def _example_receipt(plan: Plan) -> ReceiptSlip:
    today = plan.dossiers.catalogues[-1].procedures if plan.dossiers.catalogues else {}
    longest = max((one.name for one in today.values() if one.service), key=len, default="–")
    return ReceiptSlip(
        hall=plan.hall,
        authority=plan.authority,
        dossier=f"{plan.dossiers.agency or 'H00'}-261120-0017",
        procedure=longest,
        presented=datetime(2026, 11, 20, 8, 55),  # noqa: DTZ001 - wall clock, as slips tell it
        complete=datetime(2026, 11, 20, 9, 0),  # noqa: DTZ001
        due=datetime(2026, 11, 27, 17, 0),  # noqa: DTZ001
        link=DOSSIER_LINK,
        collect_at=plan.hall.vi,
    )
