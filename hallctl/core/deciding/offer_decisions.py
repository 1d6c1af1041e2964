"""Pausing services, and the end of the day's numbers."""

from hallctl.core import commands, events
from hallctl.core.circumstances import Circumstances, Facts
from hallctl.core.guards import known_service, open_business_day
from hallctl.core.hall import Hall
from hallctl.core.life import TicketState
from hallctl.core.refusals import Refusal, Refused


def pause_service(_hall: Hall, wish: commands.PauseService, by: Circumstances) -> Facts:
    service = known_service(by.plan, wish.service).service
    if wish.until is not None and wish.until <= by.at:
        raise Refused(Refusal.PAUSE_IN_THE_PAST, service=service, until=wish.until)
    yield events.ServicePaused(
        at=by.at,
        service=service,
        vi=wish.message,
        en=wish.message_en or "",
        until=wish.until or 0,
    )


def offer_service(hall: Hall, wish: commands.OfferService, by: Circumstances) -> Facts:
    if wish.service not in hall.paused:
        known_service(by.plan, wish.service)
        raise Refused(Refusal.SERVICE_NOT_PAUSED, service=wish.service)
    yield events.ServiceOffered(at=by.at, service=wish.service)


def end_issuing(hall: Hall, _wish: commands.EndIssuing, by: Circumstances) -> Facts:
    """Those who wait are served, lapse, or keep their number for the next day, as settings say."""
    open_business_day(hall)
    if hall.issuing_ended:
        raise Refused(Refusal.ISSUING_ENDED)
    yield events.IssuingEnded(at=by.at)
    then = by.plan.floor.at_closing
    if then not in {"lapse", "tomorrow"}:
        return
    kind = events.TicketLapsed if then == "lapse" else events.TicketCarriedOver
    for ticket in hall.tickets.values():
        if ticket.state is TicketState.WAITING:
            yield kind(at=by.at, ticket=ticket.ticket, number=ticket.number)
