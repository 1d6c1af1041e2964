"""``/sent-reports``: the standing orders for reports by e-mail, and what became of every letter."""

import asyncio

from aiohttp import web

from hallctl.core.permissions import Sight
from hallctl.people.sessions import Person
from hallctl.report_mail.sending import ReportMails
from hallctl.reports.wording import WORDS as REPORT_WORDS
from hallctl.web.door.forms_in import BadFormError, form_of
from hallctl.web.known.staff import Staff
from hallctl.web.site import Site

SHOWN = 200


class SentReportsPage:
    """Shows letters; whoever may change the settings may also send a report at once."""

    def __init__(self, site: Site, staff: Staff, mails: ReportMails) -> None:
        self._site = site
        self._staff = staff
        self._mails = mails

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the address."""
        router.add_get("/sent-reports", self._staff.guard(Sight.FIGURES, self.get))
        router.add_post("/sent-reports", self._staff.guard(Sight.STATIONS, self.post))

    async def get(self, request: web.Request, person: Person) -> web.StreamResponse:
        """The page."""
        letters = await asyncio.to_thread(self._mails.letters.newest, SHOWN)
        said = {
            "orders": list(self._mails.orders.values()),
            "letters": letters,
            "report_words": REPORT_WORDS[self._site.language(request)],
            "form_key": person.form_key,
        }
        return self._site.page(request, "office/sent_reports.html", said)

    async def post(self, request: web.Request, person: Person) -> web.StreamResponse:
        """Send one order's newest report now."""
        name = (await form_of(request, person)).get("name", "")
        if name not in self._mails.orders:
            raise BadFormError
        await asyncio.to_thread(self._mails.send_now, name)
        await self._mails.send_due()
        raise web.HTTPSeeOther("/sent-reports")
