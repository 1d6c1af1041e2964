"""One wish at a time."""

import pytest
from pytestqt.qtbot import QtBot

from hallctl.core.commands import CallNext, FinishVisit
from hallctl.station.link.addressing import new_command_id
from hallctl.station.link.answering import Answer
from hallctl.station.link.asking import Asking
from tests.fakes.fake_link import FakeLink

pytestmark = pytest.mark.screens


def call() -> CallNext:
    return CallNext(command_id=new_command_id(), counter="3")


def test_a_second_wish_is_not_sent_while_the_first_is_under_way(qtbot: QtBot) -> None:
    link = FakeLink()
    asking = Asking(link, settle_s=0.0)
    answers: list[Answer] = []
    assert asking.ask(call(), answers.append)
    assert not asking.ask(call(), answers.append)
    assert asking.is_busy
    link.refuse("nobody_waiting")
    assert len(link.sent) == len(answers) == 1
    assert not asking.is_busy, "after a refusal there is nothing to wait for"


def test_a_grant_is_followed_by_a_moment_of_rest(qtbot: QtBot) -> None:
    link = FakeLink()
    asking = Asking(link, settle_s=0.05)
    asking.ask(call(), lambda _: None)
    link.grant()
    assert asking.is_busy
    assert not asking.ask(call(), lambda _: None)
    with qtbot.waitSignal(asking.changed):
        pass
    assert not asking.is_busy


def test_the_second_half_of_a_press_follows_at_once(qtbot: QtBot) -> None:
    link = FakeLink()
    asking = Asking(link, settle_s=5.0)
    finish = FinishVisit(command_id=new_command_id(), counter="3")
    asking.ask(finish, lambda _: asking.follow(call(), lambda _: None))
    link.grant()
    assert [type(one) for one in link.sent] == [FinishVisit, CallNext]
    assert asking.is_busy


def test_being_busy_is_told(qtbot: QtBot) -> None:
    link = FakeLink()
    asking = Asking(link, settle_s=0.0)
    told: list[bool] = []
    asking.changed.connect(lambda: told.append(asking.is_busy))
    asking.ask(call(), lambda _: None)
    link.lose()
    assert told == [True, False]
