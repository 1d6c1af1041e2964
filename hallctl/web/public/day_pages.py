"""``/days/2026-11-23``: what the hall has signed about a day, on a phone, and for anybody to check."""

import asyncio
from base64 import b64decode
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

import msgspec
from aiohttp import web

from hallctl.signing.checking import Checked, check_day
from hallctl.signing.document import SignedDay, SignedStatement, signed_day
from hallctl.signing.keys import PublishedKey
from hallctl.signing.store import Signatures
from hallctl.web.door import answers
from hallctl.web.pages.page_files import UNKEPT
from hallctl.web.site import Site

SHOWN = {
    "visits": (
        "issued", "finished", "missed", "cancelled", "lapsed", "within_target", "rated", "satisfied",
    ),
    "dossiers": (
        "received", "finished_early", "finished_on_time", "finished_late",
        "in_process_in_time", "in_process_overdue", "awaiting_supplement", "returned",
    ),
}  # fmt: skip
"""The figures of the page; every other is in the document."""
GROUP = 4


class Published(NamedTuple):
    """What is signed, and by which keys."""

    signatures: Signatures
    keys: Callable[[], tuple[PublishedKey, ...]]
    address: Callable[[], str]
    """Where phones reach the hall; what a caller claims it to be is not believed."""


class Told(NamedTuple):
    """One statement as the page shows it."""

    checked: Checked
    name: str
    figures: list[tuple[str, int]]
    key: str


class DayPages:
    """Answers the page and the files that belong to it."""

    def __init__(self, site: Site, published: Published) -> None:
        self._site = site
        self._published = published

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the addresses."""
        router.add_get("/days/{day}", self.page)
        router.add_get("/open-data/days/{day}.json", self.document)
        router.add_get("/open-data/days/{day}/{name}.{kind:json|sig}", self.part)
        router.add_get("/open-data/signing.pem", self.key)
        router.add_get("/open-data/keys.json", self.keys)

    async def page(self, request: web.Request) -> web.Response:
        """The day's public counts, who signed them, and whether that is valid."""
        day = await self._day(request)
        if day is None:
            nothing = {"day": _date(request), "statements": ()}
            return self._site.page(request, "public/day.html", nothing, status=404)
        checked = await asyncio.to_thread(check_day, day)
        statements = [_told(one) for one in checked]
        said: dict[str, object] = {
            "day": day.day,
            "statements": statements,
            "is_valid": not any(one.fault for one in checked),
            "keys": sorted({_grouped(one.key) for one in checked}),
            "address": self._published.address(),
        }
        return self._site.page(request, "public/day.html", said)

    async def document(self, request: web.Request) -> web.Response:
        """The signed day as JSON."""
        day = await self._day(request)
        if day is None:
            return answers.json_response(b'{"refused":"nothing_signed","details":{}}', 404)
        return answers.json_response(msgspec.json.encode(day))

    async def part(self, request: web.Request) -> web.Response:
        """The very bytes of one statement, or its bare signature, as openssl takes them."""
        day = await self._day(request)
        wanted = request.match_info["name"]
        one = next((one for one in day.statements if _name(one) == wanted), None) if day else None
        if one is None:
            raise web.HTTPNotFound
        if request.match_info["kind"] == "json":
            return answers.json_response(one.statement.encode())
        return _file(b64decode(one.signature), "application/octet-stream")

    async def key(self, _request: web.Request) -> web.Response:
        """The newest public key."""
        keys = await asyncio.to_thread(self._published.keys)
        if not keys:
            raise web.HTTPNotFound
        return _file(keys[-1].public_key.encode(), "application/x-pem-file")

    async def keys(self, _request: web.Request) -> web.Response:
        """Every public key, the newest last."""
        keys = await asyncio.to_thread(self._published.keys)
        return answers.json_response(msgspec.json.encode({"keys": keys}))

    async def _day(self, request: web.Request) -> SignedDay | None:
        wanted = _date(request)
        if wanted is None:
            return None
        day = await asyncio.to_thread(self._read, wanted)
        return day if day.statements else None

    def _read(self, day: date) -> SignedDay:
        hall = self._site.plan.hall
        return signed_day(hall, day, self._published.signatures, self._published.keys())


def _date(request: web.Request) -> date | None:
    try:
        return date.fromisoformat(request.match_info["day"])
    except ValueError:
        return None


def _name(one: SignedStatement | Checked) -> str:
    """``visits`` for the seal, ``visits-1`` for its first correction."""
    return f"{one.part}-{one.correction}" if one.correction else one.part


def _told(one: Checked) -> Told:
    figures = [(name, one.figures.get(name, 0)) for name in SHOWN[one.part]]
    return Told(one, _name(one), figures, _grouped(one.key[:16]))


def _grouped(fingerprint: str) -> str:
    said = fingerprint.upper()
    return " ".join(said[at : at + GROUP] for at in range(0, len(said), GROUP))


def _file(body: bytes, media_type: str) -> web.Response:
    headers = UNKEPT
    return web.Response(body=body, content_type=media_type, headers=headers)
