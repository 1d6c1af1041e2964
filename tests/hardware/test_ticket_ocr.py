"""All 134 Vietnamese letters, printed as tickets print them and read back by another program."""

import shutil
import subprocess
from pathlib import Path
from typing import get_args

import pytest

from hardware.printer.escpos_printer import ReceiptPrinter
from hardware.printer.printer_profile import PROFILES
from hardware.printer.printing import PrintResult
from hardware.simulator.receipt_printer import SimulatedPrinter, model_of
from hardware.slips.receipt import Receipt, Text, Weight
from hardware.transport.memory import MemoryTransport

WORDS = (
    "nhà cá cả ngã bạn trăng bằng tắt thẳng nhẵn đặt sân cần ấm cẩn mẫu cận",
    "mè bé mẻ vẽ mẹ đêm về thế kể lễ tệ",
    "đi thì chí nghỉ nghĩ thị",
    "trò có nhỏ võ họ ông hồng số cổ gỗ hộ ơn giờ mới mở vỡ chợ",
    "mù chú củ cũ cụ như từ thứ sử chữ tự kỳ lý kỷ mỹ kỵ",
)
LETTERS = set("àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ")
LINES = (*WORDS, *(line.upper() for line in WORDS))
MOST_WRONG = 0.05


def tesseract() -> str:
    """The program with its Vietnamese letters, or a reason to skip."""
    program = shutil.which("tesseract")
    if program is None:
        pytest.skip("tesseract is not installed (apt install tesseract-ocr-vie)")
    known = subprocess.run([program, "--list-langs"], capture_output=True, text=True, check=True)
    if "vie" not in known.stdout.split():
        pytest.skip("tesseract does not know Vietnamese (apt install tesseract-ocr-vie)")
    return program


def distance(wanted: str, found: str) -> int:
    """Letters to change, add or leave out."""
    row = list(range(len(found) + 1))
    for at, letter in enumerate(wanted, start=1):
        before, row[0] = row[0], at
        for place, other in enumerate(found, start=1):
            before, row[place] = (
                row[place],
                min(row[place] + 1, row[place - 1] + 1, before + (letter != other)),
            )
    return row[-1]


def test_the_words_have_every_letter() -> None:
    assert LETTERS | {letter.upper() for letter in LETTERS} <= set("".join(LINES))
    assert len(LETTERS) * 2 == 134


@pytest.mark.parametrize("weight", get_args(Weight))
@pytest.mark.parametrize("profile", ["generic-80", "generic-58", "bixolon-srp-350"])
def test_what_is_printed_is_read_back(profile: str, weight: Weight, tmp_path: Path) -> None:
    program, model = tesseract(), PROFILES[profile]
    simulated = SimulatedPrinter(model_of(model.width_dots))
    printer = ReceiptPrinter(lambda: MemoryTransport(simulated), model)
    blocks = tuple(Text(line, "normal", weight, "left") for line in LINES)
    assert printer.print(Receipt(blocks=blocks)).result is PrintResult.PRINTED
    simulated.tear_off()
    picture = tmp_path / "paper.png"
    simulated.papers[0].picture.save(picture, dpi=(model.dpi, model.dpi))
    read = subprocess.run(
        [program, str(picture), "stdout", "-l", "vie", "--psm", "6"],
        capture_output=True,
        text=True,
        check=True,
    )
    wanted, found = " ".join(LINES), " ".join(read.stdout.split())
    wrong = distance(wanted, found) / len(wanted)
    assert wrong <= MOST_WRONG, (wrong, found)
