"""Which language a reader is spoken to in, and that whoever chooses one keeps it."""

from aiohttp import web

from hallctl.web.pages.lexicon import page_language

REMEMBERED = "lang"
A_YEAR_S = 365 * 86_400


def language_of(request: web.Request) -> str:
    """As asked for, else as asked for last time, else Vietnamese."""
    return page_language(request.query.get(REMEMBERED, ""), request.cookies.get(REMEMBERED, ""))


def keep_language(request: web.Request, response: web.StreamResponse, language: str) -> None:
    """Remember a language that was asked for."""
    if request.query.get(REMEMBERED) == language:
        response.set_cookie(REMEMBERED, language, max_age=A_YEAR_S, samesite="Lax", httponly=True)
