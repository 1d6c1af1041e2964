"""Asks a printer over its transport and sorts the bytes that come back."""

import time
from collections import deque

from hardware.printer.escpos_status import (
    AnswerKind,
    Ask,
    PrinterStatus,
    decode_status,
    kind_of_answer,
    status_question,
)
from hardware.transport.link import Transport, write_all


class AnswerLine:
    """The printer's side of one open transport. Every call may raise TransportGone."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport
        self._statuses: deque[int] = deque(maxlen=64)
        self._confirmations: deque[int] = deque(maxlen=64)

    def forget(self) -> None:
        """Drop what has come in: answers to questions nobody waits for any more."""
        self._hear()
        self._confirmations.clear()

    def ask_status(self, answer_s: float) -> PrinterStatus | None:
        """All four status answers, or None when one does not come within `answer_s`."""
        self._hear()
        answers: list[int] = []
        for ask in Ask:
            write_all(self._transport, status_question(ask), answer_s)
            answer = self._next(self._statuses, answer_s)
            if answer is None:
                return None
            answers.append(answer)
        return decode_status(*answers)

    @property
    def has_confirmation(self) -> bool:
        """Whether an answer to `GS r 1` has come that nobody has taken yet."""
        return bool(self._confirmations)

    def confirmation(self, wait_s: float) -> int | None:
        """The answer to `GS r 1`, or None when it does not come within `wait_s`."""
        return self._next(self._confirmations, wait_s)

    def last_confirmation(self, wait_s: float, quiet_s: float) -> bool:
        """Wait for a confirmation and for those that may follow it, until none has for `quiet_s`."""
        if self.confirmation(wait_s) is None:
            return False
        while self.confirmation(quiet_s) is not None:
            pass
        return True

    def _hear(self) -> None:
        """Take in what has come; a status that was not waited for is old and dropped."""
        while data := self._transport.read(0):
            self._sort(data)
        self._statuses.clear()

    def _next(self, answers: deque[int], wait_s: float) -> int | None:
        deadline = time.monotonic() + wait_s
        while not answers:
            left = deadline - time.monotonic()
            if left < 0:
                return None
            self._sort(self._transport.read(left))
        return answers.popleft()

    def _sort(self, data: bytes) -> None:
        for byte in data:
            match kind_of_answer(byte):
                case AnswerKind.STATUS:
                    self._statuses.append(byte)
                case AnswerKind.CONFIRMATION:
                    self._confirmations.append(byte)
