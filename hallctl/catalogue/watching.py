"""Whether the hall's catalogues on disk are others than before."""

from pathlib import Path

from hallctl.catalogue.shelf import Shelf

Signs = tuple[tuple[Path, int, int], ...]


def signs_of(shelf: Shelf) -> Signs:
    """The files as they are now: names, times and sizes. Raises CatalogueError, OSError."""
    stats = ((one.path, one.path.stat()) for one in shelf.versions())
    return tuple((path, found.st_mtime_ns, found.st_size) for path, found in stats)
