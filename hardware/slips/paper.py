"""What a slip is set for: the paper's printable dots, and how large type is on it."""

from dataclasses import dataclass

from hardware.slips.receipt import Size

_EM_DOTS = {"small": 23, "normal": 27, "large": 37, "huge": 64, "number": 232}
_NARROW_PAPER_MM = 60
_NARROW_SHARE = 0.86  # type on 58 mm paper, as a share of its size on 80 mm


@dataclass(frozen=True, slots=True)
class Paper:
    """What a slip is set for: printable dots across, and dots per inch."""

    width_dots: int = 576
    dpi: int = 203

    def dots(self, at_203_dpi: float) -> int:
        """A length given in dots at 203 dpi, in this paper's dots."""
        return round(at_203_dpi * self.dpi / 203)

    def em(self, size: Size) -> int:
        """Dots to the em of a type size; narrow paper takes smaller type."""
        narrow = self.width_dots / self.dpi * 25.4 < _NARROW_PAPER_MM
        return self.dots(_EM_DOTS[size] * (_NARROW_SHARE if narrow else 1))
