"""The ledger as pages of reports read it: with the plan and the moment, off the loop."""

import logging
from collections.abc import Awaitable, Callable
from typing import Any, NamedTuple, TypeVar, cast

from aiohttp import web
from sqlite_utils import Database

from hallctl.journal.entry import JournalError
from hallctl.ledger.clerk import Clerk
from hallctl.ledger.period import Now
from hallctl.reports.orders import Reading, ReportError, ReportOrder, Sources
from hallctl.web.ledger_reader import LedgerReader
from hallctl.web.reports.report_queries import order_of
from hallctl.web.site import Site

log = logging.getLogger(__name__)
Read = TypeVar("Read")


class Readers(NamedTuple):
    """Who reads the ledger: at once, or in a process of their own, which shares nothing with whoever presses."""

    reports: LedgerReader
    clerk: Clerk
    """Writes charts and files of reports."""
    bookkeeper: Clerk
    """Writes long lists; nobody's chart waits for one."""


class ReportSource:
    """What every such page asks for its figures; ``now`` is the hall's day and moment."""

    def __init__(self, site: Site, readers: Readers, now: Callable[[], Now]) -> None:
        self.now = now
        self._site = site
        self._readers = readers

    def order(self, request: web.Request) -> ReportOrder:
        """The report that the address asks for. Raises HTTPNotFound."""
        return order_of(request, self.now().day, self._site.language(request))

    async def read(self, read: Callable[[Sources], Read]) -> Read:
        """What ``read`` finds. Raises HTTPNotFound for a report that there is not, and HTTPInternalServerError."""
        return cast("Read", await self._asked(self._readers.reports.ask, read))

    async def written(self, write: Callable[[Sources], Read], *, is_long: bool = False) -> Read:
        """What ``write`` makes, in another process: it travels, and so does what it gives."""
        clerk = self._readers.bookkeeper if is_long else self._readers.clerk
        return cast("Read", await self._asked(clerk.ask, write))

    async def _asked(
        self,
        ask: Callable[[Callable[[Database], Any]], Awaitable[Any]],
        read: Callable[[Sources], Any],
    ) -> Any:
        try:
            return await ask(Reading(read, self._site.plan, self.now()))
        except ReportError as error:
            raise web.HTTPNotFound(text=str(error)) from error
        except JournalError as error:
            log.exception("a report could not be made")
            raise web.HTTPInternalServerError(text=str(error)) from error
