"""``read_hall``: a hall directory's ``hall.toml`` into settings, or every problem in it."""

import tomllib
from pathlib import Path
from typing import Any

import msgspec

from hallctl.catalogue.problems import CatalogueError
from hallctl.catalogue.shelf import Shelf
from hallctl.core.calendar import Shift
from hallctl.settings.broken_toml import note_broken_toml
from hallctl.settings.hall_rules.appointments import check_appointments
from hallctl.settings.hall_rules.boards import check_boards
from hallctl.settings.hall_rules.floor import (
    check_floor,
    check_service_hours,
)
from hallctl.settings.hall_rules.hours import check_hours, check_timezone
from hallctl.settings.hall_rules.ids import check_ids, check_references
from hallctl.settings.hall_rules.languages import check_languages, own_languages
from hallctl.settings.hall_rules.offer import check_offer, check_words
from hallctl.settings.hall_rules.phone import check_phone
from hallctl.settings.hall_rules.rating import check_rating
from hallctl.settings.machine_rules.backup import check_backup
from hallctl.settings.machine_rules.cameras import check_cameras
from hallctl.settings.machine_rules.devices import check_devices, own_pad_formats
from hallctl.settings.machine_rules.lasting import check_people
from hallctl.settings.machine_rules.machines import check_server, check_stations
from hallctl.settings.machine_rules.offline import check_offline
from hallctl.settings.office_rules.applicants import check_applicants
from hallctl.settings.office_rules.dossiers import check_dossiers
from hallctl.settings.office_rules.money import check_deliveries, check_fees
from hallctl.settings.office_rules.notices import check_notices
from hallctl.settings.office_rules.runs import check_runs
from hallctl.settings.office_rules.telling_others import check_telling_others
from hallctl.settings.papers import check_papers
from hallctl.settings.planning import Ruled, plan_of
from hallctl.settings.problems import Findings, SettingsError, quoted
from hallctl.settings.shaping import shape_table
from hallctl.settings.tables.document import Document, HallTable
from hallctl.settings.tables.hall import HallSettings, Sessions

FILE_NAME = "hall.toml"
_EMBLEMS = {".svg", ".png"}


def read_hall(directory: Path, written: bytes = b"") -> HallSettings:
    """The settings of the hall in ``directory``; raises SettingsError with every problem.

    ``written`` is read instead of its file where it is given.
    """
    findings = Findings(FILE_NAME)
    written = written or _bytes_of(directory / FILE_NAME, findings)
    raw = {} if findings.problems else _read_toml(written, findings)
    if findings.problems:
        raise SettingsError(findings.problems)
    document = shape_table(raw, Document, "", findings)
    ruled = _ruled(document, directory, findings)
    if findings.problems:
        raise SettingsError(findings.problems)
    try:
        rules = msgspec.structs.replace(ruled["dossiers"], catalogues=Shelf(directory).catalogues())
    except CatalogueError as error:
        raise SettingsError(error.problems) from error
    return HallSettings(
        directory=directory,
        written=written,
        plan=plan_of(document, directory, {**ruled, "dossiers": rules}),
        stations=document.station,
        applicants=document.applicants,
        retention=document.retention,
        mail=document.mail,
        gateway=document.gateway,
        report_mails=document.report_mail,
        webhooks=document.webhook,
        server=msgspec.structs.replace(
            document.server, public_url=document.server.public_url.rstrip("/")
        ),
        backup=document.backup,
        sessions=Sessions(
            idle_minutes=document.people.session_idle_minutes,
            hours=document.people.session_hours,
        ),
    )


def _bytes_of(path: Path, findings: Findings) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        findings.add("", f"there is none in {path.parent}", "make one with: hallctl init DIR")
    except OSError as fault:
        findings.add("", f"can't be read: {fault.strerror}", "check the file and its permissions")
    return b""


def _read_toml(written: bytes, findings: Findings) -> dict[str, Any]:
    try:
        return tomllib.loads(written.decode("utf-8-sig"))
    except UnicodeDecodeError:
        findings.add("", "is not UTF-8 text", "save it again as UTF-8")
    except (ValueError, RecursionError) as fault:
        note_broken_toml(fault, findings)
    return {}


def _ruled(document: Document, directory: Path, findings: Findings) -> Ruled:
    shifts = _check(document, directory, findings)
    return Ruled(
        shifts=shifts,
        dossiers=check_dossiers(document, shifts, findings),
        floor=check_floor(document, findings),
        papers=check_papers(document.ticket, document.receipt, directory, findings),
        service_hours=check_service_hours(document, findings),
        runs=check_runs(document.runs, findings),
        telling=check_notices(document, findings),
        fees=check_fees(document.fees, findings),
        deliveries=check_deliveries(document, findings),
    )


def _check(document: Document, directory: Path, findings: Findings) -> tuple[Shift, ...]:
    check_ids(document, findings)
    check_languages(document, own_languages(directory, findings), findings)
    check_offer(document, findings)
    check_references(document, findings)
    check_stations(document, findings)
    check_cameras(document, findings)
    if document.device:
        check_devices(document, own_pad_formats(directory, findings), findings)
    check_server(document.server, findings)
    check_applicants(document, findings)
    check_people(document.people, findings)
    check_offline(document.offline, findings)
    check_phone(document, findings)
    check_appointments(document, findings)
    check_rating(document, findings)
    check_backup(document, findings)
    check_telling_others(document, findings)
    check_boards(document, directory, findings)
    _check_hall(document.hall, directory, findings)
    return check_hours(document.hours, findings)


def _check_hall(hall: HallTable, directory: Path, findings: Findings) -> None:
    check_words(hall.name, "hall", findings)
    check_words(hall.authority, "hall", findings, "authority")
    for place, notice in enumerate(hall.notices, start=1):
        check_words(notice, f"hall.notices[{place}]", findings, "")
    check_timezone(hall.timezone, findings)
    if hall.emblem and not _is_emblem(directory, hall.emblem):
        findings.add(
            "hall.emblem",
            f"there is no picture {quoted(hall.emblem)}",
            f"put an .svg or .png beside {FILE_NAME}, or leave it empty",
        )


def _is_emblem(directory: Path, emblem: str) -> bool:
    try:
        return Path(emblem).suffix.lower() in _EMBLEMS and (directory / emblem).is_file()
    except (OSError, ValueError):
        return False
