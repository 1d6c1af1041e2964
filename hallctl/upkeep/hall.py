"""Looks at a hall: its settings, journal, secrets, backups, printers, controller and certificate."""

import socket
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from cryptography import x509

from hallctl.backup_runs import backups_of
from hallctl.hall_directory import HallBusyError, HallDirectory
from hallctl.journal.entry import JournalError
from hallctl.journal.sqlite_journal import open_database, reporting
from hallctl.playlist.shelf import PlaylistShelf
from hallctl.running_hall import HallUnreachableError, ask_health
from hallctl.settings import HallSettings
from hallctl.settings.hall_rules.boards import VOICES
from hallctl.station.voice.making import faults_of
from hallctl.station.voice.pack import VoicePackError, open_pack
from hallctl.station.voice.vocabulary import sentences_of
from hallctl.upkeep.devices import look_at_devices
from hallctl.upkeep.findings import Finding, fine, look, wrong

PUBLIC = ".pem"
"""Certificates are given to whoever asks."""
STALE = timedelta(days=3)
RENEW = timedelta(days=30)
PATIENCE_S = 2.0


def look_at_hall(settings: HallSettings) -> Iterator[Finding]:
    """Everything about one hall."""
    home = HallDirectory(settings.directory)
    yield look_at_journal(home)
    yield look_at_secrets(home)
    yield look_at_owners(home)
    yield look_at_backups(settings)
    yield look_at_controller(home)
    yield look_at_playlist(settings)
    yield look_at_voice(settings)
    yield from look_at_printers(settings)
    yield from look_at_devices(home)
    yield from look_at_certificates(home)


def look_at_journal(home: HallDirectory) -> Finding:
    """It opens, and its pages hang together; ``hallctl verify`` reads every event."""
    if not home.journal.exists():
        return fine("journal", "none yet: the first start makes it")
    try:
        with (
            closing(open_database(home.journal, read_only=True)) as database,
            reporting(home.journal),
        ):
            state = database.execute("pragma quick_check(1)").fetchone()[0]
            (facts,) = database.execute("select count(*) from journal").fetchone()
    except JournalError as error:
        return wrong("journal", str(error), f"hallctl verify {home.path}; then hallctl restore")
    if state != "ok":
        return wrong("journal", state, f"hallctl verify {home.path}; then hallctl restore")
    return fine("journal", f"{facts} events")


def look_at_playlist(settings: HallSettings) -> Finding:
    """Every file of it can be shown."""
    plan = settings.plan
    shelf = PlaylistShelf(
        settings.directory, plan.timezone, lambda: [one.zone for one in plan.zones]
    )
    shelf.refresh()
    wrongs = [str(one) for one in shelf.problems]
    wrongs += [f"{one.file} ({one.why})" for one in shelf.faults]
    if wrongs:
        return look("playlist", "; ".join(wrongs[:3]), "see docs/boards.md")
    return fine("playlist", "every file can be shown")


def look_at_voice(settings: HallSettings) -> Finding:
    """It is whole, and can say everything the hall says."""
    voice = settings.plan.announcing.voice
    if not voice:
        return fine("voice", "each board speaks with its own")
    try:
        pack = open_pack(settings.directory / VOICES / voice)
        faults = list(faults_of(pack, sentences_of(settings.plan)))
    except VoicePackError as error:
        faults = [str(error)]
    if faults:
        return wrong("voice", "; ".join(faults[:3]), f"hallctl voice make {voice}")
    return fine("voice", f"{voice} can say everything the hall says")


def look_at_secrets(home: HallDirectory) -> Finding:
    """Nobody but their owner may read them."""
    kept = (one for one in home.path.glob("secrets/**/*") if one.suffix != PUBLIC)
    files = [*kept, *home.path.glob("run/**/*.token")]
    open_ones = [one for one in files if one.is_file() and one.stat().st_mode & 0o077]
    if open_ones:
        names = " ".join(str(one) for one in open_ones[:3])
        return wrong("secrets", f"others may read {names}", f"chmod 600 {names}")
    return fine("secrets", f"{len(files)}, readable by their owner only")


def look_at_owners(home: HallDirectory) -> Finding:
    """What root has made in it the hall's own account can't write."""
    owner = home.path.stat().st_uid
    others = [one for one in home.path.rglob("*") if one.lstat().st_uid != owner]
    if others:
        found = f"{others[0]} and {len(others) - 1} more are not its owner's"
        return wrong("owner", found, f"chown -R --reference={home.path} {home.path}")
    return fine("owner", "every file is its owner's")


def look_at_backups(settings: HallSettings) -> Finding:
    """The newest is not older than a long weekend."""
    if not settings.backup.to:
        return look(
            "backup", "the hall does not back itself up", "name a folder in [backup] of hall.toml"
        )
    taken = [one.taken for one in backups_of(settings)]
    if not taken:
        return look("backup", "there is none yet", f"hallctl backup {settings.directory}")
    now = datetime.now(ZoneInfo(settings.plan.timezone)).replace(tzinfo=None)
    newest = max(taken)
    found = f"the newest is of {newest:%d/%m/%Y %H:%M}"
    if now - newest > STALE:
        return wrong("backup", found, f"hallctl backup {settings.directory} says why")
    return fine("backup", found)


def look_at_controller(home: HallDirectory) -> Finding:
    """Whether it runs, and how it is; a standby's copy is followed instead."""
    if home.copy_of.exists():
        return _look_at_standby(home)
    try:
        health = ask_health(home)
    except HallUnreachableError as error:
        return look("controller", str(error), f"hallctl serve {home.path}")
    found = f"{health['status']}, {health['journal_number']} events, {health['stations']} stations"
    if health["status"] != "ok":
        return wrong("controller", found, "read its log: journalctl -u hallctl")
    return fine("controller", found)


def _look_at_standby(home: HallDirectory) -> Finding:
    of = home.copy_of.read_text("utf-8").strip()
    try:
        with home.held():
            return wrong(
                "standby", f"nobody follows {of}", "systemctl start hallctl-standby, or see its log"
            )
    except HallBusyError:
        return fine("standby", f"{of} is followed")


def look_at_printers(settings: HallSettings) -> Iterator[Finding]:
    """Printers on the network answer; those on cables are their own station's to look at."""
    for station in settings.stations:
        parts = urlsplit(station.printer)
        if parts.scheme == "tcp" and parts.hostname:
            yield _look_at_printer(station.name, parts.hostname, parts.port or 9100)


def look_at_certificates(home: HallDirectory) -> Iterator[Finding]:
    """Those of the hall, if it has any, are good for a while."""
    for file in sorted(home.path.glob(f"secrets/*{PUBLIC}")):
        try:
            certificate = x509.load_pem_x509_certificate(file.read_bytes())
        except ValueError:
            continue
        until = certificate.not_valid_after_utc
        left = until - datetime.now(until.tzinfo)
        found = f"{file.name} is good until {until:%d/%m/%Y}"
        if left < timedelta(0):
            yield wrong("certificate", found, "start the controller again: it makes a new one")
        elif left < RENEW:
            yield look("certificate", found, "start the controller again before that day")
        else:
            yield fine("certificate", found)


def _look_at_printer(station: str, host: str, port: int) -> Finding:
    what = f"printer of {station}"
    try:
        with socket.create_connection((host, port), PATIENCE_S):
            return fine(what, f"{host}:{port} answers")
    except OSError as error:
        return wrong(
            what,
            f"{host}:{port}: {error}",
            "switch it on, plug in its cable, or correct its address in hall.toml",
        )
