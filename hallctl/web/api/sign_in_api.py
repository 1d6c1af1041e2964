"""``/api/sign-in``: an official signs in at a counter's panel by badge or name, and PIN."""

import asyncio

import msgspec
from aiohttp import web

from hallctl.core.permissions import Actor, Role
from hallctl.core.refusals import Refusal, Refused
from hallctl.people import desks, record
from hallctl.people.record import Kind, Line
from hallctl.people.signing_in import Attempt, NotAdmittedError
from hallctl.web.door import answers
from hallctl.web.known.staff import Staff
from hallctl.web.known.tokens import Tokens

FORBIDDEN, UNADMITTED, TOO_MANY = 403, 403, 429


class SignIn(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who says to be there."""

    name: str
    """What the badge's barcode says, or the account's name."""
    pin: str


class SignedIn(msgspec.Struct, frozen=True):
    """Who works at the station; empty for nobody."""

    official: str


class NotAdmitted(msgspec.Struct, frozen=True):
    """Nobody was signed in."""

    refused: str
    details: dict[str, str | int]


_SIGN_IN = msgspec.json.Decoder(SignIn)


class SignInApi:
    """Lets officials in at counters, by the station's own token."""

    def __init__(self, staff: Staff, tokens: Tokens) -> None:
        self._staff = staff
        self._tokens = tokens

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the address of signing in at a counter."""
        router.add_get("/api/sign-in", self.get)
        router.add_post("/api/sign-in", self.post)
        router.add_delete("/api/sign-in", self.delete)

    async def get(self, request: web.Request) -> web.Response:
        """Who works there."""
        panel = self._panel(request)
        return panel if isinstance(panel, web.Response) else _told(panel.official)

    async def post(self, request: web.Request) -> web.Response:
        """Sign in."""
        panel = self._panel(request)
        if isinstance(panel, web.Response):
            return panel
        try:
            said = _SIGN_IN.decode(await request.read())
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
            return answers.malformed(error)
        attempt = Attempt(said.name.strip(), said.pin, panel.name)
        try:
            account = await self._staff.hashed(
                self._staff.people.signing_in.by_pin, attempt, self._staff.now()
            )
        except NotAdmittedError as no:
            return _refused(no)
        return _told(account.name)

    async def delete(self, request: web.Request) -> web.Response:
        """Sign out."""
        panel = self._panel(request)
        if isinstance(panel, web.Response):
            return panel
        await asyncio.to_thread(self._leave, panel)
        return _told("")

    def _panel(self, request: web.Request) -> Actor | web.Response:
        actor = self._tokens.actor(request)
        if actor is None:
            return answers.unknown_token()
        if actor.role is not Role.COUNTER:
            return answers.refused(Refused(Refusal.NOT_ALLOWED, role=actor.role), FORBIDDEN)
        return actor

    def _leave(self, panel: Actor) -> None:
        with self._staff.people.store.writing() as database:
            account = desks.at_desk(database, panel.name, 0)
            desks.stand_up(database, panel.name)
            if account is not None:
                line = Line(self._staff.now(), Kind.SIGNED_OUT, account.account, panel.name)
                record.note(database, line)


def _told(official: str) -> web.Response:
    return answers.json_response(msgspec.json.encode(SignedIn(official)))


def _refused(no: NotAdmittedError) -> web.Response:
    status = TOO_MANY if no.wait_s else UNADMITTED
    body = NotAdmitted("not_admitted", {"why": no.why.value, "wait_s": no.wait_s})
    return answers.json_response(msgspec.json.encode(body), status)
