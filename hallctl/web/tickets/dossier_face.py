"""What a dossier's page says: one view and one language in, every word on the page out.

``static/dossier_face.js`` says the same when news comes; a test keeps the two alike.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec

from hallctl.core.plan import Words
from hallctl.core.views import DossierView, PastStep
from hallctl.web.pages.lexicon import Lexicon, clock_time

WORDS: Lexicon = msgspec.json.decode(
    (Path(__file__).parents[1] / "static" / "dossier_words.json").read_bytes(), type=Lexicon
)
RUNNING = frozenset({"received", "forwarded", "processing"})
ENDED = frozenset({"returned", "refused", "withdrawn", "stopped", "struck"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """One place on the drawn way; ``mark`` is done, now, ahead or end."""

    mark: str
    title: str
    when: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierFace:
    """The page in words; an empty one is not shown. ``face`` chooses colours and icon."""

    face: str
    title: str
    hall: str
    authority: str
    procedure: str
    dossier: str
    department: str
    headline: str
    advice: str
    sorry: str = ""
    sorry_reason: str = ""
    note_label: str = ""
    note: str = ""
    due_label: str = ""
    due_day: str = ""
    due_time: str = ""
    due_left: str = ""
    term: str = ""
    way: tuple[Milestone, ...]
    news_at: str
    offline: str
    say: str
    """What a screen reader is told when it changes."""


def face_of(view: DossierView, language: str) -> DossierFace:
    """Everything the page says about the dossier, in ``language``."""
    words = WORDS[language]
    face = kind_of(view)
    headline = words[f"headline_{face}"]
    advice = words[f"advice_finished_{view.return_by}" if face == "finished" else f"advice_{face}"]
    news_at = clock_time(view, view.shown_at)
    department = view.department_name.spoken_in(language)
    said = DossierFace(
        face=face,
        title=words["title"].format(headline=headline, dossier=view.dossier),
        hall=view.hall.spoken_in(language),
        authority=view.authority.spoken_in(language),
        procedure=view.procedure_name.spoken_in(language),
        dossier=view.dossier,
        department=words["at"].format(department=department) if department else "",
        headline=headline,
        advice=advice,
        way=tuple(_way(view, language)),
        news_at=words["news_at"].format(time=news_at),
        offline=words["offline"].format(time=news_at),
        say=words["say"].format(headline=headline, advice=advice),
    )
    return _with_due(_with_reasons(said, view, words), view, words)


def kind_of(view: DossierView) -> str:
    """Which face the page wears: the state, with what is overdue told apart."""
    if view.state in RUNNING and view.is_late:
        return "late"
    return "awaiting" if view.state == "awaiting_supplement" else view.state


def _with_reasons(said: DossierFace, view: DossierView, words: dict[str, str]) -> DossierFace:
    """What is asked for, why it ended, and every apology that is owed."""
    if said.face == "awaiting":
        said = replace(said, note_label=words["asked_label"], note=view.asked)
    elif view.end_reason:
        said = replace(said, note_label=words["reason_label"], note=view.end_reason)
    if said.face == "late":
        return replace(said, sorry=words["sorry_overdue"])
    if said.face == "finished" and view.is_late:
        return replace(said, sorry=words["sorry_late"])
    if view.state in RUNNING and view.was_due_at is not None:
        day = _long_day(view, view.was_due_at, words)
        reason = words["sorry_reason"].format(reason=view.delay_reason)
        return replace(said, sorry=words["sorry_new_date"].format(day=day), sorry_reason=reason)
    return said


def _with_due(said: DossierFace, view: DossierView, words: dict[str, str]) -> DossierFace:
    """When the result is due, as long as it still is."""
    if said.face == "awaiting":
        return replace(
            said,
            due_label=words["due_label_awaiting"],
            due_day=words["due_paused"],
            due_time=words["due_paused_advice"],
        )
    if view.state not in RUNNING:
        return said
    return replace(
        said,
        due_label=words["due_label_late" if said.face == "late" else "due_label"],
        due_day=_long_day(view, view.due_at, words),
        due_time=words["due_time"].format(time=clock_time(view, view.due_at)),
        due_left=_days_left(view, words),
        term="" if said.face == "late" or view.was_due_at is not None else _term(view, words),
    )


def _days_left(view: DossierView, words: dict[str, str]) -> str:
    days = (_local(view, view.due_at).date() - _local(view, view.shown_at).date()).days
    if view.is_late:
        key = "due_past_day" if days == -1 else "due_past_days"
        return words[key].format(days=-days) if days else ""
    key = {0: "due_today", 1: "due_tomorrow"}.get(days, "due_in_days")
    return words[key].format(days=days)


def _term(view: DossierView, words: dict[str, str]) -> str:
    if view.term is None:
        return ""
    if not view.term.amount:
        return words["term_same_day"]
    unit = f"unit_{view.term.unit}" + ("_1" if view.term.amount == 1 else "")
    amount = f"{view.term.amount:g}".replace(".", words["decimal"])
    key = "term_in_working_time" if view.in_working_time else "term_in_any_time"
    return words[key].format(term=words[unit].format(amount=amount))


def _way(view: DossierView, language: str) -> Iterator[Milestone]:
    """What has happened, in order, and what is still to come."""
    words = WORDS[language]
    past = list(_past(view, language))
    last = "end" if view.state in ENDED else "now"
    yield from past[:-1]
    yield replace(past[-1], mark=last)
    if view.state == "awaiting_supplement":
        yield Milestone(mark="ahead", title=words["ahead_supplement"])
    if view.state == "awaiting_supplement" or view.state in RUNNING:
        is_promised = view.state in RUNNING and not view.is_late
        due = _moment(view, view.due_at, words, "ahead_finish_when") if is_promised else ""
        yield Milestone(mark="ahead", title=words["ahead_finish"], when=due)
    if view.state not in ENDED:
        yield Milestone(mark="ahead", title=words[f"ahead_return_{view.return_by}"])


def _past(view: DossierView, language: str) -> Iterator[Milestone]:
    words = WORDS[language]
    presented, complete = (
        _moment(view, at, words, "moment") for at in (view.presented_at, view.complete_at)
    )
    if presented != complete:
        yield Milestone(mark="done", title=words["step_present"], when=presented)
    yield Milestone(mark="done", title=words["step_receive"], when=complete)
    for step in view.steps:
        yield Milestone(
            mark="done",
            title=_step(step, language),
            when=_moment(view, step.at, words, "moment"),
            note=step.reason,
        )


def _step(step: PastStep, language: str) -> str:
    department = (step.department_name or Words("")).spoken_in(language)
    return WORDS[language][f"step_{step.step}"].format(department=department)


def _moment(view: DossierView, at: int, words: dict[str, str], key: str) -> str:
    return words[key].format(time=clock_time(view, at), day=_day(_local(view, at), words))


def _long_day(view: DossierView, at: int, words: dict[str, str]) -> str:
    local = _local(view, at)
    weekday = words[f"weekday_{local.isoweekday()}"]
    return words["long_day"].format(weekday=weekday, date=_day(local, words))


def _day(local: datetime, words: dict[str, str]) -> str:
    month = words[f"month_{local.month}"]
    return words["day"].format(day=f"{local.day:02}", month=month, year=local.year)


def _local(view: DossierView, at: int) -> datetime:
    return datetime.fromtimestamp(at / 1000, ZoneInfo(view.timezone))
