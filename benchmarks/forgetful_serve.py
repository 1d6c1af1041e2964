"""The same server with a journal that keeps nothing: what a command costs without its commit."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, cast

import uvloop

from hallctl import assemble
from hallctl.core.events import Event
from hallctl.journal.entry import Answered, Entry, Fact
from hallctl.running import Asked, serve
from hallctl.settings import read_hall


class NullJournal:
    """Takes every entry and forgets it."""

    def append(self, expected: int, entries: Sequence[Entry]) -> int:
        """Where the journal would be now."""
        return expected + sum(len(entry.facts) for entry in entries)

    def read(self, _after: int = 0) -> Iterator[Fact]:
        """Nothing."""
        return iter(())

    number = 0

    def events(self, _after: int = 0) -> Iterator[Event]:
        """None."""
        return iter(())

    def hash_at(self, _number: int) -> bytes | None:
        """None."""
        return None

    def known(self, _command_ids: Sequence[str]) -> set[str]:
        """None."""
        return set()

    def answered(self, _command_id: str) -> Answered | None:
        """Never."""
        return None

    def close(self) -> None:
        """Nothing to let go of."""


def main() -> None:
    """Serve the hall directory given, on a free port of loopback."""
    cast("Any", assemble).open_journal = lambda _directory: NullJournal()
    uvloop.run(serve(read_hall(Path(sys.argv[1])), Asked("127.0.0.1", 0)))


if __name__ == "__main__":
    main()
