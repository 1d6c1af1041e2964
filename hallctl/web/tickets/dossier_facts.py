"""A dossier's facts in the words of official papers: names instead of ids, the hall's wall clock."""

from datetime import datetime
from typing import NamedTuple

from hallctl.applicants.applicant import Applicant
from hallctl.core.dossier_time import wall_clock
from hallctl.core.drawing.dossier_drawing import procedure_name
from hallctl.core.hall.dossier import Dossier
from hallctl.core.plan import Plan
from hallctl.forms.filling import Act, DossierFacts
from hallctl.forms.parts import Person
from hallctl.ledger.dossiers.dossier_lookup import DossierRecord, DossierStepTaken

RECEIVE = "receive"
BY_POST = "Bưu chính công ích"
ONLINE = "Cổng dịch vụ công"


class Sources(NamedTuple):
    """Where the facts come from: the hall in memory, and the ledger."""

    plan: Plan
    dossier: Dossier
    record: DossierRecord
    timezone: str
    link: str


def facts_of(sources: Sources, applicant: Applicant | None) -> DossierFacts:
    """What the forms tell; without an applicant dots are left for a pen."""
    plan, dossier, record = sources.plan, sources.dossier, sources.record
    local = [_act(step, sources) for step in record.steps]
    first = next((one for one in local if one.step == RECEIVE), None)
    return DossierFacts(
        authority=plan.authority.vi,
        hall=plan.hall.vi,
        place=plan.place,
        dossier=dossier.dossier,
        link=sources.link,
        applicant=_person(applicant),
        procedure=procedure_name(dossier, plan).vi,
        papers=dossier.papers,
        term=dossier.term,
        received=_local(dossier.complete_at, sources),
        registered=first.at if first else _local(dossier.complete_at, sources),
        due=first.due if first and first.due else _local(dossier.due_at, sources),
        collect_at=_collect_at(sources),
        official=record.official,
        department=plan.department_name(dossier.department).vi,
        serial=f"{record.serial:04d}",
        acts=tuple(one for one in local if one.step != RECEIVE),
    )


def _act(step: DossierStepTaken, sources: Sources) -> Act:
    to = step.department
    return Act(
        step=step.step,
        at=_local(step.at, sources),
        official=step.official,
        department=sources.plan.department_name(to).vi if to else "",
        reason=step.reason or "",
        needs=tuple((step.needs or "").splitlines()),
        due=_local(step.due_at, sources) if step.due_at is not None else None,
    )


def _collect_at(sources: Sources) -> str:
    match sources.dossier.return_by:
        case "post":
            return BY_POST
        case "online":
            return ONLINE
    return sources.plan.hall.vi


def _person(applicant: Applicant | None) -> Person:
    if applicant is None:
        return Person(name="")
    return Person(
        name=applicant.name,
        identity=applicant.identity,
        address=applicant.address,
        phone=applicant.phone,
        email=applicant.email,
    )


def _local(at: int, sources: Sources) -> datetime:
    return wall_clock(at, sources.timezone)
