"""Every form shows what it was given: words, times, codes; on each paper, and the same each time."""

import re
import time
from collections.abc import Iterator
from datetime import timedelta
from enum import Enum

import msgspec
import pytest
from msgspec.structs import replace
from PIL import Image

from hallctl.core.deadlines import Term
from hallctl.forms.citizen_forms import ApologyForm, ReceiptForm
from hallctl.forms.drawing import NUMBERS, Form, Size, draw_form, sizes_of
from hallctl.forms.errors import FormError
from hallctl.forms.examples import CODE, LINK, examples
from hallctl.forms.parts import Authoriser, Person
from hallctl.forms.tracking_forms import ControlSlip, Register
from hardware.scanners.codes import read_codes
from tests.forms.pdf import letters, needs_poppler, pages_of, words_on

RECEIPT, SUPPLEMENT, REFUSAL, APOLOGY, STOP, SLIP, REGISTER = examples()
ON_EVERY_PAPER = [(form, size) for form in examples() for size in sizes_of(form)]
FASTEST_S = 0.3
NOT_SHOWN = {
    "02": frozenset({"identity"}),
    "04": frozenset({"address", "phone", "email", "sign"}),
    "05": frozenset({"address", "phone", "email"}),
}
"""What a person has and the official form has no line for."""
TABLE_PARTS = re.compile(r"[\s-]+")
"""Cells are read across, line by line, so that only words stay together."""


def texts_of(value: object, unseen: frozenset[str]) -> Iterator[str]:
    """Every text in a form, at any depth, apart from those parts."""
    match value:
        case Term() | Enum():
            return
        case str():
            yield value
        case tuple():
            for one in value:
                yield from texts_of(one, unseen)
        case msgspec.Struct():
            for name in value.__struct_fields__:
                if name not in unseen:
                    yield from texts_of(getattr(value, name), unseen)


def shown(text: str, pdf: bytes) -> bool:
    return letters(text).upper() in letters(words_on(pdf)).upper()


@needs_poppler
@pytest.mark.parametrize(("form", "size"), ON_EVERY_PAPER)
def test_a_form_shows_every_text_it_was_given(form: Form, size: Size) -> None:
    said = letters(words_on(draw_form(form, size))).upper()
    unseen = NOT_SHOWN.get(NUMBERS[type(form)], frozenset()) | {"link"}
    for text in texts_of(form, unseen):
        for part in TABLE_PARTS.split(text) if isinstance(form, Register) else text.split("\n"):
            assert letters(part).upper() in said


@needs_poppler
def test_times_are_told_to_the_minute() -> None:
    said = words_on(draw_form(RECEIPT))
    assert "Thời gian nhận hồ sơ: 08 giờ 40 phút, ngày 08 tháng 10 năm 2026" in said
    assert "16 giờ 30 phút, ngày 15 tháng 10 năm 2026" in said
    assert "Bình Minh, ngày 08 tháng 10 năm 2026" in said


@needs_poppler
@pytest.mark.parametrize(
    ("term", "words"),
    [
        (Term(5, "working_day"), "05 ngày làm việc"),
        (Term(30, "calendar_day"), "30 ngày"),
        (Term(4, "hour"), "04 giờ làm việc"),
        (Term(0.5, "working_day"), "0,5 ngày làm việc"),
        (Term(2, "month"), "02 tháng"),
        (Term(0), "trong ngày"),
    ],
)
def test_the_time_limit_is_told_in_words(term: Term, words: str) -> None:
    assert shown(f"theo quy định là: {words}", draw_form(replace(RECEIPT, term=term)))


@needs_poppler
def test_whoever_authorised_is_named_where_there_is_one() -> None:
    assert "Người ủy quyền" not in words_on(draw_form(RECEIPT))
    parent = Person(name="Lý Thị Xuyến", identity="001150000456", phone="0900 000 456")
    given = Authoriser(person=parent, paper="Giấy ủy quyền ngày 01/10/2026")
    said = words_on(draw_form(replace(RECEIPT, authoriser=given)))
    assert "Người ủy quyền: Lý Thị Xuyến" in said
    assert "Giấy tờ ủy quyền: Giấy ủy quyền ngày 01/10/2026" in said


@needs_poppler
def test_an_apology_before_the_due_day_does_not_say_that_it_has_passed() -> None:
    after = replace(APOLOGY.heading, issued=APOLOGY.due.date() + timedelta(days=1))
    assert "chưa thể trả kết quả" in words_on(draw_form(APOLOGY))
    assert "vẫn chưa trả kết quả" in words_on(draw_form(replace(APOLOGY, heading=after)))


@needs_poppler
def test_the_control_slip_says_how_each_kept_its_time() -> None:
    said = words_on(draw_form(SLIP))
    assert all(words in said for words in ("Đúng hạn", "Trước hạn", "Quá hạn"))
    assert letters(words_on(draw_form(replace(SLIP, blank_rows=0)))).count("Ngườigiao") == 3


@needs_poppler
def test_the_register_counts_each_day_and_all() -> None:
    said = words_on(draw_form(REGISTER))
    assert "Nhận ngày 08 tháng 10 năm 2026: 3 hồ sơ" in said
    assert "Nhận ngày 09 tháng 10 năm 2026: 2 hồ sơ" in said
    assert "Tổng số: 5 hồ sơ" in said
    assert "Tổng số: 0 hồ sơ" in words_on(draw_form(replace(REGISTER, rows=())))


@needs_poppler
def test_an_electronic_form_asks_for_a_digital_signature() -> None:
    digital = replace(RECEIPT.heading, is_electronic=True)
    assert "Chữ ký số" not in words_on(draw_form(RECEIPT))
    assert "Chữ ký số của người tiếp nhận hồ sơ" in words_on(
        draw_form(replace(RECEIPT, heading=digital))
    )


@needs_poppler
@pytest.mark.parametrize("size", ["a4", "a5"])
@pytest.mark.parametrize("code", [CODE, "000.00.19.H47-260105-0001", "H15-261008-0975"])
def test_both_codes_of_the_receipt_read_back_from_the_page(size: Size, code: str) -> None:
    (page,) = pages_of(draw_form(replace(RECEIPT, dossier=code), size), dpi=300)
    found = {(one.format, one.text) for one in read_codes(page, ("Code128", "QRCode"))}
    assert found == {("Code128", code), ("QRCode", LINK)}


@needs_poppler
def test_the_control_slip_s_barcode_reads_back() -> None:
    page = pages_of(draw_form(SLIP), dpi=200)[0]
    assert [one.text for one in read_codes(page, ("Code128",))] == [CODE]


@needs_poppler
@pytest.mark.parametrize(("form", "size"), ON_EVERY_PAPER)
def test_an_example_fills_one_page_within_its_margins(form: Form, size: Size) -> None:
    (page,) = pages_of(draw_form(form, size), dpi=72)
    assert margins(page) >= {"a4": 24, "a5": 20}[size]
    assert page.height * page.width == pytest.approx(
        {"a4": 595 * 842, "a5": 420 * 595}[size], rel=0.01
    )


def margins(page: Image.Image) -> int:
    """The narrowest white edge, in dots."""
    ink = page.point(lambda grey: 255 if grey < 160 else 0).getbbox()
    assert ink is not None
    return min(ink[0], ink[1], page.width - ink[2], page.height - ink[3])


@pytest.mark.parametrize(("form", "size"), ON_EVERY_PAPER)
def test_the_same_form_is_the_same_file(form: Form, size: Size) -> None:
    assert draw_form(form, size) == draw_form(form, size)


def test_a_form_is_drawn_in_a_blink() -> None:
    draw_form(RECEIPT)
    for form in (*examples(), replace(REGISTER, rows=REGISTER.rows * 40)):
        assert min(_seconds(form) for _ in range(3)) < FASTEST_S, NUMBERS[type(form)]


def _seconds(form: Form) -> float:
    started = time.process_time()
    draw_form(form)
    return time.process_time() - started


@pytest.mark.parametrize(
    ("form", "says"),
    [
        (replace(RECEIPT, due=RECEIPT.received - timedelta(minutes=1)), "before reception"),
        (replace(APOLOGY, due=APOLOGY.received - timedelta(days=1)), "before reception"),
        (replace(SLIP, due=SLIP.received - timedelta(days=1)), "before reception"),
        (replace(SLIP, blank_rows=13), "blank rows"),
        (replace(REGISTER, last_day=REGISTER.first_day - timedelta(days=1)), "before the first"),
        (replace(RECEIPT, dossier=""), "a code"),
        (replace(RECEIPT, dossier="H15-đ"), "a code"),
        (replace(RECEIPT, link=""), "a link"),
        (replace(RECEIPT, link="x" * 601), "a link"),
    ],
)
def test_what_can_not_be_is_refused(form: ReceiptForm | ApologyForm, says: str) -> None:
    with pytest.raises(FormError, match=says):
        draw_form(form)


@pytest.mark.parametrize("form", [SLIP, REGISTER])
def test_tables_are_for_a4(form: ControlSlip | Register) -> None:
    with pytest.raises(FormError, match="A5"):
        draw_form(form, "a5")
