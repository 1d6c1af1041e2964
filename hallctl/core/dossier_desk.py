"""What an official sees of a dossier besides its page: how it came, and what may be done now."""

from datetime import date

import msgspec

from hallctl.core.catalogue import Channel
from hallctl.core.dossier_life import DOSSIER_LIFE, DossierStep
from hallctl.core.hall import Hall
from hallctl.core.hall.dossier import Dossier
from hallctl.core.plan import Plan, Words


class DepartmentChoice(msgspec.Struct, frozen=True):
    """A department by its id and name."""

    department: str
    name: Words


class DossierDesk(msgspec.Struct, frozen=True, kw_only=True):
    """How the dossier came, and the steps that its state and its day allow."""

    channel: Channel
    papers: tuple[str, ...]
    service: str
    department: str
    """Who has it, or will, by its id."""
    supplements: int
    """How often the citizen was asked for more."""
    may: tuple[str, ...]
    """Steps of :class:`hallctl.core.dossier_life.DossierStep`, in their order."""
    departments: tuple[DepartmentChoice, ...]
    """To whom it may be forwarded."""
    fees_due: int
    """What is to be paid, in đồng."""
    forms: tuple[str, ...]
    """Numbers of the official forms that can be printed."""
    delivery: str = ""
    """Where bringing its result home stands, or empty where nobody asked for that."""
    carrier: str = ""
    batch: str = ""
    """With whom and in which batch it left, if it did."""


def dossier_desk(hall: Hall, dossier: Dossier, plan: Plan, day: date) -> DossierDesk:
    """The dossier as it lies at a counter on that day of the hall."""
    carried = hall.office.deliveries.carried.get(dossier.dossier)
    return DossierDesk(
        channel=dossier.channel,
        papers=dossier.papers,
        service=dossier.service,
        department=dossier.department,
        supplements=dossier.supplements,
        may=tuple(step.value for step in DOSSIER_LIFE[dossier.state] if _may(dossier, step, day)),
        departments=tuple(DepartmentChoice(one.department, one.name) for one in plan.departments),
        fees_due=sum(fee.amount for fee in hall.office.fees.due(dossier.dossier)),
        forms=_forms(dossier),
        delivery=hall.office.deliveries.state_of(dossier) or "",
        carrier=carried.carrier if carried else "",
        batch=carried.batch if carried else "",
    )


def _may(dossier: Dossier, step: DossierStep, day: date) -> bool:
    """A new date is given once, and at the latest on the day before the due day."""
    is_new_date = step is DossierStep.REAPPOINT
    return not is_new_date or (not dossier.is_reappointed and day < dossier.due_day)


def _forms(dossier: Dossier) -> tuple[str, ...]:
    taken = set()
    step = dossier.last_step
    while step is not None:
        taken.add(step.step)
        step = step.before
    return ("01", *(form for form, step in _TELLS_OF.items() if step in taken), "06")


_TELLS_OF = {
    "02": DossierStep.REQUEST_SUPPLEMENT,
    "03": DossierStep.REFUSE,
    "04": DossierStep.REAPPOINT,
    "05": DossierStep.STOP,
}
