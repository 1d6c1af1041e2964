"""``/record``: who signed in, was refused, or looked at personal data; for inspector and administrator."""

import re
from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from aiohttp import web

from hallctl.core.permissions import Sight
from hallctl.people import record
from hallctl.people.record import Kind, Line
from hallctl.people.sessions import Person
from hallctl.reports.saying import Saying
from hallctl.web.known.staff import Staff
from hallctl.web.signing_in.people_words import WORDS
from hallctl.web.site import Site

SHOWN = 200
APPOINTMENTS = re.compile(r"appointments of (\d{4})-(\d\d)-(\d\d)")
COMMENT = re.compile(r"comment \d{4}-\d\d-\d\d-(?P<number>\w+): (?P<state>public|kept_back)")
TROUBLES = frozenset({Kind.SIGN_IN_REFUSED, Kind.PAIRING_REFUSED, Kind.REFUSED})


class Told(NamedTuple):
    """One line as the page shows it."""

    day: str
    time: str
    kind: Kind
    account: str
    address: str
    about: str
    is_trouble: bool


class RecordPage:
    """Shows the newest lines; nothing on it can be changed."""

    def __init__(self, site: Site, staff: Staff) -> None:
        self._site = site
        self._staff = staff
        self._zone = ZoneInfo(site.plan.timezone)

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Take the address of the record."""
        router.add_get("/record", self._staff.guard(Sight.RECORD, self.get))

    async def get(self, request: web.Request, _person: Person) -> web.StreamResponse:
        """The newest lines, newest first."""
        with self._staff.people.store.reading() as database:
            lines = list(record.lines(database, SHOWN))
        kinds = WORDS[self._site.language(request)]
        say = self._site.saying(request)
        newest = [self._told(line, kinds, say) for line in lines]
        said = {"record": kinds, "lines": newest[::-1]}
        return self._site.page(request, "office/record.html", said)

    def _told(self, line: Line, words: dict[str, str], say: Saying) -> Told:
        at = datetime.fromtimestamp(line.at / 1000, self._zone)
        return Told(
            day=say.day(at),
            time=f"{at:%H:%M:%S}",
            kind=line.kind,
            account=line.account,
            address=line.address,
            about=in_words(line, words),
            is_trouble=line.kind in TROUBLES,
        )


def in_words(line: Line, words: dict[str, str]) -> str:
    """What the line is about, where the record has it in a form of its own."""
    if line.kind is Kind.REFUSED:
        return words["about_page"].format(page=line.about.partition(": ")[0])
    if found := APPOINTMENTS.fullmatch(line.about):
        return words["about_appointments"].format(day="/".join(found.groups()[::-1]))
    if found := COMMENT.fullmatch(line.about):
        return words[f"about_comment_{found['state']}"].format(number=found["number"])
    return line.about
