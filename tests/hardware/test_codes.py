"""Reading codes from a picture: formats, texts, kinds of pictures."""

import numpy as np
import pytest
import qrcode
import zxingcpp
from PIL import Image
from qrcode.util import MODE_8BIT_BYTE, QRData

from hardware.scanners.codes import CodeFormatError, grey, read_codes
from hardware.scanning.wording import worded
from hardware.slips.qr_symbol import draw_qr, qr_modules

NAME = "Nguyễn Thị Mỹ Lệ"


def qr_picture(content: bytes | str) -> Image.Image:
    raw = content.encode() if isinstance(content, str) else content
    symbol = qrcode.QRCode(border=4)
    symbol.add_data(QRData(raw, mode=MODE_8BIT_BYTE))
    symbol.make(fit=True)
    return draw_qr([[bool(module) for module in row] for row in symbol.get_matrix()], 4)


def test_vietnamese_comes_out_as_it_was_written() -> None:
    (code,) = read_codes(qr_picture(NAME))
    assert (code.text, code.format, code.raw) == (NAME, "QRCode", NAME.encode())


def test_a_wrong_letter_is_kept_in_the_text_and_put_right_when_typed() -> None:
    (code,) = read_codes(qr_picture("Trần Ðức Trí"))
    assert code.text == "Trần Ðức Trí"
    assert code.typed == "Trần Đức Trí"


@pytest.mark.parametrize("text", ["Đỗ", "Lý", "ữ", "Ánh", "Ơ kìa", "Đặng Đức Ân|01021985|Nữ"])
def test_the_shortest_vietnamese_is_never_taken_for_another_script(text: str) -> None:
    (code,) = read_codes(qr_picture(text))
    assert code.text == text


def test_latin_1_stays_latin_1_where_it_can_be_nothing_else() -> None:
    (code,) = read_codes(qr_picture("Müller".encode("latin-1")))
    assert code.text == "Müller"
    assert code.raw == b"M\xfcller"


def test_a_false_statement_of_latin_1_is_seen_through() -> None:
    assert worded(NAME.encode(), NAME.encode().decode("latin-1")) == NAME
    assert worded(b"A017", "A017") == "A017"
    assert worded("点".encode("shift_jis"), "点") == "点"


def test_only_the_formats_asked_for_are_found() -> None:
    picture = qr_picture(NAME)
    assert read_codes(picture, ("Code128", "EAN13")) == ()
    assert read_codes(picture, ()) == ()
    with pytest.raises(CodeFormatError):
        read_codes(picture, ("Morse",))


def test_a_micro_qr_code_is_no_qr_code() -> None:
    drawn = zxingcpp.create_barcode("12345", zxingcpp.BarcodeFormat.MicroQRCode)
    small = np.pad(np.asarray(drawn.to_image(scale=5)), 40, constant_values=255)
    assert read_codes(Image.fromarray(small), ("QRCode",)) == ()


def test_every_kind_of_picture_is_read() -> None:
    picture = qr_picture(NAME)
    deep = Image.fromarray(np.asarray(picture).astype(np.uint16) * 16)
    clear = Image.new("RGBA", picture.size, (0, 0, 0, 0))
    clear.paste((0, 0, 0, 255), mask=picture.point(lambda light: 255 - light))
    kinds = [picture.convert(mode) for mode in ("1", "L", "P", "RGB", "CMYK")]
    for kind in [*kinds, deep, clear]:
        assert [code.text for code in read_codes(kind)] == [NAME], kind.mode


@pytest.mark.parametrize("size", [(1, 1), (1, 300), (300, 1), (17, 17), (40, 2000)])
def test_a_picture_of_any_shape_is_looked_at(size: tuple[int, int]) -> None:
    chance = np.random.default_rng(1)
    noise = Image.fromarray(chance.integers(0, 256, size[::-1]).astype(np.uint8))
    assert read_codes(noise) == ()
    assert grey(noise).shape == size[::-1]


def test_a_code_that_fills_its_picture_is_read() -> None:
    modules = np.array(qr_modules(NAME))[4:-4, 4:-4]
    (code,) = read_codes(draw_qr(modules.tolist(), 5))
    assert code.text == NAME
