"""Wishes about the day, counters, tickets and visits."""

from typing import Annotated, Literal

import msgspec

from hallctl.core.commands.command import Command, Name


class OpenDay(Command, frozen=True, kw_only=True):
    """Begin the business day; numbers start again at 001."""


class CloseDay(Command, frozen=True, kw_only=True):
    """End the business day; those still waiting leave unserved, counters close."""


class OpenCounter(Command, frozen=True, kw_only=True):
    """An official begins to serve at a counter.

    No ``services`` means those of ``profile``; no profile means the counter's usual one.
    """

    counter: Name
    official: Name
    services: tuple[Name, ...] = ()
    profile: Name | None = None


class CloseCounter(Command, frozen=True, kw_only=True):
    """The official leaves a counter that is serving nobody."""

    counter: Name


class IssueTicket(Command, frozen=True, kw_only=True):
    """A citizen takes a number.

    ``priority`` is a group of the hall's rules, or true for the hall's first one.
    """

    service: Name
    priority: Name | bool | None = None
    language: Name | None = None
    also: Annotated[tuple[Name, ...], msgspec.Meta(max_length=4)] = ()
    """Other services of the same visit; the hall chooses the order that makes the stay shortest."""
    dossier: Name | None = None
    """What the visit is about: the dossier whose receipt was scanned."""


class CallNext(Command, frozen=True, kw_only=True):
    """A free counter calls whoever is next among its services."""

    counter: Name


class Recall(Command, frozen=True, kw_only=True):
    """Call the counter's ticket once more."""

    counter: Name


class MarkNoShow(Command, frozen=True, kw_only=True):
    """The called citizen did not come; the counter is free again."""

    counter: Name


class Requeue(Command, frozen=True, kw_only=True):
    """Put a called or missed ticket back in its queue."""

    ticket: Name
    state: Literal["called", "parked", "missed"] | None = None
    """As whoever asks has seen it: another one means that somebody was quicker."""


class FinishVisit(Command, frozen=True, kw_only=True):
    """The counter has served its citizen: on to the visit's next service, or to the rating."""

    counter: Name
    outcome: Name | None = None
    """How it ended: one of the hall's reasons for that."""


class CancelTicket(Command, frozen=True, kw_only=True):
    """A waiting citizen leaves."""

    ticket: Name
