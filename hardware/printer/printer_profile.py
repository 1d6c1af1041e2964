"""What a model of receipt printer can do."""

from dataclasses import dataclass, replace
from typing import Literal, get_args

from hardware.slips.paper import Paper

QrWay = Literal["raster", "native"]
CutWay = Literal["partial", "full", "total", "none"]
"""`total` is ESC i, which printers with a presenter know."""

_WIDTHS = range(256, 1281)


@dataclass(frozen=True, slots=True)
class PrinterProfile:
    """One model; `width_dots` are the printable ones.

    `present_steps` is how far a presenter holds the slip out, a step is about 7 mm; 0 is none.
    `has_status` says that it answers DLE EOT and GS r: without, nothing it prints is confirmed.
    """

    name: str
    width_dots: int = 576
    dpi: int = 203
    qr: QrWay = "raster"
    cut: CutWay = "partial"
    present_steps: int = 0
    has_status: bool = True

    @property
    def paper(self) -> Paper:
        """What slips are drawn for."""
        return Paper(self.width_dots, self.dpi)


GENERIC_80 = PrinterProfile("generic-80")
GENERIC_58 = PrinterProfile("generic-58", width_dots=384, cut="none")
EPSON_TM_T82 = PrinterProfile("epson-tm-t82", qr="native")
EPSON_TM_T20III = PrinterProfile("epson-tm-t20iii", qr="native")
XPRINTER_XP80 = PrinterProfile("xprinter-xp-80")
XPRINTER_XP58 = PrinterProfile("xprinter-xp-58", width_dots=384, cut="none")
BIXOLON_SRP350 = PrinterProfile("bixolon-srp-350", width_dots=512, dpi=180)
CUSTOM_VKP80 = PrinterProfile("custom-vkp80", width_dots=608, cut="total", present_steps=12)

PROFILES = {
    profile.name: profile
    for profile in (
        GENERIC_80,
        GENERIC_58,
        EPSON_TM_T82,
        EPSON_TM_T20III,
        XPRINTER_XP80,
        XPRINTER_XP58,
        BIXOLON_SRP350,
        CUSTOM_VKP80,
    )
}


def profile_from(wishes: dict[str, str]) -> PrinterProfile:
    """The profile that `profile` names, changed by `width`, `qr` and `cut` where a calibration
    found the printer to be different. Raises ValueError, saying what there is instead.
    """
    name = wishes.get("profile", GENERIC_80.name)
    if name not in PROFILES:
        raise ValueError(f"{name!r} is no profile: {', '.join(PROFILES)}")
    profile = PROFILES[name]
    match wishes.get("qr", profile.qr):
        case "raster" | "native" as way:
            profile = replace(profile, qr=way)
        case other:
            raise ValueError(f"{other!r} is no way to a QR code: {', '.join(get_args(QrWay))}")
    match wishes.get("cut", profile.cut):
        case "partial" | "full" | "total" | "none" as cut:
            profile = replace(profile, cut=cut)
        case other:
            raise ValueError(f"{other!r} is no cut: {', '.join(get_args(CutWay))}")
    return replace(profile, width_dots=_width(wishes.get("width", str(profile.width_dots))))


def _width(written: str) -> int:
    if not (written.isascii() and written.isdigit() and int(written[:6]) in _WIDTHS):
        raise ValueError(f"{written!r} is no width: {_WIDTHS[0]} to {_WIDTHS[-1]} dots")
    return int(written)
