"""Forms filled from a dossier's facts: only what has happened is told, in names and local time."""

from datetime import datetime

import msgspec
import pytest

from hallctl.core.deadlines import Term
from hallctl.core.dossier_life import Punctuality
from hallctl.forms.citizen_forms import (
    ApologyForm,
    ReceiptForm,
    RefusalForm,
    StopForm,
    SupplementForm,
)
from hallctl.forms.filling import Act, DossierFacts, filled
from hallctl.forms.parts import Person
from hallctl.forms.tracking_forms import ControlSlip

HALL, JUSTICE, LAND = "Trung tâm", "Sở Tư pháp", "Sở Đất đai"


def at(day: int, hour: int = 9) -> datetime:
    return datetime(2026, 10, day, hour)  # noqa: DTZ001 - the hall's wall clock


FACTS = DossierFacts(
    authority="Ủy ban",
    hall=HALL,
    place="Bình Minh",
    dossier="H15.50-261008-0975",
    link="http://hall/d/x",
    applicant=Person(name="Nguyễn Thị Hoa"),
    procedure="Đăng ký khai sinh",
    papers=("Tờ khai", "Giấy chứng sinh"),
    term=Term(5, "working_day"),
    received=at(7, 15),
    registered=at(8),
    due=at(15),
    collect_at=HALL,
    official="lan",
    department=JUSTICE,
    serial="0975",
)


def after(*acts: Act) -> DossierFacts:
    return msgspec.structs.replace(FACTS, acts=acts)


def test_the_receipt_tells_of_the_reception() -> None:
    form = filled("01", FACTS)
    assert isinstance(form, ReceiptForm)
    assert form.heading.issued == at(8).date(), "the day it was given its code"
    assert (form.heading.number, form.entry, form.official) == ("0975", "0975", "lan")
    assert (form.received, form.due) == (at(7, 15), at(15))


@pytest.mark.parametrize("number", ["02", "03", "04", "05"])
def test_of_what_never_happened_there_is_no_form(number: str) -> None:
    assert filled(number, FACTS) is None
    assert filled(number, after(Act(step="forward", at=at(9), official="lan"))) is None


@pytest.mark.parametrize("number", ["00", "07", "1", ""])
def test_what_is_no_dossier_s_form_is_none(number: str) -> None:
    assert filled(number, FACTS) is None


def test_a_supplement_lists_each_line_of_the_reason_and_the_last_request_counts() -> None:
    first = Act(step="request_supplement", at=at(9), official="lan", reason="Tờ khai")
    last = Act(step="request_supplement", at=at(10), official="minh", reason="Bản dịch\n\nChữ ký")
    form = filled("02", after(first, last))
    assert isinstance(form, SupplementForm)
    assert form.needs == ("Bản dịch", "Chữ ký")
    assert (form.official, form.contact.name) == ("minh", "minh")
    assert form.heading.issued == at(10).date()


def test_needs_of_their_own_leave_the_reason_to_say_why() -> None:
    act = Act(step="request_supplement", at=at(9), official="lan", needs=("Bản dịch",), reason="Mờ")
    form = filled("02", after(act))
    assert isinstance(form, SupplementForm)
    assert (form.needs, form.reason) == (("Bản dịch",), "Mờ")


def test_a_refusal_and_a_stop_give_their_reasons() -> None:
    refusal = filled("03", after(Act(step="refuse", at=at(9), official="lan", reason="Đã cấp")))
    assert isinstance(refusal, RefusalForm)
    assert refusal.reason == "Đã cấp"
    stop = filled("05", after(Act(step="stop", at=at(9), official="lan", reason="Theo đơn")))
    assert isinstance(stop, StopForm)
    assert (stop.reason, stop.stopped, stop.papers_back) == ("Theo đơn", at(9), FACTS.papers)


def test_an_apology_names_the_day_promised_before_and_the_new_one() -> None:
    resumed = Act(step="resume", at=at(10), official="lan", due=at(19))
    delay = Act(step="reappoint", at=at(12), official="lan", reason="Chờ", due=at(26))
    form = filled("04", after(resumed, delay))
    assert isinstance(form, ApologyForm)
    assert (form.due, form.new_due, form.agency) == (at(19), at(26), JUSTICE)
    alone = filled("04", after(delay))
    assert isinstance(alone, ApologyForm)
    assert alone.due == FACTS.due


def test_the_control_slip_has_a_row_for_each_hand_over() -> None:
    form = filled(
        "06",
        after(
            Act(step="forward", at=at(8), official="lan", department=JUSTICE),
            Act(step="take_up", at=at(9), official="minh"),
            Act(step="forward", at=at(10), official="minh", department=LAND),
            Act(step="finish", at=at(16), official="hoa"),
            Act(step="return", at=at(17), official="lan"),
        ),
    )
    assert isinstance(form, ControlSlip)
    assert [(one.giver, one.taker, one.result) for one in form.hand_overs] == [
        (HALL, JUSTICE, Punctuality.EARLY),
        (JUSTICE, LAND, Punctuality.EARLY),
        (LAND, HALL, Punctuality.LATE),
    ]
    assert form.blank_rows


def test_what_was_finished_at_the_counter_was_handed_to_nobody() -> None:
    form = filled("06", after(Act(step="finish", at=at(9), official="lan")))
    assert isinstance(form, ControlSlip)
    assert form.hand_overs == ()


def test_a_result_in_the_time_that_a_supplement_gave_is_not_late() -> None:
    form = filled(
        "06",
        after(
            Act(step="forward", at=at(8), official="lan", department=JUSTICE),
            Act(step="resume", at=at(10), official="lan", due=at(19)),
            Act(step="finish", at=at(16), official="hoa"),
        ),
    )
    assert isinstance(form, ControlSlip)
    assert form.hand_overs[-1].result is Punctuality.EARLY
