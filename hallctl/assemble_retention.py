"""What proves and what forgets, put together: a part of :mod:`hallctl.assemble`."""

import asyncio
from collections.abc import Callable
from typing import NamedTuple

from hallctl.applicants.forgetting import forget_in_time
from hallctl.applicants.store import Applicants
from hallctl.complaints.comments import Comments
from hallctl.controller import Controller
from hallctl.hall_directory import HallDirectory
from hallctl.ledger.dossier_counts import Now
from hallctl.people import lock_out, record, sessions
from hallctl.people.record import Kind, Line
from hallctl.people.store import PeopleStore
from hallctl.retention.sweeping import Forget, Sweep, Sweeper
from hallctl.settings import HallSettings
from hallctl.signing.keeping import Read, Signer, Signing
from hallctl.signing.keys import SigningKeys
from hallctl.signing.store import Signatures
from hallctl.stills import Stills
from hallctl.web.appointment_desk import AppointmentDesk
from hallctl.web.complaint_desk import ComplaintDesk


class Holders(NamedTuple):
    """Who keeps personal data."""

    controller: Controller
    applicants: Applicants
    complaints: ComplaintDesk
    appointments: AppointmentDesk
    comments: Comments
    people: PeopleStore
    stills: Stills


class SigningParts(NamedTuple):
    """Who signs the hall's days, with which keys, and where the signatures are."""

    signer: Signer
    signatures: Signatures
    keys: SigningKeys


def signing_of(directory: HallDirectory, read: Read, now: Callable[[], Now]) -> SigningParts:
    """``read`` asks the ledger. Raises JournalError."""
    keys, signatures = SigningKeys(directory.path), Signatures(directory.signatures)
    return SigningParts(Signer(Signing(signatures, keys.current), read, now), signatures, keys)


def sweeper_of(settings: HallSettings, holders: Holders) -> Sweeper:
    """The hall's rules, as hall.toml has them."""
    people, now = holders.people, holders.controller.now

    async def note(by: str, told: str) -> None:
        await asyncio.to_thread(_note, people, Line(now(), Kind.FORGOTTEN, by, "", told))

    return Sweeper(_sweeps(settings, holders), note, now)


def _sweeps(settings: HallSettings, holders: Holders) -> list[Sweep]:
    keep_days, retention = settings.applicants.keep_days, settings.retention
    lasting = settings.sessions.hours / 24
    people = holders.people
    return [
        Sweep("applicants", keep_days, _applicants(holders)),
        Sweep("complainants", keep_days, holders.complaints.forget_before),
        Sweep(
            "visitors",
            settings.plan.appointments.keep_days,
            holders.appointments.forget_before,
        ),
        Sweep(
            "comments",
            settings.plan.rating.comment_days,
            _threaded(holders.comments.forget_before),
        ),
        Sweep(
            "stills", settings.plan.camera_rules.keep_days, _threaded(holders.stills.forget_before)
        ),
        Sweep("sessions", lasting, _in_people(people, sessions.forget_before)),
        Sweep("failed sign-ins", 1, _in_people(people, lock_out.forget_before)),
        Sweep(
            "looks at applicants", retention.looks_days, _threaded(holders.applicants.forget_looks)
        ),
        Sweep(
            "looks at visitors",
            retention.looks_days,
            _threaded(holders.appointments.visitors.forget_looks),
        ),
        Sweep("lines of the record", retention.record_days, _in_people(people, record.cut)),
    ]


def _applicants(holders: Holders) -> Forget:
    async def forget(before: int) -> int:
        hall = holders.controller.hall
        gone = await asyncio.to_thread(forget_in_time, holders.applicants, hall, 0, before)
        return len(gone)

    return forget


def _threaded(forget: Callable[[int], int]) -> Forget:
    async def in_a_thread(before: int) -> int:
        return await asyncio.to_thread(forget, before)

    return in_a_thread


def _in_people(store: PeopleStore, forget: Callable[..., int]) -> Forget:
    def forget_now(before: int) -> int:
        with store.writing() as database:
            count = forget(database, before)
        if count:
            store.leave_no_trace()
        return count

    return _threaded(forget_now)


def _note(store: PeopleStore, line: Line) -> None:
    with store.writing() as database:
        record.note(database, line)
