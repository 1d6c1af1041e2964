"""A dossier's fee slip as it stands now: what is due, and the account it goes to."""

import re

from hallctl.core.hall import Hall
from hallctl.core.hall.fee_book import Fee, FeeState
from hallctl.core.paper import Document, Text
from hallctl.core.plan import Plan
from hallctl.core.refusals import Refusal, Refused
from hallctl.core.slips.fee_paper import FeeLine, FeeSlip, PayTo, fee_paper

LONGEST_PURPOSE = 25
_NO_PURPOSE = re.compile(r"[^A-Za-z0-9 .-]")


def payable(hall: Hall, dossier: str, plan: Plan) -> None:
    """Refuse a slip that would ask for nothing, or name no account."""
    if not hall.office.fees.due(dossier):
        raise Refused(Refusal.NOTHING_DUE, dossier=dossier)
    if not plan.fees.bank:
        raise Refused(Refusal.NO_ACCOUNT)


def pay_to(plan: Plan) -> PayTo:
    """The hall's account."""
    rules = plan.fees
    return PayTo(
        bank=rules.bank, bank_name=rules.bank_name, account=rules.account, holder=rules.holder
    )


def purpose_of(dossier: str) -> str:
    """What the bank statement tells: the code, or its end where it is too long."""
    return _NO_PURPOSE.sub("", dossier)[-LONGEST_PURPOSE:].strip(" ")


def fee_slip_paper(hall: Hall, plan: Plan, dossier: str, language: str) -> Document:
    """What is due; if it was paid while the paper was waited for, what was."""
    fees = hall.office.fees
    shown = fees.due(dossier) or [one for one in fees.of(dossier) if _is_paid(one)]
    if not shown or not plan.fees.bank:
        return Document((Text(plan.hall.spoken_in(language)), Text(dossier)))
    slip = FeeSlip(
        hall=plan.hall,
        dossier=dossier,
        lines=tuple(FeeLine(fee.name, fee.amount) for fee in shown),
        pay_to=pay_to(plan),
        purpose=purpose_of(dossier),
    )
    return fee_paper(slip, language)


def _is_paid(fee: Fee) -> bool:
    return fee.state is FeeState.PAID
