"""Whatever people write stays words: it breaks no form, runs nothing and leaves no page."""

from dataclasses import dataclass
from itertools import combinations

import pytest
import typst
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from hallctl.forms import drawing
from hallctl.forms.drawing import Form, draw_form
from hallctl.forms.errors import FormError
from hallctl.forms.examples import examples
from hallctl.forms.parts import Authoriser, Contact, Heading, Person, Signer
from hallctl.forms.plain_text import tidy
from tests.forms.pdf import letters, needs_poppler, pages_of, word_boxes, words_on
from tests.thorough import times

MARKUP = (
    "#panic(1) *bold* _it_ $x^2$ `raw` <label> @ref \\ // none /* no */ = head - item + one / t: x "
    '#read("/etc/passwd") #sys.inputs #{1+1} ]) "quote" ~ --- ... https://a.vn \\u{41} #"'
)
VIETNAMESE = "ĂÂĐÊÔƠƯăâđêôơưẤẦẨẪẬỄỆỖỘỠỢỮỰẵặễệỗộỡợữự"
PRINTED = st.text(
    st.sampled_from(VIETNAMESE + "".join(map(chr, range(32, 127))) + "\n"), max_size=80
)
SOME = settings(max_examples=times(4, 12), suppress_health_check=[HealthCheck.too_slow])
LONG_WORD = "W" * 250
LONG_TEXT = "Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà ở " * 36


@dataclass(frozen=True)
class Written:
    """The seven forms with the same text wherever a person may write."""

    text: str

    def forms(self) -> tuple[Form, ...]:
        text = self.text
        person = Person(name=text, identity=text, address=text, phone=text, email=text)
        common = {"applicant": person, "procedure": text}
        receipt, supplement, refusal, apology, stop, slip, register = examples()
        head = self._heading(receipt.heading)
        ended = {**common, "heading": head, "agency": text, "reason": text}
        ended |= {"signer": Signer(text, text), "recipients": (text, text)}
        told = {**common, "heading": head, "reason": text, "official": text}
        hand_overs = tuple(
            replace(one, giver=text, taker=text, note=text, given_by=text, taken_by=text)
            for one in slip.hand_overs
        )
        rows = tuple(
            replace(
                one, procedure=text, applicant=text, contact=text, agency=text,
                return_by=text,
            )
            for one in register.rows
        )  # fmt: skip
        return (
            replace(
                receipt, **common, heading=head, papers=(text, text), collect_at=text, book=text,
                entry=text, official=text, authoriser=Authoriser(person=person, paper=text),
            ),
            replace(supplement, **told, needs=(text, text), contact=Contact(text, text)),
            replace(refusal, **told),
            replace(apology, **ended),
            replace(stop, **ended, papers_back=(text,), contact=Contact(text, text)),
            replace(slip, heading=head, agency=text, partners=(text,), hand_overs=hand_overs),
            replace(register, heading=head, field=text, book=text, rows=rows),
        )  # fmt: skip

    def _heading(self, heading: Heading) -> Heading:
        text = self.text
        return replace(heading, authority=text, hall=text, place=text, number=text, sign=text)


@SOME
@given(st.text(max_size=60))
@example("")
@example("\x00\ud800\u202e\u200f\u2028\ufeff\U0010ffff\U0001f600\u0301\u0301\u0301")
@example("e" + "\u0301" * 50 + "\u0e01\u0e33\u05d0\u0628\u4e2d\u6587\u0416")
@example(MARKUP)
def test_any_text_at_all_is_drawn(text: str) -> None:
    for form in Written(text).forms():
        assert draw_form(form).startswith(b"%PDF-")


@needs_poppler
@SOME
@given(PRINTED)
@example(MARKUP)
def test_what_is_written_is_shown_as_it_is_written(text: str) -> None:
    written = letters(tidy(text))
    for form in Written(text).forms()[:3]:
        assert written in letters(words_on(draw_form(form, "a5")))


@needs_poppler
@pytest.mark.parametrize("text", [LONG_WORD, LONG_TEXT, "dòng\n" * 70])
def test_long_text_wraps_within_the_page_and_flows_to_more(text: str) -> None:
    for form in Written(text).forms():
        pages = pages_of(draw_form(form), dpi=50)
        assert len(pages) > 1
        for page in pages:
            ink = page.point(lambda grey: 255 if grey < 160 else 0).getbbox()
            assert ink is not None
            left, right = ink[0], page.width - ink[2]
            assert min(left, right) > 18  # 9 mm
            assert page.height - ink[3] > 8


@needs_poppler
@pytest.mark.parametrize("text", [LONG_WORD, LONG_TEXT, MARKUP])
def test_no_words_lie_on_others(text: str) -> None:
    for form in Written(text).forms():
        for boxes in word_boxes(draw_form(form))[:2]:
            for one, other in combinations(boxes, 2):
                assert not one.lies_on(other), (one, other)


@pytest.mark.parametrize("size", ["a4", "a5"])
def test_drawing_a_form_gives_no_warning(
    size: drawing.Size, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A missing font or a table that will not settle is a warning, and nobody would hear it."""
    warned: list[str] = []

    def listen(*given: object, **named: object) -> bytes:
        pdf, warnings = typst.Compiler(
            *given, **{name: named.pop(name) for name in ("root", "font_paths", "sys_inputs")}
        ).compile_with_warnings(**named)
        warned.extend(str(one) for one in warnings)
        return bytes(pdf)

    monkeypatch.setattr(drawing.typst, "compile", listen)
    for form in examples():
        if size in drawing.sizes_of(form):
            draw_form(form, size)
    assert warned == []


def test_a_template_that_fails_says_nothing_of_what_was_written(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: object, **__: object) -> bytes:
        raise typst.TypstError("Nguyễn Thị Ngọc Diễm")

    monkeypatch.setattr(drawing.typst, "compile", fail)
    with pytest.raises(FormError) as refusal:
        draw_form(examples()[0])
    assert str(refusal.value) == "form 01 could not be set"
    assert refusal.value.__suppress_context__
