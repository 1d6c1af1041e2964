"""A controller at work: held, assembled, served, announced, and stopped in good order."""

import asyncio
import gc
import logging
import signal
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import NamedTuple

from hallctl import last_settings
from hallctl.assemble import Assembly, assemble
from hallctl.backup.schedule import backing_up
from hallctl.controller import Clock
from hallctl.core.plan import Plan
from hallctl.habits import kept
from hallctl.hall_directory import HallDirectory
from hallctl.machine.discovery import EVERY_INTERFACE
from hallctl.machine.service_manager import watched
from hallctl.running.changed_by_hand import keep_taking_up
from hallctl.running.encrypting import Encryption, encrypting
from hallctl.running.timetable import keep_timetable
from hallctl.settings import HallSettings
from hallctl.standby.door import StandbyDoor
from hallctl.standby.epochs import epoch_of
from hallctl.standby.telling_the_old import telling_the_old
from hallctl.standby.waiting import Waiting, has_standby
from hallctl.web.addresses import Addresses, Listens, reached
from hallctl.web.door.fence import refuse_if_fenced
from hallctl.web.serving import Listening, application, serving

log = logging.getLogger(__name__)


class How(NamedTuple):
    """``tls`` None encrypts as hall.toml says; ``own_port`` 0 picks a free one beside TLS.

    ``given`` are the settings of the server that were named when it was started, whatever its file says.
    """

    tls: bool | None = None
    own_port: int = 0
    given: frozenset[str] = frozenset()


AS_WRITTEN = How()


class Asked(NamedTuple):
    """Where to serve, and how; ``fault`` is why it isn't where the file says."""

    host: str
    port: int
    how: How = AS_WRITTEN
    fault: str = ""


@asynccontextmanager
async def running(
    settings: HallSettings, host: str, port: int, clock: Clock | None = None, how: How = AS_WRITTEN
) -> AsyncIterator[Assembly]:
    """Serve the hall while inside; its URL is in ``run/address``.

    Raises JournalError, HallBusyError or OSError when it cannot begin.
    """
    directory = HallDirectory(settings.directory)
    with directory.held():
        directory.refuse_if_copy()
        directory.withdraw()
        assembly = assemble(settings, clock)
        if threading.current_thread() is threading.main_thread():
            gc.collect()
            gc.freeze()  # what a hall has at its start lives as long as it does
        try:
            refuse_if_fenced(directory.fenced, assembly.controller.hall.epoch)
            async with (
                encrypting(settings, wanted=_encrypts(settings, host, how.tls)) as encryption,
                _served(
                    assembly, settings, _listening(settings, host, port, encryption), how
                ) as own,
                _habits(assembly, settings, directory),
            ):
                assembly.stations.pairing.tell_authority(encryption.fingerprint)
                directory.announce(own)
                if not settings.mistake:
                    await last_settings.keep(settings)
                yield assembly
        finally:
            directory.withdraw()
            await assembly.close()


@asynccontextmanager
async def _served(
    assembly: Assembly, settings: HallSettings, listening: Listening, how: How
) -> AsyncIterator[str]:
    """Commands are taken in while inside; gives where this machine's own verbs find the hall."""
    app = application(assembly.doors)
    StandbyDoor(settings, assembly.controller, assembly.house.tokens).add_to(app.router)
    host, is_encrypted = listening.host, listening.tls is not None
    async with serving(app, assembly.doors, listening._replace(own_port=how.own_port)) as ports:
        at, addresses = (
            Listens(host, ports.lan, ports.public, is_encrypted),
            assembly.house.addresses,
        )
        addresses.at, addresses.given = at, how.given
        addresses.station_url, addresses.public_url = reached(at, settings.server)
        yield f"http://{_own(host, is_encrypted=is_encrypted)}:{ports.own}"


@asynccontextmanager
async def _habits(
    assembly: Assembly, settings: HallSettings, directory: HallDirectory
) -> AsyncIterator[None]:
    """What the hall does by itself while inside: it forgets, backs up, signs, tells others."""
    async with (
        _forgetting(assembly),
        backing_up(settings, assembly.backups),
        kept(assembly.kept.signing.signer.keep_signing(), assembly.checkpoints.keep_making()),
        assembly.going_out.kept(),
        telling_the_old(directory, assembly.controller.hall),
    ):
        yield


def _own(host: str, *, is_encrypted: bool) -> str:
    """Where this machine's own verbs find the hall: beside TLS, on the loopback."""
    return "127.0.0.1" if is_encrypted or host in EVERY_INTERFACE else host


@asynccontextmanager
async def _forgetting(assembly: Assembly) -> AsyncIterator[None]:
    """Personal data go on schedule while inside."""
    await assembly.kept.complaints.settle()
    await assembly.kept.appointments.settle()
    async with kept(assembly.kept.sweeper.keep_sweeping(), keep_taking_up(assembly.live)):
        yield


class Ending(NamedTuple):
    """Why serving ended: a failure, or nothing; where it listened, and whether it is to begin again."""

    failure: str
    port: int
    begins_again: bool


async def serve(
    settings: HallSettings, asked: Asked, clock: Clock | None = None, *, has_begun: bool = False
) -> Ending:
    """Serve until told to stop, or to begin again with the settings as they are then.

    ``has_begun`` says that it has only begun again, and is the hall for certain.
    """
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for wish in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(wish, stop.set)
    host, is_encrypted = asked.host, _encrypts(settings, asked.host, asked.how.tls)
    port = asked.port if has_begun else await _known_as_hall(settings, asked, stop)
    if stop.is_set():
        return Ending("", port, begins_again=False)
    async with running(settings, host, port, clock, asked.how) as assembly:
        assembly.house.addresses.fault = asked.fault
        url = HallDirectory(settings.directory).address.read_text().strip()
        hall = settings.plan.hall.vi
        log.warning("%s accepts commands at %s%s", hall, url, _for_others(assembly.house.addresses))
        # Multicast DNS takes long to load, and whoever presses need not wait for it.
        from hallctl.running.announcing import Announced, announce  # noqa: PLC0415

        controller, plan = assembly.controller, settings.plan
        where = Announced(assembly.house.addresses.port, host, tls=is_encrypted)
        async with (
            announce(hall, where) as announcement,
            watched(lambda: not controller.failure),
        ):
            assembly.live.followers.append(lambda: announcement.call_it(plan.hall.vi))
            await _keep_until(assembly, plan, stop)
        return Ending(
            str(controller.failure or ""),
            assembly.house.addresses.port,
            begins_again=assembly.renewal.is_set() and not stop.is_set(),
        )


async def _keep_until(assembly: Assembly, plan: Plan, stop: asyncio.Event) -> None:
    """Keep the timetable until there is a reason to end; whatever it fails by is raised."""
    timetable = asyncio.create_task(keep_timetable(assembly.controller, plan))
    reasons = (stop, assembly.controller.stopped, assembly.renewal)
    stops = [asyncio.create_task(one.wait()) for one in reasons]
    await asyncio.wait([*stops, timetable], return_when=asyncio.FIRST_COMPLETED)
    for task in (*stops, timetable):
        task.cancel()
    ends = await asyncio.gather(timetable, *stops, return_exceptions=True)
    if isinstance(ends[0], Exception):
        raise ends[0]


async def _known_as_hall(settings: HallSettings, asked: Asked, stop: asyncio.Event) -> int:
    """Wait for the word of a standby, where there has been one; gives the port."""
    home = HallDirectory(settings.directory)
    if not has_standby(home):
        return asked.port
    refuse_if_fenced(home.fenced, epoch_of(home.journal))
    wanted = _encrypts(settings, asked.host, asked.how.tls)
    with home.held():
        async with encrypting(settings, wanted=wanted) as encryption, watched(lambda: True):
            own = _own(asked.host, is_encrypted=wanted)
            waiting = Waiting(home, lambda port: home.announce(f"http://{own}:{port}"))
            try:
                return await waiting.wait(
                    Listening(asked.host, asked.port, encryption.context), stop
                )
            finally:
                home.withdraw()


def _encrypts(settings: HallSettings, host: str, tls: bool | None) -> bool:
    """As it was asked for, else as hall.toml says, else wherever others can listen in."""
    return settings.server.encrypts(host) if tls is None else tls


def _listening(settings: HallSettings, host: str, port: int, encryption: Encryption) -> Listening:
    wanted = settings.server.public_http_port
    public = None
    if wanted:
        public = wanted if port else 0  # port 0 asks for free ones, for phones too
    return Listening(host, port, encryption.context, public if encryption.context else None)


def _for_others(addresses: Addresses) -> str:
    """Where stations, browsers and phones come to: the first address is this machine's alone."""
    phones = addresses.public_url
    words = f"; stations and browsers come to {addresses.station_url}"
    return words if phones == addresses.station_url else f"{words}, phones to {phones}"
