"""The dossier's page over real sockets: states, languages, links, headers, files."""

import re
from pathlib import Path

import aiohttp
import pytest

from hallctl.web.known.links import Links
from hallctl.web.pages.page_files import page_files
from tests.web.pages_read import Answer, Tags, get, told
from tests.web.working_hall import WorkingHall

LARGEST_PAGE = 40_000
"""Bytes beside the fonts."""
DAY_MINUTES = 24 * 60


def plain(page: Answer) -> str:
    return page.words.replace("\u00a0", " ")


async def says(hall: WorkingHall, url: str, vietnamese: str, english: str) -> None:
    page = await get(hall, url)
    assert page.status == 200
    assert vietnamese in plain(page)
    assert english in plain(await get(hall, f"{url}?lang=en"))


def test_the_page_follows_a_dossier_from_reception_to_return(tmp_path: Path) -> None:
    async def story(hall: WorkingHall) -> None:
        mine = await hall.receive_dossier()
        url = hall.dossier_page(mine)
        await says(hall, url, "Đã tiếp nhận hồ sơ", "Received")
        await says(hall, url, "Thứ Hai 30/11/2026", "Monday 30 Nov 2026 before 17:00 in 10 days")
        await says(hall, url, "Thời hạn 5 ngày làm việc", "Time limit: 5 working days")
        await hall.send("ForwardDossier", dossier=mine)
        await says(hall, url, "Chuyển đến Văn phòng", "Passed to Office of the Commune Council")
        await hall.send("ProcessDossier", dossier=mine)
        await says(hall, url, "Đang giải quyết", "In progress")
        await hall.send("RequestSupplement", dossier=mine, reason="Thiếu giấy báo tử")
        await says(hall, url, "Còn thiếu Thiếu giấy báo tử", "Still missing Thiếu giấy báo tử")
        await hall.send("ResumeDossier", dossier=mine)
        hall.clock.pass_minutes(11 * DAY_MINUTES)
        await says(hall, url, "Chúng tôi xin lỗi ông/bà", "We apologise")
        await hall.send("FinishDossier", dossier=mine)
        await says(hall, url, "Mời ông/bà đến trung tâm nhận kết quả", "Bring your receipt")
        await says(hall, url, "Kết quả chậm hơn ngày hẹn", "later than promised")
        await hall.send("ReturnDossier", dossier=mine)
        await says(hall, url, "Đã trả kết quả", "Result handed over")

    told(tmp_path / "hall", story)


def test_the_page_words_every_other_end_kindly(tmp_path: Path) -> None:
    async def story(hall: WorkingHall) -> None:
        delayed, refused, withdrawn, stopped = [await hall.receive_dossier() for _ in range(4)]
        due_at = hall.clock.at + 12 * DAY_MINUTES * 60_000
        await hall.send("ReappointDossier", dossier=delayed, reason="Chờ đo đạc", due_at=due_at)
        await hall.send("RefuseDossier", dossier=refused, reason="Không thuộc diện")
        await hall.send("WithdrawDossier", dossier=withdrawn)
        await hall.send("StopDossier", dossier=stopped, reason="Đang tranh chấp")
        page = hall.dossier_page
        await says(hall, page(delayed), "xin lỗi phải hẹn lại", "We apologise for the new date")
        await says(hall, page(delayed), "Lý do: Chờ đo đạc", "Wednesday 02 Dec 2026")
        await says(hall, page(refused), "Lý do Không thuộc diện", "could not be granted")
        await says(hall, page(withdrawn), "Ông/bà đã rút hồ sơ", "You have withdrawn it")
        await says(hall, page(stopped), "Lý do Đang tranh chấp", "No longer processed")

    told(tmp_path / "hall", story)


def test_nobody_is_named_on_the_page(tmp_path: Path) -> None:
    async def story(hall: WorkingHall) -> None:
        await hall.open()
        mine = await hall.receive_dossier(counter="1")
        await hall.send("ProcessDossier", dossier=mine, counter="1")
        page = await get(hall, hall.dossier_page(mine))
        assert not re.search(r"hoa|admin|official|visit", page.text, re.IGNORECASE)

    told(tmp_path / "hall", story)


def test_a_link_changed_by_one_letter_leads_nowhere(tmp_path: Path) -> None:
    async def story(hall: WorkingHall) -> None:
        mine, _ = await hall.receive_dossier(), await hall.receive_dossier()
        link = hall.dossier_page(mine).rpartition("/")[2]
        for place, letter in enumerate(link):
            other = "b" if letter.lower() == "a" else "a"
            changed = f"{link[:place]}{other}{link[place + 1 :]}"
            guess = await get(hall, f"{hall.url}/d/{changed}")
            assert guess.status == 404, changed
            assert mine not in guess.text
            seen = await get(hall, f"{hall.url}/api/views/dossier?dossier={changed}")
            assert seen.status == 404, changed

    told(tmp_path / "hall", story)


def test_a_ticket_s_link_never_opens_a_dossier_nor_the_other_way_round() -> None:
    links = Links(b"the hall's secret")
    for name in ("2026-11-20-A001", "H00.01.02-261120-0001", "dossiers", ""):
        assert links.dossier(links.dossier_link(name)) == name
        assert links.ticket(links.link(name)) == name
        assert links.dossier(links.link(name)) is None
        assert links.ticket(links.dossier_link(name)) is None
    assert Links(b"another's").dossier(links.dossier_link("H00.01.02-261120-0001")) is None


@pytest.mark.parametrize("link", ["", "H00.01.02-261120-0001", "%00", "%ff-%ed%a0%80", "a/b/c"])
def test_an_unknown_link_gets_a_kind_page_in_both_languages(tmp_path: Path, link: str) -> None:
    async def story(hall: WorkingHall) -> None:
        await hall.receive_dossier()
        page = await get(hall, f"{hall.url}/d/{link}")
        assert page.status == 404
        assert "Chúng tôi không tìm thấy hồ sơ này" in plain(page)
        assert "We cannot find this dossier" in page.words
        assert "Trung tâm Phục vụ hành chính công xã" in page.words

    told(tmp_path / "hall", story)


def test_headers_are_strict_and_the_page_asks_nobody_else(tmp_path: Path) -> None:
    async def story(hall: WorkingHall) -> None:
        page = await get(hall, hall.dossier_page(await hall.receive_dossier()))
        gone = await get(hall, f"{hall.url}/d/nothing")
        for answer in (page, gone):
            headers = answer.headers
            assert headers["Cache-Control"] == "no-store"
            assert headers["Referrer-Policy"] == "no-referrer"
            assert headers["X-Robots-Tag"] == "noindex, nofollow"
            assert headers["Content-Security-Policy"].startswith("default-src 'none'")
            assert "unsafe" not in headers["Content-Security-Policy"]
            read = Tags(answer.text)
            assert not read.inline
            for tag, attributes in read.tags:
                assert not [name for name in attributes if name == "style" or name[:2] == "on"]
                for name in ("href", "src"):
                    assert (attributes.get(name) or "?").startswith(
                        ("?", "../static/", "../complaint")
                    ), tag

    told(tmp_path / "hall", story)


def test_the_page_is_small_and_loads_itself_again_without_scripts(tmp_path: Path) -> None:
    async def story(hall: WorkingHall) -> None:
        page = await get(hall, hall.dossier_page(await hall.receive_dossier()))
        assert '<noscript><meta http-equiv="refresh" content="60"></noscript>' in page.text
        linked = set(re.findall(r'"\.\./static/[0-9a-f]+/([^"]+)"', page.text))
        files = page_files().files
        needed = [files[name].packed for name in linked if not name.endswith(".ttf")]
        assert len(needed) == 9
        assert len(page.text.encode()) + sum(map(len, needed)) < LARGEST_PAGE

    told(tmp_path / "hall", story)


def test_the_page_hears_news_over_the_socket_its_link_opens(tmp_path: Path) -> None:
    async def story(hall: WorkingHall) -> None:
        mine = await hall.receive_dossier()
        link = hall.dossier_page(mine).rpartition("/")[2]
        live = f"{hall.url}/api/live?view=dossier&dossier={link}"
        async with hall.session.ws_connect(live) as socket_:
            assert (await socket_.receive_json())["state"] == "received"
            await hall.send("FinishDossier", dossier=mine)
            news = await socket_.receive_json()
            assert (news["view"], news["state"]) == ("dossier", "finished")
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await hall.session.ws_connect(live[:-1] + ("a" if live[-1] != "a" else "b"))

    told(tmp_path / "hall", story)


def test_a_link_still_opens_its_dossier_after_days_and_a_restart(tmp_path: Path) -> None:
    async def story(hall: WorkingHall) -> None:
        await hall.open()
        url = hall.dossier_page(await hall.receive_dossier())
        await hall.send("CloseCounter", counter="1")
        await hall.send("CloseDay")
        hall.clock.pass_minutes(3 * DAY_MINUTES)
        await hall.send("OpenDay")
        assert (await get(hall, url)).status == 200

    told(tmp_path / "hall", story)
