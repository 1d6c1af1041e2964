"""A day at real screens: fingers on the kiosk and the pads, keys and fingers on the panels.

What is seen is read off the windows. Where a screen has no button for a wish (a counter without
a screen, a wish that makes no sense now), the hall is asked past the screens, by the same station.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Self

from PySide6.QtCore import Qt

from hallctl.command_ids import new_command_id
from hallctl.core import commands
from tests.screens.touching import settle, touch
from tests.stories.day import LAN, Called
from tests.stories.screens_pressed import PressedOnScreens
from tests.stories.sights import numbers, of_kind, sentences
from tests.stories.stage import DAY_S, OPENS_AT_S, Part

KEYS = {
    commands.MarkNoShow: Qt.Key.Key_F3,
    commands.Requeue: Qt.Key.Key_F4,
    commands.CloseCounter: Qt.Key.Key_F9,
}
BUTTONS = {commands.Recall: "recall", commands.FinishVisit: "finish_short"}
"""The panel's keys for some wishes, its buttons for the others."""


class ScreensDay(PressedOnScreens):
    """People at screens; inside ``with`` it is the next business day."""

    def __enter__(self) -> Self:
        stage = self._stage
        stage.seconds = (stage.seconds // DAY_S + 1) * DAY_S + OPENS_AT_S
        stage.pass_seconds(0)
        stage.kiosk.model.rest()
        stage.voice.said.clear()
        for part in stage.parts:
            part.link.answers.clear()
        stage.board.model.gold_changed.connect(self._on_gold)
        return self

    def __exit__(self, *_error: object) -> None:
        self._stage.board.model.gold_changed.disconnect(self._on_gold)
        self._stage.printer.refill()
        for service in self._paused:  # a pause outlives its day
            self._past_screens(self._stage.admin, commands.OfferService, service=service)
        self._past_screens(self._stage.admin, commands.CloseDay)

    def opens(self) -> None:
        self._past_screens(self._stage.admin, commands.OpenDay)

    def closes(self) -> None:
        self._past_screens(self._stage.admin, commands.CloseDay)

    def minutes_pass(self, minutes: float) -> None:
        self._stage.pass_seconds(minutes * 60)

    def citizen_takes(
        self, service: str, priority: str | bool | None = None, language: str = "vi"
    ) -> str:
        self._choose_language(language)
        self._choose_priority(priority)
        self._press_tile(service, language)
        return self._taken()

    def citizen_takes_for_several(self, *services: str) -> str:
        kiosk = self._stage.kiosk
        self._choose_language("vi")
        self._touch(kiosk, kiosk.model.preferences.say("several"))
        for service in services:
            self._press_tile(service, "vi")
        self._touch(kiosk, kiosk.model.several_words)
        return self._taken()

    def service_is_paused(self, service: str, message: str) -> str:
        fields = {"service": service, "message": message}
        self._past_screens(self._stage.admin, commands.PauseService, **fields)
        self._paused.append(service)
        return service

    def kiosk_says_of(self, service: str) -> str:
        kiosk = self._stage.kiosk
        letter = next(one.letter for one in self._stage.plan.services if one.service == service)
        tiles = of_kind(kiosk.window, "ServiceTile")
        tile = next(one for one in tiles if one.property("letter") == letter)
        assert not tile.isEnabled()
        return str(tile.property("status")).replace("\xa0", " ")

    def two_take_at_once(self, service: str) -> tuple[str, str]:
        wish = commands.IssueTicket(command_id=new_command_id(), service=service)
        self._choose_language("vi")
        with self._elsewhere([(self._stage.crew.kiosk, wish)]) as answered:
            self._press_tile(service, "vi")
        number = self._taken()
        return number, answered()[0]

    def counter_opens(self, counter: str, official: str = "") -> str:
        official = official or f"{LAN} {counter}"
        panel = self._stage.panels.get(counter)
        if panel is None or not panel.model.serving.may_open:
            actor = self._stage.crew.counters[counter]
            fields = {"counter": counter, "official": official}
            return self._past_screens(actor, commands.OpenCounter, **fields) or official
        self._write_official(panel, official)
        self._key(panel, Qt.Key.Key_Return)
        return self._answer(panel, commands.OpenCounter) or official

    def counter_opens_by(self, counter: str, profile: str) -> str:
        panel = self._stage.panels[counter]
        self._write_official(panel, f"{LAN} {counter}")
        self._key(panel, Qt.Key.Key_Escape)
        names = [one["name"] for one in panel.model.opening.profiles]
        place = [name.replace("\xa0", " ") for name in names].index(profile)
        self._key(panel, getattr(Qt.Key, f"Key_{place + 1}"))
        self._key(panel, Qt.Key.Key_F9)
        return self._answer(panel, commands.OpenCounter) or counter

    def calls_by(self, counter: str, profile: str) -> str:
        panel = self._stage.panels[counter]
        self._key(panel, Qt.Key.Key_F1)
        options = panel.model.floor.sheet.options
        chosen = next(one for one in options if one["text"].replace("\xa0", " ") == profile)
        self._touch(panel, f"{chosen['text']}, {chosen['detail']}")
        return self._answer(panel, commands.ChooseProfile) or counter

    def panel_profile(self, counter: str) -> str:
        (line,) = of_kind(self._stage.panels[counter].window, "ProfileLine")
        return sentences(line)[0]

    def counter_closes(self, counter: str) -> str:
        return self._at(counter, commands.CloseCounter, may="may_close") or counter

    def calls_next(self, counter: str) -> str:
        panel = self._stage.panels.get(counter)
        if panel is None or panel.model.scene not in {"free", "serving"}:
            return self._call_without_panel(counter)
        was_serving = panel.model.scene == "serving"
        somebody_waits = panel.model.waiting_total > 0
        words = panel.model.serving.call_words
        if was_serving or somebody_waits:
            self._touch(panel, words)
        if was_serving:
            self._answer(panel, commands.FinishVisit)
        if somebody_waits:
            return self._answer(panel, commands.CallNext)
        assert not self._named(panel, panel.model.serving.call_words).isEnabled()
        return "nobody_waiting"

    def all_call_at_once(self, counters: tuple[str, ...]) -> list[Called]:
        here = [one for one in counters if one in self._stage.panels]
        elsewhere = [one for one in counters if one not in here]
        crew = self._stage.crew.counters
        with self._elsewhere([(crew[one], _call_next(one)) for one in elsewhere]) as answered:
            for counter in here:
                panel = self._stage.panels[counter]
                self._touch(panel, panel.model.serving.call_words)
        numbers_here = [self._answer(self._stage.panels[one], commands.CallNext) for one in here]
        return list(zip([*numbers_here, *answered()], [*here, *elsewhere], strict=True))

    def recalls(self, counter: str) -> str:
        return self._at(counter, commands.Recall)

    def does_not_come(self, counter: str) -> str:
        return self._at(counter, commands.MarkNoShow)

    def is_put_back(self, number: str) -> str:
        for panel in self._stage.panels.values():
            if panel.model.current.get("number") == number:
                self._key(panel, KEYS[commands.Requeue])
                return self._answer(panel, commands.Requeue)
            for chip in of_kind(panel.window, "MissedChip"):
                if number in numbers(chip):
                    touch(panel.window, chip)
                    return self._answer(panel, commands.Requeue)
        actor = self._stage.crew.counters["1"]
        return self._past_screens(actor, commands.Requeue, ticket=self._ticket(number))

    def calls_number(self, counter: str, number: str) -> str:
        panel = self._stage.panels[counter]
        self._keys(panel, *(getattr(Qt.Key, f"Key_{one}") for one in number), Qt.Key.Key_Return)
        return self._answer(panel, commands.CallNumber)

    def parks(self, counter: str, reason: str = "form") -> str:
        panel = self._stage.panels[counter]
        self._key(panel, Qt.Key.Key_F6)
        self._touch(panel, _reason(panel, reason))
        return self._answer(panel, commands.Park)

    def goes_on_with(self, counter: str, number: str) -> str:
        panel = self._stage.panels[counter]
        (chip,) = (one for one in of_kind(panel.window, "ParkedChip") if number in numbers(one))
        touch(panel.window, chip)
        return self._answer(panel, commands.Resume)

    def transfers(self, counter: str, service: str, place: str = "waited") -> str:
        known = self._stage.plan.service(service)
        assert known
        panel = self._stage.panels[counter]
        self._touch(panel, panel.model.preferences.say("deed_transfer"))
        self._touch(panel, known.name.vi)
        self._touch(panel, panel.model.preferences.say(f"place_{place}"))
        return self._answer(panel, commands.Transfer)

    def sends_to_counter(self, counter: str, to_counter: str) -> str:
        panel = self._stage.panels[counter]
        self._keys(panel, Qt.Key.Key_F7, getattr(Qt.Key, f"Key_{to_counter}"), Qt.Key.Key_Return)
        return self._answer(panel, commands.Transfer)

    def adds_service(self, counter: str, service: str) -> str:
        known = self._stage.plan.service(service)
        assert known
        panel = self._stage.panels[counter]
        letter = getattr(Qt.Key, f"Key_{known.letter}")
        self._keys(panel, Qt.Key.Key_F8, Qt.Key.Key_1, letter)
        return self._answer(panel, commands.AddService)

    def undoes(self, counter: str) -> str:
        panel = self._stage.panels[counter]
        if not panel.model.floor.undo_text:
            actor = self._stage.crew.counters[counter]
            return self._past_screens(actor, commands.UndoLast, counter=counter)
        self._touch(panel, panel.model.preferences.say("undo"))
        return self._answer(panel, commands.UndoLast)

    def takes_a_break(self, counter: str, reason: str = "lunch") -> str:
        panel = self._stage.panels[counter]
        self._key(panel, Qt.Key.Key_F7)
        self._touch(panel, _reason(panel, reason))
        return self._answer(panel, commands.StartBreak) or counter

    def is_back(self, counter: str) -> str:
        panel = self._stage.panels[counter]
        self._touch(panel, panel.model.preferences.say("end_break"))
        return self._answer(panel, commands.EndBreak) or counter

    def finishes(self, counter: str) -> str:
        return self._at(counter, commands.FinishVisit)

    def rates(self, counter: str, result: int, attitude: int) -> str:
        pad = self._stage.pads[counter]
        for scene, mark in (("result", result), ("attitude", attitude)):
            self._stage.wait(
                lambda scene=scene: pad.model.scene == scene and pad.model.takes_touch,
                f"the pad's question about the {scene}",
            )
            settle()
            self._touch(pad, pad.model.preferences.say(f"level_{mark}"))
        return self._answer(pad, commands.RateVisit)

    def rates_past_the_pad(self, number: str, result: int, attitude: int) -> str:
        fields = {"visit": self._ticket(number), "result": result, "attitude": attitude}
        return self._past_screens(self._stage.crew.pads["1"], commands.RateVisit, **fields)

    def cancels(self, number: str) -> str:
        kiosk = self._stage.crew.kiosk
        return self._past_screens(kiosk, commands.CancelTicket, ticket=self._ticket(number))

    def paper_runs_out(self) -> None:
        self._stage.printer.run_out_of_paper(after_rows=200)

    def paper_is_refilled(self) -> None:
        self._stage.printer.refill()
        self._stage.wait(
            lambda: not self._stage.kiosk.link.view.print_jobs, "what is to be printed"
        )
        self._stage.settle()

    @contextmanager
    def hall_is_away(self) -> Iterator[None]:
        stage = self._stage
        stage.stop_controller()
        stage.wait(lambda: all(one.link.state == "offline" for one in stage.parts), "silence")
        settle()
        for part in stage.parts:
            part.link.views.clear()
        yield
        stage.start_controller()
        stage.wait(lambda: all(one.link.state == "online" for one in stage.parts), "the hall")
        stage.settle()

    def _at(self, counter: str, wish: type[commands.Command], may: str = "has_current") -> str:
        """Press what the panel has for the wish; where it offers nothing, ask past it."""
        panel = self._stage.panels.get(counter)
        if panel is None or not panel.model.serving.property(may):
            return self._past_screens(self._stage.crew.counters[counter], wish, counter=counter)
        if wish in KEYS:
            self._key(panel, KEYS[wish])
        else:
            self._touch(panel, panel.model.preferences.say(BUTTONS[wish]))
        return self._answer(panel, wish)

    def _call_without_panel(self, counter: str) -> str:
        actor = self._stage.crew.counters[counter]
        self._past_screens(actor, commands.FinishVisit, counter=counter)
        return self._past_screens(actor, commands.CallNext, counter=counter)


def _reason(panel: Part, reason: str) -> str:
    """The reason as its answer on the sheet is worded."""
    offered = panel.link.view.reasons
    return str(next(one.name.vi for one in offered if one.reason == reason))


def _call_next(counter: str) -> commands.Command:
    return commands.CallNext(command_id=new_command_id(), counter=counter)
