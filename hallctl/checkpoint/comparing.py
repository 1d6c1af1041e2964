"""Where two halls differ: the first field that is not the same, by its path."""

from collections.abc import Iterator, Mapping
from itertools import zip_longest
from typing import Any

import msgspec

MISSING = object()
Pair = tuple[str, Any, Any]


def difference(one: Any, other: Any, name: str = "hall") -> str:
    """Such as ``hall.dossiers.every['…'].due_at``, or nothing where they are the same.

    Kinds must be the same too, and dicts in the same order. Nothing is too deep: a dossier's steps
    hang on one another, and there may be thousands.
    """
    waiting: list[Pair] = [(name, one, other)]
    while waiting:
        path, left, right = waiting.pop()
        if type(left) is not type(right):
            return path
        parts = list(_parts(path, left, right))
        if not parts and left != right:
            return path
        waiting += reversed(parts)
    return ""


def _parts(path: str, left: Any, right: Any) -> Iterator[Pair]:
    """What the two are made of, side by side; nothing for what has no parts."""
    if isinstance(left, msgspec.Struct):
        for name in left.__struct_fields__:
            yield f"{path}.{name}", getattr(left, name), getattr(right, name)
    elif isinstance(left, Mapping):
        keys = zip_longest(left, right, fillvalue=MISSING)
        for key, other in keys:
            yield f"{path} key {key!r}", key, other
            yield f"{path}[{key!r}]", left.get(key, MISSING), right.get(key, MISSING)
    elif isinstance(left, list | tuple):
        for place, (one, other) in enumerate(zip_longest(left, right, fillvalue=MISSING)):
            yield f"{path}[{place}]", one, other
