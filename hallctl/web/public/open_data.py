"""``/open-data``: the daily counts for anybody to take, as CSV and as JSON."""

from collections.abc import Callable
from datetime import date

import msgspec
from aiohttp import web

from hallctl.ledger.period import Period
from hallctl.reports.visits.daily_counts import (
    DayCounts,
    PublishedSeal,
    as_csv,
    daily_counts,
    seals_of,
)
from hallctl.web.door import answers
from hallctl.web.ledger_reader import LedgerReader
from hallctl.web.pages.page_files import STRICT

FROM_THE_FIRST = date(2000, 1, 1)


class OpenCounts(msgspec.Struct, frozen=True):
    """The days on which somebody came, the newest first."""

    days: tuple[DayCounts, ...]


class OpenSeals(msgspec.Struct, frozen=True):
    """The seals of those days, the newest first."""

    seals: tuple[PublishedSeal, ...]


class OpenData:
    """Publishes every closed day, and the open one as it stands."""

    def __init__(self, ledger: LedgerReader, today: Callable[[], date]) -> None:
        self._ledger = ledger
        self._today = today

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the addresses."""
        router.add_get("/open-data/counts.csv", self.csv)
        router.add_get("/open-data/counts.json", self.json)
        router.add_get("/open-data/seals.json", self.seals)

    async def csv(self, request: web.Request) -> web.Response:
        """A line a day."""
        days = await self._days(request)
        if isinstance(days, web.Response):
            return days
        return web.Response(
            text=as_csv(days),
            content_type="text/csv",
            charset="utf-8",
            headers=STRICT
            | {
                "Cache-Control": "no-store",
                "Content-Disposition": 'attachment; filename="hall-counts.csv"',
            },
        )

    async def json(self, request: web.Request) -> web.Response:
        """The same with its types."""
        days = await self._days(request)
        if isinstance(days, web.Response):
            return days
        return answers.json_response(msgspec.json.encode(OpenCounts(tuple(days))))

    async def seals(self, request: web.Request) -> web.Response:
        """Each day's sealed figures with their hashes."""
        period = self._period(request)
        if isinstance(period, web.Response):
            return period
        found = await self._ledger.ask(lambda ledger: seals_of(ledger, period))
        return answers.json_response(msgspec.json.encode(OpenSeals(tuple(found))))

    async def _days(self, request: web.Request) -> list[DayCounts] | web.Response:
        period = self._period(request)
        if isinstance(period, web.Response):
            return period
        return await self._ledger.ask(lambda ledger: daily_counts(ledger, period))

    def _period(self, request: web.Request) -> Period | web.Response:
        try:
            first = date.fromisoformat(request.query.get("from") or FROM_THE_FIRST.isoformat())
            last = date.fromisoformat(request.query.get("to") or self._today().isoformat())
        except ValueError:
            return answers.malformed(ValueError("from and to are days such as 2026-11-23"))
        return Period(first, last)
