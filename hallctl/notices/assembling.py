"""An outbox with whatever senders the hall's settings name."""

from collections.abc import Callable
from typing import NamedTuple

from hallctl.applicants.applicant import Contacts
from hallctl.controller import Controller
from hallctl.core.commands.notice_commands import NoticeChannel
from hallctl.hall_directory import HallDirectory
from hallctl.notices.gateway import Poster
from hallctl.notices.mailing import Mailer
from hallctl.notices.outbox import (
    Means,
    Outbox,
    Sender,
    ToVisitors,
    VisitorsKnown,
)
from hallctl.settings import HallSettings


class Known(NamedTuple):
    """Who hears of dossiers and of appointments, and where each has its page."""

    applicants: Contacts
    link_to_dossier: Callable[[str], str]
    visitors: VisitorsKnown
    link_to_appointment: Callable[[str], str]


def outbox_of(settings: HallSettings, controller: Controller, known: Known) -> Outbox:
    """The hall's outbox; without mail or gateway it leaves everything to be told by telephone."""
    return Outbox(controller, settings.plan, lambda: means_of(settings, known))


def means_of(settings: HallSettings, known: Known) -> Means:
    """By what notices leave, as the settings are now."""
    directory = HallDirectory(settings.directory)
    senders: dict[NoticeChannel, Sender] = {}
    mailer = Mailer(settings.mail, directory.mail_password()) if settings.mail.host else None
    if mailer is not None:
        senders["email"] = mailer
    if settings.gateway.url:
        senders["sms"] = Poster(settings.gateway, directory.gateway_key())
    booked = ToVisitors(mailer, known.visitors, known.link_to_appointment)
    return Means(senders, known.applicants, known.link_to_dossier, booked)
