"""What ``read_hall`` gives: the plan, and beside it the hall's stations and its server."""

from ipaddress import ip_address
from pathlib import Path
from typing import Literal

import msgspec

from hallctl.core.plan import Plan
from hallctl.problems import Problem
from hallctl.settings.tables.report_mail import ReportMail
from hallctl.settings.tables.telling import Gateway, Mail
from hallctl.settings.tables.webhooks import Webhook

Role = Literal["kiosk", "counter", "board", "sign", "pad", "devices"]

ROLES: tuple[Role, ...] = ("kiosk", "counter", "board", "sign", "pad", "devices")
ROLES_AT_A_COUNTER: tuple[Role, ...] = ("counter", "sign", "pad")


class Station(msgspec.Struct, frozen=True, kw_only=True):
    """A screen or device machine on the LAN.

    ``printer`` is where it prints and on what (``hardware.printer.printer_address``), or empty for none.
    """

    name: str
    role: Role
    counter: str = ""
    printer: str = ""


class Server(msgspec.Struct, frozen=True, kw_only=True):
    """Where the controller listens, and the address citizens' phones reach it by.

    Port 0 picks a free one. ``public_url`` ends without a slash; empty means: as it listens.
    ``tls`` None encrypts wherever another machine can listen in. ``public_http_port`` opens plain
    HTTP for phones beside TLS; 0 opens none.
    """

    host: str = "127.0.0.1"
    port: int = 8080
    public_url: str = ""
    tls: bool | None = None
    public_http_port: int = 0
    behind_proxy: bool = False

    def encrypts(self, host: str) -> bool:
        """Whether it speaks TLS when it listens there."""
        return not is_loopback(host) if self.tls is None else self.tls


def is_loopback(host: str) -> bool:
    """Whether only this machine itself can reach that address."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


class ApplicantRules(msgspec.Struct, frozen=True, kw_only=True):
    """``[applicants]``: how long after its end it stays known whose dossier it was."""

    keep_days: int = 90


class Retention(msgspec.Struct, frozen=True, kw_only=True):
    """``[retention]``: how long it stays known who did what with personal data."""

    looks_days: int = 1095
    record_days: int = 1825


class Sessions(msgspec.Struct, frozen=True, kw_only=True):
    """How long somebody stays signed in on a page: unused, and at all."""

    idle_minutes: float = 30.0
    hours: float = 10.0


class Backup(msgspec.Struct, frozen=True, kw_only=True):
    """When the hall is backed up by itself, where to, for whom, and how many stay.

    ``to`` is a folder, from the hall directory on; empty backs nothing up.
    """

    to: str = ""
    at: str = "18:30"
    recipient: str = ""
    keep_days: int = 7
    keep_weeks: int = 5
    keep_months: int = 12


class HallSettings(msgspec.Struct, frozen=True, kw_only=True):
    """One hall directory, read and found in order."""

    directory: Path
    plan: Plan
    stations: tuple[Station, ...]
    server: Server
    applicants: ApplicantRules = ApplicantRules()
    retention: Retention = Retention()
    sessions: Sessions = Sessions()
    backup: Backup = Backup()
    mail: Mail = Mail()
    gateway: Gateway = Gateway()
    report_mails: tuple[ReportMail, ...] = ()
    webhooks: tuple[Webhook, ...] = ()
    written: bytes = b""
    """The file, as it was read."""
    mistake: Problem | None = None
    """Why the hall goes by these, and not by its file as it stands."""

    def station(self, name: str) -> Station | None:
        """The station of that name, or None."""
        return next((one for one in self.stations if one.name == name), None)
