"""What a new version of the catalogue changes."""

from collections.abc import Iterable

import msgspec

from hallctl.catalogue.entry import Entry
from hallctl.catalogue.sheets.columns import COLUMNS


class Named(msgspec.Struct, frozen=True):
    """A procedure that came or went."""

    code: str
    name: str


class Change(msgspec.Struct, frozen=True):
    """One column of one procedure; what is empty is an empty text."""

    code: str
    column: str
    was: str
    now: str


class Changes(msgspec.Struct, frozen=True):
    """What came, went and changed, each in the order of the codes."""

    added: tuple[Named, ...] = ()
    removed: tuple[Named, ...] = ()
    changed: tuple[Change, ...] = ()
    same: int = 0
    """How many procedures are as they were."""

    def __bool__(self) -> bool:
        """Whether anything is different at all."""
        return bool(self.added or self.removed or self.changed)


def changes_between(before: Iterable[Entry], after: Iterable[Entry]) -> Changes:
    """What makes the second listing out of the first."""
    old, new = ({one.code: one for one in entries} for entries in (before, after))
    both = sorted(old.keys() & new.keys())
    changed = [change for code in both for change in _changes(old[code], new[code])]
    return Changes(
        added=tuple(Named(code, new[code].procedure.name) for code in sorted(new.keys() - old)),
        removed=tuple(Named(code, old[code].procedure.name) for code in sorted(old.keys() - new)),
        changed=tuple(changed),
        same=len(both) - len({change.code for change in changed}),
    )


def _changes(old: Entry, new: Entry) -> list[Change]:
    pairs = ((one, old.facts.get(one, ""), new.facts.get(one, "")) for one in COLUMNS)
    return [Change(new.code, column, was, now) for column, was, now in pairs if was != now]
