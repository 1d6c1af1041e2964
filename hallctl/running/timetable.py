"""What the hall does by the clock: opens the day, ends the time of no-shows, releases
appointments that nobody came for, seals what is over.

What is due is read off the hall at every look, so a restart forgets nothing; each wish has the
one id of its ticket and its time, so it happens once however often it is asked.
"""

import asyncio
from datetime import datetime
from zoneinfo import ZoneInfo

from hallctl.command_ids import due_command_id, new_command_id
from hallctl.controller import Controller
from hallctl.core.commands import (
    Command,
    EndIssuing,
    EndNoShow,
    OpenDay,
    ReleaseAppointment,
    RemindAppointment,
    ReturnNoShow,
    SealDay,
)
from hallctl.core.deciding.appointment_decisions import due_releases, due_reminders, late_at
from hallctl.core.deciding.no_shows import due_no_shows
from hallctl.core.deciding.seal_decisions import unsealed_day
from hallctl.core.hall import Hall
from hallctl.core.offering import closing_at
from hallctl.core.opening_hours import BEFORE
from hallctl.core.permissions import Actor, Role
from hallctl.core.plan import Plan

LOOK_EVERY_S = 5.0

HALL = Actor("hall", Role.HALL)


async def keep_timetable(controller: Controller, plan: Plan) -> None:
    """Ask the hall for whatever is due; never returns."""
    while True:
        local = datetime.fromtimestamp(controller.now() / 1000, ZoneInfo(plan.timezone))
        if is_due(controller, plan, local):
            await controller.submit(OpenDay(command_id=new_command_id()), HALL)
        await keep_no_shows(controller, plan)
        await keep_appointments(controller, plan)
        if unsealed_day(controller.hall, local.date()):
            await controller.submit(SealDay(command_id=new_command_id()), HALL)
        await asyncio.sleep(LOOK_EVERY_S)


async def keep_no_shows(controller: Controller, plan: Plan) -> None:
    """Put back or end the no-shows whose time is over, as the hall's settings say."""
    for wish in due_wishes(controller.hall, plan, controller.now()):
        await controller.submit(wish, HALL)


async def keep_appointments(controller: Controller, plan: Plan) -> None:
    """Release those nobody came for, and remind of those that are near."""
    for wish in due_appointments(controller.hall, plan, controller.now()):
        await controller.submit(wish, HALL)


def due_appointments(hall: Hall, plan: Plan, at: int) -> list[Command]:
    """What the hall asks itself about appointments now."""
    rules, wishes = plan.appointments, list[Command]()
    for one in due_releases(hall, rules, at):
        command_id = due_command_id(late_at(one, rules), f"ReleaseAppointment {one.appointment}")
        wishes.append(ReleaseAppointment(command_id=command_id, appointment=one.appointment))
    for one in due_reminders(hall, rules, at):
        command_id = due_command_id(one.starts_at, f"RemindAppointment {one.appointment}")
        wishes.append(RemindAppointment(command_id=command_id, appointment=one.appointment))
    return wishes


def due_wishes(hall: Hall, plan: Plan, at: int) -> list[Command]:
    """What the hall asks itself now; a refusal is as good as a grant, for somebody was faster."""
    wishes: list[Command] = []
    for due in due_no_shows(hall, plan.floor, at):
        kind = ReturnNoShow if due.returns else EndNoShow
        command_id = due_command_id(due.due_at, f"{kind.__name__} {due.ticket}")
        wishes.append(kind(command_id=command_id, ticket=due.ticket))
    closing = closing_at(plan, at)
    if closing is not None and _may_end_issuing(hall, plan) and hall.opened_at < closing <= at:
        wishes.append(EndIssuing(command_id=due_command_id(closing, "EndIssuing")))
    return wishes


def _may_end_issuing(hall: Hall, plan: Plan) -> bool:
    is_wished = plan.floor.at_closing != "open"
    return is_wished and hall.is_open and not hall.issuing_ended


def is_due(controller: Controller, plan: Plan, local: datetime) -> bool:
    """Whether the day of ``local`` should be open by now and never was."""
    shifts = plan.dossiers.calendar.shifts(local.date())
    if not plan.rules.opens_by_itself or not plan.shifts or not shifts:
        return False
    newest = controller.hall.business_day
    if newest and local.date() <= newest:
        return False
    opens = datetime.combine(local.date(), shifts[0].opens, local.tzinfo) - BEFORE
    closes = datetime.combine(local.date(), shifts[-1].closes, local.tzinfo)
    return opens <= local < closes
