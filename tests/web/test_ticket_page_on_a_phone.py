"""The ticket's page in a real browser: live, offline, ringing, whole at every size, readable."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import asdict
from pathlib import Path

import msgspec
import pytest

from hallctl.web.pages.lexicon import LANGUAGES
from hallctl.web.pages.page_files import page_files
from hallctl.web.tickets.ticket_face import face_of
from tests.web.page_lint import CUT, FAINT, NEWS
from tests.web.phone import Phone, browser, chromium, phone
from tests.web.test_ticket_page_faces import views_of_every_kind, views_worth_a_look
from tests.web.working_hall import WorkingHall, resting_hall, working_hall

pytestmark = pytest.mark.skipif(chromium() is None, reason="Chromium is not installed")

LIVE = "document.body.dataset.live === 'online'"
OFFLINE = "document.body.dataset.live === 'offline'"
VERSION = page_files().version

Story = Callable[[WorkingHall, Phone], Awaitable[None]]


@pytest.fixture(scope="module")
def debugger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with browser(tmp_path_factory.mktemp("chromium") / "profile") as address:
        yield address


@pytest.fixture
def told(debugger: str, tmp_path: Path) -> Callable[[Story], None]:
    """Tells a story of an open hall and one citizen's phone."""

    async def tell(story: Story) -> None:
        async with working_hall(tmp_path / "hall") as hall, phone(debugger) as held:
            await hall.open()
            await story(hall, held)

    return lambda story: asyncio.run(tell(story))


async def wears(held: Phone, face: str) -> None:
    await held.until(f"document.body.dataset.face === {face!r}")


async def show_live(hall: WorkingHall, held: Phone, ticket: str) -> None:
    await held.open(hall.page(ticket))
    await held.until(LIVE)


def test_one_open_page_follows_the_ticket_through_its_day(told: Callable[[Story], None]) -> None:
    async def story(hall: WorkingHall, held: Phone) -> None:
        for _ in range(3):
            await hall.take_number()
        mine = await hall.take_number()
        await show_live(hall, held, mine)
        await held.read("window.isTheSamePage = true")
        assert await held.read("document.title") == "(3) A004"
        await hall.send("CallNext", counter="1")
        await wears(held, "near")
        assert await held.read("document.querySelectorAll('.person:not([hidden])').length") == 2
        for _ in range(2):
            await hall.send("FinishVisit", counter="1")
            await hall.send("CallNext", counter="1")
        await wears(held, "next")
        await hall.send("FinishVisit", counter="1")
        await hall.send("CallNext", counter="1")
        await wears(held, "called")
        assert await held.text("counter") == "1"
        assert await held.read("document.title") == "Mời đến quầy\u00a01 · A004"
        assert "quầy\u00a01" in await held.read("document.getElementById('say-now').textContent")
        gold = "getComputedStyle(document.body).backgroundColor"
        await held.until(f"{gold} === 'rgb(255, 199, 44)'")
        await hall.send("MarkNoShow", counter="1")
        await wears(held, "missed")
        await hall.send("Requeue", ticket=mine)
        await wears(held, "next")
        await hall.send("CallNext", counter="1")
        await wears(held, "called")
        await hall.send("FinishVisit", counter="1")
        await wears(held, "finished")
        assert await held.read("window.isTheSamePage")
        assert not held.complaints

    told(story)


def test_script_and_server_find_the_same_words(told: Callable[[Story], None]) -> None:
    async def story(hall: WorkingHall, held: Phone) -> None:
        await show_live(hall, held, await hall.take_number())
        views = views_of_every_kind()
        asked = (
            "Promise.all([import('/static/%s/face.js'), fetch('/static/%s/words.json')"
            ".then((answer) => answer.json())]).then(([one, words]) => %s.flatMap((view) =>"
            " %s.map((language) => one.faceOf(view, language, words))))"
        )
        documents = msgspec.json.encode(views).decode()
        answer = await held.read(asked % (VERSION, VERSION, documents, json.dumps(LANGUAGES)))
        said = [asdict(face_of(view, language)) for view in views for language in LANGUAGES]
        assert answer == said

    told(story)


def test_the_switch_changes_the_language_without_loading(told: Callable[[Story], None]) -> None:
    async def story(hall: WorkingHall, held: Phone) -> None:
        await show_live(hall, held, await hall.take_number())
        await held.read("window.isTheSamePage = true")
        await held.tap("#switch")
        await held.until("document.documentElement.lang === 'en'")
        assert await held.text("headline") == "You are next"
        assert await held.read("document.getElementById('switch').textContent") == "Tiếng Việt"
        assert await held.read("location.search") == "?lang=en"
        assert await held.read("window.isTheSamePage")

    told(story)


def test_a_lost_hall_is_said_and_its_last_call_looks_old(debugger: str, tmp_path: Path) -> None:
    async def story() -> None:
        async with phone(debugger) as held, resting_hall(tmp_path / "hall") as hall:
            await held.prefers(reduced_motion="reduce")
            async with hall.at_work():
                await hall.open()
                mine = await hall.take_number()
                await hall.send("CallNext", counter="1")
                await show_live(hall, held, mine)
            await held.until(OFFLINE)
            assert "tin lúc\u00a009:00" in await held.text("offline")
            assert await held.read("document.title") == "Mất kết nối · A001"
            ground = await held.read("getComputedStyle(document.body).backgroundColor")
            assert ground == "rgb(230, 235, 241)"
            assert await held.read(FAINT) == []
            hall.clock.pass_minutes(7)
            async with hall.at_work():
                await hall.send("MarkNoShow", counter="1")
                await held.until(LIVE)
                await wears(held, "missed")
                assert await held.read("document.getElementById('offline').hidden")
                await held.open("about:blank")  # the hall closes faster when nobody listens

    asyncio.run(story())


def test_a_phone_that_slept_trusts_nothing_until_it_hears_the_hall(
    told: Callable[[Story], None],
) -> None:
    async def story(hall: WorkingHall, held: Phone) -> None:
        mine = await hall.take_number()
        await hall.send("CallNext", counter="1")
        await show_live(hall, held, mine)
        await held.read(
            "(() => { const now = Date.now; Date.now = () => now() + 30000;"
            " window.ask = window.fetch; window.fetch = () => new Promise(() => {});"
            " document.dispatchEvent(new Event('visibilitychange')); })()"
        )
        assert await held.read(OFFLINE)
        await hall.send("FinishVisit", counter="1")
        await held.until(LIVE)
        await wears(held, "finished")

    told(story)


def test_older_news_never_replaces_newer(told: Callable[[Story], None]) -> None:
    async def story(hall: WorkingHall, held: Phone) -> None:
        await show_live(hall, held, await hall.take_number())
        taken = await held.read(
            f"import('/static/{VERSION}/listening.js').then(({{ Listening }}) => {{ const seen = [];"
            " const hears = { view: (one) => seen.push(one.shown_at), live() {}, gone() {} };"
            " const one = new Listening('', '', hears);"
            " [[5, 50], [4, 90], [5, 40], [5, 60], [6, 10]].forEach(([number, at]) =>"
            " one.take({ journal_number: number, shown_at: at })); return seen; })"
        )
        assert taken == [50, 60, 10]

    told(story)


BUZZES = "navigator.vibrate = () => { window.buzzes = (window.buzzes || 0) + 1; return true; }"


def test_the_phone_rings_only_after_a_tap_has_allowed_it(told: Callable[[Story], None]) -> None:
    async def story(hall: WorkingHall, held: Phone) -> None:
        silent, loud = await hall.take_number(), await hall.take_number()
        await show_live(hall, held, silent)
        await held.read(BUZZES)
        await hall.send("CallNext", counter="1")
        await wears(held, "called")
        assert await held.read("window.buzzes") is None
        await show_live(hall, held, loud)
        await held.read(BUZZES)
        await held.tap("#alert")
        await held.until("document.getElementById('alert').ariaPressed === 'true'")
        assert await held.read("window.buzzes") == 1
        await hall.send("FinishVisit", counter="1")
        await hall.send("CallNext", counter="1")
        await held.until("window.buzzes === 2")
        await held.tap("#alert")
        await held.until("document.getElementById('alert').ariaPressed === 'false'")
        assert not held.complaints

    told(story)


def test_a_new_day_turns_the_open_page_into_a_kind_word(told: Callable[[Story], None]) -> None:
    async def story(hall: WorkingHall, held: Phone) -> None:
        await show_live(hall, held, await hall.take_number())
        await hall.send("CloseCounter", counter="1")
        await hall.send("CloseDay")
        await wears(held, "over")
        hall.clock.pass_minutes(24 * 60)
        await hall.send("OpenDay")
        await held.read("window.dispatchEvent(new Event('online'))")
        await wears(held, "ended")

    told(story)


def test_the_page_asks_only_its_own_hall(told: Callable[[Story], None]) -> None:
    async def story(hall: WorkingHall, held: Phone) -> None:
        await show_live(hall, held, await hall.take_number())
        own = (f"{hall.url}/", f"ws{hall.url.removeprefix('http')}/")
        assert [address for address in held.asked if not address.startswith(own)] == []
        assert any(address.startswith(own[1]) for address in held.asked)
        fonts = "Array.from(document.fonts).filter((one) => one.status === 'loaded').length"
        assert await held.read(fonts) == 2

    told(story)


def test_the_page_says_all_it_knows_without_scripts(told: Callable[[Story], None]) -> None:
    async def story(hall: WorkingHall, held: Phone) -> None:
        mine = await hall.take_number()
        await hall.send("CallNext", counter="1")
        await held.ask("Emulation.setScriptExecutionDisabled", value=True)
        await held.open(hall.page(mine))
        assert await held.read("document.body.innerText.includes('tải lại sau mỗi 15 giây')")
        assert await held.text("counter") == "1"
        assert not await held.read("document.getElementById('alert').checkVisibility()")

    told(story)


@pytest.mark.parametrize(("width", "height"), [(320, 568), (844, 390)])
def test_every_face_is_whole_and_readable_at_every_size(
    told: Callable[[Story], None], width: int, height: int
) -> None:
    async def story(hall: WorkingHall, held: Phone) -> None:
        await held.size(width, height)
        await held.prefers(reduced_motion="reduce")
        await show_live(hall, held, await hall.take_number())
        journal_number = 1000
        for language in LANGUAGES:
            if await held.read("document.documentElement.lang") != language:
                await held.tap("#switch")
            for view in views_worth_a_look():
                journal_number += 1
                news = msgspec.structs.replace(view, journal_number=journal_number)
                face = json.dumps(asdict(face_of(news, language)))
                await held.until(NEWS % (face, msgspec.json.encode(news).decode()))
                assert await held.read(FAINT) == [], face
                for zoom in (200, 100):
                    await held.read(f"document.documentElement.style.fontSize = '{zoom * 1.0625}%'")
                    assert await held.read(CUT) == [], (zoom, face)

    told(story)


def rated(hall: WorkingHall) -> list[str]:
    """What visitors said, as the journal has it."""
    assert hall.assembly is not None
    tickets = hall.assembly.controller.hall.tickets.values()
    return [one.number for one in tickets if one.is_rated and not one.owes_reasons]


async def choose(held: Phone, question: str, level: int) -> None:
    await held.tap(f"#rating input[name={question}][value='{level}']")


def test_a_visit_is_rated_and_explained_on_the_phone(told: Callable[[Story], None]) -> None:
    async def story(hall: WorkingHall, held: Phone) -> None:
        mine = await hall.take_number()
        await hall.send("CallNext", counter="1")
        await show_live(hall, held, mine)
        assert await held.read("document.getElementById('rating').hidden")
        await hall.send("FinishVisit", counter="1")
        await held.until("!document.getElementById('rating').hidden")
        assert await held.read("document.getElementById('rate').disabled")
        await choose(held, "result", 2)
        await choose(held, "attitude", 5)
        await held.tap("#rate")
        await held.until("!document.getElementById('reasons').hidden")
        assert await held.read("document.getElementById('rating').hidden")
        assert rated(hall) == []
        await held.tap("#reason-list input[value=waiting]")
        await held.tap("#explain")
        await held.until("document.getElementById('reasons').hidden")
        assert rated(hall) == ["A001"]
        assert "đã được ghi nhận" in await held.read("document.body.innerText")
        assert not held.complaints

    told(story)


def test_a_rating_sent_into_a_broken_line_counts_once(told: Callable[[Story], None]) -> None:
    async def story(hall: WorkingHall, held: Phone) -> None:
        mine = await hall.take_number()
        await hall.send("CallNext", counter="1")
        await hall.send("FinishVisit", counter="1")
        await show_live(hall, held, mine)
        await choose(held, "result", 5)
        await choose(held, "attitude", 4)
        await held.read(  # the hall hears it, its answer is lost
            "(() => { const ask = window.fetch; let lost = false; window.fetch = (...all) => {"
            " if (lost || !all[1].method) return ask(...all); lost = true;"
            " return ask(...all).then(() => { throw new TypeError('gone'); }); }; })()"
        )
        await held.tap("#rate")
        await held.until("document.body.innerText.includes('đã được ghi nhận')")
        assert rated(hall) == ["A001"]

    told(story)


def test_whoever_cannot_wait_leaves_the_queue_after_a_second_thought(
    told: Callable[[Story], None],
) -> None:
    async def story(hall: WorkingHall, held: Phone) -> None:
        mine = await hall.take_number()
        await show_live(hall, held, mine)
        await held.tap("#leave")
        await held.tap("#leave-no")
        await held.tap("#leave")
        assert await held.read("document.body.dataset.face") == "next"
        await held.tap("#leave-yes")
        await wears(held, "cancelled")
        assert await held.read("document.getElementById('leaving').hidden")

    told(story)
