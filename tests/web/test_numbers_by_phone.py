"""Numbers by phone over real sockets: good codes and bad, limits, races, clocks that step."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from pathlib import Path

from tests.web.phones import BY_PHONE, PhoneHall, phone_hall
from tests.web.working_hall import SERVICE

Story = Callable[[PhoneHall], Awaitable[None]]


def told(path: Path, story: Story, phone: str = BY_PHONE) -> None:
    async def tell() -> None:
        async with phone_hall(path / "hall", phone) as there:
            await story(there)

    asyncio.run(tell())


def test_a_scanned_code_gives_a_number_without_touching_the_kiosk(tmp_path: Path) -> None:
    async def story(there: PhoneHall) -> None:
        phone = there.phone()
        choosing = await phone.scan(await there.code())
        assert choosing.path.startswith("/take?p=")
        assert "Ông/bà cần làm việc gì?" in choosing.text
        took = await phone.take(choosing)
        assert took.path.startswith("/t/2026-11-20-A001-")
        assert "A001" in took.text
        again = await phone.scan(await there.code())
        assert again.path == took.path, "who scans again is led to the number in hand"

    told(tmp_path, story)


def test_priority_is_declared_on_the_phone_and_told_nowhere(tmp_path: Path) -> None:
    async def story(there: PhoneHall) -> None:
        phone = there.phone()
        choosing = await phone.scan(await there.code())
        asked = await phone.scan(f"{there.hall.url}{choosing.path}&s={SERVICE}&next=1")
        assert "Ông/bà tự khai" in asked.text
        assert 'value="elderly"' in asked.text
        took = await phone.take(choosing, group="elderly", lang="en")
        assert '<html lang="en">' in took.text
        assert not re.search(r"priorit|elderly|older", took.text, re.IGNORECASE)
        (ticket,) = there.hall.assembly.controller.hall.tickets.values()
        assert (ticket.group, ticket.language) == ("elderly", "en")

    told(tmp_path, story)


def test_several_services_become_one_ticket(tmp_path: Path) -> None:
    async def story(there: PhoneHall) -> None:
        phone = there.phone()
        choosing = await phone.scan(await there.code())
        await phone.take(choosing, service=f"{SERVICE},land")
        (ticket,) = there.hall.assembly.controller.hall.tickets.values()
        assert {ticket.service, *ticket.then} == {SERVICE, "land"}

    told(tmp_path, story)


def test_nobody_far_away_sees_the_code(tmp_path: Path) -> None:
    async def story(there: PhoneHall) -> None:
        for kind in ("board", "kiosk"):
            assert (await there.view(kind))["hall_code"] is None
        kiosk = await there.view("kiosk", "kiosk-1")
        assert kiosk["hall_code"]["address"] == await there.code()

    told(tmp_path, story)


def test_an_old_code_is_worthless_once_its_grace_is_over(tmp_path: Path) -> None:
    async def story(there: PhoneHall) -> None:
        clock = there.hall.clock
        code = await there.code()
        clock.pass_minutes(3)
        assert await there.code() != code
        assert (await there.phone().scan(code)).status == 200, "just after it was shown"
        clock.pass_minutes(1.1)
        replayed = await there.phone().scan(code)
        assert replayed.status == 410
        assert "Mã này đã hết hạn" in replayed.text
        assert (await there.phone().scan(f"{there.hall.url}/n/aaaaaaaaaa")).status == 410

    told(tmp_path, story)


def test_a_clock_that_steps_forward_only_asks_to_scan_again(tmp_path: Path) -> None:
    async def story(there: PhoneHall) -> None:
        phone, code = there.phone(), await there.code()
        choosing = await phone.scan(code)
        there.hall.clock.pass_minutes(90)
        assert (await phone.take(choosing)).status == 410, "a pass is no longer good"
        assert (await phone.scan(code)).status == 410
        assert (await phone.take(await phone.scan(await there.code()))).status == 200

    told(tmp_path, story)


def test_a_clock_that_steps_back_brings_no_old_code_to_life(tmp_path: Path) -> None:
    async def story(there: PhoneHall) -> None:
        old = await there.code()
        there.hall.clock.pass_minutes(60)
        await there.hall.take_number()
        new = await there.code()
        there.hall.clock.pass_minutes(-60)
        assert await there.code() == new
        assert (await there.phone().scan(old)).status == 410
        phone = there.phone()
        assert (await phone.take(await phone.scan(new))).status == 200

    told(tmp_path, story)


def test_a_pass_is_for_one_phone_and_one_number(tmp_path: Path) -> None:
    async def story(there: PhoneHall) -> None:
        mine, other = there.phone(), there.phone()
        choosing = await mine.scan(await there.code())
        await other.scan(await there.code())
        assert (await other.take(choosing)).status == 410, (
            "sent on to a friend, it is worth nothing"
        )
        took = await mine.take(choosing)
        ticket = took.path.removeprefix("/t/")[:15]
        await there.hall.send("CancelTicket", ticket=ticket)
        assert (await mine.take(choosing)).path == took.path
        assert len(there.hall.assembly.controller.hall.tickets) == 1

    told(tmp_path, story)


def test_a_phone_has_its_share_of_a_day(tmp_path: Path) -> None:
    async def story(there: PhoneHall) -> None:
        phone = there.phone()
        for _ in range(2):
            took = await phone.take(await phone.scan(await there.code()))
            await there.hall.send("CancelTicket", ticket=took.path.removeprefix("/t/")[:15])
        refused = await phone.take(await phone.scan(await there.code()))
        assert refused.status == 409
        assert "đã lấy đủ số của hôm nay" in refused.text

    told(tmp_path, story)


def test_one_code_gives_no_more_than_it_may_however_many_scan_it_at_once(tmp_path: Path) -> None:
    async def story(there: PhoneHall) -> None:
        phones = [there.phone() for _ in range(24)]
        code = await there.code()
        choosing = await asyncio.gather(*(one.scan(code) for one in phones))
        took = await asyncio.gather(
            *(one.take(at) for one, at in zip(phones, choosing, strict=True)),
            *(one.take(at) for one, at in zip(phones, choosing, strict=True)),
        )
        numbers = {one.path for one in took if one.status == 200}
        hall = there.hall.assembly.controller.hall
        assert len(numbers) == len(hall.tickets) == 9
        assert all("đã cấp đủ số" in one.text for one in took if one.status != 200)
        assert sorted(hall.serials.values()) == [9]
        for one, at in zip(phones, took[:24], strict=True):
            if at.status == 200:
                assert (await one.scan(code)).path == at.path

    told(tmp_path, story, "numbers = true\nnumbers_a_code = 9\n")


def test_a_hall_may_give_none_by_phone(tmp_path: Path) -> None:
    async def story(there: PhoneHall) -> None:
        assert (await there.view("board", "board-1"))["hall_code"] is None
        refused = await there.phone().scan(f"{there.hall.url}/n/aaaaaaaaaa")
        assert refused.status == 409
        assert "không cấp số qua điện thoại" in refused.text

    told(tmp_path, story, "numbers = false\n")


def test_the_code_is_gone_when_the_hall_gives_no_more_numbers(tmp_path: Path) -> None:
    async def story(there: PhoneHall) -> None:
        phone = there.phone()
        choosing = await phone.scan(await there.code())
        await there.hall.send("EndIssuing")
        assert (await there.view("board", "board-1"))["hall_code"] is None
        refused = await phone.take(choosing)
        assert refused.status == 409
        assert "hiện không cấp số" in refused.text

    told(tmp_path, story)
