"""The link over real sockets: views come down newest first, commands go up exactly once."""

import logging
import threading
from collections.abc import Callable, Iterator

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from hallctl.core.commands import CallNext, Command
from hallctl.core.events import TicketCalled
from hallctl.station import link as link_module
from hallctl.station.link import Answer, HallLink, posting, reconnecting
from hallctl.station.link.addressing import HallAddress, new_command_id
from tests.fakes.fake_hall import FakeHall
from tests.fakes.sample_views import closed_sign

pytestmark = pytest.mark.screens

Make = Callable[..., HallLink]


@pytest.fixture
def make_link(hall: FakeHall, qtbot: QtBot) -> Iterator[Make]:
    links = []

    def make(address: HallAddress | None = None) -> HallLink:
        link = HallLink(address or hall.address, "sign", "3")
        links.append(link)
        link.start()
        return link

    yield make
    for link in links:
        link.stop()


def call_next() -> CallNext:
    return CallNext(command_id=new_command_id(), counter="3")


def ask(qtbot: QtBot, link: HallLink, command: Command) -> Answer:
    answers: list[Answer] = []
    link.send(command, answers.append)
    assert not answers, "an answer never comes before send returns"
    qtbot.waitUntil(lambda: bool(answers), timeout=20_000)
    assert len(answers) == 1
    return answers[0]


def test_the_first_view_makes_the_link_online(
    hall: FakeHall, make_link: Make, qtbot: QtBot
) -> None:
    hall.show(closed_sign(7))
    link = make_link()
    assert link.state == "connecting"
    qtbot.waitUntil(lambda: link.view is not None)
    assert link.state == "online"
    assert link.view == closed_sign(7)
    assert hall.asked == [{"view": "sign", "counter": "3"}]


def test_views_arrive_as_the_hall_pushes_them(
    hall: FakeHall, make_link: Make, qtbot: QtBot
) -> None:
    link = make_link()
    qtbot.waitUntil(lambda: link.state == "online")
    with qtbot.waitSignal(link.view_changed) as shown:
        hall.show(closed_sign(2))
    assert shown.args == [closed_sign(2)]


def test_the_newest_view_wins(hall: FakeHall, make_link: Make, qtbot: QtBot) -> None:
    hall.show(closed_sign(5))
    link = make_link()
    qtbot.waitUntil(lambda: link.view is not None)
    seen: list[int] = []
    link.view_changed.connect(lambda view: seen.append(view.journal_number))
    hall.show(closed_sign(4))
    hall.show(closed_sign(6))
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [6]


def test_a_new_connection_may_show_an_older_hall(
    hall: FakeHall, make_link: Make, qtbot: QtBot
) -> None:
    hall.show(closed_sign(500))
    link = make_link()
    qtbot.waitUntil(lambda: link.view is not None)
    hall.stop()
    qtbot.waitUntil(lambda: link.state == "offline")
    assert link.view == closed_sign(500), "the last data stay, to be shown with their time"
    hall.view = closed_sign(3)
    hall.start()
    qtbot.waitUntil(lambda: link.view == closed_sign(3), timeout=20_000)


def test_the_link_comes_back_after_the_hall_restarts(
    hall: FakeHall, make_link: Make, qtbot: QtBot
) -> None:
    link = make_link()
    states: list[str] = []
    link.state_changed.connect(states.append)
    qtbot.waitUntil(lambda: link.state == "online")
    hall.stop()
    qtbot.waitUntil(lambda: link.state == "offline")
    hall.start()
    qtbot.waitUntil(lambda: link.state == "online", timeout=20_000)
    assert states == ["online", "offline", "online"]
    assert hall.connections == 2


def test_a_hall_that_is_not_there_yet_is_found_later(
    hall: FakeHall, make_link: Make, qtbot: QtBot
) -> None:
    hall.stop()
    link = make_link()
    qtbot.waitUntil(lambda: link.state == "offline")
    hall.start()
    qtbot.waitUntil(lambda: link.state == "online", timeout=20_000)


def test_a_frozen_hall_is_noticed(
    hall: FakeHall,
    make_link: Make,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(reconnecting, "PING_EVERY_S", 0.1)
    link = make_link()
    qtbot.waitUntil(lambda: link.state == "online")
    for _ in range(3):
        heard_at = link._logic._heard_at
        qtbot.waitUntil(lambda before=heard_at: link._logic._heard_at > before, timeout=20_000)
    assert link.state == "online", "pongs are the words of a quiet hall"
    monkeypatch.setattr(reconnecting, "SILENCE_S", 0.35)
    with caplog.at_level(logging.WARNING, link_module.__name__):
        hall.is_frozen = True
        qtbot.waitUntil(lambda: link.state == "offline", timeout=20_000)
    assert "no word from" in caplog.text
    hall.is_frozen = False
    qtbot.waitUntil(lambda: link.state == "online", timeout=20_000)


def test_an_unreadable_view_is_left_out(
    hall: FakeHall, make_link: Make, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    link = make_link()
    qtbot.waitUntil(lambda: link.state == "online")
    hall.say('{"view":"ceiling"}')
    hall.show(closed_sign(2))
    qtbot.waitUntil(lambda: link.view == closed_sign(2))
    assert "does not read" in caplog.text


def test_an_unknown_station_is_offline_and_says_why_once(
    hall: FakeHall, make_link: Make, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    link = make_link(HallAddress(hall.address.base_url, "not-a-token"))
    qtbot.waitUntil(lambda: link.state == "offline")
    (line,) = [one.getMessage() for one in caplog.records if "turns this" in one.getMessage()]
    assert line.startswith(f"{hall.address.base_url} turns this station away: it does not know")
    caplog.clear()
    assert ask(qtbot, link, call_next()).refused == "unknown_token"


def test_a_grant_carries_its_events(hall: FakeHall, make_link: Make, qtbot: QtBot) -> None:
    called = TicketCalled(at=5, ticket="t", number="A001", counter="3", call=1)
    on_wire = msgspec.to_builtins(called) | {"journal_number": 9}
    unknown = {"type": "LampLit", "at": 5, "journal_number": 10}
    hall.answer = lambda _: (200, {"events": [on_wire, unknown]})
    answer = ask(qtbot, make_link(), call_next())
    assert answer.granted
    assert answer.events == (called,)


def test_a_refusal_carries_its_code_and_details(
    hall: FakeHall, make_link: Make, qtbot: QtBot
) -> None:
    hall.answer = lambda _: (409, {"refused": "counter_busy", "details": {"number": "A001"}})
    answer = ask(qtbot, make_link(), call_next())
    assert not answer.granted
    assert (answer.refused, answer.details) == ("counter_busy", {"number": "A001"})


def test_a_malformed_command_names_its_field(hall: FakeHall, make_link: Make, qtbot: QtBot) -> None:
    hall.answer = lambda _: (422, {"malformed": "too long", "field": "counter"})
    answer = ask(qtbot, make_link(), call_next())
    assert answer.refused == "malformed"
    assert answer.details["field"] == "counter"


def test_a_lost_answer_is_asked_for_again_under_the_same_id(
    hall: FakeHall, make_link: Make, qtbot: QtBot
) -> None:
    hall.answers_to_lose = 2
    command = call_next()
    assert ask(qtbot, make_link(), command).granted
    assert {post.command_id for post in hall.posts} == {command.command_id}
    assert len(hall.posts) >= 3
    assert len(hall.happened) == 1


def test_a_hall_that_is_stopping_is_asked_again(
    hall: FakeHall, make_link: Make, qtbot: QtBot
) -> None:
    replies = iter([(503, {}), (200, {"events": []})])
    hall.answer = lambda _: next(replies)
    assert ask(qtbot, make_link(), call_next()).granted
    assert len(hall.posts) == 2


def test_patience_ends(hall: FakeHall, make_link: Make, qtbot: QtBot) -> None:
    link = make_link()
    qtbot.waitUntil(lambda: link.state == "online")
    hall.stop()
    link.patience_s = 0.5
    answer = ask(qtbot, link, call_next())
    assert answer.unreachable
    assert not answer.granted


def test_a_hall_that_is_frozen_keeps_nobody_waiting_beyond_patience(
    hall: FakeHall, make_link: Make, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(posting, "TRY_TIMEOUT_S", 60.0)
    thawed = threading.Event()
    hall.answer = lambda _: (200, {"events": []}) if thawed.wait(30) else (503, {})
    link = make_link()
    link.patience_s = 0.5
    answer = ask(qtbot, link, call_next())
    thawed.set()
    assert answer.unreachable


def test_a_stopped_link_answers_nothing(hall: FakeHall, make_link: Make, qtbot: QtBot) -> None:
    link = make_link()
    qtbot.waitUntil(lambda: link.state == "online")
    answers: list[Answer] = []
    link.send(call_next(), answers.append)
    link.stop()
    qtbot.wait(200)
    assert answers == []


def test_commands_keep_their_order_of_answers_to_themselves(
    hall: FakeHall, make_link: Make, qtbot: QtBot
) -> None:
    hall.answer = lambda command: (409, {"refused": str(command.command_id), "details": {}})
    link = make_link()
    commands = [call_next() for _ in range(20)]
    answers: dict[str, str] = {}
    for command in commands:
        link.send(
            command,
            lambda answer, asked=str(command.command_id): answers.update({asked: answer.refused}),
        )
    qtbot.waitUntil(lambda: len(answers) == 20)
    assert all(asked == refused for asked, refused in answers.items())


def test_a_hall_of_an_earlier_epoch_is_not_listened_to(
    hall: FakeHall, make_link: Make, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    """The machine that was taken over from comes back to life."""
    hall.show(msgspec.structs.replace(closed_sign(7), epoch=2))
    link = make_link()
    qtbot.waitUntil(lambda: link.view is not None)
    with caplog.at_level(logging.WARNING, "hallctl.station.link"):
        hall.show(msgspec.structs.replace(closed_sign(9), epoch=1))
        qtbot.waitUntil(lambda: "an old hall speaks" in caplog.text)
    assert link.view is not None
    assert link.view.journal_number == 7
    caplog.clear()


def test_a_command_tells_the_latest_epoch_that_was_seen(
    hall: FakeHall, make_link: Make, qtbot: QtBot
) -> None:
    hall.show(msgspec.structs.replace(closed_sign(7), epoch=2))
    link = make_link()
    qtbot.waitUntil(lambda: link.view is not None)
    ask(qtbot, link, call_next())
    assert hall.epochs == ["2"]
