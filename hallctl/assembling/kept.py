"""What is kept beside the journal put together, with what proves it and what forgets."""

import asyncio
from collections.abc import Callable
from typing import NamedTuple

from hallctl.applicants.forgetting import forget_in_time
from hallctl.applicants.store import Applicants
from hallctl.appointments.store import Visitors
from hallctl.assembling.house import House
from hallctl.complaints.comments import Comments
from hallctl.complaints.words import ComplaintWords
from hallctl.controller import Controller
from hallctl.people import lock_out, record, sessions
from hallctl.people.record import Kind, Line
from hallctl.people.store import PeopleStore
from hallctl.retention.sweeping import Forget, Sweep, Sweeper
from hallctl.settings import HallSettings
from hallctl.signing.keeping import Signer, Signing
from hallctl.signing.keys import SigningKeys
from hallctl.signing.store import Signatures
from hallctl.stills import Stills
from hallctl.web.desks.appointment_desk import AppointmentDesk, Book
from hallctl.web.desks.complaint_desk import ComplaintDesk
from hallctl.web.ratings.comment_api import CommentApi


class SigningParts(NamedTuple):
    """Who signs the hall's days, with which keys, and where the signatures are."""

    signer: Signer
    signatures: Signatures
    keys: SigningKeys


class Kept(NamedTuple):
    """Personal data and signatures, each in a store of its own."""

    applicants: Applicants
    complaints: ComplaintDesk
    appointments: AppointmentDesk
    comments: CommentApi
    stills: Stills
    signing: SigningParts
    sweeper: Sweeper

    def close(self) -> None:
        """Let go of every file."""
        self.applicants.close()
        self.complaints.words.close()
        self.signing.signatures.close()
        self.appointments.visitors.close()
        self.comments.kept.close()


def kept_of(house: House) -> Kept:
    """Opens every store. Raises :class:`JournalError`."""
    directory, plan, controller = house.directory, house.plan, house.controller
    now = controller.now
    applicants = Applicants(directory.applicants, directory.applicants_key(), now)
    complaints = ComplaintDesk(controller, ComplaintWords(directory.complaints, now))
    appointments = AppointmentDesk(
        Book(controller, house.today),
        plan,
        Visitors(directory.appointments, directory.appointments_key(), now),
        lambda: house.settings.mail,
    )
    comments = CommentApi(controller, plan, Comments(directory.comments, now), house.tokens)
    stills = Stills(directory.stills, lambda: plan.camera_rules.keep_days)
    people = house.entrance.people.store
    holders = Holders(
        controller, applicants, complaints, appointments, comments.kept, people, stills
    )
    return Kept(
        applicants,
        complaints,
        appointments,
        comments,
        stills,
        _signing(house),
        _sweeper(house.settings, holders),
    )


class Holders(NamedTuple):
    """Who keeps personal data."""

    controller: Controller
    applicants: Applicants
    complaints: ComplaintDesk
    appointments: AppointmentDesk
    comments: Comments
    people: PeopleStore
    stills: Stills


def _signing(house: House) -> SigningParts:
    keys, signatures = SigningKeys(house.directory.path), Signatures(house.directory.signatures)
    signer = Signer(Signing(signatures, keys.current), house.ledger.ask, house.now)
    return SigningParts(signer, signatures, keys)


def _sweeper(settings: HallSettings, holders: Holders) -> Sweeper:
    people, now = holders.people, holders.controller.now

    async def note(by: str, told: str) -> None:
        await asyncio.to_thread(_note, people, Line(now(), Kind.FORGOTTEN, by, "", told))

    return Sweeper(lambda: _sweeps(settings, holders), note, now)


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
