"""What may become of a complaint: filed, forwarded, refused, asked about, answered, published."""

from datetime import date
from typing import TypedDict

from hallctl.core import commands, events
from hallctl.core.circumstances import Circumstances, Facts
from hallctl.core.complaint_life import (
    ANSWER_DAYS,
    ASK_DAYS,
    DECIDE_DAYS,
    PUBLISH_DAYS,
    ComplaintStep,
    complaint_after,
)
from hallctl.core.deadlines import nth_working_day, working_days_between
from hallctl.core.hall import Hall
from hallctl.core.hall.complaint_shelf import Complaint
from hallctl.core.numbers_known import COMPLAINTS, next_code
from hallctl.core.plan import Plan
from hallctl.core.refusals import Refusal, Refused


class _Act(TypedDict):
    at: int
    complaint: str
    day: date
    by: str


def file_complaint(hall: Hall, wish: commands.FileComplaint, by: Circumstances) -> Facts:
    _known_places(wish.department, wish.counter, by.plan)
    ticket = hall.tickets.get(wish.visit) if wish.visit else None
    if wish.visit and ticket is None:
        raise Refused(Refusal.UNKNOWN_VISIT, visit=wish.visit)
    day = _day(hall, by)
    serial = next_code(hall, COMPLAINTS, day)
    counter = wish.counter or (ticket.counter if ticket else "")
    yield events.ComplaintFiled(
        **_act(hall, f"{COMPLAINTS}-{day:%y%m%d}-{serial:04}", by),
        serial=serial,
        about=wish.about,
        channel=wish.channel,
        department=wish.department or "",
        counter=counter,
        official=ticket.official if ticket and ticket.counter == counter else "",
        visit=wish.visit or "",
        digest=wish.digest,
        decide_by=_after(day, DECIDE_DAYS, by.plan),
        ask_by=_after(day, ASK_DAYS, by.plan),
        answer_by=_after(day, ANSWER_DAYS, by.plan),
    )


def forward_complaint(hall: Hall, wish: commands.ForwardComplaint, by: Circumstances) -> Facts:
    complaint = _that_may(hall, wish, ComplaintStep.FORWARD)
    _known_places(wish.department, None, by.plan)
    yield events.ComplaintForwarded(
        **_act(hall, complaint.complaint, by), department=wish.department or ""
    )


def refuse_complaint(hall: Hall, wish: commands.RefuseComplaint, by: Circumstances) -> Facts:
    complaint = _that_may(hall, wish, ComplaintStep.REFUSE)
    yield events.ComplaintRefused(**_act(hall, complaint.complaint, by), reason=wish.reason)


def ask_complainant(hall: Hall, wish: commands.AskComplainant, by: Circumstances) -> Facts:
    complaint = _that_may(hall, wish, ComplaintStep.ASK_MORE)
    yield events.ComplainantAsked(**_act(hall, complaint.complaint, by), question=wish.question)


def add_to_complaint(hall: Hall, wish: commands.AddToComplaint, by: Circumstances) -> Facts:
    complaint = _that_may(hall, wish, ComplaintStep.ADD_MORE)
    calendar = by.plan.dossiers.calendar
    stood = working_days_between(complaint.asked[-1].asked_on, _day(hall, by), calendar)
    yield events.ComplaintAdded(
        **_act(hall, complaint.complaint, by),
        digest=wish.digest,
        answer_by=nth_working_day(complaint.answer_by, stood, calendar),
    )


def answer_complaint(hall: Hall, wish: commands.AnswerComplaint, by: Circumstances) -> Facts:
    complaint = _that_may(hall, wish, ComplaintStep.ANSWER)
    yield events.ComplaintAnswered(
        **_act(hall, complaint.complaint, by),
        finding=wish.finding,
        digest=wish.digest,
        publish_by=_after(_day(hall, by), PUBLISH_DAYS, by.plan),
    )


def publish_answer(hall: Hall, wish: commands.PublishAnswer, by: Circumstances) -> Facts:
    complaint = _that_may(hall, wish, ComplaintStep.PUBLISH)
    yield events.AnswerPublished(**_act(hall, complaint.complaint, by))


def _day(hall: Hall, by: Circumstances) -> date:
    """The hall's date for complaints; a clock that steps back to yesterday does not turn it back."""
    return max(by.today, hall.complaints.day or by.today)


def _act(hall: Hall, complaint: str, by: Circumstances) -> _Act:
    return _Act(at=by.at, complaint=complaint, day=_day(hall, by), by=by.actor.name)


def _after(day: date, working_days: int, plan: Plan) -> date:
    return nth_working_day(day, working_days, plan.dossiers.calendar)


def _that_may(hall: Hall, wish: commands.ComplaintCommand, step: ComplaintStep) -> Complaint:
    complaint = hall.complaints.every.get(wish.complaint.strip().upper())
    if complaint is None:
        raise Refused(Refusal.UNKNOWN_COMPLAINT, complaint=wish.complaint)
    if complaint_after(complaint.state, step) is None:
        raise Refused(
            Refusal.COMPLAINT_NOT_ALLOWED,
            complaint=complaint.complaint,
            state=complaint.state,
            step=step,
        )
    return complaint


def _known_places(department: str | None, counter: str | None, plan: Plan) -> None:
    if department and all(one.department != department for one in plan.departments):
        raise Refused(Refusal.UNKNOWN_DEPARTMENT, department=department)
    if counter and plan.counter(counter) is None:
        raise Refused(Refusal.UNKNOWN_COUNTER, counter=counter)
