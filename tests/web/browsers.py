"""A browser without a window or scripts: cookies, forms and the headers that browsers send."""

import re
from html import unescape
from http.cookiejar import CookieJar
from typing import NamedTuple
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import (
    HTTPCookieProcessor,
    HTTPRedirectHandler,
    ProxyHandler,
    Request,
    build_opener,
)

PASSWORD = "Con mèo trèo cây cau"


class Page(NamedTuple):
    """What came back."""

    status: int
    path: str
    text: str
    headers: dict[str, str]
    body: bytes = b""

    @property
    def form_key(self) -> str:
        found = re.search(r'name="form_key" value="([^"]*)"', self.text)
        return unescape(found[1]) if found else ""


class _Stay(HTTPRedirectHandler):
    def redirect_request(self, *_arguments: object) -> None:
        return None


class Browser:
    """One person's browser; follows nothing by itself."""

    def __init__(self, port: int, scheme: str = "http") -> None:
        self.origin = f"{scheme}://127.0.0.1:{port}"
        self.cookies = CookieJar()
        self._opener = build_opener(ProxyHandler({}), HTTPCookieProcessor(self.cookies), _Stay())

    def get(self, path: str, **headers: str) -> Page:
        return self._ask(Request(self.origin + path, headers=headers))

    def post(self, path: str, form: dict[str, str], **headers: str) -> Page:
        """Send a form as a page of this hall does; ``Origin`` may say otherwise."""
        sent = {"Origin": self.origin} | headers
        body = urlencode(form).encode()
        return self._ask(Request(self.origin + path, body, sent))

    def post_json(self, path: str, body: bytes, **headers: str) -> Page:
        sent = {"Origin": self.origin, "Content-Type": "application/json"} | headers
        return self._ask(Request(self.origin + path, body, sent))

    def sign_in(self, account: str, password: str = PASSWORD, query: str = "") -> Page:
        return self.post(f"/login{query}", {"account": account, "password": password})

    def _ask(self, request: Request) -> Page:
        try:
            with self._opener.open(request, timeout=20) as answer:
                return _page(answer)
        except HTTPError as error:
            with error:
                return _page(error)


def _page(answer: object) -> Page:
    headers = {name.lower(): value for name, value in answer.headers.items()}  # type: ignore[attr-defined]
    status, location = answer.status, headers.get("location", "")  # type: ignore[attr-defined]
    body: bytes = answer.read()  # type: ignore[attr-defined]
    return Page(
        status, location, body.decode(errors="replace").replace("\u00a0", " "), headers, body
    )
