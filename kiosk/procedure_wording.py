"""How the kiosk words procedures: where, how long, how much."""

from typing import Any

from hallctl.station.preferences import Preferences
from hallctl.station.procedures import Fee, Place, ProcedureLine, ProcedurePage, Queue, Term, Way
from hallctl.station.told_apart import shortened, told_apart
from hallctl.station.words import bind_compounds

LONGEST_IN_LIST = 95
LONGEST_ON_PAGE = 260
"""Letters of a name that a page holds in the largest type; a few names list every case at length."""
LONGEST_PAPER = 110
NO_PAGE: dict[str, Any] = {
    "name": "",
    "about": "",
    "place": "",
    "tone": "soft",
    "ways": [],
    "cut_off": "",
    "service": "",
    "take": "",
    "papers": [],
    "papers_words": "",
}
"""What a page says before there is one."""
UNITS = frozenset({"working_day", "calendar_day", "hour", "month"})
CHANNEL_ICONS = {"counter": "users", "online": "globe", "post": "mail"}


def lines_words(preferences: Preferences, lines: tuple[ProcedureLine, ...]) -> list[dict[str, str]]:
    """Procedures in a list; none looks like another."""
    names = told_apart([line.name for line in lines], LONGEST_IN_LIST)
    return [_line_words(preferences, line, name) for line, name in zip(lines, names, strict=True)]


def _line_words(preferences: Preferences, line: ProcedureLine, name: str) -> dict[str, str]:
    return {
        "key": line.procedure,
        "procedure": line.procedure,
        "name": bind_compounds(name),
        "place": place_words(preferences, line.place, line.queue),
        "tone": "good" if line.place.kind == "here" else "warn",
        "icon": "map-pin-check" if line.place.kind == "here" else "map-pin-x",
    }


def page_words(preferences: Preferences, page: ProcedurePage) -> dict[str, Any]:
    """Everything the page of one procedure says."""
    say = preferences.say
    queue = page.queue
    return {
        "name": bind_compounds(shortened(page.name, LONGEST_ON_PAGE)),
        "about": say("procedure_about", code=page.procedure, field=bind_compounds(page.field)),
        "place": place_words(preferences, page.place, queue),
        "tone": "good" if page.place.kind == "here" else "warn",
        "ways": [_way_words(preferences, way) for way in page.ways],
        "cut_off": say("cut_off") if page.has_cut_off else "",
        "service": queue.service if queue else "",
        "take": _take_words(preferences, queue) if queue else "",
        "papers": [shortened(paper, LONGEST_PAPER) for paper in page.papers],
        "papers_words": say("papers_count", count=len(page.papers))
        if page.papers
        else say("papers_ask"),
    }


def place_words(preferences: Preferences, place: Place, queue: Queue | None) -> str:
    """Where it is handed in, as one sentence."""
    where = preferences.name_of(place.where) if place.where else ""
    match place.kind:
        case "here" if queue:
            return preferences.say(
                "place_here", letter=queue.letter, service=preferences.name_of(queue.name)
            )
        case "here":
            return preferences.say("place_here_ask")
        case "from" if place.begins:
            return preferences.say("place_from", day=preferences.day(place.begins))
        case _ if where:
            return preferences.say("place_elsewhere", where=where)
        case _:
            return preferences.say("place_unknown")


def _way_words(preferences: Preferences, way: Way) -> dict[str, str]:
    return {
        "icon": CHANNEL_ICONS.get(way.channel, "circle"),
        "channel": preferences.say(f"channel_{way.channel}"),
        "term": _term_words(preferences, way.term),
        "fee": _fee_words(preferences, way.fee),
    }


def _term_words(preferences: Preferences, term: Term | None) -> str:
    if term is None or (term.amount and term.unit not in UNITS):
        return preferences.say("term_unknown")
    if term.amount == 0:
        return preferences.say("term_same_day")
    return preferences.say(f"term_{term.unit}", count=_figure(preferences, term.amount))


def _fee_words(preferences: Preferences, fee: Fee | None) -> str:
    if fee is None:
        return preferences.say("fee_unknown")
    if fee.amount == 0:
        return preferences.say("fee_none")
    if fee.is_exact:
        return preferences.say("fee", amount=_figure(preferences, fee.amount), unit=_unit(fee))
    return preferences.say("fee_noted", note=fee.note) if fee.note else preferences.say("fee_ask")


def _take_words(preferences: Preferences, queue: Queue) -> str:
    return preferences.say(
        "take_number_of", letter=queue.letter, service=preferences.name_of(queue.name)
    )


def _unit(fee: Fee) -> str:
    return "đ" if fee.currency == "VND" else fee.currency


def _figure(preferences: Preferences, amount: float) -> str | int:
    """A number as people write it: 8.000 in Vietnamese, 8,000 in English."""
    if amount == 1:
        return 1  # chooses the singular
    written = f"{amount:,.1f}".removesuffix(".0")
    if preferences.spoken() == "vi":
        return written.translate(str.maketrans(",.", ".,"))
    return written
