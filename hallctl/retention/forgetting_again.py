"""Deletes what somebody asked to be forgotten: once, and again in every hall that a backup brings back."""

from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from time import time
from typing import NamedTuple

from hallctl.applicants.applicant import Looker
from hallctl.applicants.store import Applicants
from hallctl.appointments.store import Visitors
from hallctl.complaints.words import ComplaintWords
from hallctl.hall_directory import HallDirectory
from hallctl.retention.on_request import Asked, read, remember

BY, WHY = Looker("hallctl"), "on request"


class Stores(NamedTuple):
    """Who keeps people."""

    applicants: Applicants
    visitors: Visitors
    words: ComplaintWords


def forget_one(one: Asked, stores: Stores) -> int:
    """Delete one entry of its store; gives 1, or 0 where it is gone already."""
    match one.kind:
        case "applicants":
            return int(stores.applicants.delete(one.name, BY, WHY))
        case "visitors":
            return int(stores.visitors.delete(one.name, BY, WHY))
        case "complainants":
            return stores.words.forget((one.name,))
    return 0


def forget_again(home: HallDirectory, lists: Iterable[Path]) -> int:
    """Delete whoever is on one of these lists and came back; gives how many. Raises sqlite3.Error."""
    asked = [one for file in lists for one in read(file)]
    if not asked:
        return 0
    remember(home.path, asked)
    with (
        closing(Applicants(home.applicants, home.applicants_key(), _now)) as applicants,
        closing(Visitors(home.appointments, home.appointments_key(), _now)) as visitors,
        closing(ComplaintWords(home.complaints, _now)) as words,
    ):
        stores = Stores(applicants, visitors, words)
        return sum(forget_one(one, stores) for one in dict.fromkeys(asked))


def _now() -> int:
    return round(time() * 1000)
