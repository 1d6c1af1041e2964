"""The day's figures as the board words them: rounded against the hall, never for it."""

from dataclasses import dataclass

from hallctl.core.views import Counts

NONE = "—"
"""What stands where there is nothing to count yet."""


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole in words, and as a number from 0 to 1 to draw."""

    percent: str
    of: str
    drawn: float


def share(part: int, whole: int) -> Share:
    """``182`` of ``190`` is "95%" beside "182 / 190": rounded down, a dash for none of none."""
    if not whole:
        return Share(NONE, "", 0.0)
    return Share(f"{part * 100 // whole}%", f"{part} / {whole}", part / whole)


def minutes(seconds: int | None) -> int | None:
    """A wait in whole minutes, rounded up: no wait sounds shorter than it is."""
    return None if seconds is None else -(-seconds // 60)


def counted(counts: Counts) -> dict[str, object]:
    """What the strip of figures shows."""
    on_time = share(counts.within_target, counts.called)
    satisfied = share(counts.satisfied, counts.rated)
    average = minutes(counts.average_wait_s)
    return {
        "on_time": on_time.percent,
        "on_time_of": on_time.of,
        "on_time_drawn": on_time.drawn,
        "on_time_tone": _tone(counts),
        "served": str(counts.finished),
        "waiting": str(counts.waiting),
        "average": NONE if average is None else str(average),
        "satisfied": satisfied.percent,
        "satisfied_of": satisfied.of,
    }


def _tone(counts: Counts) -> str:
    """``good`` from nine in ten on, ``warn`` below, ``soft`` before the first call."""
    if not counts.called:
        return "soft"
    return "good" if counts.within_target * 10 >= counts.called * 9 else "warn"
