"""Views leave for every station that listens: drawn once, framed once, newest wins.

A station that stops reading is skipped and gets the newest view when it reads again; it never
holds up another. Frames go straight to the transport: awaiting each send would let one slow
board stop them all.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterator
from itertools import chain
from time import perf_counter
from typing import NamedTuple, Protocol

import msgspec

from hallctl.core.views import View

log = logging.getLogger(__name__)

FULL = 64 * 1024
"""Unsent bytes from which a station counts as not reading."""
CATCH_UP_S = 0.1
TOGETHER_S = 0.02
"""While commands keep coming, views leave at most this often."""
PREPARED_S = 0.0003
"""So long views are drawn ahead: a disk that syncs sooner would wait for them."""
URGENT = ("board", "own_board", "kiosk", "sign", "pad", "counter")
"""Whose views leave first: what everybody looks at, then what one official does."""


class ViewKey(NamedTuple):
    """Which view: its kind, and the counter, station, ticket or dossier it is for."""

    kind: str
    of: str = ""


Draw = Callable[[ViewKey], View | None]
Look = Callable[[ViewKey], Awaitable[View | None]]
"""Draws as soon as the disk holds everything that will be seen."""


class Settling(Protocol):
    """Knows whether the disk holds everything that would be drawn now: else nobody may see it."""

    @property
    def is_settled(self) -> bool:
        """Whether views may leave."""

    async def settled(self) -> None:
        """Wait until they may; draw before waiting for anything else."""


class Drawn(NamedTuple):
    """A view, and its frame for everybody."""

    view: View
    frame: bytes


class Channel:
    """Everyone who listens to one view, and the newest frame of it."""

    __slots__ = ("behind", "frame", "key", "transports", "view")

    def __init__(self, key: ViewKey) -> None:
        self.key = key
        self.view: View | None = None
        self.frame = b""
        self.transports: set[asyncio.Transport] = set()
        self.behind: set[asyncio.Transport] = set()

    def differs(self, view: View) -> bool:
        """Whether anyone who looks at the screen could tell this view from the one before."""
        before = self.view
        if before is None:
            return True
        same = msgspec.structs.replace(
            view,
            journal_number=before.journal_number,
            shown_at=before.shown_at,
            given=before.given,
        )
        return same != before

    def is_older_than(self, view: View) -> bool:
        """Whether the view before showed an earlier fact, or anything else."""
        is_earlier = self.view is None or self.view.journal_number != view.journal_number
        return is_earlier or self.differs(view)

    def take(self, drawn: Drawn) -> None:
        """Keep the newest view for everybody."""
        self.view, self.frame = drawn

    def send(self) -> None:
        """The newest frame to everyone who reads."""
        for transport in self.transports:
            self.send_to(transport)

    def send_to(self, transport: asyncio.Transport) -> None:
        """The newest frame to one station, unless it is not reading or about to leave."""
        if transport.is_closing():
            return
        if transport.get_write_buffer_size() > FULL:
            self.behind.add(transport)
            return
        if self.behind:
            self.behind.discard(transport)
        transport.write(self.frame)


Change = tuple[Channel, Drawn | None]
"""A channel, and its view if anybody could tell it from the one before."""


def _urgency(channel: Channel) -> int:
    kind = channel.key.kind
    return URGENT.index(kind) if kind in URGENT else len(URGENT)


class FanOut:
    """All channels of the hall."""

    def __init__(self, draw: Draw, settling: Settling) -> None:
        self._draw = draw
        self._settling = settling
        self._channels: dict[ViewKey, Channel] = {}
        self._told_at = 0.0
        self._late: asyncio.TimerHandle | None = None
        self._prepared: list[Change] = []
        self._changing: Iterator[Change] | None = None
        """Draws what is still to be drawn of a commit under way."""

    @property
    def listening(self) -> int:
        """How many stations listen."""
        return sum(len(channel.transports) for channel in self._channels.values())

    async def look(self, key: ViewKey) -> View | None:
        """The newest view of what the disk holds."""
        await self._settling.settled()
        return self._draw(key)

    async def join(self, key: ViewKey, transport: asyncio.Transport) -> None:
        """Show the newest view at once, and every newer one from now on."""
        await self._settling.settled()
        self._show(key, transport)

    def move(self, before: ViewKey, after: ViewKey, transport: asyncio.Transport) -> bool:
        """Who listens to one view is shown another from now on; False for who has not joined yet.

        Only while the hall is settled.
        """
        channel = self._channels.get(before)
        if channel is None or transport not in channel.transports:
            return False
        self.leave(before, transport)
        self._show(after, transport)
        return True

    def leave(self, key: ViewKey, transport: asyncio.Transport) -> None:
        """The station has gone."""
        channel = self._channels[key]
        channel.transports.discard(transport)
        channel.behind.discard(transport)
        if not channel.transports:
            del self._channels[key]

    def prepare(self) -> None:
        """Begin to draw what :meth:`tell` will send, while the disk syncs it.

        Nobody gets it before.
        """
        ends = perf_counter() + PREPARED_S
        self._prepared, self._changing = [], self._changes()
        for change in self._changing:
            self._prepared.append(change)
            if perf_counter() >= ends:
                return

    def tell(self, more: bool) -> None:
        """The hall has changed; with more to come at once, wait a little and tell it together.

        Each view leaves as soon as it is drawn.
        """
        changes = chain(self._prepared, self._changing or self._changes())
        self._prepared, self._changing = [], None
        loop = asyncio.get_running_loop()
        if more and loop.time() - self._told_at < TOGETHER_S:
            if self._late is None:
                self._late = loop.call_later(TOGETHER_S, self._tell_late)
            return
        if self._late is not None:
            self._late.cancel()
            self._late = None
        self._told_at = loop.time()
        for channel, drawn in changes:
            if drawn is not None:
                channel.take(drawn)
                channel.send()

    async def refresh(self) -> None:
        """Send what time alone has changed: waits, estimates, the journal number shown."""
        await self._settling.settled()
        for channel in self._channels.values():
            self._bring_up_to_date(channel)

    async def catch_up(self) -> None:
        """The newest view to those who had stopped reading and read again."""
        for channel in self._channels.values():
            for transport in tuple(channel.behind):
                channel.send_to(transport)

    def _changes(self) -> Iterator[Change]:
        """Every channel, with its view where that has changed, drawn one after the other."""
        for channel in sorted(self._channels.values(), key=_urgency):
            view = self._drawn_alone(channel.key)
            is_new = view is not None and channel.differs(view)
            yield channel, drawn_of(view) if view is not None and is_new else None

    def _drawn_alone(self, key: ViewKey) -> View | None:
        """One view that cannot be drawn keeps nobody else from theirs."""
        try:
            return self._draw(key)
        except Exception:
            log.exception("the view of %s could not be drawn", key)
            return None

    def _show(self, key: ViewKey, transport: asyncio.Transport) -> None:
        channel = self._channels.get(key)
        if channel is None:
            channel = self._channels[key] = Channel(key)
        self._bring_up_to_date(channel)
        channel.transports.add(transport)
        channel.send_to(transport)

    def _tell_late(self) -> None:
        self._late = None
        if self._settling.is_settled:
            self.tell(more=False)
        else:  # a commit is under way: what it brings must not be seen yet
            self._late = asyncio.get_running_loop().call_later(TOGETHER_S, self._tell_late)

    def _bring_up_to_date(self, channel: Channel) -> None:
        view = self._drawn_alone(channel.key)
        if view is not None and channel.is_older_than(view):
            channel.take(drawn_of(view))
            channel.send()


def drawn_of(view: View) -> Drawn:
    """The view with its frame."""
    return Drawn(view, frame(msgspec.json.encode(view)))


def frame(document: bytes) -> bytes:
    """A whole WebSocket text frame from a server (RFC 6455, section 5.2: FIN, opcode 1)."""
    size = len(document)
    if size < 126:
        return bytes((0x81, size)) + document
    if size < 65536:
        return bytes((0x81, 126)) + size.to_bytes(2, "big") + document
    return bytes((0x81, 127)) + size.to_bytes(8, "big") + document
