"""The day's dossiers as the board words them: how many in time of how many, to two decimals."""

from decimal import ROUND_HALF_UP, Decimal

from hall_board.figures import NONE
from hall_board.rows import Row, names
from hallctl.core.views import DepartmentCounts, DossierCounts

OTHER = "other"
"""Stands for the department of procedures that nobody owns; the board has the words."""


def percent(part: int, whole: int) -> str:
    """``65609`` of ``65731`` is "99,81%", as reports print it; a dash of nothing."""
    if not whole:
        return NONE
    share = (Decimal(100 * part) / Decimal(whole)).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return f"{share}%".replace(".", ",")


def dossier_figures(counts: DossierCounts) -> Row:
    """What the strip of figures shows of dossiers."""
    in_time = counts.finished_early + counts.finished_on_time
    finished = in_time + counts.finished_late
    return {
        "received": str(counts.received),
        "in_time": percent(in_time, finished),
        "in_time_of": f"{in_time} / {finished}" if finished else "",
        "in_time_drawn": in_time / finished if finished else 0.0,
        "in_time_tone": _tone(counts.finished_late, finished),
        "late": str(counts.finished_late),
        "returned": str(counts.returned),
    }


def department_row(counts: DepartmentCounts, beside: str) -> Row:
    """One department's line."""
    finished = counts.finished_in_time + counts.finished_late
    return names(counts.name, beside) | {
        "is_other": not counts.department,
        "received": str(counts.received),
        "in_time_of": f"{counts.finished_in_time} / {finished}" if finished else NONE,
        "in_time": percent(counts.finished_in_time, finished),
        "drawn": counts.finished_in_time / finished if finished else 0.0,
        "tone": _tone(counts.finished_late, finished),
    }


def _tone(late: int, finished: int) -> str:
    if not finished:
        return "soft"
    return "warn" if late else "good"
