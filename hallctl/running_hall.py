"""The hall that runs on this machine, asked and told in the name of its admin token."""

import json
from typing import Any, NamedTuple
from urllib.error import HTTPError, URLError
from urllib.request import ProxyHandler, Request, build_opener

from hallctl.command_ids import new_command_id
from hallctl.hall_directory import HallDirectory

PATIENCE_S = 10.0
SETTINGS = "hall.toml"
JSON = "application/json"
A_COMMAND = 'a command is a JSON object, such as {"type": "OpenDay"}'


class HallUnreachableError(Exception):
    """No controller answers for that hall directory."""


class Told(NamedTuple):
    """The controller's answer, as it came."""

    text: str
    is_granted: bool


def ask_health(hall: HallDirectory) -> dict[str, Any]:
    """What ``/api/health`` says. Raises :class:`HallUnreachableError`."""
    return _read(hall, "/api/health")


def ask_view(hall: HallDirectory, kind: str) -> dict[str, Any]:
    """A view, once. Raises :class:`HallUnreachableError`."""
    return _read(hall, f"/api/views/{kind}")


def send_command(hall: HallDirectory, command: str) -> Told:
    """Send one command, given an id if it has none.

    Raises ValueError when it is no JSON object, :class:`HallUnreachableError` when nobody answers.
    """
    try:
        wish = json.loads(command)
    except ValueError as error:
        raise ValueError(f"{A_COMMAND}; this is no JSON: {error}") from error
    if not isinstance(wish, dict):
        raise ValueError(A_COMMAND)  # noqa: TRY004 - what the caller typed
    wish.setdefault("id", str(new_command_id()))
    return ask_hall(hall, "POST", "/api/commands", wish)


def ask_hall(hall: HallDirectory, method: str, path: str, body: object = None) -> Told:
    """Ask the running controller anything. Raises :class:`HallUnreachableError`."""
    sent = None if body is None else json.dumps(body).encode()
    return _ask_as_admin(hall, method, path, sent)


def send_file(hall: HallDirectory, path: str, body: bytes, media_type: str) -> Told:
    """Hand the running controller a file. Raises :class:`HallUnreachableError`."""
    return _ask_as_admin(hall, "POST", path, body, media_type)


def _read(hall: HallDirectory, path: str) -> dict[str, Any]:
    """What anybody may see, in nobody's name."""
    return dict(json.loads(_ask(hall, Request(f"{_url(hall)}{path}")).text))  # noqa: S310 - our own address


def _ask_as_admin(
    hall: HallDirectory, method: str, path: str, body: bytes | None, media_type: str = JSON
) -> Told:
    url = f"{_url(hall)}{path}"
    token = hall.admin_token.read_text().strip() if hall.admin_token.exists() else ""
    headers = {"Authorization": f"Bearer {token}", "Content-Type": media_type}
    return _ask(hall, Request(url, body, headers, method=method))  # noqa: S310 - our own address


def _url(hall: HallDirectory) -> str:
    if not (hall.path / SETTINGS).exists():
        raise HallUnreachableError(
            f"{hall.path}: there is no {SETTINGS} here; say which hall: --hall DIR"
        )
    if not hall.address.exists() and hall.copy_of.exists():
        raise HallUnreachableError(
            f"{hall.path}: is a standby's copy of {hall.copy_of.read_text().strip()}; ask that one"
        )
    if not hall.address.exists():
        raise HallUnreachableError(
            f"{hall.path}: no controller is running; start it: hallctl serve {hall.path}"
        )
    return hall.address.read_text().strip()


def _ask(hall: HallDirectory, request: Request) -> Told:
    opener = build_opener(ProxyHandler({}))  # the hall is on this machine: no proxy between
    try:
        with opener.open(request, timeout=PATIENCE_S) as response:
            return Told(response.read().decode(), is_granted=True)
    except HTTPError as error:
        with error:
            return Told(error.read().decode(), is_granted=False)
    except (URLError, OSError) as error:
        raise HallUnreachableError(
            f"{hall.path}: the controller at {request.host} does not answer ({error})"
        ) from error
