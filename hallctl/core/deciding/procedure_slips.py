"""A procedure's list on a kiosk's own paper: asked for, and what is on it."""

from collections.abc import Callable
from datetime import date

from hallctl.core import commands, events
from hallctl.core.catalogue import Procedure
from hallctl.core.circumstances import Circumstances, Facts
from hallctl.core.dossier_time import wall_clock
from hallctl.core.guards import spoken_language
from hallctl.core.hall import Hall, Slip
from hallctl.core.paper import Document
from hallctl.core.plan import Plan
from hallctl.core.refusals import Refusal, Refused
from hallctl.core.slips.procedure_paper import procedure_paper

PROCEDURE = "procedure"
LinkTo = Callable[[str], str]


def no_page(_procedure: str) -> str:
    """Where procedures have no page of their own."""
    return ""


def print_procedure(hall: Hall, wish: commands.PrintProcedure, by: Circumstances) -> Facts:
    if by.plan.dossiers.procedure_on(wish.procedure, by.today) is None:
        raise Refused(Refusal.UNKNOWN_PROCEDURE, procedure=wish.procedure)
    if not by.actor.prints:
        raise Refused(Refusal.NO_PRINTER, station=by.actor.name)
    waiting = [one.procedure for one in hall.slips.values() if one.holder == by.actor.name]
    if wish.procedure in waiting:
        raise Refused(Refusal.SLIP_WAITS, procedure=wish.procedure, station=by.actor.name)
    yield events.SlipOrdered(
        at=by.at,
        slip=f"{wish.procedure}-{PROCEDURE}-{hall.journal_number + 1}",
        kind="procedure",
        dossier="",
        station=by.actor.name,
        language=spoken_language(wish.language, by.plan),
        procedure=wish.procedure,
    )


def procedure_list(plan: Plan, slip: Slip, at: int, page_of: LinkTo) -> Document:
    """The list that a slip brings, as the procedure is on the day of ``at`` (ms)."""
    today = wall_clock(at, plan.timezone).date()
    procedure = _procedure(plan, slip.procedure, today)
    return procedure_paper(procedure, plan, page_of(slip.procedure), slip.language)


def _procedure(plan: Plan, code: str, today: date) -> Procedure:
    """The procedure, or its bare code where the catalogue has dropped it since."""
    return plan.dossiers.procedure_on(code, today) or Procedure(procedure=code, name=code)
