"""The server: routes to their handlers, started and stopped as one."""

import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from ssl import SSLContext
from typing import NamedTuple, Protocol

import msgspec
from aiohttp import web

from hallctl import __version__
from hallctl.controller import Controller, HallStoppedError, UndecidedError
from hallctl.core.drawing.run_drawing import missing_items
from hallctl.habits import Habit, again_and_again, kept
from hallctl.ledger.clerk import Clerk
from hallctl.web.api.view_api import ViewApi
from hallctl.web.door import answers
from hallctl.web.door.capped import CappedSite, Caps, most_connections
from hallctl.web.door.edge import Edge, is_caller_s_fault, strict_headers
from hallctl.web.door.fence import Fence
from hallctl.web.door.passing_over import PassingOver
from hallctl.web.door.public_door import PublicDoor
from hallctl.web.fan_out import CATCH_UP_S, FanOut
from hallctl.web.known.staff import Staff
from hallctl.web.known.watching import watching
from hallctl.web.ledger_reader import LedgerReader
from hallctl.web.openapi import Health, openapi
from hallctl.web.site.kindly import Kindly

log = logging.getLogger(__name__)
logging.getLogger("aiohttp.server").addFilter(lambda line: not is_caller_s_fault(line))

REFRESH_S = 5.0
BACKLOG = 1024
KEEP_ALIVE_S = 120.0
"""An answered connection that asks nothing more is closed after so long."""
LARGEST_REQUEST = 64 * 1024

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Part(Protocol):
    """Some addresses of the hall and who answers there."""

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the addresses."""


class Doors(NamedTuple):
    """Everything the server opens onto."""

    controller: Controller
    views: ViewApi
    fan_out: FanOut
    ledgers: tuple[LedgerReader, ...]
    clerks: tuple[Clerk, ...]
    staff: Staff
    public: PublicDoor
    edge: Edge
    fence: Fence
    passing_over: PassingOver
    kindly: Kindly
    habits: tuple[Callable[[], Awaitable[object]], ...] = ()
    """What is done at once, and again with every refresh."""
    sound_faults: Callable[[], int] = lambda: 0
    settings_mistake: Callable[[], str] = lambda: ""
    parts: tuple[Part, ...] = ()
    """Who answers where; a later one gets what the earlier ones leave."""


def application(doors: Doors) -> web.Application:
    """The aiohttp application of one hall."""
    app = web.Application(
        client_max_size=LARGEST_REQUEST,
        middlewares=[
            _in_json,  # outermost: a body that is too long is found out at the edge
            doors.edge.middleware,
            doors.kindly.middleware,
            doors.public.middleware,
            doors.fence.middleware,
            doors.passing_over.middleware,
        ],
    )

    async def health(_request: web.Request) -> web.Response:
        return answers.json_response(msgspec.json.encode(_health(doors)))

    async def describe(_request: web.Request) -> web.Response:
        return answers.json_response(openapi())

    app.router.add_get("/api/health", health)
    app.router.add_get("/api/openapi.json", describe)
    for part in doors.parts:
        part.add_to(app.router)
    app.on_shutdown.append(doors.views.hang_up)
    app.on_cleanup.append(lambda _app: _close(doors))
    app.on_cleanup.append(doors.staff.settled)
    app.on_response_prepare.append(strict_headers)
    app.cleanup_ctx.append(watching(doors.staff.people.store, doors.views.turn_out))
    return app


class Listening(NamedTuple):
    """Where to listen. With TLS there is a plain door for this machine itself beside it."""

    host: str
    port: int
    tls: SSLContext | None = None
    public_port: int | None = None
    """Plain HTTP for phones, beside TLS; 0 picks a free one."""
    own_port: int = 0
    """Plain HTTP for this machine itself, beside TLS; 0 picks a free one."""


class Ports(NamedTuple):
    """Where it listens now: for stations, for this machine itself, for phones over plain HTTP."""

    lan: int
    own: int
    public: int = 0


@asynccontextmanager
async def serving(app: web.Application, doors: Doors, listening: Listening) -> AsyncIterator[Ports]:
    """Serve while inside. Raises OSError when it cannot listen there."""
    fan_out = doors.fan_out
    runner = web.AppRunner(
        app,
        access_log=None,
        handle_signals=False,
        shutdown_timeout=1.0,
        keepalive_timeout=KEEP_ALIVE_S,
    )
    await runner.setup()
    try:
        ports = await listen(runner, listening)
        doors.public.port = ports.public
        habits = [_again(REFRESH_S, act) for act in (fan_out.refresh, *doors.habits)]
        habits.append(_again(CATCH_UP_S, fan_out.catch_up))
        if runner.server is not None:
            Caps(most_connections()).watch(runner.server)
            habits.append(doors.edge.slow_callers.watch(runner.server))
        async with kept(*habits):
            yield ports
    finally:
        await runner.cleanup()


async def listen(runner: web.AppRunner, listening: Listening) -> Ports:
    """Open its doors. Raises OSError when it cannot."""
    host, tls = listening.host, listening.tls
    await CappedSite(runner, host, listening.port, ssl_context=tls, backlog=BACKLOG).start()
    if tls is None:
        port = runner.addresses[0][1]
        return Ports(port, port)
    await CappedSite(runner, "127.0.0.1", listening.own_port).start()
    if listening.public_port is None:
        lan, own = (address[1] for address in runner.addresses)
        return Ports(lan, own)
    await CappedSite(runner, host, listening.public_port, backlog=BACKLOG).start()
    lan, own, public = (address[1] for address in runner.addresses)
    return Ports(lan, own, public)


async def _close(doors: Doors) -> None:
    for clerk in doors.clerks:
        await clerk.close()
    for ledger in doors.ledgers:
        ledger.close()


def _again(every_s: float, act: Callable[[], Awaitable[object]]) -> Habit:
    trouble = "views, or what they show, could not be refreshed"
    return again_and_again(every_s, act, trouble, until=(HallStoppedError,))


def _health(doors: Doors) -> Health:
    hall = doors.controller.hall
    day = hall.business_day if hall.is_open else None
    return Health(
        status="stopping" if doors.controller.failure else "ok",
        version=__version__,
        journal_number=hall.journal_number,
        business_day=day.isoformat() if day else None,
        stations=doors.fan_out.listening,
        epoch=hall.epoch,
        notices_waiting=hall.office.notices.waiting(),
        sound_faults=doors.sound_faults(),
        settings_mistake=doors.settings_mistake(),
        dossiers_missing=sum(1 for _ in missing_items(hall, doors.controller.now())),
    )


@web.middleware
async def _in_json(request: web.Request, handler: Handler) -> web.StreamResponse:
    """The API answers in JSON even where the server itself says no (404, 405, 413, 500, 503)."""
    try:
        return await handler(request)
    except HallStoppedError as stopped:
        return answers.hall_stopping(str(stopped))
    except UndecidedError:
        return answers.undecided()
    except web.HTTPException as error:
        if error.status < 400 or not request.path.startswith("/api/"):
            raise
        body = {"refused": error.reason.lower().replace(" ", "_"), "details": {}}
        return answers.json_response(msgspec.json.encode(body), error.status)
