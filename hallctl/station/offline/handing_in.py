"""Hands in, one after the other and in order, what a kiosk gave while it was alone.

Each number keeps one command id, so it comes in once however often it is sent. A number may stand
in for a wish that the hall granted just before it was lost from sight: it is sent under that
wish's own id, and only if the id is taken did the grant happen. Then the ticket of that grant,
which nobody holds, is cancelled.
"""

import logging
import sqlite3
from collections.abc import Callable

from hallctl.core.commands import CancelTicket, Command
from hallctl.core.events import TicketIssued
from hallctl.core.refusals import Refusal
from hallctl.station.link.addressing import new_command_id
from hallctl.station.link.answering import Answer
from hallctl.station.offline.journal import GivenTicket, OfflineJournal

log = logging.getLogger(__name__)

Send = Callable[[Command, Callable[[Answer], None]], None]
STRANGER = "unknown_token"


class HandingIn:
    """Sends what waits; ``changed`` is called after every number that came in."""

    def __init__(self, journal: OfflineJournal, send: Send, changed: Callable[[], None]) -> None:
        self._journal = journal
        self._send = send
        self._changed = changed
        self._under_way = False

    def begin(self) -> None:
        """Hand in what waits, unless that is under way."""
        if self._under_way:
            return
        given = next(iter(self._journal.waiting()), None)
        if given is not None:
            self._ask(given.wish, lambda answer: self._on_answer(given, answer))

    def _ask(self, wish: Command, heard: Callable[[Answer], None]) -> None:
        """One wish at a time; while the hall is out of reach, or the disk fails, it waits for the next view."""
        self._under_way = True

        def answered(answer: Answer) -> None:
            self._under_way = False
            if answer.unreachable:
                return
            try:
                heard(answer)
            except sqlite3.Error:
                log.exception("the kiosk's own disk fails: what was handed in is handed in again")

        self._send(wish, answered)

    def _on_answer(self, given: GivenTicket, answer: Answer) -> None:
        if answer.granted or answer.refused == Refusal.ALREADY_HANDED_IN:
            self._on_taken(given)
        elif answer.refused == Refusal.ID_REUSED and given.asked is not None:
            self._ask(given.asked, lambda first: self._on_first_answer(given, first))
        elif answer.refused == Refusal.DAY_NOT_OPEN:  # for ever: the next try is another command
            self._journal.ask_anew(given.sequence, new_command_id(), given.ghost)
        elif answer.refused != STRANGER:
            log.error("the hall does not take %s: %s", given.number, answer.refused)
            self._journal.refuse(given.sequence, answer.refused)
            self._go_on()

    def _on_first_answer(self, given: GivenTicket, answer: Answer) -> None:
        """What became of the wish that this number stands in for."""
        issued = next((one for one in answer.events if isinstance(one, TicketIssued)), None)
        ghost = issued.ticket if issued else ""
        self._journal.ask_anew(given.sequence, new_command_id(), ghost)
        self._go_on()

    def _on_taken(self, given: GivenTicket) -> None:
        if given.ghost:
            wish = CancelTicket(command_id=new_command_id(), ticket=given.ghost)
            self._ask(wish, lambda _answer: self._on_in(given))
        else:
            self._on_in(given)

    def _on_in(self, given: GivenTicket) -> None:
        self._journal.is_in(given.sequence)
        self._go_on()

    def _go_on(self) -> None:
        self._changed()
        self.begin()
