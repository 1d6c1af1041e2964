"""Opens the business day by itself, in halls that wish so."""

import asyncio
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from hallctl.command_ids import new_command_id
from hallctl.controller import Controller
from hallctl.core.commands import OpenDay
from hallctl.core.permissions import Actor, Role
from hallctl.core.plan import Plan

BEFORE = timedelta(minutes=30)
"""Citizens may take numbers this long before the first shift."""
LOOK_EVERY_S = 20.0

HALL = Actor("hall", Role.HALL)


async def keep_timetable(controller: Controller, plan: Plan) -> None:
    """Send OpenDay when a working day's first shift is near; never returns."""
    while True:
        local = datetime.fromtimestamp(controller.now() / 1000, ZoneInfo(plan.timezone))
        if is_due(controller, plan, local):
            await controller.submit(OpenDay(command_id=new_command_id()), HALL)
        await asyncio.sleep(LOOK_EVERY_S)


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
