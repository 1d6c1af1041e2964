"""Fees are charged from the catalogue or by hand, paid once, corrected and cancelled in the open."""

from hallctl.core import commands, events
from hallctl.core.circumstances import Circumstances, Facts
from hallctl.core.dossier_time import wall_clock
from hallctl.core.guards.dossier_guards import act_of, known_dossier
from hallctl.core.hall import Hall
from hallctl.core.hall.dossier import Dossier
from hallctl.core.hall.fee_book import Fee, FeeState
from hallctl.core.refusals import Refusal, Refused

CATALOGUE, TYPED = "catalogue", "typed"
LEAST_EXACT = 5000
"""Listings below mean a page, or a percentage."""
FREE = frozenset({"", "không", "không có", "không thu", "không có phí", "miễn phí"})
"""Notes that only say what an amount of 0 says."""
FEE_NAME = "Phí, lệ phí"


def charge_fee(hall: Hall, wish: commands.ChargeFee, by: Circumstances) -> Facts:
    dossier = known_dossier(hall, wish.dossier)
    fees = hall.office.fees.of(dossier.dossier)
    if wish.amount is None:
        amount, source = catalogue_fee(dossier, by), CATALOGUE
        if any(fee.source == CATALOGUE and fee.state is not FeeState.CANCELLED for fee in fees):
            raise Refused(Refusal.FEE_CHARGED_BEFORE, dossier=dossier.dossier)
    else:
        amount, source = wish.amount, TYPED
    yield events.FeeCharged(
        **act_of(hall, dossier.dossier, wish.counter, by),
        fee=len(fees) + 1,
        name=wish.name or FEE_NAME,
        amount=amount,
        source=source,
    )


def catalogue_fee(dossier: Dossier, by: Circumstances) -> int:
    """What the catalogue of the day of receipt says, if it says it exactly."""
    rules = by.plan.dossiers
    received = wall_clock(dossier.complete_at, by.plan.timezone).date()
    procedure = rules.procedure_on(dossier.procedure, received)
    offer = procedure.offers.get(dossier.channel) if procedure else None
    fee = (offer.fee if offer else None) or (
        procedure.offers["counter"].fee if procedure and "counter" in procedure.offers else None
    )
    if fee is None:
        raise Refused(Refusal.FEE_NOT_EXACT, procedure=dossier.procedure, note="")
    if not fee.amount and fee.note.strip(" .").lower() in FREE:
        raise Refused(Refusal.NO_FEE, procedure=dossier.procedure)
    is_exact = fee.currency == "VND" and fee.amount >= LEAST_EXACT and fee.amount == int(fee.amount)
    if not is_exact or fee.note:
        raise Refused(Refusal.FEE_NOT_EXACT, procedure=dossier.procedure, note=fee.note[:200])
    return int(fee.amount)


def correct_fee(hall: Hall, wish: commands.CorrectFee, by: Circumstances) -> Facts:
    dossier, fee = _fee(hall, wish.dossier, wish.fee)
    if fee.amount == wish.amount:
        raise Refused(Refusal.FEE_IS_SO, dossier=dossier, fee=fee.fee, amount=fee.amount)
    is_paid = fee.state is FeeState.PAID
    yield events.FeeCorrected(
        **act_of(hall, dossier, wish.counter, by),
        fee=fee.fee,
        was=fee.amount,
        amount=wish.amount,
        settled=wish.amount - fee.amount if is_paid else 0,
        method=(wish.method or fee.method) if is_paid else "",
        reason=wish.reason,
    )


def pay_fees(hall: Hall, wish: commands.PayFees, by: Circumstances) -> Facts:
    dossier = known_dossier(hall, wish.dossier).dossier
    wanted = [_fee(hall, dossier, number)[1] for number in dict.fromkeys(wish.fees)]
    for fee in wanted:
        if fee.state is FeeState.PAID:
            raise Refused(Refusal.FEE_PAID_BEFORE, dossier=dossier, fee=fee.fee)
    due = wanted or hall.office.fees.due(dossier)
    if not due:
        raise Refused(Refusal.NOTHING_DUE, dossier=dossier)
    for fee in due:
        yield events.FeePaid(
            **act_of(hall, dossier, wish.counter, by),
            fee=fee.fee,
            amount=fee.amount,
            method=wish.method,
        )


def cancel_fee(hall: Hall, wish: commands.CancelFee, by: Circumstances) -> Facts:
    dossier, fee = _fee(hall, wish.dossier, wish.fee)
    is_paid = fee.state is FeeState.PAID
    yield events.FeeCancelled(
        **act_of(hall, dossier, wish.counter, by),
        fee=fee.fee,
        amount=fee.amount,
        paid_back=fee.amount if is_paid else 0,
        method=(wish.method or fee.method) if is_paid else "",
        reason=wish.reason,
    )


def _fee(hall: Hall, text: str, number: int) -> tuple[str, Fee]:
    """A fee that was not cancelled."""
    dossier = known_dossier(hall, text).dossier
    fees = hall.office.fees.of(dossier)
    if not 1 <= number <= len(fees):
        raise Refused(Refusal.UNKNOWN_FEE, dossier=dossier, fee=number)
    fee = fees[number - 1]
    if fee.state is FeeState.CANCELLED:
        raise Refused(Refusal.FEE_CANCELLED, dossier=dossier, fee=number)
    return dossier, fee
