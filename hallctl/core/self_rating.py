"""Signs of self-rating: each rule looks at a period's ratings and says which look made up, and why.

A sign is no proof. It names the rule and its visits, so that a person can look at each of them.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

import msgspec

from hallctl.core.plan.rating_rules import SignRules

FULL = 5
"""The best of the marks."""
NEARLY_ALL = 0.9


class RatedVisit(msgspec.Struct, frozen=True, kw_only=True):
    """A visit with its rating; times in milliseconds since 1970."""

    visit: str
    number: str
    day: str
    counter: str
    official: str
    issued_at: int
    called_at: int
    finished_at: int
    rated_at: int
    result: int
    attitude: int
    station: str = ""
    device: str = ""
    is_staff: bool = False


class Sign(msgspec.Struct, frozen=True, kw_only=True):
    """What one rule found about one official on one day."""

    rule: str
    official: str
    day: str
    visits: tuple[RatedVisit, ...]


def bursts(ratings: Sequence[RatedVisit], rules: SignRules) -> Iterator[Sign]:
    """Many ratings of one official in next to no time."""
    if not rules.burst_ratings:
        return
    for some in _by_official_and_day(ratings):
        in_one = _longest_burst(some, rules.burst_s * 1000)
        if len(in_one) >= rules.burst_ratings:
            yield _sign("burst", in_one)


def without_a_visit(ratings: Sequence[RatedVisit], rules: SignRules) -> Iterator[Sign]:
    """The number was taken, called and finished before anybody could have come."""
    for one in ratings:
        if one.finished_at - one.issued_at < rules.shortest_stay_s * 1000:
            yield _sign("no_visit", (one,))


def faster_than_a_visit(ratings: Sequence[RatedVisit], rules: SignRules) -> Iterator[Sign]:
    """Called and finished within seconds."""
    for one in ratings:
        is_short = one.finished_at - one.called_at < rules.shortest_visit_s * 1000
        if is_short and one.finished_at - one.issued_at >= rules.shortest_stay_s * 1000:
            yield _sign("short_visit", (one,))


def faster_than_reading(ratings: Sequence[RatedVisit], rules: SignRules) -> Iterator[Sign]:
    """Both questions answered before anybody could have read them."""
    for one in ratings:
        if one.rated_at - one.finished_at < rules.fastest_s * 1000:
            yield _sign("too_fast", (one,))


def always_the_same_pad(ratings: Sequence[RatedVisit], rules: SignRules) -> Iterator[Sign]:
    """Full marks at one pad all day, nearly always right after the end of the visit."""
    if not rules.pad_ratings:
        return
    for some in _by_official_and_day(ratings):
        at_pads = [one for one in some if not one.device and _is_full(one)]
        pads = {one.station for one in at_pads}
        soon = [one for one in at_pads if one.rated_at - one.finished_at < rules.pad_s * 1000]
        is_much = len(soon) >= rules.pad_ratings and len(soon) >= NEARLY_ALL * len(some)
        if len(pads) == 1 and is_much:
            yield _sign("same_pad", soon)


def the_same_phone(ratings: Sequence[RatedVisit], rules: SignRules) -> Iterator[Sign]:
    """One phone rates the visits of many people with one official."""
    if not rules.device_ratings:
        return
    for some in _by_official_and_day(ratings):
        by_phone = sorted((one for one in some if one.device), key=lambda one: one.device)
        for _, of_one in groupby(by_phone, key=lambda one: one.device):
            visits = tuple(of_one)
            if len(visits) >= rules.device_ratings:
                yield _sign("same_phone", visits)


def own_device(ratings: Sequence[RatedVisit], rules: SignRules) -> Iterator[Sign]:
    """Rated in a browser in which somebody of the hall has signed in."""
    for one in ratings:
        if one.is_staff and rules.own_device:
            yield _sign("own_device", (one,))


Rule = Callable[[Sequence[RatedVisit], SignRules], Iterator[Sign]]
RULES: tuple[Rule, ...] = (
    own_device, without_a_visit, the_same_phone, bursts, faster_than_a_visit, faster_than_reading,
    always_the_same_pad,
)  # fmt: skip
"""The strongest sign first."""


def signs_of(ratings: Sequence[RatedVisit], rules: SignRules) -> list[Sign]:
    """What every rule found; several visits of one official, day and rule are one sign."""
    found: list[Sign] = []
    for rule in RULES:
        signs = sorted(rule(ratings, rules), key=_of_whom)
        for (official, day, name), some in groupby(signs, key=_of_whom):
            visits = {one.visit: one for sign in some for one in sign.visits}
            found.append(Sign(rule=name, official=official, day=day, visits=tuple(visits.values())))
    return found


def _of_whom(sign: Sign) -> tuple[str, str, str]:
    return sign.official, sign.day, sign.rule


def _by_official_and_day(ratings: Iterable[RatedVisit]) -> Iterator[list[RatedVisit]]:
    ordered = sorted(ratings, key=lambda one: (one.official, one.day, one.rated_at))
    for _, some in groupby(ordered, key=lambda one: (one.official, one.day)):
        yield list(some)


def _longest_burst(some: Sequence[RatedVisit], within: int) -> Sequence[RatedVisit]:
    best: Sequence[RatedVisit] = ()
    first = 0
    for last in range(len(some)):
        while some[last].rated_at - some[first].rated_at > within:
            first += 1
        if last - first + 1 > len(best):
            best = some[first : last + 1]
    return best


def _is_full(one: RatedVisit) -> bool:
    return one.result == one.attitude == FULL


def _sign(rule: str, visits: Sequence[RatedVisit]) -> Sign:
    return Sign(rule=rule, official=visits[0].official, day=visits[0].day, visits=tuple(visits))
