"""Fingers and keys on the hall's screens, and the answers to what they press."""

import threading
from abc import ABC
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from hallctl.command_ids import new_command_id
from hallctl.core import commands, events
from hallctl.core.permissions import Actor
from hallctl.core.refusals import Refused
from hallctl.simulate.socket_door import SocketDoor
from tests.screens.item_tree import named
from tests.screens.touching import settle, touch
from tests.stories.screens_seen import SeenOnScreens
from tests.stories.sights import numbers, of_kind, seen
from tests.stories.stage import Part


class PressedOnScreens(SeenOnScreens, ABC):
    """How a day's wishes reach the hall: through a screen, or past it by the same station."""

    def _choose_language(self, language: str) -> None:
        kiosk = self._stage.kiosk
        preferences = kiosk.model.preferences
        if kiosk.model.scene == "thanks":
            self._touch(kiosk, preferences.say("done"))
        if preferences.language != language:
            names = {one["code"]: one["name"] for one in preferences.languages}
            self._touch(kiosk, names[language])

    def _choose_priority(self, priority: str | bool | None) -> None:
        kiosk = self._stage.kiosk
        say = kiosk.model.preferences.say
        if not priority:
            return
        self._touch(kiosk, say("priority"))
        groups = {one["group"]: one["name"] for one in kiosk.model.groups}
        self._touch(kiosk, say("priority_unnamed") if priority is True else groups[priority])

    def _press_tile(self, service: str, language: str) -> None:
        known = self._stage.plan.service(service)
        assert known
        self._touch(self._stage.kiosk, known.name.spoken_in(language))

    def _taken(self) -> str:
        """The number on the kiosk, which must be the one that was given."""
        kiosk = self._stage.kiosk
        number = self._answer(kiosk, commands.IssueTicket)
        if kiosk.model.scene == "thanks":
            (card,) = of_kind(kiosk.window, "TakenCard")
            assert numbers(card)[0] == number
        return number

    def _write_official(self, panel: Part, official: str) -> None:
        field = next(
            one for one in seen(panel.window.contentItem()) if one.inherits("QQuickTextInput")
        )
        self._sit_down(panel)
        touch(panel.window, field)
        QTest.keyClick(panel.window, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        for letter in official:
            QTest.keyClick(panel.window, letter)
        settle()

    @contextmanager
    def _elsewhere(
        self, wishes: list[tuple[Actor, commands.Command]]
    ) -> Iterator[Callable[[], list[str]]]:
        """Others ask for these at the moment when the body begins; then call for the answers."""
        begin = threading.Barrier(len(wishes) + 1)

        def ask(actor: Actor, wish: commands.Command) -> tuple[str, tuple[events.Event, ...]]:
            door = self._stage.another_door()
            begin.wait()
            answer = _ask(door, actor, wish)
            door.close()
            return answer

        with ThreadPoolExecutor(len(wishes)) as people:
            answers = [people.submit(ask, *wish) for wish in wishes]
            begin.wait()
            yield lambda: [self._told(*answer.result()) for answer in answers]

    def _touch(self, part: Part, name: str) -> None:
        touch(part.window, self._named(part, name))

    @staticmethod
    def _named(part: Part, name: str) -> QQuickItem:
        return named(part.window, name.replace("\xa0", " "))

    def _sit_down(self, part: Part) -> None:
        """Keys go to one window at a time."""
        part.window.requestActivate()
        self._stage.wait(part.window.isActive, "the keyboard")

    def _key(self, part: Part, key: Qt.Key) -> None:
        self._sit_down(part)
        QTest.keyClick(part.window, key)
        settle()

    def _keys(self, part: Part, *keys: Qt.Key) -> None:
        for key in keys:
            self._key(part, key)

    def _answer(self, part: Part, wish: type[commands.Command]) -> str:
        """Wait for the answer to what was pressed: a number, or the refusal's code."""

        def answered() -> Any:
            return next((one for one in part.link.answers if isinstance(one[0], wish)), None)

        self._stage.wait(answered, f"an answer to {wish.__name__}")
        answer = answered()[1]
        part.link.answers.remove(answered())
        assert not answer.unreachable
        return self._told(str(answer.refused), answer.events)

    def _past_screens(self, actor: Actor, wish: type[commands.Command], **fields: object) -> str:
        return self._told(
            *_ask(self._stage.door, actor, wish(command_id=new_command_id(), **fields))
        )

    def _told(self, refused: str, facts: tuple[events.Event, ...]) -> str:
        """Let the screens follow what was granted; a number, or the refusal's code."""
        self.facts += facts
        if refused:
            return refused
        self._stage.settle()
        return _number_in(facts)


def _ask(
    door: SocketDoor, actor: Actor, wish: commands.Command
) -> tuple[str, tuple[events.Event, ...]]:
    try:
        return "", door.ask(actor, wish)
    except Refused as refused:
        return refused.refusal.value, ()


def _number_in(facts: tuple[events.Event, ...]) -> str:
    return str(getattr(facts[0], "number", ""))
