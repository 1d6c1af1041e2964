"""A machine without a hall: the guide is served until its technician has made one."""

import asyncio
import shutil
import signal
import tempfile
import tomllib
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import msgspec
from aiohttp import web

from hallctl import samples
from hallctl.certificates.authority import utc_now
from hallctl.certificates.keeping import Certificates
from hallctl.core.permissions import Role
from hallctl.core.plan import Service, Words
from hallctl.hall_directory import HallDirectory
from hallctl.machine.clock import SystemClock
from hallctl.people import record, sessions
from hallctl.people.accounts import Account, AccountError
from hallctl.people.house import open_people
from hallctl.people.record import Kind, Line
from hallctl.people.registry import SecretRefusedError
from hallctl.people.secret_rules import wrong_with_password
from hallctl.samples import CATALOGUE_NAME, Sample
from hallctl.settings import FILE_NAME, Problem, SettingsError, read_hall
from hallctl.settings.changing.beginning import first_catalogue, first_settings
from hallctl.web.addresses import lan_address
from hallctl.web.first_run.door import GuideDoor
from hallctl.web.first_run.guide_pages import (
    CannotBeginError,
    FirstAdministrator,
    GuidePages,
    Making,
)
from hallctl.web.first_run.steps import Draft, Offer
from hallctl.web.pages import Pages

KINDS: tuple[Sample, ...] = ("commune", "province")
OWN_MACHINE = "127.0.0.1"
SHOWN_S = 0.5
"""The last page is on its way before the guide makes room for the hall."""
BY = "guide"


async def first_run(directory: Path, host: str, port: int, say: Callable[[str], None]) -> int:
    """Serve the guide there until the hall is made; gives the port, or 0 when told to stop.

    ``say`` tells the console where it is, and each new code. Raises OSError when it cannot listen.
    """
    made, asked = asyncio.Event(), asyncio.Event()
    loop = asyncio.get_running_loop()
    for wish in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(wish, asked.set)
    runner = web.AppRunner(web.Application(), access_log=None, handle_signals=False)
    door = GuideDoor(lambda code: say(f"  code {code[:4]} {code[4:]}"))
    pages = Pages(lambda _key: None)
    making = Making(offers(), problems, maker(directory), made.set)
    pages.add_to(runner.app.router)
    GuidePages(pages, door, making).add_to(runner.app.router)
    await runner.setup()
    try:
        await web.TCPSite(runner, host or OWN_MACHINE, port).start()
        found = int(runner.addresses[0][1])
        say(
            f"{directory} is no hall yet. Open http://{lan_address(host or OWN_MACHINE)}:{found}/guide"
        )
        door.begin()
        ends = [asyncio.create_task(one.wait()) for one in (made, asked)]
        await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
        await asyncio.sleep(SHOWN_S if made.is_set() else 0)
        for end in ends:
            end.cancel()
    finally:
        await runner.cleanup()
    return found if made.is_set() and not asked.is_set() else 0


def offers() -> dict[str, Offer]:
    """The kinds of halls to begin with."""
    return {kind: _offer(kind) for kind in KINDS}


def problems(draft: Draft) -> tuple[Problem, ...]:
    """What would be wrong with the hall that was answered so far."""
    with tempfile.TemporaryDirectory() as folder:
        _write(Path(folder), draft)
        try:
            read_hall(Path(folder))
        except SettingsError as error:
            return tuple(error.problems)
    return ()


def maker(directory: Path) -> Callable[[Draft, FirstAdministrator, str], str]:
    """Makes the hall there, whole or not at all; gives the administrator's session."""

    def make(draft: Draft, first: FirstAdministrator, address: str) -> str:
        if rule := wrong_with_password(first.password, first.account):
            raise CannotBeginError(rule)
        if found := problems(draft):
            raise CannotBeginError("settings", found)
        draft_of_it = directory.with_name(f".{directory.name}.new")
        shutil.rmtree(draft_of_it, ignore_errors=True)
        try:
            draft_of_it.mkdir(parents=True)
            _write(draft_of_it, draft)
            token = _let_in(HallDirectory(draft_of_it), first, address)
            Certificates(draft_of_it / "secrets", draft.begun.name.vi).authority(utc_now())
            _become(draft_of_it, directory)
        except OSError as error:
            raise CannotBeginError("disk") from error
        finally:
            shutil.rmtree(draft_of_it, ignore_errors=True)
        return token

    return make


def _offer(kind: Sample) -> Offer:
    raw = tomllib.loads(_sample(f"{kind}.toml"))
    name, authority = (msgspec.convert(raw["hall"][one], Words) for one in ("name", "authority"))
    return Offer(name, authority, tuple(msgspec.convert(one, Service) for one in raw["service"]))


def _write(folder: Path, draft: Draft) -> None:
    (folder / FILE_NAME).write_text(first_settings(_sample(f"{draft.kind}.toml"), draft.begun))
    catalogue = first_catalogue(_sample(f"{draft.kind}.csv"), draft.begun.letters)
    (folder / CATALOGUE_NAME).write_text(catalogue, "utf-8")


def _sample(name: str) -> str:
    return (files(samples) / name).read_text("utf-8")


def _let_in(home: HallDirectory, first: FirstAdministrator, address: str) -> str:
    at = SystemClock("UTC").now()
    people = open_people(home)
    new = Account(account=first.account, name=first.name, role=Role.ADMINISTRATOR)
    try:
        people.registry.add(new, BY, at)
        people.registry.choose_password(first.account, first.password, at)
        with people.store.writing() as database:
            record.note(database, Line(at, Kind.SIGNED_IN, first.account, address, BY))
            return sessions.begin(database, first.account, address, at)
    except (AccountError, SecretRefusedError) as error:
        raise CannotBeginError("account") from error
    finally:
        people.store.close()


def _become(made: Path, directory: Path) -> None:
    """One by one, the settings last: without them it is no hall."""
    directory.mkdir(parents=True, exist_ok=True)
    for one in sorted(made.iterdir(), key=lambda file: file.name == FILE_NAME):
        shutil.move(one, directory / one.name)
