"""The public's page: today in figures that add up, waits to expect, quiet hours, past days."""

import asyncio
from collections.abc import Callable
from datetime import date, timedelta
from itertools import groupby
from typing import NamedTuple

from aiohttp import web
from sqlite_utils import Database

from hallctl.complaints.comments import Comment
from hallctl.core.views import Counts
from hallctl.ledger.figures.sealed_counts import sealed_days
from hallctl.ledger.period import Now, Period
from hallctl.reports.saying import Saying
from hallctl.reports.visits.daily_counts import DayCounts, daily_counts
from hallctl.reports.visits.quiet_hours import WEEKS, UsualHalfHour, quietest, usual_half_hours
from hallctl.web.fan_out import Look
from hallctl.web.ledger_reader import LedgerReader
from hallctl.web.pages.lexicon import roughly
from hallctl.web.public.start_pages import board_of
from hallctl.web.site import WORDS, Site

PARTS = ("finished", "at_counters", "waiting", "missed", "cancelled", "lapsed")
DAYS_SHOWN = 21
LONGEST_BREAK = timedelta(days=60)


class Part(NamedTuple):
    """One part of the day's tickets; ``width`` in per cent of all."""

    name: str
    number: int
    width: float


class Cell(NamedTuple):
    """One half hour of one weekday."""

    level: str
    minutes: int
    title: str


class Row(NamedTuple):
    """One half hour through the week; None where too few came."""

    time: str
    cells: list[Cell | None]


class Quiet(NamedTuple):
    """When it is quiet, as the page shows it."""

    weeks: int
    weekdays: list[int]
    rows: list[Row]
    best: str


class _Past(NamedTuple):
    """What the ledger knows of the weeks before today."""

    today: date
    until: date
    """The day before this one is the last that is over: a hall may be open past midnight."""
    hours: list[UsualHalfHour]
    days: list[DayCounts]


class TodayPage:
    """Answers ``/today``; what the ledger says is read once a day and kept."""

    def __init__(
        self,
        site: Site,
        look: Look,
        ledger: LedgerReader,
        today: Callable[[], date],
        said: Callable[[], list[Comment]],
    ) -> None:
        """``said``: what visitors wrote and the hall has let out."""
        self._said = said
        self._site = site
        self._look = look
        self._ledger = ledger
        self._today = today
        self._past: _Past | None = None

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the address."""
        router.add_get("/today", self.get)

    async def get(self, request: web.Request) -> web.Response:
        """The page."""
        board = await board_of(self._look)
        past = await self._past_of(self._today(), board.business_day)
        shown = Period(past.days[-1].day, past.days[0].day) if past.days else None
        now = Now(past.today, board.shown_at)
        seals = await self._ledger.ask(lambda db: seals_on(db, shown, now)) if shown else {}
        said = {
            "board": board,
            "roughly": roughly,
            "parts": parts_of(board.counts),
            "quiet": quiet_of(past.hours, self._site.saying(request)),
            "days": past.days,
            "said": await asyncio.to_thread(self._said),
            "seals": seals,
            "last_day": past.days[0].day if past.days else None,
        }
        return self._site.page(request, "public/today.html", said)

    async def _past_of(self, today: date, business_day: date | None) -> _Past:
        until = min(today, business_day or today)
        if self._past is None or (self._past.today, self._past.until) != (today, until):
            self._past = await self._ledger.ask(lambda ledger: self._read(ledger, today, until))
        return self._past

    def _read(self, ledger: Database, today: date, until: date) -> _Past:
        before = Period(until - LONGEST_BREAK, until - timedelta(days=1))
        plan = self._site.plan
        hours = usual_half_hours(ledger, today, plan.timezone, plan.shifts)
        return _Past(today, until, hours, daily_counts(ledger, before)[:DAYS_SHOWN])


def seals_on(ledger: Database, period: Period, now: Now) -> dict[date, str]:
    """By day, ``sealed`` or, where a figure was put right since, ``corrected``."""
    found: dict[date, str] = {}
    for one in sealed_days(ledger, period, now):
        if one.correction or found.get(one.day) == "corrected":
            found[one.day] = "corrected"
        else:
            found[one.day] = "sealed"
    return found


def parts_of(counts: Counts) -> list[Part]:
    """Every ticket of the day once, by where it is."""
    numbers = {name: getattr(counts, name) for name in PARTS}
    whole = counts.issued or 1
    return [Part(name, number, round(100 * number / whole, 3)) for name, number in numbers.items()]


def quiet_of(hours: list[UsualHalfHour], say: Saying) -> Quiet:
    """The usual waits as a table of half hours by weekdays, and the best of them in words."""
    words = WORDS[say.language]
    weekdays = sorted({one.weekday for one in hours})
    by_time = sorted(hours, key=lambda one: one.minutes)
    rows = []
    for minutes, some in groupby(by_time, key=lambda one: one.minutes):
        found = {one.weekday: _cell(one, say) for one in some}
        rows.append(Row(_clock(minutes), [found.get(weekday) for weekday in weekdays]))
    best = ", ".join(
        words["quiet_hour"].format(weekday=say.weekday(one.weekday), time=_clock(one.minutes))
        for one in quietest(hours)
    )
    return Quiet(WEEKS, weekdays, rows, best)


def _cell(one: UsualHalfHour, say: Saying) -> Cell:
    title = WORDS[say.language]["cell_title"].format(
        weekday=say.weekday(one.weekday),
        time=_clock(one.minutes),
        span=say.minutes(one.wait_s),
        visits=say.number(one.visits, 1),
    )
    return Cell(one.level, -(-one.wait_s // 60), title)


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
