"""What whoever runs the hall has set on its boards; a part of the hall in memory."""

import msgspec

from hallctl.core.plan.board_rules import SoundMode
from hallctl.core.words import Words


class Emergency(msgspec.Struct, frozen=True):
    """What everybody in the hall must know now; ``emergency`` numbers them through all days."""

    emergency: int
    words: Words
    since_at: int


class SoundSet(msgspec.Struct, frozen=True):
    """How the supervisor wants it to sound, until then; 0 is until the next day opens."""

    mode: SoundMode
    until: int


class CounterMessage(msgspec.Struct, frozen=True):
    """A line from the supervisor to one counter; ``message`` numbers them through the day."""

    message: int
    text: str
    sent_at: int


class BoardBook(msgspec.Struct):
    """An emergency outlives its day and every restart; the rest is forgotten when a day opens."""

    emergency: Emergency | None = None
    emergencies: int = 0
    sounds: dict[str, SoundSet] = msgspec.field(default_factory=dict)
    """By zone; the empty one is the whole hall."""
    notices: dict[str, Words] = msgspec.field(default_factory=dict)
    """By zone; the notice of the whole hall is the hall's own."""
    messages: dict[str, CounterMessage] = msgspec.field(default_factory=dict)
    """By counter, until somebody there has read it."""
    messages_sent: int = 0

    def clear_day(self) -> None:
        """Begin a new day as the plan has it."""
        self.sounds, self.notices, self.messages = {}, {}, {}
        self.messages_sent = 0
