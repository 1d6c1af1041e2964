"""Filing complaints and dealing with them: words into their store, the fact through the one writer."""

import asyncio
import logging
from typing import NamedTuple
from uuid import UUID

import msgspec

from hallctl.complaints.words import Complainant, ComplaintWords
from hallctl.controller import Controller, Reply
from hallctl.core import commands
from hallctl.core.complaint_life import OPEN
from hallctl.core.hall.complaint_shelf import Complaint
from hallctl.core.permissions import Actor, Role

log = logging.getLogger(__name__)

LOOK_EVERY_S = 3600.0
DESK = Actor("complaints", Role.HALL)
"""The hall itself, which files what citizens hand in."""


class Filed(NamedTuple):
    """The complaint's code, or why the hall did not take it."""

    complaint: str = ""
    refused: str = ""


class Spoken(NamedTuple):
    """The words of one complaint: what was written, asked and answered, oldest first."""

    words: str
    more: tuple[str, ...]
    answer: str


class ComplaintDesk:
    """Everything a page does with complaints. Methods raise HallStoppedError."""

    def __init__(self, controller: Controller, words: ComplaintWords) -> None:
        self._controller = controller
        self.words = words

    async def settle(self) -> None:
        """After a start: what the journal has is filed."""
        complaints = self._controller.hall.complaints.every.values()
        digests = [digest for one in complaints for digest in digests_of(one)]
        await asyncio.to_thread(self.words.settle, digests)

    async def forget_before(self, before: int) -> int:
        """Forget who complained, where the complaint ended before that moment; gives how many."""
        over = [
            digest
            for one in self._controller.hall.complaints.every.values()
            if one.state not in OPEN and one.state_since < before
            for digest in digests_of(one)
        ]
        return await asyncio.to_thread(self.words.forget, over)

    async def find(self, complaint: str) -> Complaint | None:
        """The complaint of that code, as the disk has it."""
        await self._controller.settled()
        return self._controller.hall.complaints.every.get(complaint)

    async def every(self) -> list[Complaint]:
        """All of them, the newest first."""
        await self._controller.settled()
        return list(self._controller.hall.complaints.every.values())[::-1]

    async def open(self) -> list[Complaint]:
        """Those somebody still has to deal with, the most urgent first."""
        await self._controller.settled()
        return self._controller.hall.complaints.open()

    async def file(
        self, wish: commands.FileComplaint, words: str, complainant: Complainant
    ) -> Filed:
        """File a complaint; ``wish`` comes without its hash."""
        digest = await asyncio.to_thread(self.words.keep, wish.command_id, words, complainant)
        return await self._filed(msgspec.structs.replace(wish, digest=digest), DESK, digest)

    async def add(self, wish: UUID, complaint: str, words: str) -> Filed:
        """The citizen tells more."""
        digest = await asyncio.to_thread(self.words.keep, wish, words)
        command = commands.AddToComplaint(command_id=wish, complaint=complaint, digest=digest)
        return await self._filed(command, DESK, digest)

    async def answer(self, wish: commands.AnswerComplaint, words: str, by: Actor) -> Filed:
        """Answer it; ``wish`` comes without its hash."""
        digest = await asyncio.to_thread(self.words.keep, wish.command_id, words)
        return await self._filed(msgspec.structs.replace(wish, digest=digest), by, digest)

    async def act(self, wish: commands.ComplaintCommand, by: Actor) -> Filed:
        """Anything else that is done about it."""
        return _told((await self._controller.submit(wish, by)).read())

    async def spoken(self, complaint: Complaint) -> Spoken:
        """What was said, from the store."""

        def read() -> Spoken:
            more = tuple(
                self.words.words(one.digest) if one.digest else "" for one in complaint.asked
            )
            answer = self.words.words(complaint.answer) if complaint.answer else ""
            return Spoken(self.words.words(complaint.digest), more, answer)

        return await asyncio.to_thread(read)

    async def _filed(self, wish: commands.Command, by: Actor, digest: str) -> Filed:
        filed = _told((await self._controller.submit(wish, by)).read())
        keep = self.words.drop if filed.refused else self.words.filed
        await asyncio.to_thread(keep, digest)
        return filed


def digests_of(complaint: Complaint) -> list[str]:
    """The hashes of everything that was said about it."""
    said = [complaint.digest, *(one.digest for one in complaint.asked), complaint.answer]
    return [digest for digest in said if digest]


def _told(reply: Reply) -> Filed:
    return (
        Filed(refused=reply.refused) if reply.refused else Filed(str(reply.events[0]["complaint"]))
    )
