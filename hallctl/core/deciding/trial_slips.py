"""A trial ticket: what a kiosk's printer gives out when somebody sets it up. It is nobody's number."""

from typing import Literal

from hallctl.core import commands, events
from hallctl.core.circumstances import Circumstances, Facts
from hallctl.core.guards import spoken_language
from hallctl.core.hall import Hall, Ticket
from hallctl.core.hall.queueing import Place
from hallctl.core.paper import Document, Rule, Text
from hallctl.core.plan import Plan, Service, Words
from hallctl.core.refusals import Refusal, Refused
from hallctl.core.slips.ticket_paper import ticket_paper

TRIAL: Literal["trial"] = "trial"
NOT_A_NUMBER = Words("IN THỬ – không phải số thứ tự", "TRIAL PRINT – not a number")
SERIAL, AHEAD = 17, 4


def print_trial(hall: Hall, wish: commands.PrintTrial, by: Circumstances) -> Facts:
    if wish.station not in {*by.plan.slip_stations, *by.admitted_printers}:
        raise Refused(Refusal.NO_PRINTER_THERE, station=wish.station)
    if any(one.kind == TRIAL and one.holder == wish.station for one in hall.slips.values()):
        raise Refused(Refusal.PRINTS_THERE_ALREADY, ticket=TRIAL, station=wish.station)
    yield events.SlipOrdered(
        at=by.at,
        slip=f"{TRIAL}-{wish.station}-{hall.journal_number + 1}",
        kind=TRIAL,
        dossier="",
        station=wish.station,
        language=spoken_language(wish.language, by.plan),
    )


def trial_paper(plan: Plan, language: str, at: int, link: str) -> Document:
    """A ticket as this hall's kiosks print it, between two lines that say what it is."""
    ticket = example_ticket(plan.services[0], language, at)
    paper = ticket_paper(ticket, plan, link)
    said = Text(NOT_A_NUMBER.spoken_in(language), "normal", "bold")
    return Document((said, Rule(), *paper.blocks, Rule(), said))


def example_ticket(service: Service, language: str, at: int) -> Ticket:
    """A ticket of that service that nobody has taken."""
    number = f"{service.letter}{SERIAL:03}"
    return Ticket(
        ticket=number,
        visit=number,
        number=number,
        service=service.service,
        group="normal",
        language=language,
        station="",
        ahead=AHEAD,
        issued_at=at,
        place=Place(at, 0, number),
    )
