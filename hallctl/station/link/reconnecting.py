"""When to connect, ping, drop and try again: a small state machine that is told the time.

It touches no socket. The link tells it what happened, asks what is due, and does that.
Three things go wrong with a controller on a LAN: it is not there (try again, later and later),
it is there but closes at once (still later and later: only a connection that lasts forgives),
and it is frozen with its socket open (silence in spite of pings: drop it).
"""

from collections.abc import Callable
from enum import Enum, StrEnum

PING_EVERY_S = 5.0
SILENCE_S = 12.0
FIRST_WAIT_S = 0.25
LONGEST_WAIT_S = 8.0


class LinkState(StrEnum):
    """What a screen may say about its hall."""

    CONNECTING = "connecting"
    ONLINE = "online"
    OFFLINE = "offline"


class Step(Enum):
    """What the link should do now."""

    CONNECT = "connect"
    PING = "ping"
    DROP = "drop"


class _Phase(Enum):
    RESTING = "resting"
    WAITING = "waiting"
    TRYING = "trying"
    OPEN = "open"


class Reconnecting:
    """Keeps one connection alive; ``chance`` gives numbers in [0, 1), times are in seconds."""

    def __init__(self, chance: Callable[[], float]) -> None:
        self._chance = chance
        self._phase = _Phase.RESTING
        self._failures = 0
        self._has_failed = False
        self._try_at = 0.0
        self._opened_at = 0.0
        self._heard_at = 0.0
        self._pinged_at = 0.0

    @property
    def state(self) -> LinkState:
        """Connecting until the first try is decided; offline from the first failure on."""
        if self._phase is _Phase.OPEN:
            return LinkState.ONLINE
        return LinkState.OFFLINE if self._has_failed else LinkState.CONNECTING

    def start(self, now: float) -> None:
        """Connect as soon as ``due`` is asked."""
        self._phase = _Phase.WAITING
        self._failures = 0
        self._has_failed = False
        self._try_at = now

    def stop(self) -> None:
        """Rest until ``start``; nothing is due."""
        self._phase = _Phase.RESTING

    def opened(self, now: float) -> None:
        """The connection stands."""
        self._phase = _Phase.OPEN
        self._opened_at = self._heard_at = self._pinged_at = now

    def heard(self, now: float) -> None:
        """Anything at all came from the hall: a view or a pong."""
        self._heard_at = now
        if self._phase is _Phase.OPEN and now - self._opened_at >= PING_EVERY_S:
            self._failures = 0

    def closed(self, now: float) -> None:
        """The connection, or the try for one, is gone."""
        if self._phase is _Phase.RESTING:
            return
        self._has_failed = True
        self._phase = _Phase.WAITING
        self._try_at = now + self._wait_s()
        self._failures += 1

    def due(self, now: float) -> Step | None:
        """What to do at ``now``, if anything; the answer counts as done."""
        match self._phase:
            case _Phase.WAITING if now >= self._try_at:
                self._phase = _Phase.TRYING
                self._heard_at = now
                return Step.CONNECT
            case _Phase.TRYING | _Phase.OPEN if now - self._heard_at >= SILENCE_S:
                return Step.DROP
            case _Phase.OPEN if now - self._pinged_at >= PING_EVERY_S:
                self._pinged_at = now
                return Step.PING
        return None

    def rest_s(self, now: float) -> float | None:
        """How long until something may be due; None while resting."""
        match self._phase:
            case _Phase.RESTING:
                return None
            case _Phase.WAITING:
                next_at = self._try_at
            case _Phase.TRYING:
                next_at = self._heard_at + SILENCE_S
            case _Phase.OPEN:
                next_at = min(self._heard_at + SILENCE_S, self._pinged_at + PING_EVERY_S)
        return max(0.0, next_at - now)

    def _wait_s(self) -> float:
        """Doubling, capped, and spread over its upper half so that stations don't return as one."""
        longest = min(LONGEST_WAIT_S, FIRST_WAIT_S * 2.0 ** min(self._failures, 10))
        return longest * (0.5 + 0.5 * self._chance())
