"""What cameras there are to look at for a complaint: which see its counter, and of what time."""

from datetime import UTC, datetime
from typing import NamedTuple

from aiohttp import web
from sqlite_utils import Database

from hallctl.core.hall.complaint_shelf import Complaint
from hallctl.people.sessions import Person
from hallctl.web.desks.camera_desk import CameraDesk, CameraSeen
from hallctl.web.ledger_reader import LedgerReader

AROUND_MS = 15 * 60_000
"""Stills so long before and after a visit are shown with it."""


class Footage(NamedTuple):
    """The cameras over a complaint's counter, when the visit was there (ms), and stills of then."""

    cameras: list[CameraSeen]
    keeps_stills: bool
    began_at: int
    ended_at: int
    stills: dict[str, list[tuple[str, int]]]
    """By camera: each still's name, and its moment (ms)."""


class ComplaintCameras:
    """For the inspector's page of one complaint; nothing is opened where no counter is named."""

    def __init__(self, desk: CameraDesk, ledger: LedgerReader) -> None:
        self._desk = desk
        self._ledger = ledger

    async def of(self, complaint: Complaint) -> Footage | None:
        """What there is; None where no camera sees the counter, or no counter is named."""
        if not complaint.counter:
            return None
        cameras = await self._desk.at_counter(complaint.counter)
        if not cameras:
            return None
        began, ended = await self._ledger.ask(lambda database: _when(database, complaint))
        first, last = _name(began - AROUND_MS), _name(ended + AROUND_MS)
        stills = {
            one.camera: [
                (still, _moment(still))
                for still in one.stills
                if first <= still[: len(first)] <= last
            ]
            for one in cameras
        }
        return Footage(cameras, self._desk.keeps_stills, began, ended, stills)

    async def take(self, request: web.Request, person: Person, camera: str) -> bool:
        """Take a still now, in that person's name; False where it can't be."""
        return await self._desk.take(request, person.account, camera)


def _when(database: Database, complaint: Complaint) -> tuple[int, int]:
    """From the first call of the visit to its end; without a visit, when it was complained."""
    row = database.execute(
        "select min(first_called_at), max(coalesce(finished_at, 0)) from tickets where visit = ?",
        (complaint.visit,),
    ).fetchone()
    began = int(row[0] or 0) if row and complaint.visit else 0
    if not began:
        return complaint.filed_at, complaint.filed_at
    return began, max(began, int(row[1] or 0))


def _moment(still: str) -> int:
    """The moment in a still's name."""
    return round(datetime.strptime(still, "%Y%m%dT%H%M%S.%f%z").timestamp() * 1000)


def _name(at: int) -> str:
    """A moment as stills are named, to the second."""
    return f"{datetime.fromtimestamp(at / 1000, UTC):%Y%m%dT%H%M%S}"
