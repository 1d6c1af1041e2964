"""The hall's front door: what hall this is, whether it is open, where to go; and how stations join."""

from datetime import datetime
from zoneinfo import ZoneInfo

from aiohttp import web

from hallctl.core.plan import Plan
from hallctl.core.views import BoardView
from hallctl.web.addresses import Addresses
from hallctl.web.fan_out import Look, ViewKey
from hallctl.web.site import WORDS, Site

STATIONS = (
    ("kiosk", "tablet-smartphone", "kiosk --hall {hall} --token-file kiosk-1.token"),
    ("board", "monitor", "hall_board --hall {hall} --token-file board-1.token"),
    (
        "panel",
        "laptop",
        "counter_display panel --hall {hall} --token-file counter-1.token --counter 1",
    ),
    (
        "sign",
        "panel-top",
        "counter_display sign --hall {hall} --token-file sign-1.token --counter 1",
    ),
    ("pad", "smile", "rating_pad --hall {hall} --token-file pad-1.token --counter 1"),
)
"""Each kind of screen, its icon, and how it is started."""


class StartPages:
    """Answers ``/`` and ``/stations``."""

    def __init__(self, site: Site, look: Look, addresses: Addresses) -> None:
        self._site = site
        self._look = look
        self._addresses = addresses

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the addresses."""
        router.add_get("/", self.start)
        router.add_get("/stations", self.stations)

    async def start(self, request: web.Request) -> web.Response:
        """What hall this is, how it is now, and where to go."""
        board = await board_of(self._look)
        hours = hours_in_words(self._site.plan, self._site.language(request), board.shown_at)
        said = {"board": board, "hours": hours, "books": self._site.plan.appointments.offered}
        return self._site.page(request, "public/start.html", said)

    async def stations(self, request: web.Request) -> web.Response:
        """How each screen is started against this hall."""
        hall = self._addresses.station_url
        kinds = [
            (kind, icon, f".venv/bin/python -m {line.format(hall=hall)}")
            for kind, icon, line in STATIONS
        ]
        said = {"address": hall, "kinds": kinds}
        return self._site.page(request, "public/stations.html", said)


async def board_of(look: Look) -> BoardView:
    """What the wall board shows now."""
    view = await look(ViewKey("board"))
    if not isinstance(view, BoardView):
        raise web.HTTPServiceUnavailable
    return view


def hours_in_words(plan: Plan, language: str, at: int) -> str:
    """Today's hours, or that today is a day off."""
    today = datetime.fromtimestamp(at / 1000, ZoneInfo(plan.timezone)).date()
    shifts = plan.dossiers.calendar.shifts(today)
    if not shifts:
        return WORDS[language]["closed_today"]
    spans = ", ".join(f"{one.opens:%H:%M}–{one.closes:%H:%M}" for one in shifts)
    return WORDS[language]["open_today_until"].format(shifts=spans)
