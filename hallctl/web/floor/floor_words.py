"""The live hall in words: one view and one language in, what its page says out."""

from typing import NamedTuple

from hallctl.core.plan import Plan, Words
from hallctl.core.views import (
    Alert,
    CounterLine,
    HallView,
    ServiceChoice,
    Shut,
    StationLine,
    WaitingSlip,
)
from hallctl.reports.saying import Saying
from hallctl.web.site import WORDS

ICONS = {
    "long_wait": "hourglass",
    "unserved": "user-x",
    "idle_counter": "armchair",
    "long_service": "timer",
    "not_printed": "printer",
    "station_gone": "wifi-off",
    "station_twice": "copy",
    "overdue_dossiers": "file-clock",
    "paper_low": "scroll",
    "rule": "bell-ring",
    "reports_unsent": "mail-warning",
    "webhooks_unsent": "webhook-off",
    "settings_mistake": "wrench",
}


PAUSES_MINUTES = (15, 30, 60, 120)
MS_A_MINUTE = 60_000


class AlertWords(NamedTuple):
    """One alert as the page says it."""

    icon: str
    is_urgent: bool
    what: str
    do: str


class FloorFace:
    """Answers its template's questions about one view."""

    def __init__(self, view: HallView, plan: Plan, say: Saying) -> None:
        self._view = view
        self._plan = plan
        self._say = say
        self._words = WORDS[say.language]
        self._names = {one.service: say.words(one.name) for one in plan.services}
        self._idle = [one.counter for one in view.counters if one.is_open and not one.number]
        self.officials = [one.official for one in plan.floor.officials]
        """As the settings write them: a name typed otherwise is somebody else in every report."""
        self.photos = {one.official: one.photo for one in plan.floor.officials if one.photo}
        self.letters = {one.service: one.letter for one in plan.services}
        self.services = [(one.service, one.letter, say.words(one.name)) for one in plan.services]

    @property
    def alerts(self) -> list[AlertWords]:
        """In the order of the view."""
        return [self._alert(one) for one in self._view.alerts]

    @property
    def longest_s(self) -> int:
        """The longest wait of anybody who waits now."""
        return max((one.longest_wait_s for one in self._view.services if one.waiting), default=0)

    def name(self, service: str) -> str:
        """The service's name, or its id where the plan has dropped it."""
        return self._names.get(service, service)

    def profile_name(self, name: Words | None) -> str:
        """A profile as officials know it."""
        return self._say.words(name) if name else self._words["profile_usual"]

    def profile_of(self, counter: CounterLine) -> str:
        """By which the counter calls; empty where there is nothing to say of it."""
        if not counter.profile.name and len(counter.profiles) < 2:
            return ""
        return self.profile_name(counter.profile.name)

    def span(self, since_at: int) -> str:
        """How long it has been so, in minutes."""
        return self._say.minutes(max(0, self._view.shown_at - since_at) // 1000)

    def fault(self, fault: str) -> str:
        """Why a printer does not print, and what to do."""
        words = self._words.get(f"fault_{fault}") or self._words["fault_other"]
        return words.format(fault=fault)

    def slip_name(self, slip: WaitingSlip) -> str:
        """What people know it by: a ticket's number, or what kind of slip of what."""
        if not slip.kind:
            return slip.number
        return self._words[f"slip_kind_{slip.kind}"].format(number=slip.number)

    @property
    def at_closing(self) -> str:
        """What becomes of those who wait when no more numbers are given."""
        return self._plan.floor.at_closing

    @property
    def ask_close_day(self) -> str:
        """The question before the day is ended: who is still here."""
        counts = self._view.counts
        if not (counts.waiting or counts.at_counters or counts.parked):
            return self._words["ask_close_day"]
        kept = "_tomorrow" if self.at_closing == "tomorrow" else ""
        return self._words[f"ask_close_day_on{kept}"].format(
            waiting=counts.waiting, at_counters=counts.at_counters, parked=counts.parked
        )

    def is_paused(self, service: ServiceChoice) -> bool:
        """Whether somebody has paused it."""
        return service.shut is not None and service.shut.why == "paused"

    def paused(self, shut: Shut) -> str:
        """That a service is paused, and until when."""
        if shut.again_at is None:
            return self._words["paused"]
        return self._words["paused_until"].format(time=self._say.clock(shut.again_at))

    @property
    def pause_ends(self) -> list[tuple[str, str]]:
        """When a pause may end by itself: the moment, and its words; the first is never."""
        at = self._view.shown_at
        ends = [at + minutes * MS_A_MINUTE for minutes in PAUSES_MINUTES]
        return [("", self._words["pause_open"])] + [
            (
                str(end),
                self._words["pause_minutes"].format(count=minutes, time=self._say.clock(end)),
            )
            for end, minutes in zip(ends, PAUSES_MINUTES, strict=True)
        ]

    def usual_pauses(self, language: str) -> list[str]:
        """Messages that halls need often, to choose instead of typing."""
        return WORDS[language]["usual_pauses"].split("|")

    def slips_at(self, station: StationLine) -> list[WaitingSlip]:
        """What waits for that station's printer."""
        return [one for one in self._view.slips if one.station == station.station]

    def tone(self, wait_s: int | None) -> str:
        """How a wait stands against the hall's promise."""
        if wait_s is None:
            return "plain"
        if wait_s > self._view.target_s:
            return "bad"
        return "warn" if wait_s * 3 > self._view.target_s * 2 else "good"

    def _left(self, one: Alert) -> str:
        if not one.count:
            return ""
        return self._words["alert_paper_low_left"].format(count=self._say.number(one.count))

    def _alert(self, one: Alert) -> AlertWords:
        if one.kind == "rule":
            return self._rule(one)
        facts = {
            "service": self.name(one.service),
            "counter": one.counter,
            "station": one.station,
            "number": one.number,
            "count": self._say.number(one.count),
            "span": self.span(one.since_at),
            "fault": self.fault(one.fault),
            "left": self._left(one),
            "words": self._say.words(one.words) if one.words else "",
        }
        what = self._words[f"alert_{one.kind}"].format_map(facts)
        do = self._words[f"alert_{one.kind}_do"].format_map(facts)
        if one.kind in {"long_wait", "unserved"} and self._idle:
            do += self._words["idle_now"].format(counters=", ".join(self._idle))
        return AlertWords(ICONS[one.kind], one.is_urgent, what, do)

    def _rule(self, one: Alert) -> AlertWords:
        """A rule of the hall's own: its measure as it is now, and what whoever set it wants done."""
        words = self._words
        known = {rule.rule: rule for rule in self._plan.alert_rules}
        rule = known.get(one.rule)
        if rule is None:
            return AlertWords(ICONS["rule"], one.is_urgent, one.rule, "")
        measure = words[f"measure_{rule.measure}"]
        where = f"{self.name(one.service)}: " if one.service else ""
        what = words["rule_what"].format(
            where=where,
            measure=measure,
            value=self._say.number(one.value, 0 if one.value.is_integer() else 1),
            sign=words["rule_below" if rule.is_below else "rule_above"],
            threshold=self._say.number(rule.threshold, 0 if rule.threshold.is_integer() else 1),
            span=self.span(one.since_at),
        )
        do = self._say.words(rule.advice)
        if rule.tell:
            do = do.rstrip(". ") + ". " + words["rule_tell"].format(tell=rule.tell)
        return AlertWords(ICONS["rule"], one.is_urgent, what, do)
