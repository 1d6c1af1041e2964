"""What pages in both languages share: which language is whose, how long a wait is, what the clock says."""

from collections.abc import Container
from datetime import datetime
from zoneinfo import ZoneInfo

from hallctl.core.views import View

LANGUAGES = ("vi", "en")
LONG_MINUTES = 180
ROUGHLY = (9 * 60, 60), (55 * 60, 5 * 60)
"""Up to so many seconds a wait is told by the minute, and by five minutes; beyond that by quarters of an hour."""
QUARTER_S = 15 * 60

Lexicon = dict[str, dict[str, str]]
"""A page's words: by language, then by key."""


def page_language(asked: str, of_ticket: str, known: Container[str] = LANGUAGES) -> str:
    """The language of the page: as asked for, else the ticket's own, else Vietnamese."""
    return next((one for one in (asked, of_ticket) if one in known), LANGUAGES[0])


def other_language(language: str) -> str:
    """What the language switch leads to."""
    return "en" if language == "vi" else "vi"


def wait_in_words(seconds: int | None, words: dict[str, str]) -> str:
    """A wait as a person would say it."""
    if seconds is None:
        return words["wait_unknown"]
    minutes = roughly(seconds) // 60
    if minutes <= 1:
        return words["wait_minute" if minutes else "wait_now"]
    if minutes < 60:
        return words["wait_minutes"].format(minutes=minutes)
    if minutes > LONG_MINUTES:
        return words["wait_long"]
    hours, minutes = divmod(minutes, 60)
    key = "wait_hours_minutes" if minutes else "wait_hour" if hours == 1 else "wait_hours"
    return words[key].format(hours=hours, minutes=minutes)


def roughly(seconds: int) -> int:
    """Seconds of whole minutes, rounded up, the coarser the longer it is: nobody knows a wait better."""
    step = next((step for under, step in ROUGHLY if seconds <= under), QUARTER_S)
    return -(-seconds // step) * step


def clock_time(view: View, at: int) -> str:
    """``09:12``: a moment in milliseconds, by the clock on the hall's wall."""
    return f"{datetime.fromtimestamp(at / 1000, ZoneInfo(view.timezone)):%H:%M}"
