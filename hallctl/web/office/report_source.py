"""The ledger as pages of reports read it: with the plan and the moment, off the loop."""

from collections.abc import Callable
from typing import TypeVar

from aiohttp import web
from sqlite_utils import Database

from hallctl.ledger.dossier_counts import Now
from hallctl.reports.orders import ReportError, ReportOrder, Sources
from hallctl.web.ledger_reader import LedgerReader
from hallctl.web.office.report_asking import order_of
from hallctl.web.site import Site

Read = TypeVar("Read")


class ReportSource:
    """What every such page asks for its figures; ``now`` is the hall's day and moment."""

    def __init__(self, site: Site, ledger: LedgerReader, now: Callable[[], Now]) -> None:
        self.now = now
        self._site = site
        self._ledger = ledger

    def order(self, request: web.Request) -> ReportOrder:
        """The report that the address asks for. Raises HTTPNotFound."""
        return order_of(request, self.now().day, self._site.language(request))

    async def read(self, read: Callable[[Sources], Read]) -> Read:
        """What ``read`` finds. Raises HTTPNotFound for a report that can't be made."""
        plan, now = self._site.plan, self.now()

        def ask(ledger: Database) -> Read:
            return read(Sources(ledger, plan, now))

        try:
            return await self._ledger.ask(ask)
        except ReportError as error:
            raise web.HTTPNotFound(text=str(error)) from error
