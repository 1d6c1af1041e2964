"""``/replay``: drag through a day, and see the hall as it was at any moment of it."""

from collections import OrderedDict
from datetime import date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from aiohttp import web
from sqlite_utils import Database

from hallctl.core.drawing.hall_drawing import hall_view
from hallctl.core.permissions import Sight
from hallctl.core.views import HallView
from hallctl.ledger.replaying import PastDay, days_with_facts
from hallctl.web.floor.floor_words import FloorFace
from hallctl.web.ledger_reader import LedgerReader
from hallctl.web.site import Site

DAYS_KEPT = 4
STEPS = 120
HEIGHT = 40
STEP_MS = 60_000


class _Seen(NamedTuple):
    """What is shown of one moment."""

    days: list[date]
    day: date
    opens_at: int
    closes_at: int
    waiting: list[int]
    view: HallView


class ReplayPage:
    """Answers ``/replay``; days once read stay in memory, a few of them."""

    def __init__(self, site: Site, ledger: LedgerReader) -> None:
        self._site = site
        self._ledger = ledger
        self._read: OrderedDict[tuple[date, int], PastDay] = OrderedDict()

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the address."""
        router.add_get("/replay", self._site.guard(Sight.FLOOR, self.get))

    async def get(self, request: web.Request) -> web.Response:
        """The hall at the moment asked for; the middle of the newest day if nothing is."""
        asked = request.query
        seen = await self._ledger.ask(
            lambda ledger: self._seen(ledger, asked.get("day", ""), asked.get("at", ""))
        )
        say = self._site.saying(request)
        if seen is None:
            return self._site.page(request, "floor/replay_none.html", {})
        said = {
            "view": seen.view,
            "face": FloorFace(seen.view, self._site.plan, say),
            "seen": seen,
            "line": line_of(seen.waiting),
            "most": max(seen.waiting, default=0),
            "step": STEP_MS,
            "past": True,
            "may_act": False,
        }
        return self._site.page(request, "floor/replay.html", said)

    def _seen(self, ledger: Database, day: str, at: str) -> _Seen | None:
        days = days_with_facts(ledger)
        if not days:
            return None
        wanted = next((one for one in days if one.isoformat() == day), days[0])
        past = self._past(ledger, wanted)
        moment = self._moment(past, at)
        view = hall_view(past.hall_at(moment), self._site.plan, moment)
        return _Seen(days, wanted, past.opens_at, past.closes_at, past.waiting(STEPS), view)

    def _past(self, ledger: Database, day: date) -> PastDay:
        """Read once a day that is over; again while it goes on."""
        (newest,) = ledger.execute(
            "select coalesce(closed_at, (select max(number) from journal)) from days"
            " where business_day = ?",
            (day.isoformat(),),
        ).fetchone()
        key = (day, newest)
        if key not in self._read:
            self._read[key] = PastDay(ledger, day)
            while len(self._read) > DAYS_KEPT:
                self._read.popitem(last=False)
        return self._read[key]

    def _moment(self, past: PastDay, at: str) -> int:
        """As ms, or as the clock's ``9:40``; inside the day whatever is asked."""
        middle = (past.opens_at + past.closes_at) // 2
        if at.isascii() and at.isdigit() and len(at) < 16:
            wanted = int(at)
        else:
            wanted = self._on_the_clock(past.day, at) or middle
        return min(max(wanted, past.opens_at), past.closes_at)

    def _on_the_clock(self, day: date, at: str) -> int | None:
        hour, _, minute = at.partition(":")
        try:
            spent = timedelta(hours=int(hour), minutes=int(minute))
        except ValueError:
            return None
        midnight = datetime.combine(day, datetime.min.time(), ZoneInfo(self._site.plan.timezone))
        return round((midnight + spent).timestamp() * 1000)


def line_of(waiting: list[int]) -> str:
    """The points of an SVG line ``STEPS`` wide and ``HEIGHT`` high: how many waited."""
    most = max(waiting, default=0) or 1
    top = [f"{x},{HEIGHT - HEIGHT * one / most:.1f}" for x, one in enumerate(waiting)]
    return " ".join([f"0,{HEIGHT}", *top, f"{len(waiting) - 1},{HEIGHT}"])
