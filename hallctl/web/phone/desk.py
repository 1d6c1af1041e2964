"""What the phone pages ask of the hall: who holds what, and a number, please."""

from typing import NamedTuple

from hallctl.controller import Controller
from hallctl.core.commands import TakeNumber
from hallctl.core.deciding.phone_decisions import ticket_in_hand
from hallctl.core.permissions import Actor, Role

DESK = Actor("phone", Role.HALL)
"""The hall itself, which has seen the code."""


class Taken(NamedTuple):
    """The ticket, new or held already; or why there is none."""

    ticket: str = ""
    refused: str = ""


class PhoneDesk:
    """Takes numbers in the hall's name. Methods raise HallStoppedError."""

    def __init__(self, controller: Controller) -> None:
        self._controller = controller

    def now(self) -> int:
        """The hall's time."""
        return self._controller.now()

    async def held_by(self, device: str) -> str:
        """The ticket that phone is waiting or served with, or empty."""
        await self._controller.settled()
        ticket = ticket_in_hand(self._controller.hall, device)
        return ticket.ticket if ticket else ""

    async def take(self, wish: TakeNumber) -> Taken:
        """A number, or the one the phone has already."""
        read = (await self._controller.submit(wish, DESK)).read()
        if read.refused == "phone_holds_number":
            return Taken(str(read.details["ticket"]))
        if read.refused:
            return Taken(refused=read.refused)
        return Taken(str(read.events[0]["ticket"]))
