"""``GET /api/words/{language}``: the words of a language that the hall has added; open to all."""

from collections.abc import Mapping

import msgspec
from aiohttp import web

from hallctl.core.languages import Language
from hallctl.web import answers


class WordsApi:
    """Screens and phones ask for what they have no words of their own for."""

    def __init__(self, languages: Mapping[str, Language]) -> None:
        self._languages = {code: msgspec.json.encode(one) for code, one in languages.items()}

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the address."""
        router.add_get("/api/words/{language}", self.get)

    async def get(self, request: web.Request) -> web.Response:
        """The language's sentences, or 404."""
        words = self._languages.get(request.match_info["language"])
        return answers.not_found("language") if words is None else answers.json_response(words)
