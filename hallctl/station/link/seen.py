"""What a station has seen of its hall, told with each word.

A hall that was restored from a backup may have lost it, and then learns of it before it decides.
"""

from collections.abc import Mapping
from datetime import date

import msgspec
from PySide6.QtNetwork import QNetworkRequest

from hallctl.core.views import View

EPOCH, NUMBERS = b"Hall-Epoch", b"Hall-Numbers"


class Seen:
    """The latest epoch, and how far the numbers of the newest day had come."""

    def __init__(self) -> None:
        self.epoch = 0
        """An older controller stops when it hears of it."""
        self._business_day = date.min
        self._up_to: dict[str, int] = {}
        self._told = b""

    def see(self, view: View) -> None:
        """A view has come."""
        self.epoch = view.epoch
        if view.business_day is not None:
            self.see_numbers(view.business_day, view.given)

    def see_numbers(self, business_day: date, given: Mapping[str, int]) -> None:
        """The highest serial of each series that is out; what was seen of days before is forgotten."""
        if business_day < self._business_day:
            return
        if business_day > self._business_day:
            self._business_day, self._up_to = business_day, {}
        higher = {one: last for one, last in given.items() if last > self._up_to.get(one, 0)}
        if higher:
            self._up_to |= higher
            told = {"business_day": business_day, "up_to": self._up_to}
            self._told = msgspec.json.encode(told)

    def tell(self, request: QNetworkRequest) -> None:
        """Put it into the request's head."""
        if self.epoch:
            request.setRawHeader(EPOCH, str(self.epoch).encode())
        if self._up_to:
            request.setRawHeader(NUMBERS, self._told)
