"""A counter's slips: ordered once, on paper once, or waiting until they are."""

import msgspec
import pytest

from hallctl.core import commands as c
from hallctl.core import events
from hallctl.core.drawing import Artist
from hallctl.core.drawing.slip_drawing import PrintingStation, SlipArtist
from hallctl.core.paper import Barcode, QrCode, Text
from hallctl.core.permissions import Actor, Role
from hallctl.core.refusals import Refusal
from hallctl.core.views import SlipJob
from tests.core.one_day import ADMIN, KIOSK, PRINTING_PANEL, replayed, wish
from tests.dossiers.desk import FIVE_DAYS, PANEL, Desk, code

PRINTER = PrintingStation("counter-1", "simulate")
OTHER = Actor("counter-2", Role.COUNTER, counter="2", prints=True)


def receive(desk: Desk, actor: Actor = PRINTING_PANEL, **more: object) -> tuple[events.Event, ...]:
    return desk.day.do(wish(c.ReceiveDossier, procedure=FIVE_DAYS, **more), actor)


def jobs(desk: Desk, of: PrintingStation = PRINTER) -> tuple[SlipJob, ...]:
    artist = SlipArtist(desk.day.hall, desk.day.plan, lambda dossier: f"http://hall/d/{dossier}-x")
    return artist.slips(desk.day.at, of).jobs


def test_a_counter_that_prints_gives_the_receipt_with_the_reception(desk: Desk) -> None:
    *_, received, ordered = receive(desk)
    assert isinstance(received, events.DossierReceived)
    assert isinstance(ordered, events.SlipOrdered)
    assert (ordered.dossier, ordered.kind, ordered.station) == (code(), "receipt", "counter-1")
    (job,) = jobs(desk)
    assert (job.slip, job.fault) == (ordered.slip, "")


@pytest.mark.parametrize("channel", ["online", "post"])
def test_nobody_waits_for_the_receipt_of_what_came_another_way(desk: Desk, channel: str) -> None:
    receive(desk, channel=channel)
    assert jobs(desk) == ()


def test_a_counter_without_a_printer_gives_none(desk: Desk) -> None:
    receive(desk, PANEL)
    assert jobs(desk) == ()
    refusal = desk.day.refusal(wish(c.PrintSlip, dossier=code()), PANEL)
    assert refusal is not None
    assert refusal.refusal is Refusal.NO_PRINTER
    assert refusal.details == {"station": "counter-1"}


def test_the_receipt_says_what_a_receipt_says_and_names_nobody(desk: Desk) -> None:
    receive(desk)
    (job,) = jobs(desk)
    blocks = job.document.blocks
    assert Barcode(code()) in blocks
    assert any(isinstance(one, QrCode) and one.text.endswith(f"{code()}-x") for one in blocks)
    said = [one.text for one in blocks if isinstance(one, Text)]
    assert "Cấp đổi giấy chứng nhận" in said
    assert "Hẹn trả kết quả" in said


def test_the_receipt_speaks_the_language_chosen_at_the_kiosk(desk: Desk) -> None:
    (issued,) = desk.day.do(wish(c.IssueTicket, service="land", language="en"))
    assert isinstance(issued, events.TicketIssued)
    receive(desk, visit=issued.visit)
    (job,) = jobs(desk)
    assert Text("Dossier receipt") in job.document.blocks


def test_a_slip_is_on_paper_once(desk: Desk) -> None:
    receive(desk)
    (job,) = jobs(desk)
    confirm = wish(c.ConfirmSlip, slip=job.slip)
    (printed,) = desk.day.do(confirm, PRINTING_PANEL)
    assert isinstance(printed, events.SlipPrinted)
    assert jobs(desk) == ()
    again = desk.day.refusal(confirm, PRINTING_PANEL)
    assert again is not None
    assert (again.refusal, again.details) == (Refusal.UNKNOWN_SLIP, {"slip": job.slip})


def test_without_paper_it_waits_and_says_why(desk: Desk) -> None:
    receive(desk)
    (job,) = jobs(desk)
    desk.day.do(wish(c.ReportSlip, slip=job.slip, fault="paper_out"), PRINTING_PANEL)
    assert jobs(desk) == (msgspec.structs.replace(job, fault="paper_out"),)


def test_it_waits_over_night_as_its_dossier_does(desk: Desk) -> None:
    receive(desk)
    desk.day.do(wish(c.CloseDay))
    desk.day.sleep()
    desk.day.open("1")
    assert len(jobs(desk)) == 1


def test_each_station_is_shown_its_own_slips_only(desk: Desk) -> None:
    receive(desk)
    receive(desk, OTHER, counter="2")
    for station in ("counter-1", "counter-2"):
        (job,) = jobs(desk, PrintingStation(station, "simulate"))
        assert job.station == station
    assert jobs(desk, PrintingStation()) == ()


@pytest.mark.parametrize("kind", [c.ConfirmSlip, c.ReportSlip])
def test_a_station_speaks_for_its_own_paper_only(desk: Desk, kind: type[c.Command]) -> None:
    receive(desk)
    (job,) = jobs(desk)
    more = {"fault": "paper_out"} if kind is c.ReportSlip else {}
    claim = wish(kind, slip=job.slip, **more)
    refused = desk.day.refusal(claim, OTHER)
    assert refused is not None
    assert refused.refusal is Refusal.NOT_ALLOWED
    assert refused.details["station"] == "counter-1"
    assert desk.day.refusal(claim, ADMIN) is None


def test_a_receipt_is_printed_again_under_a_name_of_its_own(desk: Desk) -> None:
    receive(desk)
    desk.day.do(wish(c.PrintSlip, dossier=code().lower(), language="en"), PRINTING_PANEL)
    first, second = jobs(desk)
    assert first.slip != second.slip
    assert Text("Dossier receipt") in second.document.blocks


def test_only_a_counter_orders_slips_and_only_of_dossiers_there_are(desk: Desk) -> None:
    receive(desk)
    kiosk = desk.day.refusal(wish(c.PrintSlip, dossier=code()), KIOSK)
    assert kiosk is not None
    assert kiosk.refusal is Refusal.NOT_ALLOWED
    unknown = desk.day.refusal(wish(c.PrintSlip, dossier=code(serial=9)), PRINTING_PANEL)
    assert unknown is not None
    assert unknown.refusal is Refusal.UNKNOWN_DOSSIER
    strange = desk.day.refusal(wish(c.PrintSlip, dossier=code(), language="fr"), PRINTING_PANEL)
    assert strange is not None
    assert strange.refusal is Refusal.UNKNOWN_LANGUAGE


def test_a_replayed_hall_waits_for_the_same_slips(desk: Desk) -> None:
    receive(desk)
    receive(desk)
    desk.day.do(wish(c.ConfirmSlip, slip=jobs(desk)[0].slip), PRINTING_PANEL)
    again = replayed(desk.day.facts)
    assert again.slips == desk.day.hall.slips
    assert list(again.slips) == [jobs(desk)[0].slip]


def test_tickets_are_printed_as_before(desk: Desk) -> None:
    desk.day.issue(actor=KIOSK)
    receive(desk)
    artist: Artist = desk.day.artist
    assert len(artist.kiosk(desk.day.at, "kiosk-1").print_jobs) == 1
    assert len(jobs(desk)) == 1
