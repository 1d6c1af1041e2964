"""A controller at work: held, assembled, served, announced, and stopped in good order."""

import asyncio
import gc
import logging
import signal
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import NamedTuple

import ifaddr

from hallctl.applicants.forgetting import keep_forgetting
from hallctl.assemble import Assembly, assemble
from hallctl.backup.schedule import backing_up
from hallctl.controller import Clock
from hallctl.discovery import EVERY_INTERFACE, announce
from hallctl.encrypting import Encryption, encrypting
from hallctl.hall_directory import HallDirectory
from hallctl.service_manager import watched
from hallctl.settings import HallSettings
from hallctl.standby.door import StandbyDoor
from hallctl.timetable import keep_timetable
from hallctl.web.fence import refuse_if_fenced
from hallctl.web.serving import Listening, Ports, application, serving

log = logging.getLogger(__name__)


@asynccontextmanager
async def running(
    settings: HallSettings, host: str, port: int, clock: Clock | None = None, *, tls: bool = False
) -> AsyncIterator[Assembly]:
    """Serve the hall while inside; its URL is in ``run/address``.

    Raises JournalError, HallBusyError or OSError when it cannot begin.
    """
    directory = HallDirectory(settings.directory)
    with directory.held():
        directory.withdraw()
        assembly = assemble(settings, clock)
        if threading.current_thread() is threading.main_thread():
            gc.collect()
            gc.freeze()  # what a hall has at its start lives as long as it does
        app = application(assembly.doors)
        StandbyDoor(settings, assembly.controller, assembly.tokens).add_to(app.router)
        try:
            refuse_if_fenced(directory.fenced, assembly.controller.hall.epoch)
            async with (
                encrypting(settings, wanted=tls or settings.server.tls) as encryption,
                serving(app, assembly.doors, _listening(settings, host, port, encryption)) as ports,
                _forgetting(assembly, settings),
                backing_up(settings),
                _sending(assembly),
                assembly.going_out.kept(),
            ):
                assembly.tell_authority(encryption.fingerprint)
                assembly.addresses.port = ports.lan
                assembly.addresses.public_url = settings.server.public_url or _for_phones(
                    _lan_address(host), ports, encryption
                )
                own = "127.0.0.1" if encryption.context or host in EVERY_INTERFACE else host
                directory.announce(f"http://{own}:{ports.own}")
                yield assembly
        finally:
            directory.withdraw()
            await assembly.controller.close()
            assembly.people.store.close()
            assembly.applicants.close()
            assembly.complaints.words.close()
            assembly.signatures.close()
            assembly.appointments.visitors.close()


@asynccontextmanager
async def _forgetting(assembly: Assembly, settings: HallSettings) -> AsyncIterator[None]:
    """Who handed a dossier in, and who complained, is forgotten on schedule while inside."""
    controller, keep_days = assembly.controller, settings.applicants.keep_days
    await assembly.complaints.settle()
    await assembly.appointments.settle()
    habits = (
        keep_forgetting(assembly.applicants, controller.hall, keep_days, controller.now),
        assembly.complaints.keep_forgetting(keep_days),
        assembly.appointments.keep_forgetting(),
    )
    tasks = [asyncio.create_task(habit) for habit in habits]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


@asynccontextmanager
async def _sending(assembly: Assembly) -> AsyncIterator[None]:
    """Notices leave, and sealed days are signed, while inside."""
    habits = (assembly.outbox.keep_sending(), assembly.signer.keep_signing())
    tasks = [asyncio.create_task(habit) for habit in habits]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


class Ending(NamedTuple):
    """Why serving ended: a failure, or nothing; where it listened, and whether it is to begin again."""

    failure: str
    port: int
    begins_again: bool


async def serve(
    settings: HallSettings, host: str, port: int, clock: Clock | None = None, *, tls: bool = False
) -> Ending:
    """Serve until told to stop, or to begin again with the settings as they are then."""
    asked = asyncio.Event()
    loop = asyncio.get_running_loop()
    for wish in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(wish, asked.set)
    is_encrypted = tls or settings.server.tls
    async with running(settings, host, port, clock, tls=tls) as assembly:
        url = HallDirectory(settings.directory).address.read_text().strip()
        log.warning("%s accepts commands at %s", settings.plan.hall.vi, url)
        hall = settings.plan.hall.vi
        controller = assembly.controller
        async with (
            announce(assembly.addresses.port, hall, host, tls=is_encrypted),
            watched(lambda: not controller.failure),
        ):
            timetable = asyncio.create_task(keep_timetable(controller, settings.plan))
            reasons = (asked, controller.stopped, assembly.renewal)
            stops = [asyncio.create_task(one.wait()) for one in reasons]
            await asyncio.wait([*stops, timetable], return_when=asyncio.FIRST_COMPLETED)
            for task in (*stops, timetable):
                task.cancel()
            ends = await asyncio.gather(timetable, *stops, return_exceptions=True)
        if isinstance(ends[0], Exception):
            raise ends[0]
        return Ending(
            str(controller.failure or ""),
            assembly.addresses.port,
            begins_again=assembly.renewal.is_set() and not asked.is_set(),
        )


def _listening(settings: HallSettings, host: str, port: int, encryption: Encryption) -> Listening:
    public = settings.server.public_http_port or None
    return Listening(host, port, encryption.context, public if encryption.context else None)


def _for_phones(host: str, ports: Ports, encryption: Encryption) -> str:
    if ports.public:
        return f"http://{host}:{ports.public}"
    return f"{'https' if encryption.context else 'http'}://{host}:{ports.lan}"


def _lan_address(host: str) -> str:
    if host not in EVERY_INTERFACE:
        return host
    every = [ip.ip for adapter in ifaddr.get_adapters() for ip in adapter.ips]
    lan = (ip for ip in every if isinstance(ip, str) and not ip.startswith("127."))
    return next(lan, "127.0.0.1")
