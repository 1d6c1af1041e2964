"""How much of a printer's roll is left: by its near-end sensor, and by what has been printed on it.

A roll is taken for new when paper had run out, when the sensor no longer says that it ends, and
when the cover was opened while little was left and no sensor says otherwise.
"""

from dataclasses import dataclass

import msgspec

USUAL_SLIP_MM = 170.0
_LATEST_COUNTS = 0.1
"""How much the newest slip moves the usual length."""


@dataclass(frozen=True, slots=True)
class Roll:
    """What is put in: so many metres, little being left below ``low_m``; 0 where nobody has told."""

    length_m: float = 0.0
    low_m: float = 5.0


class PaperLeft(msgspec.Struct, frozen=True):
    """What is known of the roll in the printer, kept on the station's disk."""

    used_mm: float = 0.0
    slip_mm: float = USUAL_SLIP_MM
    is_ending: bool = False
    """The sensor says so."""
    may_be_new: bool = False
    """Somebody has been at it since the last slip."""

    def is_low(self, roll: Roll) -> bool:
        """Whether somebody should bring a new roll."""
        return self.is_ending or (roll.length_m > 0 and self.left_mm(roll) <= roll.low_m * 1000)

    def left_mm(self, roll: Roll) -> float:
        """By reckoning; never less than nothing."""
        return max(0.0, roll.length_m * 1000 - self.used_mm)

    def slips_left(self, roll: Roll) -> int | None:
        """About how many more; None where the roll's length is not known or plainly wrong."""
        is_wrong = self.is_ending and self.left_mm(roll) > 2 * roll.low_m * 1000
        if not roll.length_m or is_wrong:
            return None
        return int(self.left_mm(roll) // self.slip_mm)


def after_slip(paper: PaperLeft, length_mm: float, *, is_ending: bool) -> PaperLeft:
    """A slip of that length came out, and the printer said how its roll is."""
    is_new = not is_ending and (paper.is_ending or paper.may_be_new)
    return PaperLeft(
        used_mm=length_mm if is_new else paper.used_mm + length_mm,
        slip_mm=paper.slip_mm + _LATEST_COUNTS * (length_mm - paper.slip_mm),
        is_ending=is_ending,
    )


def after_trouble(paper: PaperLeft, trouble: str, roll: Roll) -> PaperLeft:
    """The printer stood still: whoever helps it will have put in a new roll, or may have."""
    if trouble == "paper_out" or (trouble == "cover_open" and paper.is_low(roll)):
        return msgspec.structs.replace(paper, may_be_new=True)
    return paper
