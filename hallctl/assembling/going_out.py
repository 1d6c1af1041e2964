"""What goes out by itself put together: notices, reports and alerts by e-mail, webhooks."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import NamedTuple

from hallctl.assembling.house import House
from hallctl.assembling.kept import Kept
from hallctl.core.views import HallView
from hallctl.habits import kept as kept_up
from hallctl.notices.assembling import Known, outbox_of
from hallctl.notices.mailing import Mailer
from hallctl.notices.outbox import Outbox
from hallctl.report_mail.alerts import AlertMails
from hallctl.report_mail.letters import Letters
from hallctl.report_mail.sending import Desk, ReportMails
from hallctl.web.fan_out import ViewKey
from hallctl.web.office.sent_reports_page import SentReportsPage
from hallctl.web.office.tokens_page import TokensPage
from hallctl.web.office.webhooks_page import WebhooksPage
from hallctl.web.reports.given_page import GivenPage
from hallctl.web.serving import Part
from hallctl.webhooks.log import WebhookLog
from hallctl.webhooks.sending import Means, Webhooks


class GoingOut(NamedTuple):
    """Everything that leaves the hall by itself."""

    outbox: Outbox
    report_mails: ReportMails
    alert_mails: AlertMails
    webhooks: Webhooks

    @asynccontextmanager
    async def kept(self) -> AsyncIterator[None]:
        """It goes out while inside; the stores are closed then."""
        try:
            async with kept_up(
                self.outbox.keep_sending(),
                self.report_mails.keep_sending(),
                self.webhooks.keep_posting(),
                self.alert_mails.keep_telling(),
            ):
                yield
        finally:
            self.close()

    def parts(self, house: House) -> tuple[Part, ...]:
        """The pages on what goes out, and on what other systems give and may ask."""
        site, staff = house.site, house.staff
        return (
            SentReportsPage(site, staff, self.report_mails),
            WebhooksPage(site, staff, self.webhooks),
            TokensPage(site, staff, house.entrance.programs),
            GivenPage(site, staff, house.controller, house.ledger),
        )

    def follow(self, house: House) -> None:
        """Go by the settings as they are now."""
        desk = _desk(house)
        self.outbox.follow()
        self.report_mails.go_by(desk)
        self.alert_mails.send_by(desk.sender, desk.server)
        self.webhooks.post_to(house.settings.webhooks)

    def close(self) -> None:
        """Let go of the stores."""
        self.report_mails.letters.close()
        self.webhooks.posts.close()


def going_out_of(house: House, kept: Kept) -> GoingOut:
    """As the hall's settings say; without a mail server letters wait for one."""
    settings, directory, desk = house.settings, house.directory, _desk(house)

    async def floor() -> HallView | None:
        view = await house.look(ViewKey("hall"))
        return view if isinstance(view, HallView) else None

    means = Means(house.ledger, directory.webhook_secret, house.controller.now)
    known = Known(
        kept.applicants,
        house.addresses.link_to_dossier,
        kept.appointments.visitors,
        house.addresses.link_to_appointment,
    )
    going_out = GoingOut(
        outbox_of(settings, house.controller, known),
        ReportMails(desk, Letters(directory.report_letters)),
        AlertMails(house.plan, floor, desk.sender, desk.server),
        Webhooks(settings.webhooks, means, WebhookLog(directory.webhook_log)),
    )
    house.fittings.unsent = lambda: (going_out.report_mails.unsent, going_out.webhooks.unsent)
    return going_out


def _desk(house: House) -> Desk:
    """What reports are made of and sent by, as the settings are now."""
    settings = house.settings
    mail, password = settings.mail, house.directory.mail_password
    server = Mailer(mail, password()) if mail.host else None
    now = house.controller.now
    return Desk(house.plan, settings.report_mails, house.clerk, mail.sender, server, now)
