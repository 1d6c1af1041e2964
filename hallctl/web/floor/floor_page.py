"""The live hall: every counter, queue and station, what needs a hand, and acts by a press."""

import msgspec
from aiohttp import web

from hallctl.command_ids import new_command_id
from hallctl.controller import Controller
from hallctl.core.commands import AnyCommand, Command, OpenCounter
from hallctl.core.permissions import Actor, Sight, may_send
from hallctl.core.views import HallView, UpkeepView
from hallctl.playlist.shelf import PlaylistShelf
from hallctl.web.door import answers
from hallctl.web.fan_out import Look, ViewKey
from hallctl.web.floor.board_words import BoardFace
from hallctl.web.floor.device_words import DeviceFace
from hallctl.web.floor.floor_words import FloorFace
from hallctl.web.site import WORDS, Site
from hallctl.web.site.refusal_words import in_words

COMMAND: msgspec.json.Decoder[Command] = msgspec.json.Decoder(AnyCommand)
UNREADABLE = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError)


class Told(msgspec.Struct, frozen=True):
    """What became of a press, in the reader's own words; empty when it was granted."""

    granted: bool
    words: str


class FloorPage:
    """Answers ``/floor``, and ``POST /floor/acts`` for its buttons."""

    def __init__(
        self, site: Site, look: Look, controller: Controller, playlist: PlaylistShelf
    ) -> None:
        self._site = site
        self._look = look
        self._controller = controller
        self._playlist = playlist

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the addresses."""
        router.add_get("/floor", self._site.guard(Sight.FLOOR, self.get))
        router.add_post("/floor/acts", self.act)

    async def get(self, request: web.Request) -> web.Response:
        """The page."""
        view, upkeep = await self._look(ViewKey("hall")), await self._look(ViewKey("upkeep"))
        if not isinstance(view, HallView) or not isinstance(upkeep, UpkeepView):
            raise web.HTTPServiceUnavailable
        plan, saying = self._site.plan, self._site.saying(request)
        said = {
            "view": view,
            "face": FloorFace(view, plan, saying),
            "devices": DeviceFace(upkeep, plan, saying, WORDS[self._site.language(request)]),
            "boards": BoardFace(view, saying, self._playlist, plan),
            "past": False,
            "may_act": self._may_act(request),
        }
        return self._site.page(request, "floor/floor.html", said)

    def _may_act(self, request: web.Request) -> bool:
        """Whether its buttons are any use: an inspector looks, and changes nothing."""
        actor = self._site.who(request)
        return actor is not None and may_send(actor.role, OpenCounter)

    async def act(self, request: web.Request) -> web.Response:
        """One command without an id; whatever its role may not send is refused as anywhere."""
        actor = self._site.who(request)
        if actor is None:
            return answers.unknown_token()
        try:
            command = _read(await request.read())
        except UNREADABLE as error:
            return answers.malformed(error)
        return await self._submit(command, actor, self._site.language(request))

    async def _submit(self, command: Command, actor: Actor, language: str) -> web.Response:
        answer = await self._controller.submit(command, actor)
        words = in_words(answer.body, language) if answer.is_refusal else ""
        told = Told(granted=not answer.is_refusal, words=words)
        return answers.json_response(msgspec.json.encode(told))


def _read(body: bytes) -> Command:
    """A command from our own page, with an id of ours."""
    wish = msgspec.json.decode(body, type=dict[str, msgspec.Raw])
    wish["id"] = msgspec.Raw(msgspec.json.encode(new_command_id()))
    return COMMAND.decode(msgspec.json.encode(wish))
