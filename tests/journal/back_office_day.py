"""Every day goes on behind the counter: couriers carry its dossiers, figures are corrected."""

from datetime import timedelta

import msgspec

from hallctl.core import commands as c
from tests.core.one_day import KIOSK, MONDAY, PRINTING_PANEL
from tests.journal.appointment_day import book_ahead
from tests.journal.complaint_day import complain
from tests.journal.floor_day import live_every_day
from tests.journal.full_day import correct_figures, live_a_full_day_with_dossiers
from tests.journal.one_hall import OneHall


async def live_behind_the_counter_too(hall: OneHall) -> None:
    """Every kind of fact there is."""
    await live_every_day(hall)
    await carry_dossiers(hall)
    await correct_figures(hall)
    await tell_applicants(hall)
    await complain(hall)
    await book_ahead(hall)
    await take_fees(hall)
    await send_results_home(hall)
    await give_figures(hall)
    await print_papers(hall)


async def live_until_the_day_booked_for_is_over(hall: OneHall) -> None:
    """The same, and the next working day comes, and nobody has kept an appointment when it closes."""
    await live_behind_the_counter_too(hall)
    calendar = hall.controller.plan.dossiers.calendar
    wanted = calendar.next_working(hall.clock.today() + timedelta(1))
    hall.clock.sleep((wanted - hall.clock.today()).days)
    for wish in (c.CloseDay, c.OpenDay, c.CloseDay):
        await told(hall, wish)


async def live_a_full_day_with_runs(hall: OneHall) -> None:
    """A full day with dossiers, and what couriers do with two more."""
    await live_a_full_day_with_dossiers(hall)
    await carry_dossiers(hall)


async def carry_dossiers(hall: OneHall) -> None:
    """One arrives and comes back with its result, one is missing."""
    there, lost = [await receive(hall) for _ in range(2)]
    run = (await told(hall, c.OpenRun, counter="3"))["run"]
    for dossier in (there, lost):
        await told(hall, c.ScanOut, dossier=dossier, counter="3")
    hall.clock.wait(30)
    await told(hall, c.ScanIn, dossier=there, department="environment")
    await told(hall, c.CloseRun, run=run)
    await told(hall, c.OpenRun)
    await told(hall, c.ScanOut, dossier=there, direction="back")
    await told(hall, c.ScanIn, dossier=there, with_result=True, counter="3")


async def tell_applicants(hall: OneHall) -> None:
    """Notices on every way they can go."""
    hall.tell_of("finished", "refused")
    sent, dropped, called, failed = [await _owed(hall) for _ in range(4)]
    await told(hall, c.ConfirmNotice, notice=sent, channel="email")
    await told(hall, c.DropNotice, notice=dropped, why="no_consent")
    await told(hall, c.LeaveToCall, notice=called, why="by_phone")
    await told(hall, c.NoteCall, notice=called, reached=True, counter="3")
    await told(hall, c.ReportNotice, notice=failed, channel="sms", fault="http 503")


async def take_fees(hall: OneHall) -> None:
    """Fees on every way they can go."""
    dossier = await receive(hall)
    for amount in (8_000, 12_000):
        await told(hall, c.ChargeFee, dossier=dossier, name="Bản sao", amount=amount, counter="3")
    await told(hall, c.PayFees, dossier=dossier, method="cash", counter="3")
    await told(hall, c.CorrectFee, dossier=dossier, fee=1, amount=9_000, reason="hai bản")
    await told(hall, c.CancelFee, dossier=dossier, fee=2, reason="được miễn")


async def send_results_home(hall: OneHall) -> None:
    """One is delivered, one comes back, one is called off."""
    dossiers = [await receive(hall) for _ in range(3)]
    for dossier in dossiers:
        await told(hall, c.AskDelivery, dossier=dossier)
        await told(hall, c.FinishDossier, dossier=dossier)
    await told(hall, c.CallOffDelivery, dossier=dossiers[2], reason="đến nhận tại quầy")
    await told(hall, c.HandToCarrier, carrier="VNPost", dossiers=tuple(dossiers[:2]))
    await told(hall, c.ConfirmDelivered, dossier=dossiers[0])
    await told(hall, c.NoteCameBack, dossier=dossiers[1], reason="không có người nhận")


async def give_figures(hall: OneHall) -> None:
    """What other systems counted."""
    for fulfilled in (80, 81):
        await told(
            hall,
            c.GiveFigure,
            indicator="4.2",
            first=MONDAY,
            last=MONDAY,
            fulfilled=fulfilled,
            of=100,
            source="Cổng dịch vụ công",
        )


async def print_papers(hall: OneHall) -> None:
    """A manifest, a list of a procedure, and a receipt that comes out at another station."""
    dossier = await receive(hall)
    await told(hall, c.FinishDossier, dossier=dossier)
    await told(hall, c.IssueTicket, service="land", dossier=dossier)
    await told(hall, c.CloseDay)
    hall.clock.sleep()
    await told(hall, c.OpenDay)
    await told(hall, c.OpenCounter, counter="3", official="official-4")
    await told(hall, c.IssueTicket, service="tax", language="en")
    carried = await receive(hall)
    run = str((await told(hall, c.OpenRun))["run"])
    await told(hall, c.ScanOut, dossier=carried, run=run)
    for by, wish in (
        (PRINTING_PANEL, hall.wish(c.PrintManifest, run=run, department="environment")),
        (KIOSK, hall.wish(c.PrintProcedure, procedure="1.000002")),
        (PRINTING_PANEL, hall.wish(c.PrintSlip, dossier=dossier)),
    ):
        assert not (await hall.ask(wish, by)).is_refusal
    receipt = list(hall.controller.hall.slips)[-1]
    await told(hall, c.RedirectSlip, slip=receipt, station="kiosk-1")
    await told(hall, c.ReleaseSlip, slip=receipt)


async def _owed(hall: OneHall) -> str:
    """The notice that a finished dossier makes the hall owe."""
    return str((await told(hall, c.FinishDossier, dossier=await receive(hall)))["notice"])


async def receive(hall: OneHall) -> str:
    """The code of a new dossier."""
    return str((await told(hall, c.ReceiveDossier, procedure="1.000002"))["dossier"])


async def told(hall: OneHall, kind: type[c.Command], **fields: object) -> dict[str, object]:
    """The last fact of a command that is granted."""
    answer = await hall.ask(hall.wish(kind, **fields))
    assert not answer.is_refusal, answer.body
    event: dict[str, object] = msgspec.json.decode(answer.body)["events"][-1]
    return event
