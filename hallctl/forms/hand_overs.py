"""Form 06's rows from a dossier's recorded acts: who gave it to whom, and how the time stood then."""

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol

import msgspec

from hallctl.core.dossier_life import Punctuality
from hallctl.forms.tracking_forms import HandOver


class Recorded(Protocol):
    """One act on a dossier by the hall's wall clock; ``due`` is when it was due from then on."""

    @property
    def step(self) -> str:
        """A step of a dossier's life, or ``scan_in``."""

    @property
    def at(self) -> datetime:
        """When."""

    @property
    def official(self) -> str:
        """Whose act it was."""

    @property
    def department(self) -> str:
        """Whom it was handed to, or where it was scanned in, by name; empty for the hall."""

    @property
    def due(self) -> datetime | None:
        """When the dossier was due from then on, where the act told."""


def hand_overs(hall: str, due: datetime, acts: Iterable[Recorded]) -> tuple[HandOver, ...]:
    """The rows, in order. ``hall`` is its name; ``due`` was promised at reception.

    A row is early on a day before the due day, on time until the due minute, late after it:
    by what was promised when the dossier was taken over.
    """
    hands = _Hands(hall, due)
    for act in acts:
        hands.due = act.due or hands.due
        match act.step:
            case "forward":
                hands.give(act.department, act)
            case "scan_in":
                hands.arrive(act.department or hall, act)
            case "take_up":
                hands.take_up(act)
            case "finish":
                hands.give(hall, act)
    return tuple(hands.rows)


class _Hands:
    """Who has the dossier, and the rows so far."""

    def __init__(self, hall: str, due: datetime) -> None:
        self.due = due
        self.rows: list[HandOver] = []
        self._holder = hall

    def give(self, taker: str, act: Recorded) -> None:
        """The holder hands it on; nobody hands anything to himself."""
        if taker != self._holder:
            row = HandOver(giver=self._holder, taker=taker, at=act.at, given_by=act.official)
            self.rows.append(msgspec.structs.replace(row, result=_kept(act.at, self.due)))
            self._holder = taker

    def arrive(self, place: str, act: Recorded) -> None:
        """A courier has brought it: the row it was given with is taken over now."""
        self.give(place, act)
        self._taken(act, at=act.at)

    def take_up(self, act: Recorded) -> None:
        """Whoever begins to solve it has taken it over, if no one else has signed for it."""
        if self.rows and not self.rows[-1].taken_by:
            self._taken(act, at=self.rows[-1].at)

    def _taken(self, act: Recorded, at: datetime) -> None:
        if self.rows and self.rows[-1].taker == self._holder and not self.rows[-1].taken_by:
            result = _kept(at, self.due)
            taken = msgspec.structs.replace(
                self.rows[-1], at=at, result=result, taken_by=act.official
            )
            self.rows[-1] = taken


def _kept(at: datetime, due: datetime) -> Punctuality:
    if at > due:
        return Punctuality.LATE
    return Punctuality.EARLY if at.date() < due.date() else Punctuality.ON_TIME
