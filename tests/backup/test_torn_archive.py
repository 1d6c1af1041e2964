"""A backup with one spoilt byte is whole or damaged in one clear line, whatever the byte spoils."""

from pathlib import Path
from random import Random

from hallctl.backup.archive import BackupError, read_archive, write_archive
from hallctl.backup.manifest import Manifest, kept_file


def test_a_byte_spoilt_anywhere_is_a_damaged_backup_and_no_other_error(tmp_path: Path) -> None:
    chance, room = Random(1), tmp_path / "room"
    room.mkdir()
    body = b"".join(str(chance.randrange(10**9)).encode() for _ in range(30_000))
    (room / "hall.db").write_bytes(body)
    kept = kept_file(room, room / "hall.db")
    manifest = Manifest(
        version="1", hall="Hall", taken_at=1, journal_number=1, chain="", files=(kept,)
    )
    whole, spoilt = tmp_path / "whole.hall", tmp_path / "spoilt.hall"
    write_archive(room, manifest, whole, "")
    packed, found = whole.read_bytes(), 0
    places = chance.sample(range(len(packed)), 120)
    for place in places:
        torn = bytearray(packed)
        torn[place] ^= 1 << chance.randrange(8)
        spoilt.write_bytes(torn)
        try:
            assert list(read_archive(spoilt)[1]) == [("hall.db", body)]
        except BackupError:
            found += 1
    assert found > 0.9 * len(places)
