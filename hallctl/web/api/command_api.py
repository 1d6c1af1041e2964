"""``POST /api/commands``: one wish in, its facts or its refusal out."""

import msgspec
from aiohttp import web

from hallctl.controller import Controller
from hallctl.core.commands import AnyCommand, Command
from hallctl.web.door import answers
from hallctl.web.known.tokens import Tokens

COMMAND: msgspec.json.Decoder[Command] = msgspec.json.Decoder(AnyCommand)
GRANTED, REFUSED = 200, 409
UNREADABLE = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError)
"""No such command, letters that are no UTF-8, or brackets without end."""


class CommandApi:
    """Reads a command, hands it to the one writer, answers when the disk has it."""

    def __init__(self, controller: Controller, tokens: Tokens) -> None:
        self._controller = controller
        self._tokens = tokens

    async def post(self, request: web.Request) -> web.Response:
        """Answer one command."""
        actor = self._tokens.actor(request)
        if actor is None:
            return answers.unknown_token()
        try:
            command = COMMAND.decode(await request.read())
        except UNREADABLE as error:
            return answers.malformed(error)
        answer = await self._controller.submit(command, actor)
        return answers.json_response(answer.body, REFUSED if answer.is_refusal else GRANTED)
