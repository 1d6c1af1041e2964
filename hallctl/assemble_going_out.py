"""What goes out by itself put together: reports and alerts by e-mail, webhooks. Part of assembling."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import NamedTuple

from hallctl.api_tokens.store import ApiTokens
from hallctl.controller import Controller
from hallctl.core.views import HallView
from hallctl.habits import kept
from hallctl.hall_directory import HallDirectory
from hallctl.notices.mailing import Mailer
from hallctl.report_mail.alerts import AlertMails
from hallctl.report_mail.letters import Letters
from hallctl.report_mail.sending import Desk, ReportMails
from hallctl.settings import HallSettings
from hallctl.web.fan_out import Look, ViewKey
from hallctl.web.ledger_reader import LedgerReader
from hallctl.web.office.given_page import GivenPage
from hallctl.web.office.tokens_page import TokensPage
from hallctl.web.serving import Part
from hallctl.web.site import Site
from hallctl.web.staff import Staff
from hallctl.webhooks.log import WebhookLog
from hallctl.webhooks.sending import Means, Webhooks


class GoingOut(NamedTuple):
    """Everything that leaves the hall by itself, but for notices to applicants."""

    report_mails: ReportMails
    alert_mails: AlertMails
    webhooks: Webhooks
    programs: ApiTokens

    @asynccontextmanager
    async def kept(self) -> AsyncIterator[None]:
        """It goes out while inside; the stores are closed then."""
        habits = [self.report_mails.keep_sending(), self.webhooks.keep_posting()]
        if self.alert_mails.has_rules:
            habits.append(self.alert_mails.keep_telling())
        try:
            async with kept(*habits):
                yield
        finally:
            self.close()

    def pages(
        self, site: Site, staff: Staff, controller: Controller, ledger: LedgerReader
    ) -> tuple[Part, ...]:
        """What other systems give and may ask."""
        return (
            TokensPage(site, staff, self.programs),
            GivenPage(site, staff, controller, ledger),
        )

    def close(self) -> None:
        """Let go of the stores."""
        self.report_mails.letters.close()
        self.webhooks.posts.close()


def going_out_of(
    settings: HallSettings, controller: Controller, ledger: LedgerReader, look: Look
) -> GoingOut:
    """As the hall's settings say; without a mail server letters wait for one."""
    directory, plan = HallDirectory(settings.directory), settings.plan
    mail = settings.mail
    server = Mailer(mail, directory.mail_password()) if mail.host else None

    async def floor() -> HallView | None:
        view = await look(ViewKey("hall"))
        return view if isinstance(view, HallView) else None

    now: Callable[[], int] = controller.now
    desk = Desk(plan, settings.report_mails, ledger, mail.sender, server, now)
    means = Means(ledger, directory.webhook_secret, now)
    return GoingOut(
        ReportMails(desk, Letters(directory.report_letters)),
        AlertMails(plan, floor, mail.sender, server),
        Webhooks(settings.webhooks, means, WebhookLog(directory.webhook_log)),
        ApiTokens(directory.api_tokens),
    )
