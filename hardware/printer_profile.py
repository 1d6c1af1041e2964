"""What a model of receipt printer can do."""

from dataclasses import dataclass
from typing import Literal

from hardware.raster import Paper


@dataclass(frozen=True, slots=True)
class PrinterProfile:
    """One model; `width_dots` are the printable ones.

    `has_status` says that it answers DLE EOT and GS r: without, nothing it prints is confirmed.
    """

    name: str
    width_dots: int = 576
    dpi: int = 203
    qr: Literal["raster", "native"] = "raster"
    cut: Literal["partial", "full", "none"] = "partial"
    has_status: bool = True

    @property
    def paper(self) -> Paper:
        """What slips are drawn for."""
        return Paper(self.width_dots, self.dpi)


GENERIC_80 = PrinterProfile("generic-80")
GENERIC_58 = PrinterProfile("generic-58", width_dots=384, cut="none")
EPSON_TM_T20III = PrinterProfile("epson-tm-t20iii", qr="native")
XPRINTER_XP80 = PrinterProfile("xprinter-xp-80")

PROFILES = {
    profile.name: profile for profile in (GENERIC_80, GENERIC_58, EPSON_TM_T20III, XPRINTER_XP80)
}
