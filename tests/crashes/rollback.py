"""What a disk may hold when the power goes during one transaction of a store with a rollback journal.

SQLite writes the pages as they were into the journal and syncs it, writes into its head how many
they are and syncs that, writes the new pages into the file, syncs that, and deletes the journal.
Before each sync any sector may be there or not, or be junk.
"""

import random
import shutil
import struct
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

SECTOR = 512
NONCE_AT = 12
MAGIC = bytes.fromhex("d9d505f920a163d7")


class Cut(NamedTuple):
    """The files after the power went, by their name's end; and whether the change must be there."""

    told: str
    files: dict[str, bytes]
    has_happened: bool


class Written(NamedTuple):
    """One transaction as it went through the disk."""

    before: bytes
    journal: bytes
    after: bytes


def written(file: Path, connection: Any, change: Callable[[], None]) -> Written:
    """Live through a change, and look at the disk before, just before the commit, and after."""
    before, seen = file.read_bytes(), list[bytes]()
    journal = file.with_name(f"{file.name}-journal")

    def look(statement: str) -> None:
        if statement.strip().lower().startswith("commit"):
            seen.append(journal.read_bytes())

    connection.set_trace_callback(look)
    try:
        change()
    finally:
        connection.set_trace_callback(None)
    assert seen, "the change was no transaction"
    return Written(before, seen[-1], file.read_bytes())


def cuts(one: Written, chance: random.Random, number: int) -> Iterator[Cut]:
    """Moments at which the power may go."""
    whole = _synced(one.journal, one.before)
    for _ in range(number):
        began = torn(b"", one.journal, chance)
        yield Cut("while the journal is written", {"": one.before, "-journal": began}, False)
        half = torn(one.before, one.after, chance)
        yield Cut("while the file is written", {"": half, "-journal": whole}, False)
    yield Cut("before the journal is deleted", {"": one.after, "-journal": whole}, False)
    yield Cut("after it", {"": one.after}, True)


def laid_down(cut: Cut, folder: Path, name: str) -> Path:
    """The files as they lie there; gives the database."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for end, body in cut.files.items():
        (folder / f"{name}{end}").write_bytes(body)
    return folder / name


def torn(before: bytes, after: bytes, chance: random.Random) -> bytes:
    """Sector by sector as it was, as it became, or with junk where it was being written."""
    sectors = []
    for at in range(0, max(len(before), len(after)), SECTOR):
        old, new = before[at : at + SECTOR], after[at : at + SECTOR]
        old = old.ljust(len(new), b"\0")
        junk = bytes(
            b if a == b else any_
            for a, b, any_ in zip(old, new, chance.randbytes(len(new)), strict=False)
        )
        sectors.append(chance.choice([old, new, new, junk]))
    return b"".join(sectors)


def _synced(journal: bytes, before: bytes) -> bytes:
    """The journal as its sync leaves it: page 1, whose counter each commit turns, is in it too, and
    the head says how many pages there are (https://sqlite.org/fileformat.html#the_rollback_journal).
    """
    nonce, _pages, sector, size = struct.unpack(">IIII", journal[NONCE_AT : NONCE_AT + 16])
    step = size + 8
    records = [journal[at : at + step] for at in range(sector, len(journal) - step + 1, step)]
    if struct.pack(">I", 1) not in {record[:4] for record in records}:
        page = before[:size]
        checksum = (nonce + sum(page[at] for at in range(size - 200, 0, -200))) & 0xFFFFFFFF
        records.append(struct.pack(">I", 1) + page + struct.pack(">I", checksum))
    head = MAGIC + struct.pack(">I", len(records)) + journal[12:sector]
    return head + b"".join(records)
