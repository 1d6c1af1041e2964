"""Receiving a dossier: its code, its times, and when it is due by the rules of its day."""

from hashlib import sha256
from typing import NamedTuple

import msgspec

from hallctl.core import commands, events
from hallctl.core.catalogue import Procedure
from hallctl.core.circumstances import Circumstances, Facts
from hallctl.core.deadlines import Reckoner, Reckoning, Term
from hallctl.core.deciding.slip_decisions import slip_ordered
from hallctl.core.dossier_codes import is_agency, make_code
from hallctl.core.dossier_time import moment, to_the_minute, wall_clock
from hallctl.core.guards import spoken_language
from hallctl.core.guards.dossier_guards import act_of, day_worked, dossier_day, handled_procedure
from hallctl.core.hall import Hall
from hallctl.core.numbers_known import next_code
from hallctl.core.plan import Plan
from hallctl.core.refusals import Refusal, Refused


class _Times(NamedTuple):
    presented_at: int
    complete_at: int


def receive_dossier(hall: Hall, wish: commands.ReceiveDossier, by: Circumstances) -> Facts:
    rules, day = by.plan.dossiers, dossier_day(hall, by)
    if not is_agency(rules.agency):
        raise Refused(Refusal.NO_AGENCY_CODE)
    procedure = handled_procedure(wish.procedure, by, day)
    if wish.visit is not None and wish.visit not in hall.tickets:
        raise Refused(Refusal.UNKNOWN_VISIT, visit=wish.visit)
    times = _times(wish, by.at)
    due = _due(wish, times.complete_at, procedure, by.plan)
    serial = next_code(hall, rules.agency, day)
    act = act_of(hall, make_code(rules.agency, day, serial), wish.counter, by)
    calendar = calendar_name(by.plan)
    yield from _adopted(hall, calendar, by)
    yield events.DossierReceived(
        **act,
        agency=rules.agency,
        serial=serial,
        procedure=procedure.procedure,
        department=procedure.department,
        field=procedure.field,
        service=procedure.service,
        channel=wish.channel,
        return_by=wish.return_by or wish.channel,
        visit=wish.visit or "",
        papers=wish.papers,
        presented_at=times.presented_at,
        complete_at=times.complete_at,
        term=procedure.term(wish.channel),
        rules=rules.deadline_rules(procedure),
        calendar=calendar,
        due_at=moment(due.due_at, by.plan.timezone),
        due_day=due.due_at.date(),
        last_day=due.last_day,
    )
    if wish.channel == "counter" and by.actor.prints:
        yield _receipt(hall, wish, act["dossier"], by)


def _adopted(hall: Hall, calendar: str, by: Circumstances) -> Facts:
    """The first dossier under a calendar brings its whole content into the journal."""
    if calendar not in hall.dossiers.calendars:
        hours = by.plan.dossiers.calendar
        yield events.CalendarAdopted(
            at=by.at, calendar=calendar, timezone=by.plan.timezone, hours=hours
        )


def _receipt(
    hall: Hall, wish: commands.ReceiveDossier, dossier: str, by: Circumstances
) -> events.Event:
    """The slip that the citizen takes home, in the language of their visit."""
    language = hall.tickets[wish.visit].language if wish.visit is not None else None
    return slip_ordered(hall, "receipt", dossier, spoken_language(language, by.plan), by)


def foreseen_due(hall: Hall, wish: commands.ReceiveDossier, by: Circumstances) -> Reckoning:
    """When the dossier would be due if it were received so. Raises :class:`Refused`."""
    procedure = handled_procedure(wish.procedure, by, dossier_day(hall, by))
    return _due(wish, _times(wish, by.at).complete_at, procedure, by.plan)


def reckoned(procedure: Procedure, term: Term, complete_at: int, plan: Plan) -> Reckoning:
    """When a dossier received complete at that time (ms) is due by today's plan, in local time."""
    reckoner = Reckoner(term, plan.dossiers.deadline_rules(procedure), plan.dossiers.calendar)
    return reckoner.due(wall_clock(complete_at, plan.timezone))


def calendar_name(plan: Plan) -> str:
    """A name for the content of the plan's calendar: the same content, the same name."""
    hours = plan.dossiers.calendar
    content = (
        plan.timezone,
        sorted(hours.week.items()),
        sorted(hours.days_off.items()),
        sorted(hours.days_worked.items()),
        hours.swapped_week,
    )
    return sha256(msgspec.json.encode(content)).hexdigest()[:16]


def _times(wish: commands.ReceiveDossier, now: int) -> _Times:
    complete_at = now if wish.complete_at is None else wish.complete_at
    presented_at = complete_at if wish.presented_at is None else wish.presented_at
    if complete_at < presented_at:
        raise Refused(
            Refusal.COMPLETE_BEFORE_PRESENTED, presented_at=presented_at, complete_at=complete_at
        )
    if complete_at > now:
        raise Refused(Refusal.RECEIPT_IN_THE_FUTURE, complete_at=complete_at)
    return _Times(presented_at, complete_at)


def _due(
    wish: commands.ReceiveDossier, complete_at: int, procedure: Procedure, plan: Plan
) -> Reckoning:
    """By the term, or on the day promised, which may only be earlier."""
    term = procedure.term(wish.channel)
    by_term = reckoned(procedure, term, complete_at, plan) if term else None
    if wish.due_at is None:
        if by_term is None:
            raise Refused(Refusal.UNKNOWN_TERM, procedure=procedure.procedure, channel=wish.channel)
        return by_term
    if to_the_minute(wish.due_at) <= complete_at:
        raise Refused(Refusal.DUE_BEFORE_RECEIPT, due_at=wish.due_at, complete_at=complete_at)
    promised = wall_clock(wish.due_at, plan.timezone)
    day_worked(promised.date(), wish.due_at, plan.dossiers.calendar)
    if by_term and promised > by_term.due_at:
        latest = moment(by_term.due_at, plan.timezone)
        raise Refused(Refusal.DUE_AFTER_TERM, due_at=wish.due_at, latest_at=latest)
    return Reckoning(promised, promised.date(), ())
