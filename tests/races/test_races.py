"""Races on purpose: everyone presses at once, thousands of times, and nothing happens twice.

Eight kiosks and eight counters press behind a barrier: all sixteen commands are on the wire before
the first answer is read. ``HALL_RACE_ROUNDS=10000`` runs as many rounds.
"""

import random
import threading

import pytest

from hallctl.journal.sqlite_journal import open_database
from hallctl.verifying import verify
from tests.hall_clients import Reply, Serve, Wire, wish
from tests.races.pressing import COUNTERS, SERVICE, all_at_once
from tests.thorough import times

ROUNDS = times(250, 1000, "HALL_RACE_ROUNDS")


class Floor:
    """Eight kiosks and eight counters, and what they were told."""

    def __init__(self, serving: Serve) -> None:
        self.kiosks = [serving.wire("kiosk-1") for _ in COUNTERS]
        self.panels = [serving.wire(f"counter-{counter}") for counter in COUNTERS]
        self.numbers: list[str] = []
        self.called: list[str] = []

    def round(self) -> None:
        """Everyone presses; then the counters that got somebody finish."""
        issues = [(kiosk, wish("IssueTicket", service=SERVICE)) for kiosk in self.kiosks]
        calls = [
            (panel, wish("CallNext", counter=counter))
            for panel, counter in zip(self.panels, COUNTERS, strict=True)
        ]
        replies = all_at_once(issues + calls)
        self.numbers += [one.json["events"][0]["number"] for one in replies[: len(issues)]]
        now = self._at_counters(replies[len(issues) :])
        assert len(set(now.values())) == len(now), "one ticket at two counters"
        self.called += now.values()
        finishes = [
            (panel, wish("FinishVisit", counter=counter))
            for panel, counter in zip(self.panels, COUNTERS, strict=True)
            if counter in now
        ]
        assert all(one.status == 200 for one in all_at_once(finishes))

    def _at_counters(self, replies: list[Reply]) -> dict[str, str]:
        refused = {one.json["refused"] for one in replies if one.status == 409}
        assert refused <= {"nobody_waiting"}
        events = [one.json["events"][0] for one in replies if one.status == 200]
        return {one["counter"]: one["number"] for one in events}


@pytest.mark.timeout(120 + ROUNDS // 10)
def test_no_number_is_given_twice_and_no_ticket_called_to_two_counters(serving: Serve) -> None:
    random.seed(1)
    floor = Floor(serving)
    for _ in range(ROUNDS):
        floor.round()
    assert len(floor.numbers) == len(set(floor.numbers)) == 8 * ROUNDS
    assert len(floor.called) == len(set(floor.called))
    assert set(floor.called) <= set(floor.numbers)
    in_order = sorted(floor.numbers, key=lambda number: int(number[1:]))
    assert [int(number[1:]) for number in in_order] == list(range(1, 8 * ROUNDS + 1))


def one_waits(serving: Serve) -> str:
    """Everybody who waits is served, then one more comes."""
    admin = serving.wire()
    while admin.ask(wish("CallNext", counter="1")).status == 200:
        assert admin.ask(wish("FinishVisit", counter="1")).status == 200
    number = admin.ask(wish("IssueTicket", service=SERVICE)).json["events"][0]["number"]
    return str(number)


def test_the_last_ticket_goes_to_one_of_eight_counters(serving: Serve) -> None:
    panels = [serving.wire(f"counter-{counter}") for counter in COUNTERS]
    for _ in range(25):
        number = one_waits(serving)
        replies = all_at_once(
            [
                (panel, wish("CallNext", counter=n))
                for panel, n in zip(panels, COUNTERS, strict=True)
            ]
        )
        (winner,) = [one.json["events"][0] for one in replies if one.status == 200]
        assert winner["number"] == number
        finish = wish("FinishVisit", counter=winner["counter"])
        assert serving.wire().ask(finish).status == 200


def test_two_panels_of_one_counter_get_one_ticket(serving: Serve) -> None:
    panels = [serving.wire("counter-1") for _ in range(4)]
    admin = serving.wire()
    for _ in range(25):
        for _ in panels:
            admin.ask(wish("IssueTicket", service=SERVICE))
        replies = all_at_once([(panel, wish("CallNext", counter="1")) for panel in panels])
        assert sorted(one.status for one in replies) == [200, 409, 409, 409]
        assert {one.json["refused"] for one in replies if one.status == 409} == {"counter_busy"}
        assert admin.ask(wish("FinishVisit", counter="1")).status == 200


def test_one_command_on_eight_connections_happens_once(serving: Serve) -> None:
    wires = [serving.wire("kiosk-1") for _ in range(8)]
    for _ in range(25):
        command = wish("IssueTicket", service=SERVICE)
        replies = all_at_once([(wire, command) for wire in wires])
        assert len(set(replies)) == 1
        assert replies[0].status == 200


def test_the_visit_is_rated_once_however_many_pads_send_it(serving: Serve) -> None:
    pads = [serving.wire(f"pad-{counter}") for counter in COUNTERS]
    admin = serving.wire()
    for _ in range(10):
        admin.ask(wish("IssueTicket", service=SERVICE))
        visit = admin.ask(wish("CallNext", counter="1")).json["events"][0]["ticket"]
        admin.ask(wish("FinishVisit", counter="1"))
        rating = {"visit": visit, "result": 5, "attitude": 5}
        replies = all_at_once([(pad, wish("RateVisit", **rating)) for pad in pads])
        assert sorted(one.status for one in replies) == [200] + [409] * 7


def test_after_all_races_every_ticket_has_a_number_of_its_own(serving: Serve) -> None:
    database = open_database(serving.hall.journal, read_only=True)
    issued, numbers = database.execute(
        "select count(*), count(distinct number) from tickets"
    ).fetchone()
    database.close()
    assert issued == numbers


def test_a_hall_at_work_can_be_verified(serving: Serve) -> None:
    """Facts that come while verify reads must not look like a ledger that differs."""
    kiosks = [serving.wire("kiosk-1") for _ in range(4)]
    is_over = threading.Event()

    def press_on(kiosk: Wire) -> None:
        while not is_over.is_set():
            assert kiosk.ask(wish("IssueTicket", service=SERVICE)).status == 200

    crowd = [threading.Thread(target=press_on, args=(kiosk,)) for kiosk in kiosks]
    for one in crowd:
        one.start()
    verdicts = [verify(serving.hall.journal, lambda _done: None) for _ in range(3)]
    is_over.set()
    for one in crowd:
        one.join()
    assert [one.problem for one in verdicts] == [""] * 3
    assert verdicts[0].facts < verdicts[-1].facts
