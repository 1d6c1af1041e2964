"""Views leave for every station that listens: drawn once a kind, framed once, newest wins.

A station that stops reading is skipped and gets the newest view when it reads again; it never
holds up another. Frames go straight to the transport: awaiting each send would let one slow
board stop them all.
"""

import asyncio
from collections.abc import Callable
from typing import NamedTuple

import msgspec

from hallctl.core.views import View

FULL = 64 * 1024
"""Unsent bytes from which a station counts as not reading."""
CATCH_UP_S = 0.1
TOGETHER_S = 0.02
"""While commands keep coming, views leave at most this often."""


class ViewKey(NamedTuple):
    """Which view: its kind, and the counter, station or ticket it is for."""

    kind: str
    of: str = ""


Draw = Callable[[ViewKey], View | None]


class Channel:
    """Everyone who listens to one view, and the newest frame of it."""

    __slots__ = ("behind", "frame", "key", "transports", "view")

    def __init__(self, key: ViewKey) -> None:
        self.key = key
        self.view: View | None = None
        self.frame = b""
        self.transports: set[asyncio.Transport] = set()
        self.behind: set[asyncio.Transport] = set()

    def show(self, view: View) -> bool:
        """Take a newer view; False when nothing a station shows has changed."""
        before = self.view
        if before is not None:
            same = msgspec.structs.replace(
                view, journal_number=before.journal_number, shown_at=before.shown_at
            )
            if same == before:
                return False
        self.take(view)
        return True

    def take(self, view: View) -> None:
        """Frame the view once for everybody."""
        self.view = view
        self.frame = frame(msgspec.json.encode(view))

    def send(self) -> None:
        """The newest frame to everyone who reads."""
        for transport in self.transports:
            self.send_to(transport)

    def send_to(self, transport: asyncio.Transport) -> None:
        """The newest frame to one station, unless it is not reading."""
        if transport.get_write_buffer_size() > FULL:
            self.behind.add(transport)
            return
        self.behind.discard(transport)
        transport.write(self.frame)


class FanOut:
    """All channels of the hall."""

    def __init__(self, draw: Draw) -> None:
        self._draw = draw
        self._channels: dict[ViewKey, Channel] = {}
        self._told_at = 0.0
        self._late: asyncio.TimerHandle | None = None

    @property
    def listening(self) -> int:
        """How many stations listen."""
        return sum(len(channel.transports) for channel in self._channels.values())

    def join(self, key: ViewKey, transport: asyncio.Transport) -> None:
        """Show the newest view at once, and every newer one from now on."""
        channel = self._channels.get(key)
        if channel is None:
            channel = self._channels[key] = Channel(key)
        view = self._draw(key)
        if view is not None:
            channel.take(view)
        channel.transports.add(transport)
        channel.send_to(transport)

    def leave(self, key: ViewKey, transport: asyncio.Transport) -> None:
        """The station has gone."""
        channel = self._channels[key]
        channel.transports.discard(transport)
        channel.behind.discard(transport)
        if not channel.transports:
            del self._channels[key]

    def tell(self, more: bool) -> None:
        """The hall has changed; with more to come at once, wait a little and tell it together."""
        loop = asyncio.get_running_loop()
        if more and loop.time() - self._told_at < TOGETHER_S:
            if self._late is None:
                self._late = loop.call_later(TOGETHER_S, self.tell, False)
            return
        if self._late is not None:
            self._late.cancel()
            self._late = None
        self._told_at = loop.time()
        for channel in self._channels.values():
            view = self._draw(channel.key)
            if view is not None and channel.show(view):
                channel.send()

    def refresh(self) -> None:
        """Send what time alone has changed: waits, estimates, the journal number shown."""
        for channel in self._channels.values():
            view = self._draw(channel.key)
            if view is None or channel.view is None:
                continue
            is_newer = view.journal_number != channel.view.journal_number
            if channel.show(view):
                channel.send()
            elif is_newer:
                channel.take(view)
                channel.send()

    def catch_up(self) -> None:
        """The newest view to those who had stopped reading and read again."""
        for channel in self._channels.values():
            for transport in tuple(channel.behind):
                channel.send_to(transport)


def frame(document: bytes) -> bytes:
    """A whole WebSocket text frame from a server (RFC 6455, section 5.2: FIN, opcode 1)."""
    size = len(document)
    if size < 126:
        return bytes((0x81, size)) + document
    if size < 65536:
        return bytes((0x81, 126)) + size.to_bytes(2, "big") + document
    return bytes((0x81, 127)) + size.to_bytes(8, "big") + document
