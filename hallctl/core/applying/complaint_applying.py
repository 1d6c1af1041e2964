"""Facts change the shelf of complaints: one small function a fact, and none of them may refuse."""

from collections.abc import Callable
from typing import Any

import msgspec

from hallctl.core import events
from hallctl.core.complaint_life import ComplaintState
from hallctl.core.hall import Hall
from hallctl.core.hall.complaint_shelf import Asked, Complaint


def _filed(hall: Hall, event: events.ComplaintFiled) -> None:
    shelf = hall.complaints
    shelf.day, shelf.serial = event.day, event.serial
    shelf.every[event.complaint] = Complaint(
        complaint=event.complaint,
        about=event.about,
        channel=event.channel,
        department=event.department,
        counter=event.counter,
        official=event.official,
        visit=event.visit,
        digest=event.digest,
        filed_at=event.at,
        filed_on=event.day,
        decide_by=event.decide_by,
        ask_by=event.ask_by,
        answer_by=event.answer_by,
        state_since=event.at,
    )


def _forwarded(hall: Hall, event: events.ComplaintForwarded) -> None:
    _move(hall, event, ComplaintState.FORWARDED).department = event.department


def _refused(hall: Hall, event: events.ComplaintRefused) -> None:
    _move(hall, event, ComplaintState.REFUSED).reason = event.reason


def _asked(hall: Hall, event: events.ComplainantAsked) -> None:
    complaint = _move(hall, event, ComplaintState.AWAITING_MORE)
    complaint.asked = (*complaint.asked, Asked(event.question, event.at, event.day))


def _added(hall: Hall, event: events.ComplaintAdded) -> None:
    complaint = _move(hall, event, ComplaintState.FORWARDED)
    *before, last = complaint.asked
    given = msgspec.structs.replace(last, digest=event.digest, given_at=event.at)
    complaint.asked = (*before, given)
    complaint.answer_by = event.answer_by


def _answered(hall: Hall, event: events.ComplaintAnswered) -> None:
    complaint = _move(hall, event, ComplaintState.ANSWERED)
    complaint.finding, complaint.answer = event.finding, event.digest
    complaint.answered_at, complaint.publish_by = event.at, event.publish_by


def _published(hall: Hall, event: events.AnswerPublished) -> None:
    _move(hall, event, ComplaintState.PUBLISHED).published_at = event.at


def _move(hall: Hall, event: events.ComplaintEvent, state: ComplaintState) -> Complaint:
    complaint = hall.complaints.every[event.complaint]
    complaint.state, complaint.state_since = state, event.at
    complaint.decided_at = complaint.decided_at or event.at
    return complaint


APPLY_TO_COMPLAINTS: dict[type[events.Event], Callable[[Hall, Any], None]] = {
    events.ComplaintFiled: _filed,
    events.ComplaintForwarded: _forwarded,
    events.ComplaintRefused: _refused,
    events.ComplainantAsked: _asked,
    events.ComplaintAdded: _added,
    events.ComplaintAnswered: _answered,
    events.AnswerPublished: _published,
}
"""How each fact about complaints changes a hall."""
