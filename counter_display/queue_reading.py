"""Reads a counter's view into the lines of its panel: who waits, who was missed, the day's figures."""

from datetime import datetime
from zoneinfo import ZoneInfo

from counter_display.wording import waited_words
from hallctl.core.views import CounterView
from hallctl.station.preferences import Preferences

Line = dict[str, object]


def waiting_lines(view: CounterView, preferences: Preferences, since_shown_s: float) -> list[Line]:
    """Next first. ``since_shown_s``: how old the view is, which everyone has waited as well."""
    names = {one.service: preferences.name_of(one.name) for one in view.services}
    lines = []
    for one in view.waiting:
        waited_s = one.waited_s + max(0.0, since_shown_s)
        lines.append(
            {
                "ticket": one.ticket,
                "number": one.number,
                "service": with_appointment(
                    names.get(one.service, one.service), one.appointment_at, view, preferences
                ),
                "has_priority": one.has_priority,
                "waited": waited_words(preferences, waited_s),
                "is_late": waited_s > view.target_s,
                "mark": "front" if one.is_in_front else "held" if one.is_held else "",
            }
        )
    return lines


def with_appointment(said: str, at: int, view: CounterView, preferences: Preferences) -> str:
    """What is said of a ticket, and for when it was booked, where it was."""
    if not at:
        return said
    local = datetime.fromtimestamp(at / 1000, ZoneInfo(view.timezone))
    return f"{said} · {preferences.say('appointment_at', time=f'{local:%H:%M}')}"


def missed_lines(view: CounterView) -> list[Line]:
    """Newest first, with the hall's time of the no-show."""
    zone = ZoneInfo(view.timezone)
    return [
        {
            "ticket": one.ticket,
            "number": one.number,
            "missed_at": f"{datetime.fromtimestamp(one.missed_at / 1000, zone):%H:%M}",
        }
        for one in view.missed
    ]


def figure_lines(view: CounterView, preferences: Preferences) -> list[Line]:
    """The official's own day: called, finished, missed, how long a visit takes, and breaks."""
    own = view.figures
    average = own.average_service_s
    spent = "—" if average is None else f"{average // 60}:{average % 60:02}"
    breaks: Line = {"value": str(own.break_s // 60), "label": preferences.say("figure_break")}
    figures: list[Line] = [
        {"value": str(own.called), "label": preferences.say("figure_called")},
        {"value": str(own.finished), "label": preferences.say("figure_finished")},
        {"value": str(own.missed), "label": preferences.say("figure_missed")},
        {"value": spent, "label": preferences.say("figure_average")},
    ]
    return [*figures, breaks] if own.break_s else figures
