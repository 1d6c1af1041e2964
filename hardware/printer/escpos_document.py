"""A receipt as the ESC/POS bytes that print it, through python-escpos; without I/O."""

import re

from PIL import Image

from hardware.printer.escpos_library import QR_ECLEVEL_M, Dummy, Profile
from hardware.printer.escpos_status import CONFIRM, SILENCE
from hardware.printer.printer_profile import PrinterProfile
from hardware.slips.qr_symbol import qr_modules
from hardware.slips.raster import NativeQr, draw_around_qr, draw_receipt
from hardware.slips.receipt import Receipt

SLICE_ROWS = 255  # more in one GS v 0 is beyond the buffer of small printers
_BOTTOM_MARGIN_DOTS = 40
_HEAD_TO_CUTTER_DOTS = 88  # about 11 mm, fed before each cut
_MM_AN_INCH = 25.4
_TEAR_OFF_DOTS = 140  # from the head to the edge where paper is torn by hand
_FULL_CUT, _PARTIAL_CUT = 65, 66  # GS V: feed to the cutter, then cut
_TOTAL_CUT = b"\x1bi"  # ESC i: to the cutter and through, as printers with a presenter have it
_PRESENT = b"\x1de\x03"  # GS e 3 m: hold the slip out by m steps; Custom's command reference
_REAL_TIME = re.compile(rb"\x10(?=[\x04\x05\x14])")


def encode_slip(receipt: Receipt, profile: PrinterProfile) -> bytes:
    """All bytes of one slip: reset, its rows, cut, and the question that confirms it."""
    printer = Dummy(profile=_escpos_profile(profile))
    printer.hw("INIT")
    for part in _parts(receipt, profile):
        if isinstance(part, NativeQr):
            _native_qr(printer, part)
        else:
            printer.image(without_real_time_bytes(part), fragment_height=SLICE_ROWS)
    return bytes(printer.output) + SILENCE + give_out(profile) + CONFIRM


def slip_length_mm(receipt: Receipt, profile: PrinterProfile) -> float:
    """How much paper the slip takes off the roll, its margin and its cut included."""
    rows = sum(
        len(qr_modules(part.text)) * part.dots if isinstance(part, NativeQr) else part.height
        for part in _parts(receipt, profile)
    )
    match profile.cut:
        case "none":
            edge = _TEAR_OFF_DOTS
        case "total":
            edge = _BOTTOM_MARGIN_DOTS
        case "full" | "partial":
            edge = _BOTTOM_MARGIN_DOTS + _HEAD_TO_CUTTER_DOTS
    return (rows + edge) / profile.dpi * _MM_AN_INCH


def give_out(profile: PrinterProfile) -> bytes:
    """Cut the slip and, where there is a presenter, hold it out to the citizen."""
    if not profile.present_steps:
        return cut_paper(profile)
    return cut_paper(profile) + _PRESENT + bytes((profile.present_steps,))


def cut_paper(profile: PrinterProfile) -> bytes:
    """Feed what is printed past the cutter and cut, or past the edge where it is torn."""
    match profile.cut:
        case "none":
            return bytes((0x1B, 0x4A, _TEAR_OFF_DOTS))
        case "full":
            return bytes((0x1D, 0x56, _FULL_CUT, _BOTTOM_MARGIN_DOTS))
        case "total":
            return bytes((0x1B, 0x4A, _BOTTOM_MARGIN_DOTS)) + _TOTAL_CUT
        case "partial":
            return bytes((0x1D, 0x56, _PARTIAL_CUT, _BOTTOM_MARGIN_DOTS))


def end_of_broken_slip(profile: PrinterProfile) -> bytes:
    """Bytes that complete an image whose rest never came, and print nothing otherwise.

    A printer that was cut off inside an image takes whatever comes next for its rows. Between
    commands NUL is ignored.
    """
    return bytes(SLICE_ROWS * ((profile.width_dots + 7) // 8))


def without_real_time_bytes(picture: Image.Image) -> Image.Image:
    """`picture` without rows that read as a real-time command (DLE EOT, ENQ, DC4).

    Printers look for those inside image data too, and would answer or cancel in the middle of a
    job. One dot is added beside a lone one, an eighth of a millimetre.
    """
    burned = bytes(byte ^ 0xFF for byte in picture.tobytes())
    if not _REAL_TIME.search(burned):
        return picture
    changed = _REAL_TIME.sub(b"\x18", burned)
    return Image.frombytes("1", picture.size, bytes(byte ^ 0xFF for byte in changed))


def _parts(receipt: Receipt, profile: PrinterProfile) -> list[Image.Image | NativeQr]:
    if profile.qr == "native":
        return list(draw_around_qr(receipt, profile.paper))
    return [draw_receipt(receipt, profile.paper)]


def _native_qr(printer: Dummy, code: NativeQr) -> None:
    printer.set(align="center")
    printer.qr(code.text, ec=QR_ECLEVEL_M, size=code.dots, native=True)
    printer.set(align="left")


def _escpos_profile(profile: PrinterProfile) -> Profile:
    """The profile as python-escpos knows it; its own default prints a remark for every image."""

    slip_profile = Profile()
    media = {"width": {"pixels": profile.width_dots}}
    slip_profile.profile_data = {**slip_profile.profile_data, "media": media}
    return slip_profile
