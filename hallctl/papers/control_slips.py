"""Form 06 of a dossier, from the ledger alone: it names nobody but officials."""

from datetime import datetime
from typing import NamedTuple

from hallctl.core.dossier_time import wall_clock
from hallctl.core.plan import Plan
from hallctl.forms.hand_overs import hand_overs
from hallctl.forms.parts import Heading
from hallctl.forms.tracking_forms import ControlSlip
from hallctl.ledger.dossiers.dossier_lookup import DossierRecord, DossierStepTaken


class _Act(NamedTuple):
    """A step by the hall's wall clock, with names instead of ids."""

    step: str
    at: datetime
    official: str
    department: str
    due: datetime | None


def control_slip(plan: Plan, record: DossierRecord) -> ControlSlip:
    """The slip as the dossier's recorded steps tell it."""
    received, *acts = (_act(plan, step) for step in record.steps)
    promised = received.due or _local(plan, record.due_at)
    return ControlSlip(
        heading=Heading(
            authority=plan.authority.vi,
            hall=plan.hall.vi,
            place=plan.place,
            issued=received.at.date(),
            number=f"{record.serial:04d}",
        ),
        dossier=record.dossier,
        agency=plan.department_name(record.department).vi,
        received=_local(plan, record.complete_at),
        due=promised,
        hand_overs=hand_overs(plan.hall.vi, promised, acts),
    )


def _act(plan: Plan, step: DossierStepTaken) -> _Act:
    to = plan.department_name(step.department).vi if step.department else ""
    due = _local(plan, step.due_at) if step.due_at is not None else None
    return _Act(step.step, _local(plan, step.at), step.official, to, due)


def _local(plan: Plan, at: int) -> datetime:
    return wall_clock(at, plan.timezone)
