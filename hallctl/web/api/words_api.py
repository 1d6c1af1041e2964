"""``GET /api/words/{language}``: the words of a language that the hall has added; open to all."""

import msgspec
from aiohttp import web

from hallctl.core.plan import Plan
from hallctl.web.door import answers


class WordsApi:
    """Screens and phones ask for what they have no words of their own for."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the address."""
        router.add_get("/api/words/{language}", self.get)

    async def get(self, request: web.Request) -> web.Response:
        """The language's sentences, or 404."""
        words = self._plan.languages.get(request.match_info["language"])
        if words is None:
            return answers.not_found("language")
        return answers.json_response(msgspec.json.encode(words))
