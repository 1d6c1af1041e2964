"""The power goes at random moments under load: what was answered is there, once.

``HALL_KILLS=100`` pulls the plug as often.
"""

import random
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from hallctl.journal.sqlite_journal import open_database
from hallctl.verifying import verify
from tests.hall_clients import Reply, Serve, Wire, new_hall, serve, start_hallctl, wish
from tests.thorough import times

KILLS = times(4, 8, "HALL_KILLS")
SERVICE = "justice"
COUNTERS = ("1", "2", "5")

Asked = dict[str, object]


class Citizen:
    """Somebody who presses without a pause until the hall is gone, and remembers every answer."""

    def __init__(self, wire: Wire, presses: Iterator[Asked]) -> None:
        self._wire = wire
        self._presses = presses
        self.answered: list[tuple[Asked, Reply]] = []
        self.unanswered: list[Asked] = []
        self._thread = threading.Thread(target=self._press_on)
        self._thread.start()

    def _press_on(self) -> None:
        for command in self._presses:
            try:
                reply = self._wire.ask(command)
            except OSError:
                self.unanswered.append(command)
                return
            self.answered.append((command, reply))

    def join(self) -> None:
        self._thread.join()


def taking_numbers() -> Iterator[Asked]:
    while True:
        yield wish("IssueTicket", service=SERVICE)


def serving_at(counter: str) -> Iterator[Asked]:
    while True:
        for kind in ("CallNext", "Recall", "FinishVisit"):
            yield wish(kind, counter=counter)


def begin(serving: Serve) -> None:
    """Open what a hall opens in the morning; refused where it is open already."""
    admin = serving.wire()
    admin.ask(wish("OpenDay"))
    for counter in COUNTERS:
        admin.ask(
            wish("OpenCounter", counter=counter, official=f"Lan {counter}", services=[SERVICE])
        )


def runs_for(process: "subprocess.Popen[str]", seconds: float) -> None:
    """Let it run for so long; it must not end by itself."""
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(seconds)


def pull_the_plug(serving: Serve, after_s: float) -> list[Citizen]:
    """Serve under load for so long, then the power goes; gives what everyone remembers."""
    crowd = [Citizen(serving.wire("kiosk-1"), taking_numbers()) for _ in range(3)]
    crowd += [Citizen(serving.wire(f"counter-{n}"), serving_at(n)) for n in COUNTERS]
    runs_for(serving.process, after_s)
    serving.kill()
    for citizen in crowd:
        citizen.join()
    return crowd


def try_again(serving: Serve, crowd: list[Citizen]) -> list[Reply]:
    """Send everything once more to a restarted hall; gives every answer there ever was."""
    replies, admin = [], serving.wire()
    number = admin.get("/api/health").json["journal_number"]
    for citizen in crowd:
        for command, reply in citizen.answered:
            assert admin.ask(command) == reply, "answered before: the same answer again"
            replies.append(reply)
    assert admin.get("/api/health").json["journal_number"] == number, "nothing happened twice"
    for citizen in crowd:
        for command in citizen.unanswered:
            first = admin.ask(command)
            assert admin.ask(command) == first
            replies.append(first)
    return replies


@pytest.mark.timeout(120 + KILLS * 10)
def test_what_was_answered_survives_every_crash_and_happens_once(tmp_path: Path) -> None:
    hall, moments = new_hall(tmp_path / "hall"), random.Random(7)
    crowd: list[Citizen] = []
    replies: list[Reply] = []
    for _ in range(KILLS):
        with serve(hall) as serving:
            replies += try_again(serving, crowd)
            begin(serving)
            crowd = pull_the_plug(serving, moments.uniform(0.05, 0.5))
        assert verify(hall / "hall.db", lambda _done: None).problem == ""
    with serve(hall) as serving:
        replies += try_again(serving, crowd)
    assert len(replies) > 20 * KILLS
    events = [event for reply in replies if reply.status == 200 for event in reply.json["events"]]
    issued = [event["number"] for event in events if event["type"] == "TicketIssued"]
    assert len(issued) == len(set(issued))
    assert sorted(issued) == numbers_in(hall)


def numbers_in(hall: Path) -> list[str]:
    database = open_database(hall / "hall.db", read_only=True)
    numbers = [number for (number,) in database.execute("select number from tickets")]
    database.close()
    return sorted(numbers)


def test_a_hall_killed_while_it_starts_starts_again(tmp_path: Path) -> None:
    hall = new_hall(tmp_path / "hall")
    with serve(hall) as serving:
        begin(serving)
    for moment in (0.05, 0.1, 0.15, 0.2):
        process = start_hallctl("serve", str(hall), "--host", "127.0.0.1", "--port", "0")
        runs_for(process, moment)
        process.kill()
        process.communicate()
    with serve(hall) as serving:
        refused = serving.wire().ask(wish("OpenDay")).json["refused"]
        assert refused == "day_already_open"
    assert verify(hall / "hall.db", lambda _done: None).problem == ""
