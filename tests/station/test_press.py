"""One wish at a time."""

import pytest
from pytestqt.qtbot import QtBot

from hallctl.core.commands import CallNext, FinishVisit
from hallctl.station.link.addressing import new_command_id
from hallctl.station.link.answering import Answer
from hallctl.station.link.press import Press
from tests.fakes.fake_link import FakeLink

pytestmark = pytest.mark.screens


def call() -> CallNext:
    return CallNext(command_id=new_command_id(), counter="3")


def test_a_second_wish_is_not_sent_while_the_first_is_under_way(qtbot: QtBot) -> None:
    link = FakeLink()
    press = Press(link, settle_s=0.0)
    answers: list[Answer] = []
    assert press.ask(call(), answers.append)
    assert not press.ask(call(), answers.append)
    assert press.is_busy
    link.refuse("nobody_waiting")
    assert len(link.sent) == len(answers) == 1
    assert not press.is_busy, "after a refusal there is nothing to wait for"


def test_a_grant_is_followed_by_a_moment_of_rest(qtbot: QtBot) -> None:
    link = FakeLink()
    press = Press(link, settle_s=0.05)
    press.ask(call(), lambda _: None)
    link.grant()
    assert press.is_busy
    assert not press.ask(call(), lambda _: None)
    with qtbot.waitSignal(press.changed):
        pass
    assert not press.is_busy


def test_the_second_half_of_a_press_follows_at_once(qtbot: QtBot) -> None:
    link = FakeLink()
    press = Press(link, settle_s=5.0)
    finish = FinishVisit(command_id=new_command_id(), counter="3")
    press.ask(finish, lambda _: press.follow(call(), lambda _: None))
    link.grant()
    assert [type(one) for one in link.sent] == [FinishVisit, CallNext]
    assert press.is_busy


def test_being_busy_is_told(qtbot: QtBot) -> None:
    link = FakeLink()
    press = Press(link, settle_s=0.0)
    told: list[bool] = []
    press.changed.connect(lambda: told.append(press.is_busy))
    press.ask(call(), lambda _: None)
    link.lose()
    assert told == [True, False]
