"""The plug of the controller is pulled while citizens take numbers: the whole road, real parts."""

import signal

from hallctl.journal.sqlite_journal import open_database
from hallctl.verifying import verify
from tests.hall_clients import wish
from tests.offline.outage import Outage

CIVIL = "Hộ tịch"


def issued(outage: Outage) -> list[tuple[str, str, int]]:
    """Number, state and time of issue of every ticket in the ledger, in the order of issue."""
    database = open_database(outage.hall / "hall.db", read_only=True)
    rows = database.execute("select number, state, issued_at from tickets order by issued_at")
    found = list(rows)
    database.close()
    return found


def test_three_numbers_without_a_controller_are_in_the_queue_when_it_is_back(
    outage: Outage,
) -> None:
    admin = outage.open()
    admin.ask(wish("OpenCounter", counter="1", official="Lan"))
    outage.start_kiosk()
    outage.wait(outage.holds_leases, "a lease")
    first = outage.take(CIVIL)
    outage.wait(lambda: len(outage.printer.papers) == 1, "the first ticket on paper")
    outage.kill()
    alone = [outage.take(CIVIL) for _ in range(3)]
    outage.wait(lambda: len(outage.printer.papers) == 4, "three tickets on paper")
    assert [number[1:] for number in alone] == ["501", "502", "503"]
    admin = outage.serve()
    outage.wait(lambda: len(issued(outage)) == 4, "all four in the ledger")
    assert [number for number, _, _ in issued(outage)] == [first, *alone]
    called = [admin.ask(wish("CallNext", counter="1")).json["events"][0]["number"]]
    for _ in alone:
        admin.ask(wish("FinishVisit", counter="1"))
        called.append(admin.ask(wish("CallNext", counter="1")).json["events"][0]["number"])
    assert called == [first, *alone], "called by the time of issue"
    outage.wait(lambda: not outage.link.view.print_jobs, "every paper confirmed")
    assert len(outage.printer.papers) == 4, "nothing printed twice"
    outage.end()
    assert verify(outage.hall / "hall.db", lambda _done: None).problem == ""


def test_a_kiosk_that_starts_while_the_controller_is_down_goes_on_where_it_was(
    outage: Outage,
) -> None:
    outage.open()
    outage.start_kiosk()
    outage.wait(outage.holds_leases, "a lease")
    outage.kill()
    before = [outage.take(CIVIL), outage.take(CIVIL)]
    outage.stop_kiosk()
    outage.start_kiosk()
    outage.wait(lambda: outage.model.alone, "the kiosk goes on alone")
    assert "Vẫn lấy được số" in [text.replace("\xa0", " ") for text in outage.texts()]
    after = outage.take(CIVIL)
    assert [*before, after] == ["A501", "A502", "A503"]
    outage.wait(lambda: len(outage.printer.papers) == 3, "each ticket on paper, once")
    outage.serve()
    outage.wait(lambda: len(issued(outage)) == 3, "all in the ledger")
    assert [number for number, _, _ in issued(outage)] == [*before, after]


def test_a_number_that_the_hall_granted_unheard_is_held_by_nobody(outage: Outage) -> None:
    """The controller freezes between tap and answer: the paper is the kiosk's own number."""
    outage.open()
    outage.start_kiosk()
    outage.wait(outage.holds_leases, "a lease")
    assert outage.serving is not None
    outage.lose_patience()
    outage.serving.process.send_signal(signal.SIGSTOP)
    own = outage.take(CIVIL)
    assert own == "A501"
    outage.serving.process.send_signal(signal.SIGCONT)
    outage.wait(lambda: len(issued(outage)) == 2, "both in the ledger")
    states = {number: state for number, state, _ in issued(outage)}
    outage.wait(lambda: dict(two(outage))["A001"] == "cancelled", "the other is cancelled")
    assert states.keys() == {"A001", "A501"}
    assert dict(two(outage)) == {"A001": "cancelled", "A501": "waiting"}
    outage.wait(lambda: not outage.link.view.print_jobs, "nothing more to print")
    assert len(outage.printer.papers) == 1


def two(outage: Outage) -> list[tuple[str, str]]:
    return [(number, state) for number, state, _ in issued(outage)]


def test_each_service_of_its_lease_is_given_until_none_is_left(outage: Outage) -> None:
    settings = outage.hall / "hall.toml"
    text = settings.read_text("utf-8").replace("lease_size = 50", "lease_size = 2")
    settings.write_text(text.replace("renew_below = 25", "renew_below = 2"), "utf-8")
    outage.open()
    outage.start_kiosk()
    outage.wait(outage.holds_leases, "a lease")
    outage.kill()
    assert [outage.take(CIVIL) for _ in range(2)] == ["A501", "A502"]
    assert "civil-status" not in outage.link.gives_alone
    assert "Xin hỏi cán bộ" in [text.replace("\xa0", " ") for text in outage.texts()]
    outage.serve()
    outage.wait(lambda: "A503" in leased(outage), "the next two are leased")


def leased(outage: Outage) -> set[str]:
    assert outage.link is not None
    return {
        f"{one.letter}{serial}"
        for lease in outage.link._giving.leases
        for one in lease.numbers
        for serial in range(one.first, one.last + 1)
    }
