"""Whatever people do in whatever order: nobody is lost, the counts add up, the board is right."""

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from hallctl.core.hall.counting import reconciles
from tests.stories.core_day import CoreDay
from tests.stories.day import Called, Day
from tests.stories.screens_day import ScreensDay
from tests.stories.stage import Stage
from tests.thorough import times

COUNTERS = ("1", "2", "3")
SERVICES = ("justice", "consultation", "police", "social")
LEAST_ROWS = 4
"""So many calls at least stand on a board at once."""

counters = st.sampled_from(COUNTERS)
turns = st.one_of(
    st.tuples(
        st.just("takes"),
        st.sampled_from(SERVICES),
        st.sampled_from((None, True, "elderly")),
        st.sampled_from(("vi", "en")),
    ),
    st.tuples(st.sampled_from(("calls", "calls", "finishes", "recalls", "misses")), counters),
    st.tuples(st.sampled_from(("opens", "closes", "rates")), counters),
    st.tuples(st.sampled_from(("puts back", "cancels")), st.integers(0, 20)),
    st.tuples(st.just("minutes"), st.integers(1, 9)),
)


class Ledger:
    """What a watchful person in the hall would know, from the words alone."""

    def __init__(self) -> None:
        self.states: dict[str, str] = {}
        self.at: dict[str, str] = {}
        """The number at each open counter, or "free"."""
        self.calls: list[Called] = []
        self.rated: set[str] = set()

    def turn(self, day: Day, turn: tuple[object, ...]) -> None:
        """Let it happen, and write down what came of it."""
        match turn:
            case ("takes", str(service), priority, str(language)):
                number = day.citizen_takes(service, priority, language)  # type: ignore[arg-type]
                assert number not in self.states
                self.states[number] = "waiting"
            case ("calls" | "finishes" | "recalls" | "misses" as word, str(counter)):
                self._at_counter(day, word, counter)
            case ("opens", str(counter)):
                if day.counter_opens(counter, f"Lan {counter}") == f"Lan {counter}":
                    self.at[counter] = "free"
            case ("closes", str(counter)):
                if day.counter_closes(counter) == counter:
                    assert self.at.pop(counter) == "free"
            case ("rates", str(counter)):
                self._rates(day, counter)
            case ("puts back" | "cancels" as word, int(place)) if self.states:
                number = list(self.states)[place % len(self.states)]
                self._away_from_counter(day, word, number)
            case ("minutes", int(minutes)):
                day.minutes_pass(minutes)

    def _at_counter(self, day: Day, word: str, counter: str) -> None:
        here = self.at.get(counter, "")
        serves = here not in {"", "free"}
        if word == "calls":
            if serves:
                self.states[here], self.at[counter] = "finished", "free"
            called = day.calls_next(counter)
            if called in self.states:
                assert self.states[called] == "waiting"
                self.states[called], self.at[counter] = "called", called
                self.calls.append((called, counter))
            else:
                assert called == ("nobody_waiting" if counter in self.at else "counter_not_open")
            return
        done = {"finishes": day.finishes, "recalls": day.recalls, "misses": day.does_not_come}
        refusal = "counter_free" if counter in self.at else "counter_not_open"
        assert done[word](counter) == (here if serves else refusal)
        if serves and word == "recalls":
            self.calls.append((here, counter))
        elif serves:
            self.states[here] = "finished" if word == "finishes" else "missed"
            self.at[counter] = "free"

    def _away_from_counter(self, day: Day, word: str, number: str) -> None:
        state = self.states[number]
        if word == "cancels":
            is_allowed = state == "waiting"
            answer, after = day.cancels(number), "cancelled"
        else:
            is_allowed = state in {"called", "missed"}
            answer, after = day.is_put_back(number), "waiting"
        assert answer == (number if is_allowed else "ticket_not_allowed")
        if is_allowed:
            self.states[number] = after
            self.at = {one: "free" if at == number else at for one, at in self.at.items()}

    def _rates(self, day: Day, counter: str) -> None:
        asked = day.pad_asks(counter)
        if asked:
            assert self.states[asked] == "finished"
            assert asked not in self.rated
            if day.rates(counter, 4, 5) == asked:
                self.rated.add(asked)

    def agrees_with(self, day: Day) -> None:
        """What everybody can see is what has happened."""
        counts = day.counts()
        assert reconciles(counts)
        tally = [*self.states.values()]
        assert counts.issued == len(tally)
        assert counts.waiting == tally.count("waiting") == sum(map(day.waiting, SERVICES))
        assert counts.at_counters == tally.count("called")
        assert counts.finished == tally.count("finished")
        assert counts.missed == tally.count("missed")
        assert counts.cancelled == tally.count("cancelled")
        assert counts.called == len({number for number, _ in self.calls})
        assert counts.rated == len(self.rated)
        for counter in COUNTERS:
            assert day.sign(counter) == self.at.get(counter, "closed")
        newest = self._newest_calls()
        shown = day.board_calls()
        assert len(shown) >= min(LEAST_ROWS, len(newest))
        assert shown == newest[: len(shown)]
        assert day.board_gold() == next(iter(newest), None)

    def _newest_calls(self) -> list[Called]:
        """One a number, the newest first."""
        newest: dict[str, str] = {}
        for number, counter in reversed(self.calls):
            newest.setdefault(number, counter)
        return [*newest.items()]


def _live_through(day: Day, happens: list[tuple[object, ...]]) -> None:
    day.opens()
    ledger = Ledger()
    for turn in happens:
        ledger.turn(day, turn)
        ledger.agrees_with(day)
    day.closes()
    counts = day.counts()
    assert reconciles(counts)
    assert (counts.waiting, counts.at_counters) == (0, 0)


@given(st.lists(turns, max_size=50))
@settings(max_examples=80, deadline=None)
def test_by_the_rules_alone_nobody_is_lost_and_the_board_is_right(
    happens: list[tuple[object, ...]],
) -> None:
    _live_through(CoreDay(), happens)


@pytest.mark.screens
@given(st.lists(turns, min_size=10, max_size=25))
@settings(
    max_examples=times(3, 5),
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
def test_at_the_screens_nobody_is_lost_and_the_board_is_right(
    stage: Stage, happens: list[tuple[object, ...]]
) -> None:
    with ScreensDay(stage) as day:
        _live_through(day, happens)
