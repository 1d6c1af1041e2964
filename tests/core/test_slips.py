"""The counter's slips: what is on them, and that their codes read back from the paper."""

from datetime import datetime

import msgspec
import pytest
from PIL import Image

from hallctl.core.paper import Document, Pair, Text
from hallctl.core.plan import Words
from hallctl.core.slips.fee_paper import FeeLine, FeeSlip, PayTo, fee_paper
from hallctl.core.slips.receipt_paper import ReceiptSlip, receipt_paper
from hallctl.core.slips.viet_qr import Transfer, VietQrError, viet_qr
from hardware.scanners.codes import read_codes
from hardware.slips.paper import Paper
from hardware.slips.raster import draw_receipt
from hardware.slips.receipt import decode_receipt

HALL = Words("Trung tâm Phục vụ hành chính công", "Public Service Centre")
CODE = "H15.50.05.13-261008-0975"
LINK = "http://192.168.1.10:8080/d/7k2m9x4q8wtr5n3v"
RECEIPT = ReceiptSlip(
    hall=HALL,
    dossier=CODE,
    procedure="Đăng ký khai sinh",
    presented=datetime(2026, 10, 8, 8, 15),  # noqa: DTZ001 - the hall's wall clock
    complete=datetime(2026, 10, 8, 8, 40),  # noqa: DTZ001
    due=datetime(2026, 10, 14, 16, 30),  # noqa: DTZ001
    link=LINK,
    collect_at="Quầy 12",
)
PAY_TO = PayTo(bank="970415", bank_name="VietinBank", account="0011001932418", holder="TT HCC")
FEE = FeeSlip(
    hall=HALL,
    dossier=CODE,
    lines=(FeeLine("Lệ phí", 75_000), FeeLine("Bản sao trích lục", 24_000)),
    pay_to=PAY_TO,
    purpose="HS H155005132610080975",
)


def words_of(paper: Document) -> list[str]:
    said: list[str] = []
    for block in paper.blocks:
        match block:
            case Text(text=text):
                said.append(text)
            case Pair(left=left, right=right):
                said += [left, right.replace("\u00a0", " ")]
    return said


def on_paper(paper: Document, width_dots: int) -> Image.Image:
    return draw_receipt(decode_receipt(msgspec.json.encode(paper)), Paper(width_dots))


def test_the_receipt_says_both_times_of_reception_and_the_due_time_largest() -> None:
    paper = receipt_paper(RECEIPT, "vi")
    said = words_of(paper)
    assert {CODE, "Đăng ký khai sinh", "08:15 · 08/10/2026", "08:40 · 08/10/2026"} <= set(said)
    assert {"Thứ Tư, 14/10/2026", "tại Quầy 12"} <= set(said)
    huge = [
        block.text for block in paper.blocks if isinstance(block, Text) and block.size == "huge"
    ]
    assert huge == ["16:30"]


def test_the_receipt_speaks_english_where_asked() -> None:
    assert {"Public Service Centre", "Wednesday, 14\u00a0October\u00a02026"} <= set(
        words_of(receipt_paper(RECEIPT, "en"))
    )


def test_a_place_that_is_not_known_takes_no_line() -> None:
    slip = msgspec.structs.replace(RECEIPT, collect_at="")
    assert not [one for one in words_of(receipt_paper(slip, "vi")) if one.startswith("tại")]


@pytest.mark.parametrize("width_dots", [576, 384])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_both_codes_of_the_receipt_read_back(width_dots: int, language: str) -> None:
    found = read_codes(on_paper(receipt_paper(RECEIPT, language), width_dots))
    assert {(code.format, code.text) for code in found} == {("Code128", CODE), ("QRCode", LINK)}


@pytest.mark.parametrize("width_dots", [576, 384])
def test_the_fee_slip_asks_for_the_sum_of_its_lines(width_dots: int) -> None:
    paper = fee_paper(FEE, "vi")
    assert "99.000\u00a0đ" in words_of(paper)
    asked = Transfer(bank="970415", account="0011001932418", amount=99_000, purpose=FEE.purpose)
    found = read_codes(on_paper(paper, width_dots), ("QRCode",))
    assert [code.text for code in found] == [viet_qr(asked)]


def test_nothing_to_pay_makes_no_slip() -> None:
    with pytest.raises(VietQrError):
        fee_paper(msgspec.structs.replace(FEE, lines=()), "vi")
