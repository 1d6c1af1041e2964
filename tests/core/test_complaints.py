"""A complaint against its clocks: every step allowed or refused, and no way to be rid of one."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallctl.core import commands as c
from hallctl.core.complaint_life import (
    COMPLAINT_LIFE,
    ComplaintState,
    ComplaintStep,
    complaint_diagram,
)
from hallctl.core.hall.complaint_shelf import Complaint
from hallctl.core.permissions import Actor, Role
from hallctl.core.refusals import Refusal
from tests.core.one_day import OneDay, dump, replayed, wish
from tests.pages import DOCS, blocks

HALL = Actor("complaints", Role.HALL)
INSPECTOR = Actor("thanh-tra", Role.INSPECTOR)
WORDS, ANSWER = "a" * 64, "b" * 64
STEPS: dict[ComplaintStep, tuple[type[c.Command], dict[str, object]]] = {
    ComplaintStep.FORWARD: (c.ForwardComplaint, {"department": "justice"}),
    ComplaintStep.REFUSE: (c.RefuseComplaint, {"reason": "không thuộc thẩm quyền"}),
    ComplaintStep.ASK_MORE: (c.AskComplainant, {"question": "Lúc nào?"}),
    ComplaintStep.ADD_MORE: (c.AddToComplaint, {"digest": WORDS}),
    ComplaintStep.ANSWER: (c.AnswerComplaint, {"finding": "right", "digest": ANSWER}),
    ComplaintStep.PUBLISH: (c.PublishAnswer, {}),
}
WAYS = {
    ComplaintState.FILED: (),
    ComplaintState.REFUSED: (ComplaintStep.REFUSE,),
    ComplaintState.FORWARDED: (ComplaintStep.FORWARD,),
    ComplaintState.AWAITING_MORE: (ComplaintStep.ASK_MORE,),
    ComplaintState.ANSWERED: (ComplaintStep.FORWARD, ComplaintStep.ANSWER),
    ComplaintState.PUBLISHED: (ComplaintStep.FORWARD, ComplaintStep.ANSWER, ComplaintStep.PUBLISH),
}


def filed(day: OneDay, **about: object) -> Complaint:
    """A new complaint."""
    day.do(wish(c.FileComplaint, **{"about": "conduct", "digest": WORDS, **about}), HALL)
    return list(day.hall.complaints.every.values())[-1]


def take(day: OneDay, complaint: Complaint, step: ComplaintStep) -> Refusal | None:
    kind, more = STEPS[step]
    by = HALL if step is ComplaintStep.ADD_MORE else INSPECTOR
    refused = day.refusal(wish(kind, complaint=complaint.complaint, **more), by)
    return refused.refusal if refused else None


@pytest.mark.parametrize("state", ComplaintState)
@pytest.mark.parametrize("step", ComplaintStep)
def test_the_table_decides_every_step(
    day: OneDay, state: ComplaintState, step: ComplaintStep
) -> None:
    complaint = filed(day)
    for before in WAYS[state]:
        assert take(day, complaint, before) is None
    assert complaint.state is state
    leads_to = COMPLAINT_LIFE[state].get(step)
    assert take(day, complaint, step) is (None if leads_to else Refusal.COMPLAINT_NOT_ALLOWED)
    assert complaint.state is (leads_to or state)
    assert dump(replayed(day.facts)) == dump(day.hall)


def test_a_complaint_has_its_clocks_in_working_days(day: OneDay) -> None:
    complaint = filed(day)  # Monday 23 November 2026; Tuesday is a holiday
    assert complaint.complaint == "PA-261123-0001"
    assert complaint.decide_by == date(2026, 11, 26)
    assert complaint.ask_by == date(2026, 12, 1)
    assert complaint.answer_by == date(2026, 12, 15)
    assert complaint.due_by == complaint.decide_by
    take(day, complaint, ComplaintStep.FORWARD)
    assert complaint.due_by == complaint.answer_by
    take(day, complaint, ComplaintStep.ANSWER)
    assert complaint.due_by == date(2026, 11, 26)


def test_the_clock_stands_still_while_the_citizen_is_asked(day: OneDay) -> None:
    complaint = filed(day)
    take(day, complaint, ComplaintStep.ASK_MORE)
    assert complaint.due_by is None
    day.sleep(days=3)
    take(day, complaint, ComplaintStep.ADD_MORE)
    assert complaint.answer_by == date(2026, 12, 17)


def test_a_complaint_about_a_visit_knows_whom_it_is_about(day: OneDay) -> None:
    day.open("1")
    visit = day.issue().visit
    day.serve()
    complaint = filed(day, visit=visit)
    assert (complaint.counter, complaint.official) == ("1", "official-1")


def test_codes_start_again_every_day_and_none_is_given_twice(day: OneDay) -> None:
    codes = [filed(day).complaint, filed(day).complaint]
    day.sleep()
    codes.append(filed(day).complaint)
    assert codes == ["PA-261123-0001", "PA-261123-0002", "PA-261124-0001"]


@pytest.mark.parametrize(
    ("about", "refusal"),
    [
        ({"counter": "77"}, Refusal.UNKNOWN_COUNTER),
        ({"department": "royal"}, Refusal.UNKNOWN_DEPARTMENT),
        ({"visit": "2026-11-23-A099"}, Refusal.UNKNOWN_VISIT),
    ],
)
def test_a_complaint_is_about_something_the_hall_has(
    day: OneDay, about: dict[str, object], refusal: Refusal
) -> None:
    refused = day.refusal(wish(c.FileComplaint, about="other", digest=WORDS, **about), HALL)
    assert refused is not None
    assert refused.refusal is refusal


@pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.OFFICIAL, Role.HEAD, Role.ADMINISTRATOR])
@pytest.mark.parametrize("step", ComplaintStep)
def test_nobody_but_the_inspector_touches_a_complaint(
    day: OneDay, role: Role, step: ComplaintStep
) -> None:
    complaint = filed(day)
    kind, more = STEPS[step]
    refused = day.refusal(wish(kind, complaint=complaint.complaint, **more), Actor("x", role))
    assert refused is not None
    assert refused.refusal is Refusal.NOT_ALLOWED


@given(st.lists(st.sampled_from(ComplaintStep), max_size=12))
def test_whatever_is_done_a_complaint_is_never_gone(steps: list[ComplaintStep]) -> None:
    day = OneDay()
    complaint = filed(day)
    for step in steps:
        take(day, complaint, step)
        day.sleep()
    assert day.hall.complaints.every[complaint.complaint] is complaint
    assert complaint.state in COMPLAINT_LIFE
    assert (complaint in day.hall.complaints.open()) is bool(COMPLAINT_LIFE[complaint.state])


def test_the_docs_draw_the_table() -> None:
    assert blocks(DOCS / "complaints.md", "mermaid") == [complaint_diagram()]
