"""Who is signed in behind a request, and the door that asks them to sign in first."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar
from urllib.parse import quote, urlsplit

from aiohttp import web

from hallctl.core.permissions import Actor, Sight, may_see
from hallctl.people import desks, record, sessions
from hallctl.people.house import Now, People
from hallctl.people.record import Kind, Line
from hallctl.people.sessions import MINUTE_MS, Lasting, Person
from hallctl.people.signing_in import Attempt, NotAdmittedError, Why

log = logging.getLogger(__name__)

SESSION, DEVICE = "hall_session", "hall_device"
SAFE_METHODS = frozenset({"GET", "HEAD"})
AT_ONCE, MOST_WAITING, BUSY_WAIT_S = 2, 32, 3
"""Hashing is slow and large on purpose: so many at a time, so many wait, the others come again."""
A_YEAR_S = 365 * 24 * 3600

Proved = TypeVar("Proved")
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
StaffHandler = Callable[[web.Request, Person], Awaitable[web.StreamResponse]]
TurnAway = Callable[[web.Request, Person], web.StreamResponse]


class Staff:
    """Knows people by their cookies; every guarded page goes through :meth:`guard`."""

    def __init__(self, people: People, lasting: Callable[[], Lasting], now: Now) -> None:
        self.people = people
        self.now = now
        self.turn_away: TurnAway = _forbidden
        self._lasting = lasting
        self._hashing = asyncio.Semaphore(AT_ONCE)
        self._proving = 0
        self._touching: set[asyncio.Future[None]] = set()

    def person(self, request: web.Request) -> Person | None:
        """Whoever is signed in there, or None."""
        token = session_of(request)
        if not token:
            return None
        at = self.now()
        with self.people.store.reading() as database:
            found = sessions.person(database, token, self._lasting(), at)
        if found is not None and at - found.seen_at > MINUTE_MS:
            touching = asyncio.get_running_loop().run_in_executor(None, self._touch, token, at)
            self._touching.add(touching)  # off the loop: the disk may take its time
            touching.add_done_callback(self._on_touched)
        return found

    def actor(self, request: web.Request) -> Actor | None:
        """In whose name a signed-in browser asks; only our own pages may ask for changes."""
        person = self.person(request)
        if person is None or person.must_change:
            return None
        if request.method not in SAFE_METHODS and not is_from_here(request):
            return None
        return Actor(person.account, person.role, official=person.name)

    def knows_browser(self, request: web.Request) -> bool:
        """Whether somebody of the hall has signed in with it."""
        return bool(session_of(request) or device_of(request))

    def guard(self, sight: Sight, handler: StaffHandler) -> Handler:
        """The handler for whoever may see that; others sign in first, or are turned away."""

        async def guarded(request: web.Request) -> web.StreamResponse:
            person = self.signed_in(request)
            if not may_see(person.role, sight):
                await self.note(request, Kind.REFUSED, person.account, f"{request.path}: {sight}")
                return self.turn_away(request, person)
            return await handler(request, person)

        return guarded

    def signed_in(self, request: web.Request) -> Person:
        """Whoever is signed in. Raises a redirect to where one signs in, or changes a code."""
        person = self.person(request)
        if person is None:
            raise web.HTTPSeeOther(f"/login?{_then(request)}")
        if person.must_change and request.path != "/password":
            raise web.HTTPSeeOther(f"/password?{_then(request)}")
        return person

    def official_at(self, station: str) -> str:
        """The name of whoever has signed in at that counter's station, or empty."""
        since = self.now() - self._lasting().whole
        with self.people.store.reading() as database:
            account = desks.at_desk(database, station, since)
        return account.name if account else ""

    async def hashed(
        self, prove: Callable[[Attempt, int], Proved], attempt: Attempt, at: int
    ) -> Proved:
        """Prove who somebody is, off the event loop, a few at a time.

        Raises NotAdmittedError, also when too many wait already.
        """
        if self._proving >= MOST_WAITING:
            raise NotAdmittedError(Why.BUSY, BUSY_WAIT_S)
        self._proving += 1
        try:
            async with self._hashing:
                return await asyncio.to_thread(prove, attempt, at)
        finally:
            self._proving -= 1

    async def note(self, request: web.Request, kind: Kind, account: str, about: str) -> None:
        """A line in the record; on disk before anything is shown."""
        line = Line(self.now(), kind, account, address_of(request), about)
        await asyncio.to_thread(self._note, line)

    async def settled(self, _app: web.Application | None = None) -> None:
        """Wait until the disk has everything."""
        await asyncio.gather(*self._touching, return_exceptions=True)

    def _on_touched(self, touching: asyncio.Future[None]) -> None:
        self._touching.discard(touching)
        if (error := touching.exception()) is not None:
            log.error("when somebody was seen last could not be kept: %s", error)

    def _touch(self, token: str, at: int) -> None:
        with self.people.store.writing() as database:
            sessions.touch(database, token, at)
            sessions.clear(database, self._lasting(), at)

    def _note(self, line: Line) -> None:
        with self.people.store.writing() as database:
            record.note(database, line)


def onward_of(request: web.Request, otherwise: str) -> str:
    """Where the person wanted to go, if that is a page of ours."""
    wanted = request.query.get("next", "")
    is_ours = wanted.startswith("/") and not wanted.startswith(("//", "/\\"))
    return wanted if is_ours and wanted.isascii() and wanted.isprintable() else otherwise


def _then(request: web.Request) -> str:
    return f"next={quote(page_of(request), safe='/')}"


def page_of(request: web.Request) -> str:
    """The page that asks: of a form the one it stands on, which can be opened again."""
    if request.method in SAFE_METHODS:
        return request.path_qs
    try:
        stood_on = urlsplit(request.headers.get("Referer", ""))
    except ValueError:
        return request.path_qs
    if stood_on.netloc != request.host:
        return request.path_qs
    return f"{stood_on.path}?{stood_on.query}" if stood_on.query else stood_on.path


def session_of(request: web.Request) -> str:
    """The session's cookie, or empty."""
    return request.cookies.get(_named(request, SESSION), "")


def device_of(request: web.Request) -> str:
    """What this browser remembers of an earlier sign-in, or empty."""
    return request.cookies.get(_named(request, DEVICE), "")


def remember(request: web.Request, response: web.Response, token: str, device: str) -> None:
    """Give the browser its session, and the mark of a device that has signed in before."""
    _set_cookie(request, response, SESSION, token, None)
    if device:
        _set_cookie(request, response, DEVICE, device, A_YEAR_S)


def forget(request: web.Request, response: web.Response) -> None:
    """Take the session from the browser; it stays a known device."""
    response.del_cookie(_named(request, SESSION), path="/", secure=request.secure, httponly=True)


def address_of(request: web.Request) -> str:
    """The network address the request comes from."""
    return request.remote or ""


def is_from_here(request: web.Request) -> bool:
    """Whether a page of this hall sends it: no other site may act in a signed-in browser."""
    origin = request.headers.get("Origin")
    if origin is None:
        return request.headers.get("Sec-Fetch-Site") == "same-origin"
    try:
        return urlsplit(origin).netloc == request.host
    except ValueError:
        return False


def _set_cookie(
    request: web.Request, response: web.Response, name: str, value: str, max_age: int | None
) -> None:
    response.set_cookie(
        _named(request, name),
        value,
        max_age=max_age,
        path="/",
        secure=request.secure,
        httponly=True,
        samesite="Strict",
    )


def _named(request: web.Request, name: str) -> str:
    """Under TLS a name that the browser takes from this very host only."""
    return f"__Host-{name}" if request.secure else name


def _forbidden(_request: web.Request, _person: Person) -> web.StreamResponse:
    return web.Response(status=403, text="forbidden")
