"""What one dossier adds to the days' sums by all its steps: reckoned anew when one is taken back."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple


class Step(NamedTuple):
    """One step as the ledger has it; days as ISO texts."""

    rowid: int
    step: str
    day: str
    due_day: str | None
    """Where the step set another due day, or the first one."""
    counted: str | None
    """How it finished the dossier; ``online`` of a reception, ``again`` of any request but the first."""
    at: int
    """In ms; of the reception, since when the dossier was complete."""


class Contributions(NamedTuple):
    """Changes by column and day, and since when the clock runs."""

    sums: "Counter[tuple[str, str]]"
    running_since: str | None


class _Clock:
    """Writes ``overdue`` to the day on which it would come true; see the projection."""

    def __init__(self) -> None:
        self.sums: Counter[tuple[str, str]] = Counter()
        self.due_day = ""
        self.running_since: str | None = None
        self.is_waiting = False
        self.asked_at = self.began_at = 0
        """``began_at`` moves on by whatever a supplement was waited for."""

    def runs(self, day: str) -> None:
        self.running_since = day
        self.sums["overdue", max(day, self.due_day)] += 1

    def ends(self, day: str) -> None:
        if self.running_since is not None:
            self.sums["overdue", max(day, self.running_since, self.due_day)] -= 1
            self.running_since = None


def contributions(steps: Sequence[Step]) -> Contributions:
    """The sums of these steps, from reception on, in their order."""
    clock, requests = _Clock(), 0
    for step in steps:
        requests += step.step == "request_supplement"
        _take(clock, step, requests)
    return Contributions(clock.sums, clock.running_since)


def _take(clock: _Clock, step: Step, requests: int) -> None:
    sums, day = clock.sums, step.day
    match step.step:
        case "receive":
            sums["received", day] += 1
            sums["received_online", day] += step.counted == "online"
            clock.began_at = step.at
            _set_due(clock, step)
        case "request_supplement":
            clock.ends(day)
            clock.is_waiting, clock.asked_at = True, step.at
            sums["awaiting_supplement", day] += 1
            sums["twice_supplemented", day] += requests == 2
        case "resume":
            _wait_no_more(clock, day)
            clock.began_at += step.at - clock.asked_at
            _set_due(clock, step)
        case "reappoint":
            clock.ends(day)
            _set_due(clock, step)
        case "finish":
            clock.ends(day)
            sums[f"finished_{step.counted}", day] += 1
            sums["took_ms", day] += step.at - clock.began_at
        case "return":
            sums["returned", day] += 1
        case "refuse" | "withdraw" | "stop":
            _wait_no_more(clock, day)
            clock.ends(day)
            sums[_ENDS[step.step], day] += 1


_ENDS = {"refuse": "refused", "withdraw": "withdrawn", "stop": "stopped"}


def _set_due(clock: _Clock, step: Step) -> None:
    clock.due_day = step.due_day or clock.due_day
    clock.runs(step.day)


def _wait_no_more(clock: _Clock, day: str) -> None:
    if clock.is_waiting:
        clock.is_waiting = False
        clock.sums["awaiting_supplement", day] -= 1
