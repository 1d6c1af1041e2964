"""Reading what a form on our own pages sends: small, plain, with the key of its session."""

import hmac
from urllib.parse import parse_qs

from aiohttp import web

from hallctl.people.sessions import Person
from hallctl.web.staff import is_from_here

URLENCODED = "application/x-www-form-urlencoded"
MOST_FIELDS = 30


class BadFormError(web.HTTPBadRequest):
    """Not sent by a form of ours."""


async def form_of(request: web.Request, person: Person | None = None) -> dict[str, str]:
    """The fields by name. Raises :class:`BadFormError` for anything our pages don't send.

    A form of somebody who is signed in carries their session's key.
    """
    if request.content_type != URLENCODED or not is_from_here(request):
        raise BadFormError
    try:
        text = (await request.read()).decode("ascii")
        fields = parse_qs(text, keep_blank_values=True, max_num_fields=MOST_FIELDS, errors="strict")
    except ValueError as error:
        raise BadFormError from error
    form = {name: values[-1] for name, values in fields.items()}
    if person is not None:
        shown = form.get("form_key", "").encode(errors="replace")
        if not hmac.compare_digest(shown, person.form_key.encode()):
            raise BadFormError
    return form
