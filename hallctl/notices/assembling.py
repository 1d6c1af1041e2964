"""An outbox with whatever senders the hall's settings name."""

from collections.abc import Callable

from hallctl.controller import Controller
from hallctl.core.notice_commands import NoticeChannel
from hallctl.hall_directory import HallDirectory
from hallctl.notices.gateway import Poster
from hallctl.notices.mailing import Mailer
from hallctl.notices.outbox import Contacts, Means, Outbox, Sender
from hallctl.settings import HallSettings


def outbox_of(
    settings: HallSettings,
    controller: Controller,
    contacts: Contacts,
    link_to: Callable[[str], str],
) -> Outbox:
    """The hall's outbox; without mail or gateway it leaves everything to be told by telephone."""
    directory = HallDirectory(settings.directory)
    senders: dict[NoticeChannel, Sender] = {}
    if settings.mail.host:
        senders["email"] = Mailer(settings.mail, directory.mail_password())
    if settings.gateway.url:
        senders["sms"] = Poster(settings.gateway, directory.gateway_key())
    return Outbox(controller, settings.plan, Means(senders, contacts, link_to))
