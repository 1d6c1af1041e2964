"""The hall directory on disk: where its journal, its secrets and its running state live."""

import base64
import fcntl
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hallctl.machine.whole_files import OWNER_ONLY, put_whole

JOURNAL = "hall.db"
PEOPLE = "people.db"


class HallBusyError(Exception):
    """Another controller is writing in that hall directory."""


class HallDirectory:
    """One hall's files. Nothing is made until it is asked for."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.journal = path / JOURNAL
        self.applicants = path / "applicants.db"
        self.people = path / PEOPLE
        self.complaints = path / "complaints.db"
        self.signatures = path / "signatures.db"
        self.appointments = path / "appointments.db"
        self.report_letters = path / "report-letters.db"
        self.api_tokens = path / "api-tokens.db"
        self.exchange = path / "exchange.db"
        self.webhook_log = path / "webhooks.db"
        self.comments = path / "comments.db"
        self.address = path / "run" / "address"
        self.fenced = path / "run" / "fenced"
        """The later epoch that this hall has heard of, if it has."""
        self.followed_by = path / "run" / "standby"
        """There once a standby has followed this hall."""
        self.followed = path / "run" / "followed"
        """Where the hall was that this copy has followed."""
        self.copy_of = path / "run" / "copy-of"
        """Which hall this copy follows, until it takes over."""
        self.admin_token = path / "run" / "admin.token"
        self.checkpoint = path / "run" / "checkpoint"
        """What the hall was at one fact, so that a start need not begin at the first."""
        self.last_settings = path / "run" / "last-hall.toml"
        """By which the hall last ran, should its own file have a mistake when it begins."""

    @property
    def camera_logins(self) -> Path:
        """The folder with the cameras' logins."""
        return self.path / "secrets" / "cameras"

    @property
    def stills(self) -> Path:
        """The folder with the stills that are kept."""
        return self.path / "stills"

    def station_token(self, station: str) -> Path:
        """The file with that station's token."""
        return self.path / "run" / "stations" / f"{station}.token"

    def token(self, file: Path) -> str:
        """The token in that file, made once."""
        return self._kept(file, secrets.token_urlsafe(32)).strip()

    def link_secret(self) -> bytes:
        """The secret that signs the addresses of tickets' pages, made once."""
        return self._key("links.key")

    def applicants_key(self) -> bytes:
        """The secret of the hashes by which a person's dossiers are found, made once."""
        return self._key("applicants.key")

    def appointments_key(self) -> bytes:
        """The secret of the hashes by which a person who books is known again, made once."""
        return self._key("appointments.key")

    def people_key(self) -> bytes:
        """The secret under which passwords and PINs are hashed, made once."""
        return self._key("people.key")

    def gateway_key(self) -> bytes:
        """The secret that short messages are signed with, made once."""
        file = self.path / "secrets" / "gateway.key"
        return self._kept(file, secrets.token_hex(32)).strip().encode()

    def webhook_secret(self, hook: str) -> str:
        """The secret that a webhook's posts are signed with, made once; both sides know it."""
        fresh = "whsec_" + base64.b64encode(secrets.token_bytes(32)).decode()
        return self._kept(self.path / "secrets" / "webhooks" / f"{hook}.key", fresh).strip()

    def mail_password(self) -> str:
        """The mail server's password, or empty where none was put there."""
        file = self.path / "secrets" / "mail.password"
        return file.read_text("utf-8").strip() if file.exists() else ""

    def announce(self, url: str) -> None:
        """Say where the controller accepts commands; whole or not at all."""
        put_whole(self.address, f"{url}\n".encode())

    def withdraw(self) -> None:
        """Nobody serves here (any more)."""
        self.address.unlink(missing_ok=True)

    def refuse_if_copy(self) -> None:
        """Raises :class:`HallBusyError`: the hall itself may be running, and give the same numbers."""
        if self.copy_of.exists():
            raise HallBusyError(
                f"{self.path}: is a standby's copy of {self.copy_of.read_text().strip()};"
                f" it serves once it has taken over: hallctl take-over {self.path}"
            )

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the hall for writing. Raises :class:`HallBusyError` when another does."""
        file = self.path / "run" / "lock"
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise HallBusyError(
                    f"{self.path}: another controller is running here; stop it first"
                ) from error
            yield

    def _key(self, name: str) -> bytes:
        return bytes.fromhex(self._kept(self.path / "secrets" / name, secrets.token_hex(32)))

    def _kept(self, file: Path, fresh: str) -> str:
        if not file.exists() or not file.read_text().strip():  # a cut-off write leaves nothing
            put_whole(file, fresh.encode(), OWNER_ONLY)
        return file.read_text()


def is_no_hall(directory: Path) -> bool:
    """Whether there is nothing yet: no directory, or an empty one."""
    if not directory.exists():
        return True
    kept = (
        {one.name for one in directory.iterdir()} - {"lost+found"} if directory.is_dir() else {""}
    )
    return not kept
