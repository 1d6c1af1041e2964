"""A hall is restored from an hour-old copy while its stations live on: they know what is on paper."""

from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

import msgspec
import pytest

from hallctl.backup.restoring import restore
from hallctl.backup.taking import take_backup
from hallctl.core.applying.epochs import A_MINUTE, GAP
from hallctl.core.commands import IssueTicket
from hallctl.core.events import NumbersPassedOver
from hallctl.hall_directory import HallDirectory
from hallctl.journal.sqlite_journal import open_database
from hallctl.settings import read_hall
from hallctl.station.link import HallLink
from hallctl.station.link.addressing import HallAddress, new_command_id
from hallctl.station.link.answering import Answer
from hallctl.station.stage import turn_until
from tests.backup.test_backup import EVENING, chain, now, press, silent
from tests.hall_clients import Serve, new_hall, serve, wish

pytestmark = [pytest.mark.screens, pytest.mark.usefixtures("qapp")]
PATIENCE_S = 30.0
MORE_THAN_GUESSED = GAP + 3 * A_MINUTE
"""Given after the backup, faster than the hall reckons with."""
STATIONS = (("kiosk-1", "kiosk", ""), ("board-1", "board", ""), ("counter-1", "counter", "1"))


@contextmanager
def stations_of(serving: Serve) -> Iterator[list[HallLink]]:
    links = []
    for station, view, counter in STATIONS:
        token = serving.hall.station_token(station).read_text().strip()
        links.append(
            HallLink(HallAddress(f"http://127.0.0.1:{serving.port}", token), view, counter)
        )
    try:
        for link in links:
            link.start()
        yield links
    finally:
        for link in links:
            link.stop()


def given_at_once(serving: Serve, count: int) -> set[str]:
    """So many numbers of one service, as fast as the hall gives them."""
    kiosk = serving.wire("kiosk-1")
    for _ in range(count):
        kiosk.send(wish("IssueTicket", service="civil-status"))
    return {kiosk.reply().json["events"][0]["number"] for _ in range(count)}


def has_seen(link: HallLink, serial: int) -> bool:
    return link.view is not None and link.view.given.get("A") == serial


def passed_over(hall: HallDirectory) -> list[NumbersPassedOver]:
    with closing(open_database(hall.journal, read_only=True)) as database:
        rows = database.execute("select body from journal where type = 'NumbersPassedOver'")
        return [msgspec.json.decode(body, type=NumbersPassedOver) for (body,) in rows]


def test_no_paper_comes_twice_however_many_came_out_since_the_backup(tmp_path: Path) -> None:
    with ExitStack() as life:
        first = life.enter_context(serve(new_hall(tmp_path / "hall", "commune")))
        press(first, 3)
        file = take_backup(read_hall(first.hall.path), tmp_path / "backups", EVENING, "", silent)
        links = life.enter_context(stations_of(first))
        out = given_at_once(first, MORE_THAN_GUESSED)
        last = max(int(number[1:]) for number in out)
        assert turn_until(lambda: all(has_seen(link, last) for link in links), PATIENCE_S)
        port = first.port
        first.kill()
        answers: list[Answer] = []
        links[0].patience_s = PATIENCE_S
        for _ in range(5):  # pressed while the hall is away: on its way before a view comes
            again = IssueTicket(command_id=new_command_id(), service="civil-status")
            links[0].send(again, answers.append)
        restored = tmp_path / "again"
        restore(file.file, restored, None, "", now())
        second = Serve(restored, port)
        life.callback(second.kill)
        assert turn_until(lambda: len(answers) == 5, PATIENCE_S)
        numbers = {getattr(answer.events[0], "number", "") for answer in answers}
        assert len(numbers) == 5
        assert not numbers & out
        assert [one.up_to["A"] for one in passed_over(second.hall)] == [last]
        assert chain(second.hall.journal)
