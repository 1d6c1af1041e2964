"""What a ticket's page says: one view and one language in, every word on the page out.

``static/face.js`` says the same when news comes while the page is open; a test keeps the two alike.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec

from hallctl.core.languages import Language, fitting
from hallctl.core.views import TicketView
from hallctl.web.pages.lexicon import LANGUAGES, Lexicon, clock_time, other_language, wait_in_words

DRAWN = 4
"""How many of the people ahead the picture of the queue draws."""
WORDS: Lexicon = msgspec.json.decode(
    (Path(__file__).parents[1] / "static" / "words.json").read_bytes(), type=Lexicon
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """The page in words; an empty one is not shown. ``face`` chooses colours and icon."""

    face: str
    title: str
    hall: str
    authority: str
    service: str
    number: str
    headline: str
    advice: str
    ahead_label: str = ""
    ahead: str = ""
    wait_label: str = ""
    wait: str = ""
    people: int = -1
    """How many of those ahead are drawn; -1 draws no queue."""
    more: str = ""
    counter_label: str = ""
    counter: str = ""
    invitation: str = ""
    """The call once more in the other language."""
    called_at: str = ""
    note: str = ""
    """What else has become of the ticket: sent on, called by mistake, of the day before."""
    then: str = ""
    """What the visit still needs after this."""
    issued_at: str
    news_at: str
    offline: str
    emergency: str = ""
    """What goes before all else in the whole hall."""
    say: str
    """What a screen reader is told when it changes."""


def with_languages(languages: Mapping[str, Language]) -> Lexicon:
    """The page's words, in languages that the hall has added too; Vietnamese where they say nothing."""
    vietnamese = WORDS[LANGUAGES[0]]
    return WORDS | {
        code: vietnamese | {key: str(said) for key, said in fitting(one.phone, vietnamese).items()}
        for code, one in languages.items()
    }


def face_of(view: TicketView, language: str, lexicon: Lexicon = WORDS) -> Face:
    """Everything the page says about the ticket, in ``language``."""
    words = lexicon[language]
    face = kind_of(view)
    is_queued = view.state == "waiting"
    facts = _facts(view, language, words)
    facts["headline"] = words[f"headline_{face}"]
    facts["advice"] = words[_advice_key(view, face)].format_map(facts)
    spoken = face if face == "called" else "waiting" if is_queued else "otherwise"
    said = Face(
        face=face,
        title=words[f"title_{'waiting' if is_queued else face}"].format_map(facts),
        hall=view.hall.spoken_in(language),
        authority=view.authority.spoken_in(language),
        service=view.service_name.spoken_in(language),
        number=view.number,
        headline=facts["headline"],
        advice=facts["advice"],
        note=_note(view, facts, words),
        then=words["note_then"].format_map(facts) if facts["then"] else "",
        issued_at=_since(view, words),
        news_at=words["news_at"].format(time=facts["news_at"]),
        emergency=view.emergency.words.spoken_in(language) if view.emergency else "",
        offline=words["offline"].format(time=facts["news_at"]),
        say=words[f"say_{spoken}"].format_map(facts),
    )
    if is_queued:
        return _queued(said, view, words)
    return _called(said, view, language, lexicon) if face == "called" else said


def _since(view: TicketView, words: dict[str, str]) -> str:
    """When it was taken; of an appointment, for when that is."""
    if view.appointment_at:
        return words["appointed_at"].format(time=clock_time(view, view.appointment_at))
    return words["issued_at"].format(time=clock_time(view, view.issued_at))


def _queued(said: Face, view: TicketView, words: dict[str, str]) -> Face:
    everybody = _everybody_before(view)
    more = max(0, everybody - DRAWN)
    return replace(
        said,
        ahead_label=words["ahead_label"],
        ahead=_ahead_words(view, words),
        wait_label=words["wait_label"],
        wait=wait_in_words(view.expected_wait_s, words),
        people=min(everybody, DRAWN),
        more=words["more_people"].format(count=more) if more else "",
    )


def _called(said: Face, view: TicketView, language: str, lexicon: Lexicon) -> Face:
    words = lexicon[language]
    return replace(
        said,
        counter_label=words["counter_label"],
        counter=view.counter,
        invitation=lexicon[other_language(language)]["invitation"].format(counter=view.counter),
        called_at=words["called_at"].format(time=clock_time(view, view.called_at or 0)),
    )


def kind_of(view: TicketView) -> str:
    """Which face the page wears: the state, with waiting told apart by who is still ahead."""
    match view.state:
        case "waiting":
            return _waiting_kind(view)
        case "lapsed" if view.is_carried_over:
            return "carried"
        case "lapsed":
            return "over"
        case "missed" if view.business_day is None:
            return "over"  # nobody is left to put the ticket back
    return view.state


def _waiting_kind(view: TicketView) -> str:
    everybody = _everybody_before(view)
    if view.expected_wait_s is None or everybody > view.near:
        return "waiting"  # no counter is open yet: nowhere to come near to
    return "near" if everybody else "next"


def _facts(view: TicketView, language: str, words: dict[str, str]) -> dict[str, str]:
    return {
        "number": view.number,
        "counter": view.counter,
        "ahead": str(_everybody_before(view)),
        "ahead_words": _ahead_words(view, words),
        "called_at": clock_time(view, view.called_at) if view.called_at else "",
        "news_at": clock_time(view, view.shown_at),
        "service": view.service_name.spoken_in(language),
        "came_from": view.came_from.spoken_in(language) if view.came_from else "",
        "to_counter": view.to_counter,
        "park_reason": view.park_reason.spoken_in(language) if view.park_reason else "",
        "parked_at": clock_time(view, view.parked_at) if view.parked_at else "",
        "then": ", ".join(one.spoken_in(language) for one in view.then),
        "valid_at": _valid_at(view, words),
    }


def _note(view: TicketView, facts: dict[str, str], words: dict[str, str]) -> str:
    key = _note_key(view)
    return words[f"note_{key}"].format_map(facts) if key else ""


def _note_key(view: TicketView) -> str:
    """What matters most of what has become of it."""
    if view.state == "parked" and view.park_reason:
        return "parked"
    if view.state != "waiting":
        return ""
    if view.call_withdrawn:
        return "withdrawn"
    if view.to_counter:
        return "held"
    if view.came_from:
        return "moved"
    return "carried" if view.is_carried else ""


def _valid_at(view: TicketView, words: dict[str, str]) -> str:
    if view.valid_at is None:
        return words["valid_next"]
    day = f"{datetime.fromtimestamp(view.valid_at / 1000, ZoneInfo(view.timezone)):%d/%m}"
    return words["valid_at"].format(time=clock_time(view, view.valid_at), day=day)


def _everybody_before(view: TicketView) -> int:
    """Of its own service, and of others whom its counter calls before."""
    return view.ahead + view.others_first


def _ahead_words(view: TicketView, words: dict[str, str]) -> str:
    if not view.others_first:
        return _people(view.ahead, words)
    key = "ahead_and_others" if view.ahead else "ahead_others"
    return words[key].format(ahead=_people(view.ahead, words), others=view.others_first)


def _people(count: int, words: dict[str, str]) -> str:
    return words[f"ahead_{count}" if count <= 1 else "ahead_n"].format(count=count)


def _advice_key(view: TicketView, face: str) -> str:
    if view.state == "waiting" and view.expected_wait_s is None:
        return "advice_unserved"
    if view.state == "finished" and view.rate_until is None:
        return "advice_done"
    return f"advice_{face}"
