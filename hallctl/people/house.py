"""The parts of this room put together for one hall directory."""

import hmac
from collections.abc import Callable
from hashlib import sha256
from typing import NamedTuple

from hallctl.hall_directory import HallDirectory
from hallctl.people.registry import Registry
from hallctl.people.secret_hashing import SecretHashing
from hallctl.people.signing_in import SigningIn
from hallctl.people.store import PeopleStore

Now = Callable[[], int]


class People(NamedTuple):
    """Everything that knows people."""

    store: PeopleStore
    registry: Registry
    signing_in: SigningIn


def open_people(directory: HallDirectory) -> People:
    """The people of that hall. Raises JournalError where they can't be read."""
    key = directory.people_key()
    store = PeopleStore(directory.people)
    hashing = SecretHashing(hmac.digest(key, b"secrets", sha256))
    device_key = hmac.digest(key, b"devices", sha256)
    return People(store, Registry(store, hashing), SigningIn(store, hashing, device_key))
