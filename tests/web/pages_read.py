"""Pages as phones get them: status, headers, the words a person reads, the tags a browser does."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

from tests.web.working_hall import WorkingHall, working_hall


def as_read(page: str) -> str:
    """Spaces that hold words together are spaces to whoever reads them."""
    return page.replace("\u00a0", " ")


class Answer(NamedTuple):
    """A page as a phone gets it."""

    status: int
    headers: dict[str, str]
    text: str

    @property
    def words(self) -> str:
        """What a person reads, scripts or none."""
        seen = re.sub(r"<head>.*?</head>", "", self.text, flags=re.DOTALL)
        seen = re.sub(r"<(\w+)[^>]*? hidden[^>]*>.*?</\1>", "", seen, flags=re.DOTALL)
        return " ".join(unescape(re.sub(r"<[^>]+>", " ", seen)).split())


class Tags(HTMLParser):
    """Every tag of a page with its attributes, and the text inside scripts and styles."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.inline = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1][0] in {"script", "style"}:
            self.inline += data.strip()


async def get(hall: WorkingHall, url: str, **headers: str) -> Answer:
    async with hall.session.get(url, headers=headers) as answer:
        return Answer(answer.status, dict(answer.headers), as_read(await answer.text()))


def told(path: Path, story: Callable[[WorkingHall], Awaitable[None]]) -> None:
    """Tell a story at a working hall."""

    async def tell() -> None:
        async with working_hall(path) as hall:
            await story(hall)

    asyncio.run(tell())
