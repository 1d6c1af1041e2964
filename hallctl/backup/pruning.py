"""Which backups stay: one a day for some days, one a week for some weeks, one a month for months."""

from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path

import msgspec

from hallctl.backup_runs import taken_at


class Keeping(msgspec.Struct, frozen=True, kw_only=True):
    """How many of each stay; the newest of a day, week or month stands for it."""

    days: int = 7
    weeks: int = 5
    months: int = 12


def to_drop(files: Iterable[Path], keeping: Keeping) -> list[Path]:
    """The backups that may go, oldest first. Other files are never among them."""
    dated = [(when, file) for file in files if (when := taken_at(file))]
    newest_first = sorted(dated, reverse=True)
    stay = {file for _, file in newest_first[:1]}
    stay |= _newest_of(newest_first, lambda when: f"{when:%Y-%m-%d}", keeping.days)
    stay |= _newest_of(newest_first, lambda when: f"{when:%G-%V}", keeping.weeks)
    stay |= _newest_of(newest_first, lambda when: f"{when:%Y-%m}", keeping.months)
    return [file for _, file in reversed(newest_first) if file not in stay]


def _newest_of(
    newest_first: list[tuple[datetime, Path]], span: Callable[[datetime], str], count: int
) -> set[Path]:
    found: dict[str, Path] = {}
    for when, file in newest_first:
        found.setdefault(span(when), file)
    return set(list(found.values())[:count])
