"""Reading what a form on our own pages sends: small, plain, with the key of its session."""

import hmac
from datetime import date
from urllib.parse import parse_qs

from aiohttp import web

from hallctl.people.sessions import Person
from hallctl.web.known.staff import is_from_here

URLENCODED = "application/x-www-form-urlencoded"
MOST_FIELDS, MOST_FROM_ANYBODY = 400, 30
"""A counter's form ticks its services, a calendar's has a line a day; whoever signs in sends few."""

Fields = dict[str, list[str]]


class BadFormError(web.HTTPBadRequest):
    """Not sent by a form of ours."""


async def form_of(request: web.Request, person: Person | None = None) -> dict[str, str]:
    """The fields by name, the last of each. Raises :class:`BadFormError` as :func:`fields_of` does."""
    fields = await fields_of(request, person.form_key if person else None)
    return {name: values[-1] for name, values in fields.items()}


async def fields_of(request: web.Request, form_key: str | None) -> Fields:
    """Everything sent, by name. Raises :class:`BadFormError` for anything our pages don't send.

    A form of somebody who is signed in carries their session's key.
    """
    if request.content_type != URLENCODED or not is_from_here(request):
        raise BadFormError
    try:
        text = (await request.read()).decode("ascii")
        most = MOST_FROM_ANYBODY if form_key is None else MOST_FIELDS
        fields = parse_qs(text, keep_blank_values=True, max_num_fields=most, errors="strict")
    except ValueError as error:
        raise BadFormError from error
    if form_key is not None:
        shown = fields.get("form_key", [""])[-1].encode(errors="replace")
        if not hmac.compare_digest(shown, form_key.encode()):
            raise BadFormError
    return fields


def day_in(written: str) -> date | None:
    """A day as forms and addresses write it, ``2026-11-23``; None for what is none."""
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None
