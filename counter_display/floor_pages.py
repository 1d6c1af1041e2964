"""The questions of a busy floor, made from the counter's view: where to, why, how it ended."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain, repeat
from string import ascii_uppercase

from counter_display.profile_wording import LAST_KEY, profile_detail, profile_name
from counter_display.queue_reading import Line
from counter_display.sheet import Option, Page
from hallctl.core.views import CounterView, Destination, TicketView
from hallctl.station.preferences import Preferences

Chosen = Callable[[str], None]

ICONS = {"break": "coffee", "park": "pause", "outcome": "circle-check-big"}


def _keys(taken: Iterable[str] = ()) -> Iterator[str]:
    """One key an answer, as far as there are keys; none for those beyond."""
    free = (key for key in "123456789" + ascii_uppercase if key not in set(taken))
    return chain(free, repeat(""))


class FloorPages:
    """Words each question in the official's language."""

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences
        self._say = preferences.say

    def reasons(self, view: CounterView, kind: str, chosen: Chosen) -> Page:
        """Why there is a break, why somebody is parked, or how the visit ended."""
        offered = [one for one in view.reasons if one.kind == kind]
        options = (
            Option(self._name(one.name), partial(chosen, one.reason), key, ICONS[kind])
            for key, one in zip(_keys(), offered, strict=False)
        )
        return Page(self._say(f"ask_{kind}"), options=tuple(options))

    def ticket(self, ticket: TicketView, call: Callable[[], None] | None) -> Page:
        """Where a scanned ticket stands, and the button that calls it, where it may be called."""
        words = self._say(f"ticket_{ticket.state}", counter=ticket.counter, ahead=ticket.ahead)
        hint = f"{self._name(ticket.service_name)}: {words}"
        options = (
            (Option(self._say("ticket_call", number=ticket.number), call, "1", "megaphone"),)
            if call
            else ()
        )
        return Page(ticket.number, hint, options, has_usual=bool(call))

    def held(self, number: str, held_for: str, call: Callable[[], None]) -> Page:
        """Somebody was sent to another counter; it takes one press more to call them here."""
        asked = {"number": number, "held_for": held_for}
        option = Option(self._say("call_held", number=number), call, "1", "megaphone")
        return Page(self._say("ask_held", **asked), self._say("ask_held_hint", **asked), (option,))

    def profiles(self, view: CounterView, chosen: Callable[[int], None]) -> Page:
        """By which profile the counter calls from its next call on; the one in use is marked."""
        in_use = view.profile.profile if view.is_open else None
        options = (
            Option(
                profile_name(self._preferences, one.name),
                partial(chosen, place),
                str(place + 1) if place < LAST_KEY else "",
                "circle-check-big" if one.profile == in_use else "list-ordered",
                profile_detail(self._preferences, view, one),
            )
            for place, one in enumerate(view.profiles)
        )
        hint = self._say("profile_hint") if view.is_open else ""
        return Page(self._say("ask_profile"), hint, tuple(options))

    def all_of(self, kind: str, lines: Iterable[Line], chosen: Callable[[str, str], None]) -> Page:
        """Every number that is parked or was missed."""
        options = (
            Option(
                str(line["number"]),
                partial(chosen, str(line["ticket"]), str(line["number"])),
                key,
                "play" if kind == "parked" else "undo-2",
                self._since(line),
            )
            for key, line in zip(_keys(), lines, strict=False)
        )
        return Page(self._say(f"ask_{kind}"), options=tuple(options))

    def _since(self, line: Line) -> str:
        if "missed_at" in line:
            return self._say("missed_since", time=line["missed_at"])
        return self._say("parked_since", reason=line["reason"], time=line["since"])

    def reserves(self, view: CounterView, chosen: Chosen) -> Page:
        """Who takes the counter over."""
        options = (
            Option(name, partial(chosen, name), key, "user-round-check")
            for key, name in zip(_keys(), view.reserves, strict=False)
        )
        hint = "" if view.reserves else self._say("no_reserves")
        return Page(self._say("ask_substitute"), hint, tuple(options))

    def destinations(self, view: CounterView, service: Chosen, counter: Chosen) -> Page:
        """Where the citizen is sent: another open counter, or another service."""
        here = view.current.service if view.current else ""
        own = [one.counter for one in view.desks if len(one.counter) == 1]
        others = _keys({*own, *(one.letter for one in view.destinations)})
        desks = (
            Option(
                self._say("to_counter", counter=one.counter),
                partial(counter, one.counter),
                one.counter if one.counter in own else next(others),
                "coffee" if one.is_on_break else "monitor",
                one.official,
            )
            for one in view.desks
        )
        services = self._services((d for d in view.destinations if d.service != here), service)
        return Page(self._say("ask_transfer"), options=(*desks, *services))

    def places(self, chosen: Chosen) -> Page:
        """Where in that queue; the usual answer keeps the wait so far."""
        options = (
            Option(
                self._say(f"place_{place}"),
                partial(chosen, place),
                key,
                icon,
                self._say(f"place_{place}_text"),
            )
            for key, place, icon in (
                ("1", "waited", "clock"),
                ("2", "front", "arrow-up-to-line"),
                ("3", "end", "arrow-down-to-line"),
            )
        )
        return Page(self._say("ask_place"), options=tuple(options), has_usual=True)

    def added_services(self, view: CounterView, chosen: Chosen) -> Page:
        """What else the visit needs."""
        here = view.current.service if view.current else ""
        others = (one for one in view.destinations if one.service != here)
        return Page(self._say("ask_service"), options=tuple(self._services(others, chosen)))

    def more(
        self, add: Callable[[], None], note: Callable[[], None], end: Callable[[], None]
    ) -> Page:
        """The rarer deeds."""
        deeds = (
            ("add_service", "plus", add),
            ("note", "notebook-pen", note),
            ("outcome", "circle-check-big", end),
        )
        options = (
            Option(self._say(f"more_{name}"), deed, str(key), icon, self._say(f"more_{name}_text"))
            for key, (name, icon, deed) in enumerate(deeds, start=1)
        )
        return Page(self._say("ask_more"), options=tuple(options))

    def note(self, written: Chosen) -> Page:
        """A line for whoever serves the visit next, and what not to write."""
        hint = self._say("note_hint")
        return Page(self._say("ask_note"), hint, writes="note", written=written)

    def number(self, view: CounterView, written: Chosen) -> Page:
        """A number to call: its letter and its digits."""
        letters = sorted({one.letter for one in view.destinations})
        keys = tuple(Option(letter, lambda: None, letter) for letter in letters)
        return Page(self._say("ask_number"), self._say("number_hint"), keys, "number", written)

    def _services(self, offered: Iterable[Destination], chosen: Chosen) -> Iterable[Option]:
        return (
            Option(self._name(one.name), partial(chosen, one.service), one.letter)
            for one in offered
        )

    def _name(self, words: object) -> str:
        return self._preferences.name_of(words)  # type: ignore[arg-type]
