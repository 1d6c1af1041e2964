"""A fact as other systems are told it: what happened to which ticket or dossier, and nobody's name or words."""

from datetime import UTC, datetime
from typing import Any, NamedTuple

import msgspec

TOLD = frozenset(
    {
        "about", "ahead", "amount", "answer_by", "attitude", "batch", "business_day", "call",
        "carrier", "channel", "complaint", "complete_at", "counter", "day", "decide_by",
        "department", "direction", "dossier", "due_at", "due_day", "epoch", "fault", "fee", "field",
        "finding", "hash", "is_automatic", "is_carried", "issued_at", "language", "letter", "method",
        "notice", "number", "outcome", "paid_back", "presented_at", "procedure", "publish_by",
        "punctuality", "queued_at", "request", "result", "return_by", "run", "serial", "service",
        "services", "source", "station", "step", "target_s", "then", "ticket", "visit", "was",
    }
)  # fmt: skip
"""The fields that are told. Officials' names, priority groups and whatever somebody wrote are not
among them, nor is a field that nobody has thought about; no fact holds a citizen's name."""
TEST = "test"


class Told(NamedTuple):
    """One fact on its way out."""

    number: int
    at: int
    kind: str
    body: str


class Message(msgspec.Struct, frozen=True, kw_only=True):
    """What is posted. ``id`` is the same however often it is sent."""

    id: str
    type: str
    timestamp: str
    number: int
    """In the hall's journal; gaps are facts of other kinds."""
    data: dict[str, Any]


def message_of(fact: Told, hook: str) -> bytes:
    """The JSON of a fact for that webhook."""
    fields: dict[str, Any] = msgspec.json.decode(fact.body)
    data = {name: value for name, value in fields.items() if name in TOLD}
    message = Message(
        id=f"{hook}-{fact.number}",
        type=fact.kind,
        timestamp=datetime.fromtimestamp(fact.at / 1000, UTC).isoformat(timespec="milliseconds"),
        number=fact.number,
        data=data,
    )
    return msgspec.json.encode(message)


def test_message(hook: str, at: int) -> Told:
    """A fact that never was: whether the other side listens and knows the secret."""
    return Told(0, at, TEST, msgspec.json.encode({"station": hook}).decode())
