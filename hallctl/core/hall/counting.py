"""The day's counts of one service, kept as facts are applied. They always reconcile:

issued = waiting + at counters + parked + finished + missed + cancelled + lapsed for the hall.
Of one service, those who came from another are added on the left, and those who went on to
another on the right.
"""

from collections.abc import Iterable

import msgspec

from hallctl.core.life import TicketState
from hallctl.core.views import Counts

HOUR_MS = 3_600_000
SATISFIED_FROM = 4
"""The two best of five levels count as satisfied, for both answers."""


FEWEST_RATINGS = 5
"""Of fewer no official's and no pad's figures are told: each visitor stays unknown."""

LOW_UP_TO = 2
"""One of the two worst: its visitor is asked why."""


class Tally(msgspec.Struct):
    """One service's day in sums; spans in milliseconds."""

    issued: int = 0
    hour: int = 0
    in_hour: int = 0
    moved_in: int = 0
    moved_out: int = 0
    by_state: dict[TicketState, int] = msgspec.field(
        default_factory=lambda: dict.fromkeys(TicketState, 0)
    )
    called: int = 0
    within_target: int = 0
    waited: int = 0
    longest_wait: int = 0
    rated: int = 0
    satisfied: int = 0
    served: int = 0
    served_for: int = 0

    def issue(self, at: int) -> None:
        """One more ticket waits, issued at that moment (ms since 1970)."""
        self.issued += 1
        hour = at // HOUR_MS
        self.hour, self.in_hour = hour, self.issued_in(hour) + 1
        self.by_state[TicketState.WAITING] += 1

    def issued_in(self, hour: int) -> int:
        """How many were issued in that hour since 1970; known of the newest one."""
        return self.in_hour if hour == self.hour else 0

    def move(self, before: TicketState, now: TicketState) -> None:
        """A ticket went from one state to another."""
        by_state = self.by_state
        by_state[before] -= 1
        by_state[now] += 1

    def enter(self, state: TicketState, times: int = 1) -> None:
        """A ticket came from another service; minus once takes that back."""
        self.moved_in += times
        self.by_state[state] += times

    def leave(self, state: TicketState, times: int = 1) -> None:
        """A ticket went on to another service; minus once takes that back."""
        self.moved_out += times
        self.by_state[state] -= times

    def first_call(self, waited: int, target: int) -> None:
        """A ticket is called for the first time, having waited so long."""
        self.called += 1
        self.waited += waited
        self.longest_wait = max(self.longest_wait, waited)
        self.within_target += waited <= target

    def finish(self, served_for: int, times: int = 1) -> None:
        """A service was rendered in so long at the counter; minus once takes that back."""
        self.served += times
        self.served_for += times * served_for

    def rate(self, result: int, attitude: int) -> None:
        """A visitor answered both questions."""
        self.rated += 1
        self.satisfied += min(result, attitude) >= SATISFIED_FROM

    def strike(self, result: int, attitude: int) -> None:
        """An answer was not the visitor's."""
        self.rated -= 1
        self.satisfied -= min(result, attitude) >= SATISFIED_FROM

    def add(self, other: "Tally") -> None:
        """Take another service's day into this one."""
        self.issued += other.issued
        self.moved_in += other.moved_in
        self.moved_out += other.moved_out
        for state, tickets in other.by_state.items():
            self.by_state[state] += tickets
        self.called += other.called
        self.within_target += other.within_target
        self.waited += other.waited
        self.longest_wait = max(self.longest_wait, other.longest_wait)
        self.rated += other.rated
        self.satisfied += other.satisfied
        self.served += other.served
        self.served_for += other.served_for


def is_low(result: int, attitude: int) -> bool:
    """Whether a visitor who gave these marks is asked why."""
    return min(result, attitude) <= LOW_UP_TO


def counts_of(tallies: Iterable[Tally]) -> Counts:
    """The tallies summed up as every board shows them."""
    total = Tally()
    for tally in tallies:
        total.add(tally)
    return counts_of_one(total)


def counts_of_one(tally: Tally) -> Counts:
    """One service's day as every board shows it."""
    states, called = tally.by_state, tally.called
    return Counts(
        issued=tally.issued,
        waiting=states[TicketState.WAITING],
        at_counters=states[TicketState.CALLED],
        parked=states[TicketState.PARKED],
        finished=states[TicketState.FINISHED],
        missed=states[TicketState.MISSED] + states[TicketState.ENDED],
        cancelled=states[TicketState.CANCELLED],
        lapsed=states[TicketState.LAPSED],
        moved_in=tally.moved_in,
        moved_out=tally.moved_out,
        called=called,
        within_target=tally.within_target,
        average_wait_s=tally.waited // called // 1000 if called else None,
        longest_wait_s=tally.longest_wait // 1000 if called else None,
        rated=tally.rated,
        satisfied=tally.satisfied,
    )


def reconciles(counts: Counts) -> bool:
    """Whether every ticket that came is somewhere, once."""
    ended = counts.finished + counts.missed + counts.cancelled + counts.lapsed
    here = counts.waiting + counts.at_counters + counts.parked
    return counts.issued + counts.moved_in == here + ended + counts.moved_out
