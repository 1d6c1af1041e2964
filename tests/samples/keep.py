"""``python -m tests.samples.keep`` keeps this version's journal of a full day; never a second time."""

from pathlib import Path

from hallctl import __version__
from tests.journal.full_day import live_a_full_day
from tests.journal.one_hall import in_a_hall

HERE = Path(__file__).parent


def keep() -> Path:
    """Write the sample. Raises FileExistsError: a kept journal is never written again."""
    release = __version__.rpartition(".")[0]
    path = HERE / f"journal-{release}.db"
    if path.exists():
        raise FileExistsError(path)
    in_a_hall(path, live_a_full_day)
    return path


if __name__ == "__main__":
    keep()
