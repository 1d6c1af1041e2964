"""Code 128 on slips: the standard's bars, whole dots, and read back from the paper."""

import pytest
import zxingcpp

from hardware.slips.bar_symbol import bar_modules
from hardware.slips.paper import Paper
from hardware.slips.raster import draw_receipt
from hardware.slips.receipt import (
    Barcode,
    Receipt,
    ReceiptError,
    Rule,
    decode_receipt,
    encode_receipt,
)

PAPERS = [Paper(576), Paper(384)]


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize(
    "code",
    [
        "A1",
        "H15-261008-0975",
        "H15.50.05.13-261008-0975",
        "000.00.19.H47-260105-0001",
        "H15.50.05.13.AAAAA.BBBBB.CCCCC.DDDD-261008-1234567",
    ],
)
def test_a_barcode_reads_back_from_the_slip(paper: Paper, code: str) -> None:
    picture = draw_receipt(Receipt(blocks=(Rule(), Barcode(code, code), Rule())), paper)
    assert picture.width == paper.width_dots
    found = zxingcpp.read_barcodes(picture.convert("L"), formats=zxingcpp.BarcodeFormat.Code128)
    assert [one.text for one in found] == [code]


def test_the_bars_are_those_of_the_standard() -> None:
    start_b, a, one = "11010010000", "10100011000", "10011100110"
    check, stop = "10000100110", "1100011101011"  # (104 + 1 x 33 + 2 x 17) mod 103 = 68
    drawn = "".join("1" if module else "0" for module in bar_modules("A1"))
    assert drawn == start_b + a + one + check + stop


def test_a_barcode_that_would_be_too_fine_stands_upright() -> None:
    code = Receipt(blocks=(Barcode("H15.50.05.13-261008-0975"),))
    lying, upright = (draw_receipt(code, paper) for paper in PAPERS)
    assert lying.height < 150
    assert upright.height >= 2 * len(bar_modules("H15.50.05.13-261008-0975"))


@pytest.mark.parametrize("text", ["", "đ", "a\n", "x" * 61])
def test_what_code_128_can_not_say_is_no_receipt(text: str) -> None:
    with pytest.raises(ReceiptError):
        decode_receipt(encode_receipt(Receipt(blocks=(Barcode(text),))))
