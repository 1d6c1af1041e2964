"""Which visit the pad asks about, and how far its visitor has got.

Knows neither Qt nor time: the view model brings what the hall offers and says who has left.
"""

from collections import deque
from dataclasses import dataclass
from enum import StrEnum

from hallctl.core.refusals import Refusal

LEVELS = range(1, 6)
"""1 very dissatisfied … 5 very satisfied."""
_FINAL = frozenset({"", Refusal.ALREADY_RATED, Refusal.RATING_OVER, Refusal.UNKNOWN_VISIT})
"""Answers of the hall after which a visit is not asked about again; the empty one grants."""
_SETTLED_KEPT = 8
"""A view drawn before the hall's answer may still offer a visit that is settled."""


class Stage(StrEnum):
    """What the pad is at; result and attitude are the two questions, reasons why they went badly."""

    REST = "rest"
    RESULT = "result"
    ATTITUDE = "attitude"
    REASONS = "reasons"
    THANKS = "thanks"
    SORRY = "sorry"


@dataclass(frozen=True, slots=True)
class Offer:
    """A visit the hall lets this pad ask about."""

    visit: str
    number: str


class Questions:
    """One visit at a time, from the hall's offer to the hall's answer.

    An answer belongs to the visit its first half was given for: another offer drops it, and
    an offer withdrawn does not, because the hall alone decides whether it comes in time.
    """

    def __init__(self) -> None:
        self.stage = Stage.REST
        self.offer: Offer | None = None
        self.held: Offer | None = None
        """The visit in hand; None at rest."""
        self.result = 0
        """The first answer, or 0 before it."""
        self.attitude = 0
        """The second answer, or 0 before it."""
        self.reasons: tuple[str, ...] = ()
        """What went wrong, of the hall's list, in the order touched."""
        self.is_explaining = False
        """The reasons are on their way."""
        self.refused = ""
        self._left_alone = ""
        self._settled: deque[str] = deque(maxlen=_SETTLED_KEPT)

    @property
    def is_under_way(self) -> bool:
        """Both answers are given and the hall has not said anything yet."""
        return self.stage is Stage.ATTITUDE and self.attitude != 0

    @property
    def is_half_given(self) -> bool:
        """The first answer is given, the hall has not been asked."""
        return self.result != 0 and self.stage in {Stage.RESULT, Stage.ATTITUDE}

    @property
    def is_withdrawn(self) -> bool:
        """The visit in hand is no longer offered."""
        return self.held is not None and self.offer != self.held

    def follow(self, offer: Offer | None) -> bool:
        """Take the hall's newest offer; True when its questions begin by themselves."""
        self.offer = None if offer is not None and offer.visit in self._settled else offer
        if self.offer is None:
            if self.stage is Stage.RESULT and not self.is_half_given:
                self.leave()
            return False
        is_known = self.offer == self.held or self.offer.visit == self._left_alone
        return not is_known and self.begin()

    def begin(self) -> bool:
        """Ask the first question about the visit offered; False when there is none."""
        if self.offer is None:
            return False
        self._hold(self.offer, Stage.RESULT)
        return True

    def choose_result(self, level: int) -> bool:
        """The first answer; at rest it begins with the visit offered. False when not asked."""
        if level not in LEVELS or not self._is_asking(Stage.RESULT):
            return False
        self.result = level
        self.stage = Stage.ATTITUDE
        return True

    def choose_attitude(self, level: int) -> bool:
        """The second answer; True when the hall is to be told, once."""
        if level not in LEVELS or self.stage is not Stage.ATTITUDE or self.is_under_way:
            return False
        self.attitude = level
        return True

    def step_back(self) -> bool:
        """Back to the first question, its answer still shown; False where there is no way back."""
        if self.stage is not Stage.ATTITUDE or self.is_under_way:
            return False
        self.stage = Stage.RESULT
        return True

    def turn_reason(self, reason: str) -> bool:
        """Name a reason, or take it back; False when not asked."""
        if self.stage is not Stage.REASONS or self.is_explaining:
            return False
        others = tuple(one for one in self.reasons if one != reason)
        self.reasons = others if reason in self.reasons else (*others, reason)
        return True

    def explain(self) -> bool:
        """Enough said: True when the hall is to be told, once; without a reason it is thanks."""
        if self.stage is not Stage.REASONS or self.is_explaining:
            return False
        if not self.reasons:
            self.stage = Stage.THANKS
            return False
        self.is_explaining = True
        return True

    def explained(self, visit: str) -> None:
        """The hall has answered; the marks are recorded whatever it said of the reasons."""
        if self.is_explaining and self.held is not None and self.held.visit == visit:
            self.is_explaining = False
            self.stage = Stage.THANKS

    def conclude(self, visit: str, refused: str, asks_why: bool = False) -> None:
        """The hall's answer about ``visit``: an empty code grants, others refuse.

        ``asks_why``: whether marks as low as these are asked about.
        """
        if refused in _FINAL:
            self._settled.append(visit)
            if self.offer is not None and self.offer.visit == visit:
                self.offer = None
        if self.is_under_way and self.held is not None and self.held.visit == visit:
            self.refused = refused
            granted = Stage.REASONS if asks_why else Stage.THANKS
            self.stage = Stage.SORRY if refused else granted

    def leave(self) -> None:
        """The visitor has gone: forget what was half given, and ask about it no more unasked."""
        self._left_alone = self.held.visit if self.held else self._left_alone
        self._hold(None, Stage.REST)

    def _is_asking(self, stage: Stage) -> bool:
        return self.stage is stage or (self.stage is Stage.REST and self.begin())

    def _hold(self, offer: Offer | None, stage: Stage) -> None:
        self.held = offer
        self.stage = stage
        self.result = 0
        self.attitude = 0
        self.reasons = ()
        self.is_explaining = False
        self.refused = ""
