"""Keeps the standing orders: what falls due is owed on disk, made from the ledger, and mailed."""

import asyncio
import logging
from collections.abc import Callable
from datetime import date, datetime
from email.message import EmailMessage
from functools import partial
from typing import NamedTuple, Protocol, get_args
from zoneinfo import ZoneInfo

from sqlite_utils import Database

from hallctl.core.drawing.unsent import Unsent
from hallctl.core.plan import Plan
from hallctl.habits import again_and_again
from hallctl.journal.entry import JournalError
from hallctl.ledger.period import Now, Period
from hallctl.notices.errors import NotSentError
from hallctl.report_mail.composing import Envelope, compose
from hallctl.report_mail.letters import GONE, Letter, Letters
from hallctl.report_mail.schedule import newest_due, period_before
from hallctl.reports.building import build
from hallctl.reports.orders import Name, Reading, ReportError, ReportOrder, Sources
from hallctl.reports.periods import Compared
from hallctl.settings.tables.report_mail import ReportMail

log = logging.getLogger(__name__)

LOOK_EVERY_S = 20.0
NOT_MADE = "not_made"


class Post(Protocol):
    """The mail server."""

    async def post(self, letter: EmailMessage, /) -> None:
        """Raises :class:`NotSentError`."""


class Ledger(Protocol):
    """The ledger for reading."""

    async def ask(self, read: Callable[[Database], EmailMessage], /) -> EmailMessage:
        """What is found there."""


class Desk(NamedTuple):
    """What letters are made of and sent by; without a server they wait."""

    plan: Plan
    orders: tuple[ReportMail, ...]
    ledger: Ledger
    sender: str
    server: Post | None
    now: Callable[[], int]


class ReportMails:
    """The standing orders of one hall, and the letters that they owe."""

    def __init__(self, desk: Desk, letters: Letters) -> None:
        self.letters = letters
        self.unsent = Unsent("reports_unsent", 0, 0)
        """As it was when letters were tried last."""
        self._desk = desk
        self._zone = ZoneInfo(desk.plan.timezone)

    @property
    def orders(self) -> dict[str, ReportMail]:
        """The standing orders by their names."""
        return {one.name: one for one in self._desk.orders}

    def go_by(self, desk: Desk) -> None:
        """Keep these orders, by this server, from now on."""
        self._desk = desk

    async def keep_sending(self) -> None:
        """Look and send again and again; never returns."""
        await again_and_again(LOOK_EVERY_S, self.send_due, "reports could not be mailed")

    async def send_due(self) -> None:
        """Owe what has fallen due, then try everything that is owed."""
        await asyncio.to_thread(self._owe_due)
        if self._desk.server is not None:
            await self._try_all(self._desk.server)
        unsent = await asyncio.to_thread(self.letters.unsent, self._desk.now())
        self.unsent = Unsent("reports_unsent", *unsent)

    def send_now(self, name: str) -> None:
        """Owe the order's newest report at once, once more if it went out before."""
        order, at = self.orders[name], self._desk.now()
        period = period_before(order, self._local(at).date(), self._desk.plan.dossiers.calendar)
        days = (period.first.isoformat(), period.last.isoformat())
        if not self.letters.again(name, *days, at):
            self.letters.owe([(name, *days, address) for address in order.to], at)

    def _owe_due(self) -> None:
        at = self._desk.now()
        for order in self._desk.orders:
            due = newest_due(order, self._local(at), self._desk.plan.dossiers.calendar)
            if due is not None:
                days = (due.period.first.isoformat(), due.period.last.isoformat())
                self.letters.owe([(order.name, *days, to) for to in order.to], at)

    async def _try_all(self, server: Post) -> None:
        for letter in await asyncio.to_thread(self.letters.due, self._desk.now()):
            if not await self._try(letter, server):
                return

    async def _try(self, letter: Letter, server: Post) -> bool:
        """Whether the others are worth a try now."""
        order = self.orders.get(letter.name)
        fault, hopeless, goes_on = GONE, True, True
        if order is not None:
            try:
                await server.post(await self._made(letter, order))
            except NotSentError as error:
                fault, hopeless, goes_on = error.fault, error.hopeless, not error.nobody_there
            except (ReportError, JournalError) as error:
                log.warning("report %s: %s", letter.name, error)
                fault, hopeless = NOT_MADE, False
            except Exception:  # one that can't be made keeps no other from its readers
                log.exception("report %s could not be made", letter.name)
                fault, hopeless = NOT_MADE, False
            else:
                await asyncio.to_thread(self.letters.sent, letter, self._desk.now())
                return True
        log.warning("report %s to %s: %s", letter.name, letter.first, fault)
        at = self._desk.now()
        await asyncio.to_thread(self._failed, letter, fault, at, hopeless)
        return goes_on

    def _failed(self, letter: Letter, fault: str, at: int, hopeless: bool) -> None:
        self.letters.failed(letter, fault, at, hopeless=hopeless)

    async def _made(self, letter: Letter, order: ReportMail) -> EmailMessage:
        desk, at = self._desk, self._desk.now()
        envelope = Envelope(desk.sender, letter.address, letter.again, at)
        wanted = order_of(order, Period(*map(date.fromisoformat, (letter.first, letter.last))))
        made = partial(_made, wanted, order, envelope)
        return await desk.ledger.ask(Reading(made, desk.plan, Now(self._local(at).date(), at)))

    def _local(self, at: int) -> datetime:
        return datetime.fromtimestamp(at / 1000, self._zone).replace(tzinfo=None)


def _made(
    wanted: ReportOrder, order: ReportMail, envelope: Envelope, sources: Sources
) -> EmailMessage:
    return compose(build(wanted, sources), order, sources.plan, envelope)


def order_of(order: ReportMail, period: Period) -> ReportOrder:
    """What is asked of the report."""
    name = next(one for one in get_args(Name) if one == order.report)
    compare: Compared | None = order.compare or None
    return ReportOrder(name, period, order.by, compare, order.language)
