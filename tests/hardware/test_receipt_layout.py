"""The layout language, and the slip it becomes."""

import time
import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from hardware.scanners.codes import read_codes
from hardware.slips.linebreak import balance_lines, break_lines
from hardware.slips.paper import Paper
from hardware.slips.raster import NativeQr, draw_around_qr, draw_receipt
from hardware.slips.receipt import (
    Pair,
    QrCode,
    Receipt,
    ReceiptError,
    Rule,
    Space,
    Text,
    decode_receipt,
    encode_receipt,
)
from hardware.slips.typeface import number_font, words_font

PAPERS = [Paper(576), Paper(384)]
VOWELS = "aăâeêioôơuưy"
TONES = ["", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"]
ACCENTED = "".join(unicodedata.normalize("NFC", v + tone) for v in VOWELS for tone in TONES)
LETTERS = ACCENTED + "bcdđghklmnpqrstvx" + ACCENTED.upper() + "BCDĐGHKLMNPQRSTVX"
VIETNAMESE = "".join(letter for letter in LETTERS if not letter.isascii())
LONGEST_SERVICE = (
    "Thủ tục đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con có yếu tố nước ngoài tại khu vực "
    "biên giới; cấp bản sao trích lục hộ tịch và xác nhận tình trạng hôn nhân"
)

words = st.text(st.sampled_from(LETTERS + "0123456789 ,.-/\u00a0\n"), max_size=120)


def ink(picture: Image.Image) -> tuple[int, int, int, int] | None:
    return ImageChops.invert(picture.convert("L")).getbbox()


def test_there_are_134_letters_that_code_pages_lack() -> None:
    assert len(VIETNAMESE) == 134


@pytest.mark.parametrize("weight", ["regular", "bold"])
def test_every_vietnamese_letter_has_a_glyph_of_its_own(weight: str) -> None:
    for font in (words_font(40, weight), number_font(40, weight)):
        apart = LETTERS.replace("l", "")  # Inter's l is its I
        glyphs = {letter: font.getmask(letter) for letter in (*apart, "\uffff")}
        drawn = {(glyph.size, bytes(glyph)) for glyph in glyphs.values()}
        assert len(drawn) == len(glyphs)


def test_letters_composed_and_decomposed_print_the_same() -> None:
    composed = Receipt(blocks=(Text(VIETNAMESE), Pair("Giờ", "Ễ")))
    apart = decode_receipt(unicodedata.normalize("NFD", encode_receipt(composed).decode()))
    assert apart != composed
    assert draw_receipt(apart, Paper()).tobytes() == draw_receipt(composed, Paper()).tobytes()


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("size", ["small", "normal", "large", "huge"])
def test_the_tallest_letters_are_whole(paper: Paper, size: str) -> None:
    for line in ("ỄẪỘ", "gjạp"):
        text = draw_receipt(Receipt(blocks=(Text(line, size),)), paper)
        aired = draw_receipt(Receipt(blocks=(Space(40), Text(line, size), Space(40))), paper)
        box, aired_box = ink(text), ink(aired)
        assert box is not None
        assert aired_box is not None
        assert box[3] - box[1] == aired_box[3] - aired_box[1]
        assert 0 <= box[1] < box[3] < text.height


def test_a_receipt_survives_json(slip: Receipt) -> None:
    assert decode_receipt(encode_receipt(slip)) == slip
    assert decode_receipt({"version": 1, "blocks": [{"block": "rule"}]}) == Receipt(
        blocks=(Rule(),)
    )


@pytest.mark.parametrize(
    ("document", "says"),
    [
        (b"", "truncated"),
        (b"[]", "Expected `object`"),
        (b'{"version":2,"blocks":[]}', "version 2 is not known"),
        (b'{"version":1,"blocks":[{"block":"stamp"}]}', "$.blocks[0].block"),
        (b'{"blocks":[{"block":"text","text":"a","size":"giant"}]}', "$.blocks[0].size"),
        (b'{"blocks":[{"block":"space","rows":-1}]}', "$.blocks[0].rows"),
        (b'{"blocks":[{"block":"qr","text":""}]}', "$.blocks[0].text"),
        (b'{"blocks":[{"block":"text","text":"\xff"}]}', "not a receipt"),
    ],
)
def test_what_is_no_receipt_is_refused_with_its_place(document: bytes, says: str) -> None:
    with pytest.raises(ReceiptError) as refusal:
        decode_receipt(document)
    assert says in str(refusal.value)
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("text", ["https://một-cửa.vn/p/A017", "x" * 120, "số của bạn " * 20])
def test_the_code_on_the_slip_reads_back(paper: Paper, text: str) -> None:
    picture = draw_receipt(Receipt(blocks=(QrCode(text, "Quét để theo dõi"),)), paper)
    assert [code.text for code in read_codes(picture, ("QRCode",))] == [text]


@pytest.mark.parametrize("paper", PAPERS)
def test_a_code_has_four_white_modules_on_every_side(paper: Paper) -> None:
    receipt = Receipt(blocks=(Rule(), QrCode("http://192.168.1.10:8080/t/6f9a"), Rule()))
    *_, native, below = draw_around_qr(receipt, paper)
    assert isinstance(native, NativeQr)
    assert isinstance(below, Image.Image)
    below_box = ink(below)
    assert below_box is not None
    assert below_box[1] >= 4 * native.dots
    alone = draw_receipt(Receipt(blocks=(QrCode(native.text),)), paper)
    left, top, right, bottom = ink(alone) or (0, 0, 0, 0)
    margins = (left, top, alone.width - right, alone.height - bottom)
    assert min(margins) >= 4 * native.dots
    assert native.dots >= 4
    assert (right - left) % native.dots == 0


@pytest.mark.parametrize("paper", PAPERS)
def test_the_longest_names_wrap_within_the_paper(paper: Paper) -> None:
    long_word = "Nghiêng" * 12
    blocks = [
        Text(text, size, "bold", align)
        for text in (LONGEST_SERVICE, long_word, "W" * 40)
        for size in ("small", "normal", "large", "huge", "number")
        for align in ("left", "center", "right")
    ]
    blocks += [Pair(LONGEST_SERVICE, LONGEST_SERVICE), Pair(long_word, long_word, "large")]
    for block in blocks:
        narrow = draw_receipt(Receipt(blocks=(block,)), paper)
        assert narrow.width == paper.width_dots
        assert ink(narrow) is not None


@settings(deadline=None, max_examples=60)
@given(text=words, width=st.integers(20, 600), balanced=st.booleans())
def test_no_line_overflows_and_no_letter_is_lost(text: str, width: int, balanced: bool) -> None:
    font = words_font(27, "regular")
    into_lines = balance_lines if balanced else break_lines
    lines = into_lines(text, width, font.getlength)
    for line in lines:
        assert font.getlength(line) <= width or len(line) == 1
    assert "".join("".join(lines).split()) == "".join(text.split())


@settings(deadline=None, max_examples=40)
@given(left=words, right=words, size=st.sampled_from(["small", "normal", "large", "huge"]))
def test_the_two_sides_of_a_pair_never_touch(left: str, right: str, size: str) -> None:
    paper = Paper(384)
    both = draw_receipt(Receipt(blocks=(Pair(left, right, size),)), paper)
    alone = [
        draw_receipt(Receipt(blocks=(pair,)), paper)
        for pair in (Pair(left, "", size), Pair("", right, size))
    ]
    assert both.width == paper.width_dots
    assert both.height >= max(1, min(picture.height for picture in alone))


@settings(deadline=None, max_examples=40)
@given(st.text(max_size=30), st.sampled_from(["small", "number"]))
@example("một\u2029hai\u2028ba\x85\x1cbốn\ud800 \u202e\u200f\u05d0\u0628\U0001f600", "small")
def test_any_text_at_all_is_drawn(text: str, size: str) -> None:
    receipt = Receipt(blocks=(Text(text, size), Pair(text, text)))
    assert draw_receipt(receipt, Paper(384)).width == 384


def test_a_number_is_one_line_as_large_as_fits() -> None:
    heights = []
    for number in ("A017", "A1017", "AB10171"):
        picture = draw_receipt(Receipt(blocks=(Text(number, "number", "bold"),)), Paper())
        left, top, right, bottom = ink(picture) or (0, 0, 0, 0)
        assert left > 10
        assert right < 566
        heights.append(bottom - top)
    assert heights == sorted(heights, reverse=True)
    assert heights[0] > 160  # two centimetres
    assert heights[2] > 80


def test_words_stand_where_they_are_put() -> None:
    boxes = {
        align: ink(draw_receipt(Receipt(blocks=(Text("Quầy", align=align),)), Paper()))
        for align in ("left", "center", "right")
    }
    assert all(boxes.values())
    assert boxes["left"][0] <= 3
    assert boxes["right"][2] >= 573
    assert abs(boxes["center"][0] - (576 - boxes["center"][2])) <= 2


def test_control_characters_and_blank_lines_print_as_air() -> None:
    receipt = Receipt(blocks=(Text("một\r\n\n\thai\x00"), Text(""), Text("", "number"), Space(0)))
    assert ink(draw_receipt(receipt, Paper())) is not None
    assert draw_receipt(Receipt(), Paper()).size == (576, 1)


def test_a_slip_is_drawn_in_a_blink(slip: Receipt) -> None:
    draw_receipt(slip, Paper())
    fastest = min(_seconds_to_draw(slip) for _ in range(5))
    assert fastest < 0.06


def _seconds_to_draw(slip: Receipt) -> float:
    started = time.thread_time()
    draw_receipt(slip, Paper())
    return time.thread_time() - started
