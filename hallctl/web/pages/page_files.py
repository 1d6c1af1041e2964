"""The files a page needs: style, script, words, type, icon. Read once, packed once, cached long.

Their addresses carry a version made from their content, so a phone never asks twice and never
keeps an old one. Be Vietnam Pro in two weights is 110 kB packed, once; Inter would be four times
that, so numbers are set in Be Vietnam Pro too (none of them ticks, so nothing jumps).
"""

import gzip
from functools import cache, cached_property
from hashlib import sha256
from pathlib import Path

import fontpkg_be_vietnam_pro
from aiohttp import hdrs, web
from lucide.jinja import lucide

HERE = Path(__file__).parents[1] / "static"
EMBLEM = Path(__file__).parents[2] / "station" / "kit" / "Kit" / "emblem.svg"
FONTS = Path(fontpkg_be_vietnam_pro.ROOT) / "files"
WEIGHTS = ("Medium", "Bold")
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
}
STRICT = {
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, nofollow",
}
"""For every answer a browser gets here."""
UNKEPT = STRICT | {"Cache-Control": "no-store"}
"""For what no browser may keep a copy of."""
NOTHING = {"Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'"}
FOR_A_YEAR = {"Cache-Control": "public, max-age=31536000, immutable", "Vary": "Accept-Encoding"}
NAVY, WHITE = "#07294A", "#FFFFFF"


class PageFile:
    """One file, plain and packed."""

    def __init__(self, media_type: str, plain: bytes) -> None:
        self.media_type = media_type
        self.plain = plain

    @cached_property
    def packed(self) -> bytes:
        """Packed when it is first asked for: a start need not wait for all of them."""
        return gzip.compress(self.plain, 9, mtime=0)


class PageFiles:
    """Serves the files under ``/static/<version>/``."""

    def __init__(self) -> None:
        contents = _contents()
        digest = sha256()
        for name, content in sorted(contents.items()):
            digest.update(name.encode() + b"\0" + content + b"\0")
        self.version = digest.hexdigest()[:12]
        self.files = {
            name: PageFile(TYPES[Path(name).suffix], content) for name, content in contents.items()
        }

    def address(self, name: str, root: str = "../") -> str:
        """Where a page finds the file, by its way up to the root. Raises KeyError where there is none."""
        self.files[name]
        return f"{root}static/{self.version}/{name}"

    async def get(self, request: web.Request) -> web.Response:
        """One file; 404 for a name or a version that is not here."""
        file = self.files.get(request.match_info["name"])
        if file is None or request.match_info["version"] != self.version:
            return web.Response(
                status=404,
                text="not found",
                headers=STRICT | NOTHING | {"Cache-Control": "no-store"},
            )
        headers = STRICT | NOTHING | FOR_A_YEAR | {hdrs.CONTENT_TYPE: file.media_type}
        if "gzip" in request.headers.get(hdrs.ACCEPT_ENCODING, ""):
            headers[hdrs.CONTENT_ENCODING] = "gzip"
            return web.Response(body=file.packed, headers=headers)
        return web.Response(body=file.plain, headers=headers)


@cache
def page_files() -> PageFiles:
    """They are the same for every hall: read and packed once, also for one that begins again."""
    return PageFiles()


def _contents() -> dict[str, bytes]:
    own = {file.name: file.read_bytes() for file in HERE.iterdir() if file.suffix in TYPES}
    fonts = {
        f"words-{weight.lower()}.ttf": (FONTS / f"BeVietnamPro-{weight}.ttf").read_bytes()
        for weight in WEIGHTS
    }
    return own | fonts | {"icon.svg": _icon(), "emblem.svg": EMBLEM.read_bytes()}


def _icon() -> bytes:
    drawing = lucide("ticket", size=20, x=6, y=6, stroke=WHITE)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">'
        f'<rect width="32" height="32" rx="7" fill="{NAVY}"/>{drawing}</svg>'
    ).encode()
