"""An alert of the hall's own as a letter: what is so, since when by the hall's clock, and what to do."""

from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

import msgspec

from hallctl.core.plan import Plan
from hallctl.core.plan.alert_rules import AlertRule
from hallctl.core.views import Alert
from hallctl.reports.saying import Saying

WORDS: dict[str, dict[str, str]] = msgspec.json.decode(
    (Path(__file__).parent / "alert_words.json").read_bytes()
)
WRITTEN_IN = ("vi", "en")


class Begun(NamedTuple):
    """An alert that has begun: its rule, what is measured, and when somebody looked (ms)."""

    rule: AlertRule
    alert: Alert
    at: int


def letter_of(begun: Begun, plan: Plan, sender: str, to: str) -> EmailMessage:
    """In the hall's first language, if letters are written in it; else in Vietnamese."""
    rule, alert, at = begun
    language = next((one for one in plan.rules.languages[:1] if one in WRITTEN_IN), "vi")
    words, say = WORDS[language], Saying(language, plan.timezone)
    what = words[rule.measure].format(value=_told(alert.value, say))
    letter = EmailMessage()
    letter["From"], letter["To"] = sender, to
    letter["Subject"] = " · ".join(
        ([words["urgent"]] if rule.is_urgent else []) + [what, say.words(plan.hall)]
    )
    letter["Date"] = format_datetime(datetime.fromtimestamp(at // 1000, ZoneInfo(plan.timezone)))
    letter["Message-ID"] = f"<alert-{rule.rule}-{alert.since_at}@{sender.rpartition('@')[2]}>"
    letter["Auto-Submitted"] = "auto-generated"
    letter["Content-Language"] = language
    letter.set_content("\n".join([what, *_more(begun, plan, words, say)]))
    return letter


def _more(begun: Begun, plan: Plan, words: dict[str, str], say: Saying) -> list[str]:
    rule, alert, _ = begun
    side = words["below" if rule.is_below else "above"]
    limit = side.format(threshold=_told(rule.threshold, say))
    if rule.minutes:
        limit += words["lasting"].format(minutes=_told(rule.minutes, say))
    service = plan.service(rule.service)
    name = f"{service.letter} · {say.words(service.name)}" if service else ""
    return [
        limit,
        *([words["service"].format(service=name)] if name else []),
        words["since"].format(since=say.moment(alert.since_at or begun.at)),
        "",
        words["do"].format(advice=say.words(rule.advice)),
        *([words["for"].format(tell=rule.tell)] if rule.tell else []),
        "",
        f"{say.words(plan.hall)} · {rule.rule}",
        words["end"],
    ]


def _told(value: float, say: Saying) -> str:
    return say.number(value, 0 if value == int(value) else 1)
