"""The journal as it travels to a standby: one line an entry, with the hash that must come of it."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from operator import itemgetter

import msgspec
from sqlite_utils import Database

from hallctl.journal.entry import Entry, Fact

TOGETHER = 500
NEXT = "select last from journal join answers using (command_id) where number > ? order by number"
ROWS = f"""
select number, business_day, body, journal.command_id, actor, hash, digest
from journal join answers using (command_id)
where number > ? and number <= (select max(last) from ({NEXT} limit ?)) order by number
"""  # noqa: S608 - our own words
_COMMAND = itemgetter(3)


class Line(msgspec.Struct, frozen=True):
    """One entry; its facts' numbers follow from ``first``."""

    command_id: str
    digest: str
    actor: str
    first: int
    days: tuple[date, ...]
    bodies: tuple[str, ...]
    hash: str
    """Of its last fact, hexadecimal."""

    @property
    def last(self) -> int:
        """The number of its last fact."""
        return self.first + len(self.bodies) - 1

    def entry(self) -> Entry:
        """As a journal takes it."""
        facts = zip(self.days, self.bodies, strict=True)
        return Entry(
            command_id=self.command_id,
            digest=bytes.fromhex(self.digest),
            actor=self.actor,
            facts=tuple(Fact(self.first + n, day, body) for n, (day, body) in enumerate(facts)),
        )


def lines_after(database: Database, number: int) -> Iterator[Line]:
    """Whole entries after that number: some hundred facts at a time, more where one entry has more."""
    rows = database.execute(ROWS, (number, number, TOGETHER)).fetchall()
    for command_id, some in groupby(rows, key=_COMMAND):
        facts = list(some)
        yield Line(
            command_id=command_id,
            digest=facts[0][6].hex(),
            actor=facts[0][4],
            first=facts[0][0],
            days=tuple(date.fromisoformat(fact[1]) for fact in facts),
            bodies=tuple(fact[2] for fact in facts),
            hash=facts[-1][5].hex(),
        )
