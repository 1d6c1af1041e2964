"""Every byte that a hall has left on disk, searched for what was fed in."""

from pathlib import Path


def files_with(hall: Path, fed: str) -> set[str]:
    """The files that hold it, however it may be written: as it is, in UTF-16, or in hexadecimal."""
    forms = [fed.encode(), fed.encode("utf-16-le"), fed.encode().hex().encode()]
    return {
        path.relative_to(hall).as_posix()
        for path in hall.rglob("*")
        if path.is_file() and any(form in path.read_bytes() for form in forms)
    }
