"""Letters about appointments, through a real mail server: text, page, square code, calendar file."""

import asyncio
import io
from collections.abc import Awaitable, Callable
from email.message import EmailMessage
from pathlib import Path
from typing import Any
from uuid import uuid4

import zxingcpp
from icalendar import Calendar
from PIL import Image

from hallctl.appointments.visitor import Visitor
from hallctl.assemble import Assembly
from hallctl.running import running
from hallctl.running.timetable import keep_appointments
from hallctl.settings import read_hall
from hallctl.web.desks.appointment_desk import DESK, BookingWish
from tests.appointments.booked_day import clock
from tests.appointments.pages import hall_with_appointments
from tests.journal.one_hall import HandClock
from tests.notices.servers import Postbox

MAIL = '\n[mail]\nhost = "127.0.0.1"\nport = {port}\nsecurity = "none"\nsender = "motcua@x.vn"\n'


class Desk:
    """A hall at work with a postbox, and what a test does there."""

    def __init__(self, assembly: Assembly, post: Postbox, hand: HandClock) -> None:
        self.hall, self.post, self.hand = assembly, post, hand
        self.desk = assembly.kept.appointments

    async def book(self, email: str = "lan@x.vn", language: str = "vi", time: str = "09:00") -> str:
        service = self.desk.services()[0].service
        visitor = Visitor(name="Nguyễn Thị Lan", phone="0912345678", email=email)
        wanted = BookingWish(uuid4(), service, clock(time, 3), visitor, language)
        done = await self.desk.book(wanted, DESK, "page")
        assert not done.refused
        return done.appointment

    async def letters(self) -> list[EmailMessage]:
        await self.hall.going_out.outbox.send_due()
        return [one for one in self.post.letters if isinstance(one, EmailMessage)]


def at_the_desk(path: Path, story: Callable[[Desk], Awaitable[None]], rules: str = "") -> None:
    async def run() -> None:
        async with Postbox().open() as post:
            hall = hall_with_appointments(path / "hall", rules + MAIL.format(port=post.port))
            hand = HandClock()
            async with running(read_hall(hall), "127.0.0.1", 0, hand) as assembly:
                await story(Desk(assembly, post, hand))

    asyncio.run(run())


def parts(letter: EmailMessage) -> dict[str, EmailMessage]:
    return {one.get_content_type(): one for one in letter.walk() if not one.is_multipart()}


def event_of(letter: EmailMessage) -> Any:
    """What its calendar file says."""
    file = parts(letter)["text/calendar"].get_payload(decode=True)
    (event,) = Calendar.from_ical(file).walk("VEVENT")
    return event


def test_a_booking_is_written_with_its_code_and_calendar_file(tmp_path: Path) -> None:
    async def story(desk: Desk) -> None:
        name = await desk.book()
        (letter,) = await desk.letters()
        assert letter["To"] == "lan@x.vn"
        assert letter["Subject"] == "Lịch hẹn 09:00 26/11/2026"
        said = parts(letter)
        code = name[-6:]
        assert f"{code[:3]} {code[3:]}" in said["text/plain"].get_content()
        assert "cid:" in said["text/html"].get_content()
        picture = Image.open(io.BytesIO(said["image/png"].get_content()))
        (square,) = zxingcpp.read_barcodes(picture)
        assert square.text == desk.hall.house.addresses.link_to_appointment(name)
        assert str(event_of(letter)["status"]) == "CONFIRMED"
        assert "Nguyễn" not in letter.as_string()
        assert not desk.hall.controller.hall.office.notices.open
        assert [one.act for one in desk.desk.visitors.looks(name)] == ["kept", "contacted"]

    at_the_desk(tmp_path, story)


def test_a_letter_is_in_the_language_of_whoever_booked_and_in_the_hall_s(tmp_path: Path) -> None:
    async def story(desk: Desk) -> None:
        await desk.book(language="en")
        (letter,) = await desk.letters()
        text = parts(letter)["text/plain"].get_content()
        assert letter["Subject"] == "Your appointment 09:00, 26 November 2026"
        assert text.index("You have booked") < text.index("Ông/bà đã đặt")

    at_the_desk(tmp_path, story)


def test_moved_and_cancelled_are_written_and_the_calendar_follows(tmp_path: Path) -> None:
    async def story(desk: Desk) -> None:
        name = await desk.book()
        await desk.letters()
        await desk.desk.move(uuid4(), name, clock("10:00", 3), DESK)
        await desk.letters()
        await desk.desk.cancel(uuid4(), name, "", DESK)
        every = await desk.letters()
        files = [event_of(one) for one in every]
        assert [str(one["status"]) for one in files] == ["CONFIRMED", "CONFIRMED", "CANCELLED"]
        assert [int(one["sequence"]) for one in files] == [0, 1, 2]
        assert len({str(one["uid"]) for one in files}) == 1
        assert "image/png" not in parts(every[2])

    at_the_desk(tmp_path, story)


def test_only_how_it_stands_now_is_written_when_the_server_was_away(tmp_path: Path) -> None:
    async def story(desk: Desk) -> None:
        desk.post.mood = "busy"
        name = await desk.book()
        assert await desk.letters() == []
        await desk.desk.move(uuid4(), name, clock("10:00", 3), DESK)
        desk.post.mood = "takes"
        desk.hand.wait(10)
        (letter,) = await desk.letters()
        assert letter["Subject"] == "Lịch hẹn đã đổi sang 10:00 26/11/2026"
        await desk.hall.going_out.outbox.send_due()
        assert not desk.hall.controller.hall.office.notices.open

    at_the_desk(tmp_path, story)


def test_the_day_before_a_reminder_is_written_once(tmp_path: Path) -> None:
    async def story(desk: Desk) -> None:
        await desk.book()
        await desk.letters()
        plan = desk.desk.plan
        for minutes in (24 * 60 * 2 - 1, 62, 30):  # to 24 hours before, and past it
            desk.hand.wait(minutes)
            await keep_appointments(desk.hall.controller, plan)
        subjects = [one["Subject"] for one in await desk.letters()]
        assert subjects[1:] == ["Nhắc lịch hẹn 09:00 26/11/2026"]

    at_the_desk(tmp_path, story, "remind_hours = 24\n")


def test_a_refused_address_is_shown_to_the_supervisor(tmp_path: Path) -> None:
    async def story(desk: Desk) -> None:
        desk.post.mood = "refuses"
        name = await desk.book()
        await desk.letters()
        one = await desk.desk.find(name)
        assert one is not None
        assert one.untold == "gave_up"

    at_the_desk(tmp_path, story)


def test_whoever_leaves_no_address_gets_no_letter(tmp_path: Path) -> None:
    async def story(desk: Desk) -> None:
        await desk.book(email="")
        assert await desk.letters() == []
        assert not desk.hall.controller.hall.office.notices.open

    at_the_desk(tmp_path, story)
