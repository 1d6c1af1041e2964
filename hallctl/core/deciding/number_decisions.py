"""A station has seen numbers that the journal has lost: they are passed over."""

from hallctl.core import commands, events
from hallctl.core.circumstances import Circumstances, Facts
from hallctl.core.hall import Hall
from hallctl.core.numbers_known import lost
from hallctl.core.refusals import Refusal, Refused


def pass_over_numbers(hall: Hall, wish: commands.PassOverNumbers, by: Circumstances) -> Facts:
    up_to = {} if wish.business_day > by.today else lost(hall, wish.business_day, wish.up_to)
    if not up_to:
        raise Refused(Refusal.NUMBERS_KNOWN)
    yield events.NumbersPassedOver(
        at=by.at, told_by=wish.told_by, business_day=wish.business_day, up_to=up_to
    )
