"""Reading files that a form of ours sends, of a size that is known before."""

import asyncio
import hmac
from collections.abc import AsyncIterator
from typing import NamedTuple

from aiohttp import web
from aiohttp.multipart import BodyPartReader

from hallctl.web.door.edge import is_upload
from hallctl.web.door.forms_in import BadFormError
from hallctl.web.known.staff import is_from_here

SLOWEST_S = 120.0
LONGEST_FIELD = 4096
MOST_PARTS = 20


class FileTooLargeError(Exception):
    """The file is larger than its form takes."""


class Sent(NamedTuple):
    """The form's fields, and its file: the name it had, and its bytes; empty where none was chosen."""

    fields: dict[str, str]
    name: str
    content: bytes


class ManySent(NamedTuple):
    """The form's fields, and its files that are not empty: their names and bytes."""

    fields: dict[str, str]
    files: list[tuple[str, bytes]]


async def file_of(request: web.Request, form_key: str, most: int) -> Sent:
    """What was sent. Raises :class:`BadFormError`, :class:`FileTooLargeError`."""
    sent = await files_of(request, form_key, (most, MOST_PARTS))
    name, content = sent.files[-1] if sent.files else ("", b"")
    return Sent(sent.fields, name, content)


async def files_of(request: web.Request, form_key: str, most: tuple[int, int]) -> ManySent:
    """Every file of a form; ``most`` bytes a file, and parts in all.

    Raises :class:`BadFormError`, :class:`FileTooLargeError`.
    """
    if not is_upload(request) or not is_from_here(request):
        raise BadFormError
    fields: dict[str, str] = {}
    files: list[tuple[str, bytes]] = []
    try:
        async with asyncio.timeout(SLOWEST_S):
            async for part in _parts(request, most[1]):
                if part.filename is None:
                    fields[part.name or ""] = (await _read(part, LONGEST_FIELD)).decode()
                elif content := await _read(part, most[0]):
                    files.append((part.filename, content))
    except (ValueError, TimeoutError) as error:
        raise BadFormError from error
    shown = fields.get("form_key", "").encode(errors="replace")
    if not hmac.compare_digest(shown, form_key.encode()):
        raise BadFormError
    return ManySent(fields, files)


async def _parts(request: web.Request, most: int) -> AsyncIterator[BodyPartReader]:
    reader = await request.multipart()
    for _ in range(most):
        part = await reader.next()
        if part is None:
            return
        if not isinstance(part, BodyPartReader):
            raise BadFormError
        yield part


async def _read(part: BodyPartReader, most: int) -> bytes:
    found = bytearray()
    while chunk := await part.read_chunk():
        found += chunk
        if len(found) > most:
            raise FileTooLargeError
    return bytes(found)
