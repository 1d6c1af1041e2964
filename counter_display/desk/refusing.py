"""Why a dossier's wish was refused, as a kind sentence that says what to do."""

from collections.abc import Callable, Mapping
from typing import Any

from counter_display.desk.moments import short_moment
from counter_display.wording import refusal_words
from hallctl.core.refusals import Refusal
from hallctl.station.link.answering import Answer
from hallctl.station.preferences import Preferences

Details = Mapping[str, Any]

DESK_REFUSALS = frozenset(
    {
        Refusal.UNKNOWN_VISIT,
        Refusal.UNKNOWN_LANGUAGE,
        Refusal.NO_PRINTER,
        Refusal.UNKNOWN_SLIP,
        Refusal.NO_AGENCY_CODE,
        Refusal.UNKNOWN_PROCEDURE,
        Refusal.PROCEDURE_ELSEWHERE,
        Refusal.UNKNOWN_TERM,
        Refusal.DOSSIER_CODE_DAMAGED,
        Refusal.UNKNOWN_DOSSIER,
        Refusal.UNKNOWN_DEPARTMENT,
        Refusal.DOSSIER_NOT_ALLOWED,
        Refusal.COMPLETE_BEFORE_PRESENTED,
        Refusal.RECEIPT_IN_THE_FUTURE,
        Refusal.DUE_BEFORE_RECEIPT,
        Refusal.DUE_ON_A_DAY_OFF,
        Refusal.DUE_AFTER_TERM,
        Refusal.DUE_NOT_LATER,
        Refusal.ALREADY_REAPPOINTED,
        Refusal.TOO_LATE_TO_REAPPOINT,
        "malformed",
        "not_found",
    }
)
"""What an official may be told about a dossier; each has words of its own."""
_TELLS_A_TIME = {
    Refusal.DUE_AFTER_TERM: "latest_at",
    Refusal.DUE_NOT_LATER: "was_due_at",
    Refusal.ALREADY_REAPPOINTED: "due_at",
    Refusal.TOO_LATE_TO_REAPPOINT: "due_at",
}


class Refusing:
    """Words refusals for one panel, in its language and its hall's time."""

    def __init__(self, preferences: Preferences, timezone: Callable[[], str]) -> None:
        self._preferences = preferences
        self._timezone = timezone
        self._worded: dict[str, Callable[[Details], str]] = {
            Refusal.DOSSIER_NOT_ALLOWED: self._not_allowed,
            Refusal.PROCEDURE_ELSEWHERE: self._elsewhere,
            Refusal.DOSSIER_CODE_DAMAGED: self._damaged,
            Refusal.UNKNOWN_DOSSIER: self._unknown,
            Refusal.DUE_ON_A_DAY_OFF: self._day_off,
            **{refusal: self._timed(refusal, detail) for refusal, detail in _TELLS_A_TIME.items()},
        }

    def words(self, answer: Answer) -> str:
        """The sentence for an answer that is no grant."""
        if answer.unreachable or answer.refused not in DESK_REFUSALS:
            return refusal_words(self._preferences, answer)
        if word := self._worded.get(answer.refused):
            return word(answer.details)
        return self._preferences.say(f"refused_{answer.refused}")

    def _not_allowed(self, details: Details) -> str:
        state = self._preferences.say(f"state_{details.get('state', 'received')}")
        return self._preferences.say("refused_dossier_not_allowed", state=state)

    def _damaged(self, details: Details) -> str:
        return self._preferences.say(f"refused_damaged_{details.get('part', 'shape')}")

    def _unknown(self, details: Details) -> str:
        return self._preferences.say("refused_unknown_dossier", dossier=details.get("dossier", ""))

    def _elsewhere(self, details: Details) -> str:
        say = self._preferences.say
        if where := details.get("where"):
            return say("refused_procedure_elsewhere", where=where)
        if begins := details.get("here_from"):
            year, month, day = str(begins).split("-")
            return say("refused_procedure_from", day=f"{day}/{month}/{year}")
        return say("refused_procedure_elsewhere_unknown")

    def _day_off(self, details: Details) -> str:
        if holiday := details.get("holiday"):
            return self._preferences.say("refused_due_on_a_holiday", holiday=holiday)
        return self._preferences.say("refused_due_on_a_day_off")

    def _timed(self, refusal: Refusal, detail: str) -> Callable[[Details], str]:
        """A sentence that tells one of the details as a time."""

        def words(details: Details) -> str:
            time = short_moment(int(details.get(detail, 0)), self._timezone())
            return self._preferences.say(f"refused_{refusal}", time=time)

        return words
