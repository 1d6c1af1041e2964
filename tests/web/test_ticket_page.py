"""The ticket's page over real sockets: states, languages, links, headers, files."""

import re
from pathlib import Path

import aiohttp
import pytest

from hallctl.web.pages.page_files import page_files
from tests.web.pages_read import Tags, get, told
from tests.web.working_hall import WorkingHall

LARGEST_PAGE = 41_000
"""Bytes beside the fonts."""


def test_the_page_tells_every_state_in_both_languages(tmp_path: Path) -> None:
    async def story(hall: WorkingHall) -> None:
        await hall.open()
        numbers = [await hall.take_number() for _ in range(4)]
        last = hall.page(numbers[-1])

        async def says(url: str, vietnamese: str, english: str) -> None:
            page = await get(hall, url)
            assert page.status == 200
            assert vietnamese in page.words
            assert english in (await get(hall, f"{url}?lang=en")).words

        await says(last, "Xin ông/bà chờ", "Please wait")
        await says(last, "Phía trước 3 người Dự kiến chờ 30 phút", "Ahead of you 3 people")
        for _ in range(3):
            await hall.send("CallNext", counter="1")
            await hall.send("FinishVisit", counter="1")
        await says(last, "Ông/bà là người tiếp theo", "You are next")
        await says(hall.page(numbers[0]), "Đã xong. Cảm ơn ông/bà!", "All done. Thank you!")
        await hall.send("CallNext", counter="1")
        await says(last, "Mời ông/bà đến Quầy 1", "Please come to Counter 1")
        await hall.send("MarkNoShow", counter="1")
        await says(last, "Ông/bà đã được gọi", "You have been called")
        given_up, left = await hall.take_number(), await hall.take_number()
        await hall.send("CancelTicket", ticket=given_up)
        await says(hall.page(given_up), "Số này đã hủy", "This number was cancelled")
        await hall.send("CloseCounter", counter="1")
        await says(hall.page(left), "chưa có quầy mở", "No counter is open")
        await hall.send("CloseDay")
        await says(hall.page(left), "Đã hết giờ làm việc", "The hall has closed")
        await says(last, "Đã hết giờ làm việc", "The hall has closed")

    told(tmp_path / "hall", story)


def test_the_page_speaks_the_tickets_language_until_the_switch_is_used(tmp_path: Path) -> None:
    async def story(hall: WorkingHall) -> None:
        await hall.open()
        page = await get(hall, hall.page(await hall.take_number("en")))
        assert '<html lang="en">' in page.text
        assert 'href="?lang=vi" lang="vi"' in page.text
        assert "Births, marriages, deaths" in page.words

    told(tmp_path / "hall", story)


def test_nobody_reads_a_priority_or_a_reason_on_the_page(tmp_path: Path) -> None:
    async def story(hall: WorkingHall) -> None:
        await hall.open()
        normal, early = await hall.take_number(), await hall.take_number(priority="elderly")
        pages = [(await get(hall, hall.page(one))).text for one in (normal, early)]
        for page in pages:
            assert not re.search(
                r"priorit|ưu tiên|elderly|cao tuổi|group|visit", page, re.IGNORECASE
            )

    told(tmp_path / "hall", story)


def test_a_link_changed_by_one_letter_leads_nowhere(tmp_path: Path) -> None:
    async def story(hall: WorkingHall) -> None:
        await hall.open()
        link = hall.page(await hall.take_number()).rpartition("/")[2]
        for place, letter in enumerate(link):
            other = "b" if letter.lower() == "a" else "a"
            guess = await get(hall, f"{hall.url}/t/{link[:place]}{other}{link[place + 1 :]}")
            assert guess.status == 404, f"{place}: {link}"
            assert "A001" not in guess.text

    told(tmp_path / "hall", story)


@pytest.mark.parametrize("link", ["", "A001", "2026-11-20-A001", "%00", "%ff-%ed%a0%80", "a/b/c"])
def test_an_unknown_link_gets_a_kind_page_in_both_languages(tmp_path: Path, link: str) -> None:
    async def story(hall: WorkingHall) -> None:
        await hall.open()
        page = await get(hall, f"{hall.url}/t/{link}")
        assert page.status == 404
        assert "Chúng tôi không tìm thấy số này" in page.words
        assert "We cannot find this number" in page.words
        assert "Trung tâm Phục vụ hành chính công xã" in page.words

    told(tmp_path / "hall", story)


def test_a_number_of_an_earlier_day_is_told_so(tmp_path: Path) -> None:
    async def story(hall: WorkingHall) -> None:
        await hall.open()
        yesterdays = hall.page(await hall.take_number())
        await hall.send("CloseCounter", counter="1")
        await hall.send("CloseDay")
        hall.clock.pass_minutes(24 * 60)
        await hall.send("OpenDay")
        page = await get(hall, yesterdays)
        assert page.status == 404
        assert "Số này thuộc một ngày làm việc đã kết thúc" in page.words

    told(tmp_path / "hall", story)


def test_headers_are_strict_on_pages_and_on_files(tmp_path: Path) -> None:
    async def story(hall: WorkingHall) -> None:
        await hall.open()
        page = await get(hall, hall.page(await hall.take_number()))
        gone = await get(hall, f"{hall.url}/t/nothing")
        style = await get(hall, f"{hall.url}/static/{page_files().version}/ticket.css")
        absent = await get(hall, f"{hall.url}/static/0/ticket.css")
        for answer in (page, gone, style, absent):
            headers = answer.headers
            assert headers["X-Content-Type-Options"] == "nosniff"
            assert headers["Referrer-Policy"] == "no-referrer"
            assert headers["X-Frame-Options"] == "DENY"
            assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
            assert headers["Content-Security-Policy"].startswith("default-src 'none'")
            assert "unsafe" not in headers["Content-Security-Policy"]
        assert absent.status == 404
        for answer in (page, gone, absent):
            assert answer.headers["Cache-Control"] == "no-store"
        own = hall.url.removeprefix("http://")
        assert (
            f"connect-src 'self' ws://{own} wss://{own};" in page.headers["Content-Security-Policy"]
        )

    told(tmp_path / "hall", story)


def test_a_strange_host_gets_no_word_into_the_policy(tmp_path: Path) -> None:
    async def story(hall: WorkingHall) -> None:
        page = await get(hall, f"{hall.url}/t/nothing", Host="a; script-src *")
        assert "connect-src 'self';" in page.headers["Content-Security-Policy"]
        assert "*" not in page.headers["Content-Security-Policy"]

    told(tmp_path / "hall", story)


def test_the_page_asks_nobody_else_and_carries_no_script_or_style_of_its_own(
    tmp_path: Path,
) -> None:
    async def story(hall: WorkingHall) -> None:
        await hall.open()
        page = await get(hall, hall.page(await hall.take_number()))
        gone = await get(hall, f"{hall.url}/t/nothing")
        for text in (page.text, gone.text):
            read = Tags(text)
            assert not read.inline
            for tag, attributes in read.tags:
                assert not [name for name in attributes if name == "style" or name[:2] == "on"]
                for name in ("href", "src"):
                    assert (attributes.get(name) or "?").startswith(
                        ("?", "../static/", "../complaint?t=")
                    ), tag
        for name, file in page_files().files.items():
            if not name.endswith(".ttf"):
                assert not re.search(
                    rb"https?://(?!www\.w3\.org/2000/svg|hall\.example\.vn)", file.plain
                ), name

    told(tmp_path / "hall", story)


def test_files_are_kept_for_a_year_and_travel_packed(tmp_path: Path) -> None:
    async def story(hall: WorkingHall) -> None:
        await hall.open()
        url = hall.page(await hall.take_number())
        page = await get(hall, url)
        linked = set(re.findall(r'"\.\./(static/[^"]+)"', page.text))
        assert len(linked) == 13
        size = len(page.text.encode())
        for address in linked:
            async with hall.session.get(f"{hall.url}/{address}") as answer:
                assert answer.status == 200
                assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
                assert answer.headers["Content-Encoding"] == "gzip"
                assert await answer.read()
                if not address.endswith(".ttf"):
                    size += int(answer.headers["Content-Length"])
            plain = {"Accept-Encoding": "identity"}
            async with hall.session.get(f"{hall.url}/{address}", headers=plain) as answer:
                assert "Content-Encoding" not in answer.headers
        assert size < LARGEST_PAGE

    told(tmp_path / "hall", story)


def test_without_scripts_the_page_loads_itself_again(tmp_path: Path) -> None:
    async def story(hall: WorkingHall) -> None:
        await hall.open()
        page = await get(hall, hall.page(await hall.take_number()))
        assert '<noscript><meta http-equiv="refresh" content="15"></noscript>' in page.text

    told(tmp_path / "hall", story)


def test_a_page_may_be_read_only(tmp_path: Path) -> None:
    async def story(hall: WorkingHall) -> None:
        await hall.open()
        url = hall.page(await hall.take_number())
        async with hall.session.post(url) as answer:
            assert answer.status == 405
        async with hall.session.head(url) as answer:
            assert answer.status == 200

    told(tmp_path / "hall", story)


def test_the_page_hears_news_over_the_socket_its_link_opens(tmp_path: Path) -> None:
    async def story(hall: WorkingHall) -> None:
        await hall.open()
        name = await hall.take_number()
        link = hall.page(name).rpartition("/")[2]
        live = f"{hall.url}/api/live?view=ticket&ticket={link}"
        async with hall.session.ws_connect(live) as socket_:
            assert (await socket_.receive_json())["state"] == "waiting"
            await hall.send("CallNext", counter="1")
            news = await socket_.receive_json()
            assert (news["state"], news["counter"]) == ("called", "1")
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await hall.session.ws_connect(live[:-1] + ("a" if live[-1] != "a" else "b"))

    told(tmp_path / "hall", story)
