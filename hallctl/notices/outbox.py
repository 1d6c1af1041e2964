"""The outbox: what is owed by the journal is sent, and the journal told, until nothing is owed.

It keeps nothing of its own. If the power goes between sending and telling, the notice is sent
again, with the same id: at least once, never lost.
"""

import asyncio
import logging
from collections.abc import Callable
from copy import copy
from typing import NamedTuple, Protocol

from hallctl.applicants.applicant import Contact, Contacts, Looker
from hallctl.appointments.visitor import Visitor
from hallctl.command_ids import new_command_id
from hallctl.controller import Controller, HallStoppedError
from hallctl.core import commands
from hallctl.core.appointment_life import AppointmentState
from hallctl.core.commands.notice_commands import NoticeChannel
from hallctl.core.dossier_life import IN_PROCESS, DossierState
from hallctl.core.hall import Hall
from hallctl.core.hall.notice_book import Notice
from hallctl.core.permissions import Actor, Role
from hallctl.core.plan import Plan
from hallctl.habits import again_and_again
from hallctl.notices.appointment_letter import AppointmentMatter
from hallctl.notices.errors import NotSentError
from hallctl.notices.letter import Matter

log = logging.getLogger(__name__)

LOOK_EVERY_S = 2.0
REST_MS = 20_000
"""A channel whose server can't be reached is left alone so long."""
OUTBOX = Actor("notices", Role.HALL)
LOOKER = Looker("notices")
STILL_SO = {
    "finished": frozenset({DossierState.FINISHED}),
    "supplement": frozenset({DossierState.AWAITING_SUPPLEMENT}),
    "reappointed": IN_PROCESS,
    "refused": frozenset({DossierState.REFUSED}),
    "stopped": frozenset({DossierState.STOPPED}),
}
"""The states in which a notice of that kind still tells something."""


class Sender(Protocol):
    """Takes a notice to its address."""

    async def send(self, notice: str, to: str, matter: Matter, at: int, /) -> None:
        """Raises :class:`NotSentError`."""


class LetterSender(Protocol):
    """Takes a letter about an appointment to its address."""

    async def send(self, notice: str, to: str, matter: AppointmentMatter, at: int, /) -> None:
        """Raises :class:`NotSentError`."""


class VisitorsKnown(Protocol):
    """Knows who comes to an appointment; every look is logged."""

    def of(self, appointment: str, by: Looker, act: str) -> Visitor | None:
        """Who, or None where nobody is kept."""


class ToVisitors(NamedTuple):
    """What letters about appointments are sent with and made of."""

    sender: LetterSender | None
    visitors: VisitorsKnown
    link_to: Callable[[str], str]


class Means(NamedTuple):
    """What notices are sent with and made of; a channel without a sender is not there."""

    senders: dict[NoticeChannel, Sender]
    contacts: Contacts
    link_to: Callable[[str], str]
    booked: ToVisitors | None = None


class _Way(NamedTuple):
    """Where a notice goes, or the wish that settles it otherwise."""

    channel: NoticeChannel | None = None
    to: str = ""
    otherwise: commands.Command | None = None


class Outbox:
    """Sends what is owed, a lane a channel, so that one that hangs holds up no other."""

    def __init__(self, controller: Controller, plan: Plan, means: Callable[[], Means]) -> None:
        """``means`` are asked for at once, and again when :meth:`follow` is called."""
        self._controller = controller
        self._plan = plan
        self._ask_for_means = means
        self._means = means()
        self._rests_until: dict[NoticeChannel, int] = {}
        self._channels: dict[str, NoticeChannel] = {}
        """Of notices looked up before: while theirs rests, nobody's address is looked at again."""

    def follow(self) -> None:
        """The settings have changed: what rested is tried at once, for the servers may be others."""
        self._means = self._ask_for_means()
        self._rests_until.clear()

    async def keep_sending(self) -> None:
        """Look and send again and again; ends when the hall stops."""
        trouble, until = "notices could not be sent", (HallStoppedError,)
        await again_and_again(LOOK_EVERY_S, self.send_due, trouble, until=until)

    async def send_due(self) -> None:
        """Settle every notice whose try is due now, as far as the servers can be reached."""
        await self._controller.settled()
        due = self._controller.hall.office.notices.due(self._controller.now())
        lanes: dict[NoticeChannel, list[tuple[Notice, str]]] = {}
        for notice in due:
            if self._rests(notice):
                continue
            way = await self._way(notice)
            if way.otherwise is not None:
                await self._controller.submit(way.otherwise, OUTBOX)
            elif way.channel is not None:
                self._channels[notice.notice] = way.channel
                lanes.setdefault(way.channel, []).append((notice, way.to))
        await asyncio.gather(*(self._lane(channel, lane) for channel, lane in lanes.items()))

    def _rests(self, notice: Notice) -> bool:
        channel = self._channels.get(notice.notice)
        until = self._rests_until.get(channel, 0) if channel else 0
        return self._controller.now() < until

    async def _way(self, notice: Notice) -> _Way:
        wish = _without_looking(self._controller.hall, notice)
        if wish is not None:
            return _Way(otherwise=wish)
        if notice.appointment:
            return await self._way_to_visitor(notice)
        contact = await asyncio.to_thread(self._means.contacts.contact, notice.dossier, LOOKER)
        return _way_of(notice.notice, contact, self._means.senders)

    async def _way_to_visitor(self, notice: Notice) -> _Way:
        booked = self._means.booked
        if booked is None or booked.sender is None:
            return _Way(otherwise=_drop(notice.notice, "no_channel"))
        visitor = await asyncio.to_thread(
            booked.visitors.of, notice.appointment, LOOKER, "contacted"
        )
        if visitor is None or not visitor.email:
            return _Way(otherwise=_drop(notice.notice, "no_applicant"))
        return _Way("email", visitor.email)

    async def _send(self, notice: Notice, channel: NoticeChannel, to: str) -> None:
        at = notice.owed_at if channel == "email" else self._controller.now()
        booked = self._means.booked
        if not notice.appointment:
            await self._means.senders[channel].send(notice.notice, to, self._matter(notice), at)
        elif booked is not None and booked.sender is not None:
            one = self._controller.hall.appointments.every[notice.appointment]
            link = booked.link_to(one.appointment)
            matter = AppointmentMatter(notice.kind, copy(one), link, self._plan)
            await booked.sender.send(notice.notice, to, matter, at)

    async def _lane(self, channel: NoticeChannel, lane: list[tuple[Notice, str]]) -> None:
        """One after the other; when nobody answers there, the rest wait for the next look."""
        for notice, to in lane:
            try:
                await self._send(notice, channel, to)
            except NotSentError as error:
                log.warning("%s by %s: %s", notice.notice, channel, error.fault)
                await self._tell(
                    commands.ReportNotice(
                        command_id=new_command_id(),
                        notice=notice.notice,
                        channel=channel,
                        fault=error.fault,
                        hopeless=error.hopeless,
                    )
                )
                if error.nobody_there:
                    self._rests_until[channel] = self._controller.now() + REST_MS
                    return
            except HallStoppedError:
                raise
            except (
                Exception
            ):  # a notice that we can't put into a letter keeps nobody else from theirs
                log.exception("%s could not be sent", notice.notice)
            else:
                self._channels.pop(notice.notice, None)
                sent = commands.ConfirmNotice(
                    command_id=new_command_id(), notice=notice.notice, channel=channel
                )
                await self._tell(sent)

    def _matter(self, notice: Notice) -> Matter:
        return Matter(
            kind=notice.kind,
            dossier=notice.dossier,
            link=self._means.link_to(notice.dossier),
            hall=self._plan.hall,
            languages=self._plan.rules.languages,
        )

    async def _tell(self, wish: commands.Command) -> None:
        await self._controller.submit(wish, OUTBOX)


def _without_looking(hall: Hall, notice: Notice) -> commands.Command | None:
    """What settles a notice without asking who is to be told."""
    if notice.appointment:
        return _overtaken(hall, notice)
    dossier = hall.dossiers.every.get(notice.dossier)
    if dossier is None or dossier.state not in STILL_SO[notice.kind]:
        return _drop(notice.notice, "overtaken")
    return None


def _overtaken(hall: Hall, notice: Notice) -> commands.Command | None:
    """A letter tells how an appointment stands: after the next change only the next one does."""
    one = hall.appointments.every.get(notice.appointment)
    ends = AppointmentState.CANCELLED if notice.kind == "cancelled" else AppointmentState.BOOKED
    about = [
        other.notice
        for other in hall.office.notices.open.values()
        if other.appointment == notice.appointment
    ]
    if one is None or one.state is not ends or about[-1] != notice.notice:
        return _drop(notice.notice, "overtaken")
    return None


def _way_of(notice: str, contact: Contact | None, senders: dict[NoticeChannel, Sender]) -> _Way:
    """By what the applicant has agreed to, and nothing else."""
    if contact is None:
        return _Way(otherwise=_drop(notice, "no_applicant"))
    match contact.notice_by:
        case "":
            return _Way(otherwise=_drop(notice, "no_consent"))
        case "phone":
            return _Way(otherwise=_to_call(notice, "by_phone"))
        case ("email" | "sms") as channel:
            to = contact.email if channel == "email" else contact.phone
            if not to:
                return _Way(otherwise=_to_call(notice, "no_address"))
            if channel not in senders:
                return _Way(otherwise=_to_call(notice, "no_channel"))
            return _Way(channel, to)


def _drop(notice: str, why: commands.WhyDrop) -> commands.Command:
    return commands.DropNotice(command_id=new_command_id(), notice=notice, why=why)


def _to_call(notice: str, why: commands.WhyCall) -> commands.Command:
    return commands.LeaveToCall(command_id=new_command_id(), notice=notice, why=why)
