"""A page that shows what a printer can do, and the questions to ask whoever holds it."""

from dataclasses import dataclass

from PIL import Image

from hardware.printer.escpos_document import give_out, without_real_time_bytes
from hardware.printer.escpos_library import Dummy, Profile
from hardware.printer.escpos_status import CONFIRM, SILENCE
from hardware.printer.printer_profile import PrinterProfile
from hardware.slips.receipt import Pair, QrCode, Receipt, Rule, Space, Text

RULER_DOTS = 640
"""As wide as the widest printer of the kind; what is missing on the right was not printed."""
_STEP = 32
LETTERS = (
    "àáảãạ ăằắẳẵặ âầấẩẫậ đ èéẻẽẹ êềếểễệ ìíỉĩị",
    "òóỏõọ ôồốổỗộ ơờớởỡợ ùúủũụ ưừứửữự ỳýỷỹỵ",
)
CODE = "https://example.vn/in-thu"


@dataclass(frozen=True, slots=True)
class Question:
    """What to ask of the page; `wish` is the part of an address that the answer becomes;
    `letters` is none: without them the printer is no use."""

    wish: str
    vi: str
    en: str
    choices: tuple[str, ...] = ()


QUESTIONS = (
    Question(
        "letters",
        "Mọi chữ cái phía trên số A017 có rõ và đủ dấu không: yes (có), no (không)?",
        "Are all letters above A017 clear and with their marks: yes, no?",
        ("yes", "no"),
    ),
    Question(
        "width",
        "Số lớn nhất đọc được trọn vẹn ở cuối thước (ví dụ 576)?",
        "The largest number that is whole at the end of the ruler (such as 576)?",
    ),
    Question(
        "cut",
        "Giấy được cắt thế nào: partial (còn dính), full (rời), none (không cắt)?",
        "How was it cut: partial (hangs on), full (fell off), none (not at all)?",
        ("partial", "full", "none"),
    ),
    Question(
        "qr",
        "Máy có tự in mã QR ở cuối trang không: native (có), raster (không, hoặc in ra chữ lạ)?",
        "Did the printer draw the last QR code itself: native (yes), raster (no, or odd signs)?",
        ("native", "raster"),
    ),
)


def trial_page(profile: PrinterProfile) -> Receipt:
    """The words of the page; its ruler and its own QR code are not part of any slip."""
    return Receipt(
        blocks=(
            Text("TRANG IN THỬ", "large", "bold"),
            Text("TEST PAGE"),
            Pair("Kiểu máy · profile", profile.name),
            Pair("Rộng · width", f"{profile.width_dots}"),
            Rule(),
            *(Text(line, "normal", "bold", "left") for line in LETTERS),
            *(Text(line.upper(), "normal", "regular", "left") for line in LETTERS),
            Rule(),
            Text("A017", "number", "bold"),
            QrCode(CODE, "Mã QR vẽ bằng ảnh · drawn"),
            Space(12),
        )
    )


def ruler() -> Image.Image:
    """A step every 32 dots with its number below, up to RULER_DOTS."""
    from PIL import ImageDraw  # noqa: PLC0415 - drawn once in a printer's life

    from hardware.slips.typeface import words_font  # noqa: PLC0415 - the same

    sheet = Image.new("1", (RULER_DOTS, 58), 1)
    draw = ImageDraw.Draw(sheet)
    for at in range(_STEP, RULER_DOTS + 1, _STEP):
        height = 26 if at % (2 * _STEP) == 0 else 14
        draw.rectangle((at - 2, 0, at - 1, height), fill=0)
        if at % (2 * _STEP) == 0:
            draw.text((at - 3, 30), str(at), fill=0, font=words_font(20, "bold"), anchor="ra")
    return sheet


def encode_extras(profile: PrinterProfile) -> bytes:
    """The ruler, a QR code that the printer draws itself, a line in its own letters, and a cut."""
    printer = Dummy(profile=_wide())
    printer.hw("INIT")
    printer.image(without_real_time_bytes(ruler()), fragment_height=255)
    printer.text("ESC/POS 0123456789 ABC\n")
    printer.set(align="center")
    printer.qr(CODE, size=5, native=True)
    printer.text("\n")
    return bytes(printer.output) + SILENCE + give_out(profile) + CONFIRM


def _wide() -> Profile:
    wide = Profile()
    wide.profile_data = {**wide.profile_data, "media": {"width": {"pixels": RULER_DOTS}}}
    return wide
