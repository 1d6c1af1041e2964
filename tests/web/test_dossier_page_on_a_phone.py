"""The dossier's page in a real browser: live, in two languages, whole at every size, readable."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import asdict
from pathlib import Path

import msgspec
import pytest

from hallctl.core.views import DossierView
from hallctl.web.pages.lexicon import LANGUAGES
from hallctl.web.pages.page_files import page_files
from hallctl.web.tickets.dossier_face import face_of
from tests.web.dossier_views import every_view, views_that_reach_every_word
from tests.web.page_lint import CUT, FAINT, NEWS
from tests.web.phone import Phone, browser, chromium, phone
from tests.web.working_hall import WorkingHall, working_hall

pytestmark = pytest.mark.skipif(chromium() is None, reason="Chromium is not installed")

LIVE = "document.body.dataset.live === 'online'"
OFFLINE = "document.body.dataset.live === 'offline'"
VERSION = page_files().version
WAY = "document.getElementById('way').outerHTML.replace(/\\s+</g, '<').replace(/>\\s+/g, '>')"

Story = Callable[[WorkingHall, Phone], Awaitable[None]]


@pytest.fixture(scope="module")
def debugger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with browser(tmp_path_factory.mktemp("chromium") / "profile") as address:
        yield address


@pytest.fixture
def told(debugger: str, tmp_path: Path) -> Callable[[Story], None]:
    """Tells a story of a hall and one citizen's phone."""

    async def tell(story: Story) -> None:
        async with working_hall(tmp_path / "hall") as hall, phone(debugger) as held:
            await held.prefers(reduced_motion="reduce")
            await story(hall, held)

    return lambda story: asyncio.run(tell(story))


async def show_live(hall: WorkingHall, held: Phone, dossier: str) -> None:
    await held.open(hall.dossier_page(dossier))
    await held.until(LIVE)


async def wears(held: Phone, face: str) -> None:
    await held.until(f"document.body.dataset.face === {face!r}")


def as_news(view: DossierView, language: str, number: int) -> str:
    """A script that shows the view; true once every word of it is there."""
    news = msgspec.structs.replace(view, journal_number=number)
    face = json.dumps(asdict(face_of(news, language)))
    return NEWS % (face, msgspec.json.encode(news).decode())


def test_one_open_page_follows_the_dossier_and_asks_only_its_own_hall(
    told: Callable[[Story], None],
) -> None:
    async def story(hall: WorkingHall, held: Phone) -> None:
        mine = await hall.receive_dossier()
        await show_live(hall, held, mine)
        await held.read("window.isTheSamePage = true")
        await hall.send("RequestSupplement", dossier=mine, reason="Thiếu giấy báo tử")
        await wears(held, "awaiting")
        assert await held.text("note") == "Thiếu giấy báo tử"
        await hall.send("ResumeDossier", dossier=mine)
        await wears(held, "processing")
        await held.tap("#switch")
        await held.until("document.documentElement.lang === 'en'")
        assert await held.text("headline") == "In progress"
        await hall.send("FinishDossier", dossier=mine)
        await wears(held, "finished")
        assert "Bring your receipt" in await held.text("advice")
        assert "ready" in await held.read("document.getElementById('say').textContent")
        await hall.send("ReturnDossier", dossier=mine)
        await wears(held, "returned")
        drawn = await held.read(WAY)
        assert await held.read("window.isTheSamePage")
        await show_live(hall, held, mine)
        own = (f"{hall.url}/", f"ws{hall.url.removeprefix('http')}/")
        assert [address for address in held.asked if not address.startswith(own)] == []
        assert not held.complaints
        await held.ask("Emulation.setScriptExecutionDisabled", value=True)
        await held.open(f"{hall.dossier_page(mine)}?lang=en")
        assert await held.read(WAY) == drawn, "the server draws the way as the script does"

    told(story)


def test_script_and_server_find_the_same_words(told: Callable[[Story], None]) -> None:
    async def story(hall: WorkingHall, held: Phone) -> None:
        await show_live(hall, held, await hall.receive_dossier())
        views = views_that_reach_every_word()
        asked = (
            "Promise.all([import('/static/%s/dossier_face.js'),"
            " fetch('/static/%s/dossier_words.json').then((answer) => answer.json())])"
            ".then(([one, words]) => %s.flatMap((view) =>"
            " %s.map((language) => one.faceOf(view, language, words))))"
        )
        documents = msgspec.json.encode(views).decode()
        answer = await held.read(asked % (VERSION, VERSION, documents, json.dumps(LANGUAGES)))
        said = [asdict(face_of(view, language)) for view in views for language in LANGUAGES]
        assert answer == json.loads(json.dumps(said))

    told(story)


def test_every_face_is_whole_and_readable_on_a_small_phone(told: Callable[[Story], None]) -> None:
    async def story(hall: WorkingHall, held: Phone) -> None:
        await held.size(320, 568)
        await show_live(hall, held, await hall.receive_dossier())
        number = 1000
        for language in LANGUAGES:
            if await held.read("document.documentElement.lang") != language:
                await held.tap("#switch")
            for name, view in every_view().items():
                number += 1
                await held.until(as_news(view, language, number))
                assert await held.read(FAINT) == [], name
                for zoom in (200, 100):
                    await held.read(f"document.documentElement.style.fontSize = '{zoom * 1.0625}%'")
                    assert await held.read(CUT) == [], (zoom, language, name)

    told(story)


def test_a_lost_network_is_said_and_the_result_looks_old_until_it_is_back(
    told: Callable[[Story], None],
) -> None:
    async def story(hall: WorkingHall, held: Phone) -> None:
        mine = await hall.receive_dossier()
        await hall.send("FinishDossier", dossier=mine)
        await show_live(hall, held, mine)
        await held.read("window.dispatchEvent(new Event('offline'))")
        await held.until(OFFLINE)
        assert "tin lúc 09:00" in await held.text("offline")
        assert await held.read(FAINT) == []
        await hall.send("ReturnDossier", dossier=mine)
        await held.read("window.dispatchEvent(new Event('online'))")
        await held.until(LIVE)
        await wears(held, "returned")

    told(story)
