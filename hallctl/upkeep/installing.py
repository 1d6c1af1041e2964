"""``hallctl install ROLE``: what a machine of that role needs, as steps that can be shown first.

Every step may be done again: installing anew is how a machine takes up a new release. Nothing is
overwritten that a technician has changed: what differs is kept beside the new file as ``.before``.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from string import Template
from typing import Literal, NamedTuple

from hallctl.upkeep.machine_steps import devices_open, fire_wall, log_kept, time_kept
from hallctl.upkeep.steps import TEMPLATES, Step, command, file

Role = Literal["controller", "standby", "kiosk", "board", "panel", "sign", "pad", "devices"]
STANDBY_HALL = Path("/var/lib/hall")
UNITS = Path("etc/systemd/system")
SCREENS: dict[str, str] = {
    "kiosk": "-m kiosk",
    "board": "-m hall_board",
    "panel": "-m counter_display panel",
    "sign": "-m counter_display sign",
    "pad": "-m rating_pad",
}
PACKAGES = ("cage", "xwayland", "seatd")
SERVICES = {"controller": "hallctl.service", "standby": "hallctl-standby.service"} | dict.fromkeys(
    SCREENS, "hall-screen.service"
)


class Place(NamedTuple):
    """What the units are to name."""

    hall: Path
    url: str = ""
    counter: str = ""
    user: str = "hall"
    python: str = sys.executable
    project: Path = Path(__file__).parents[2]
    token_file: Path | None = None
    authority: Path | None = None
    backups: str = ""
    """Where the hall's own backups go, if that lies outside of it."""
    ports: tuple[int, ...] = ()
    """Which ports the fire wall leaves open; none: there is no fire wall."""
    has_fire_wall: bool = False


def steps(role: Role, place: Place) -> Iterator[Step]:
    """What is to be done for that role, in order."""
    yield command(
        "an account that owns nothing but the hall",
        *("useradd", "--system", "--create-home", "--shell", "/usr/sbin/nologin", place.user),
        unless=f"user:{place.user}",
    )
    yield from time_kept()
    yield from log_kept()
    if role in SCREENS:
        yield command("a screen without a desktop", "apt-get", "install", "-y", *PACKAGES)
        yield command("no keys that start it anew", "systemctl", "mask", "ctrl-alt-del.target")
    if role in SCREENS or role == "devices":
        yield from devices_open()
    if place.has_fire_wall:
        yield from fire_wall(role, place.ports)
    yield from _what_it_owns(role, place)
    service = SERVICES.get(role, "hall-devices.service")
    yield _unit(service, role, place)
    yield command("systemd reads the new unit", "systemctl", "daemon-reload")
    if role == "controller":
        yield command(
            "it follows no other hall any more",
            *("systemctl", "disable", "--now", SERVICES["standby"]),
            unless=f"no:/{UNITS / SERVICES['standby']}",
        )
    yield command("it starts with the machine", "systemctl", "enable", service)
    yield command("and now", "systemctl", "restart", service)


def unit(name: str, role: Role, place: Place) -> str:
    """A unit file with this machine's names in it."""
    text = (TEMPLATES / name).read_text("utf-8")
    token = f" --token-file {_own_token(role, place)}" if place.token_file else ""
    return Template(text).substitute(
        user=place.user,
        hall=place.hall,
        url=place.url,
        python=place.python,
        project=place.project,
        program=SCREENS.get(role, ""),
        role=role,
        counter=f" --counter {place.counter}" if place.counter else "",
        token=token,
        backups=f" -{place.backups}" if place.backups else "",
    )


def _what_it_owns(role: Role, place: Place) -> Iterator[Step]:
    if role == "standby":
        yield _owned("where its copy lies", "-d", "-m", "700", str(place.hall), user=place.user)
    if role == "controller":
        yield command("the hall belongs to it", "chown", "-R", f"{place.user}:", str(place.hall))
        yield command("and to nobody else", "chmod", "700", str(place.hall))
        if place.backups:
            yield _owned("so do its backups", "-d", "-m", "700", place.backups, user=place.user)
    for source, target in _handed_over(role, place):
        yield _owned(f"its {target.name}", "-m", "600", str(source), str(target), user=place.user)


def _handed_over(role: Role, place: Place) -> Iterator[tuple[Path, Path]]:
    """The token, and the authority beside it, as they were copied from the hall."""
    if place.token_file is None:
        return
    token = _own_token(role, place)
    yield place.token_file, token
    if place.url.startswith("https://"):
        authority = place.authority or place.token_file.with_name("authority.pem")
        yield authority, token.with_name("authority.pem")


def _own_token(role: Role, place: Place) -> Path:
    return Path("/home") / place.user / f"{role}.token"


def _owned(says: str, *words: str, user: str) -> Step:
    return command(says, "install", "-o", user, "-g", user, *words)


def _unit(name: str, role: Role, place: Place) -> Step:
    return file(f"the service {name}", UNITS / name, unit(name, role, place))
