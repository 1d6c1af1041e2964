"""Officials of a busy floor press at the same moment: one of them gets it, the others hear why.

All commands are on the wire, on connections of their own, before the first answer is read.
"""

import pytest

from tests.hall_clients import Reply, Serve, Wire, wish
from tests.races.pressing import COUNTERS, SERVICE, all_at_once

OTHER = "police"
TIMES = 15


@pytest.fixture
def panels(serving: Serve) -> list[Wire]:
    """A connection of each counter's own."""
    return [serving.wire(f"counter-{counter}") for counter in COUNTERS]


def takes(admin: Wire) -> str:
    return str(admin.ask(wish("IssueTicket", service=SERVICE)).json["events"][0]["ticket"])


def winner(replies: list[Reply], *refusals: str) -> dict[str, str]:
    """The fact of the one who got it; everybody else was refused for one of these reasons."""
    (granted,) = [one.json["events"][0] for one in replies if one.status == 200]
    assert {one.json["refused"] for one in replies if one.status == 409} <= set(refusals)
    return dict(granted)


def finish(admin: Wire, counter: str) -> None:
    assert admin.ask(wish("FinishVisit", counter=counter)).status == 200


def test_eight_counters_choose_the_same_ticket_and_one_gets_it(
    serving: Serve, panels: list[Wire]
) -> None:
    admin = serving.wire()
    for _ in range(TIMES):
        ticket = takes(admin)
        replies = all_at_once(
            [
                (panel, wish("CallTicket", counter=counter, ticket=ticket))
                for panel, counter in zip(panels, COUNTERS, strict=True)
            ]
        )
        finish(admin, winner(replies, "ticket_not_allowed")["counter"])


def test_one_who_is_chosen_by_one_and_next_for_the_others_is_called_once(
    serving: Serve, panels: list[Wire]
) -> None:
    admin = serving.wire()
    for _ in range(TIMES):
        number = takes(admin).rpartition("-")[2]
        presses = [
            (panel, wish("CallNext", counter=counter))
            for panel, counter in zip(panels[1:], COUNTERS[1:], strict=True)
        ]
        presses.append((panels[0], wish("CallNumber", counter="1", number=number)))
        called = winner(all_at_once(presses), "nobody_waiting", "ticket_not_allowed")
        assert called["number"] == number
        finish(admin, called["counter"])


def test_a_parked_citizen_goes_on_at_one_counter(serving: Serve, panels: list[Wire]) -> None:
    admin = serving.wire()
    for _ in range(TIMES):
        ticket = takes(admin)
        admin.ask(wish("CallTicket", counter="1", ticket=ticket))
        assert admin.ask(wish("Park", counter="1", reason="form")).status == 200
        replies = all_at_once(
            [
                (panel, wish("Resume", counter=counter, ticket=ticket))
                for panel, counter in zip(panels, COUNTERS, strict=True)
            ]
        )
        finish(admin, winner(replies, "ticket_not_allowed")["counter"])


@pytest.mark.parametrize(
    "press",
    [
        ("Transfer", {"service": OTHER}),
        ("Park", {"reason": "form"}),
        ("MarkNoShow", {}),
        ("FinishVisit", {}),
    ],
)
def test_two_hands_at_one_counter_do_a_thing_once(
    serving: Serve, press: tuple[str, dict[str, str]]
) -> None:
    """The panel and the keypad of one counter press the same at once."""
    kind, fields = press
    hands = [serving.wire("counter-1") for _ in range(2)]
    admin = serving.wire()
    for _ in range(TIMES):
        ticket = takes(admin)
        admin.ask(wish("CallTicket", counter="1", ticket=ticket))
        replies = all_at_once([(hand, wish(kind, counter="1", **fields)) for hand in hands])
        assert winner(replies, "counter_free")["ticket"] == ticket
        admin.ask(wish("CancelTicket", ticket=ticket))


def test_one_official_opens_one_of_two_counters(serving: Serve, panels: list[Wire]) -> None:
    admin = serving.wire()
    for _ in range(TIMES):
        for counter in COUNTERS:
            assert admin.ask(wish("CloseCounter", counter=counter)).status == 200
        replies = all_at_once(
            [
                (panel, wish("OpenCounter", counter=counter, official="Hoa", services=[SERVICE]))
                for panel, counter in zip(panels, COUNTERS, strict=True)
            ]
        )
        held = winner(replies, "official_elsewhere")["counter"]
        assert admin.ask(wish("CloseCounter", counter=held)).status == 200
        for counter in COUNTERS:
            opened = wish(
                "OpenCounter", counter=counter, official=f"Lan {counter}", services=[SERVICE]
            )
            assert admin.ask(opened).status == 200


def test_one_reserve_takes_over_one_of_eight_counters(serving: Serve, panels: list[Wire]) -> None:
    admin = serving.wire()
    for _ in range(TIMES):
        replies = all_at_once(
            [
                (panel, wish("Substitute", counter=counter, official="Hoa"))
                for panel, counter in zip(panels, COUNTERS, strict=True)
            ]
        )
        fact = winner(replies, "official_elsewhere")
        back = wish("Substitute", counter=fact["counter"], official=fact["before"])
        assert admin.ask(back).status == 200


def test_an_undo_and_a_colleagues_call_do_not_both_get_the_ticket(serving: Serve) -> None:
    """Counter 1 takes its requeue back while counter 2 calls the same number."""
    first, second = serving.wire("counter-1"), serving.wire("counter-2")
    admin = serving.wire()
    for _ in range(TIMES):
        ticket = takes(admin)
        admin.ask(wish("CallTicket", counter="1", ticket=ticket))
        admin.ask(wish("Requeue", ticket=ticket))
        replies = all_at_once(
            [
                (first, wish("UndoLast", counter="1")),
                (second, wish("CallTicket", counter="2", ticket=ticket)),
            ]
        )
        won = winner(replies, "ticket_has_moved_on", "ticket_not_allowed")
        finish(admin, won["counter"])
