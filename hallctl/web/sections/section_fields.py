"""What a form for a part of ``hall.toml`` is described by: its table and its fields. Pure."""

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

Kind = Literal[
    "text", "words", "number", "flag", "choice", "choices", "weekdays", "lines", "days", "pairs",
    "places", "photo", "times", "time", "secret", "sign", "maybe",
]  # fmt: skip
BY_PLACE = "#"
Raw = Mapping[str, Any]


class Field(NamedTuple):
    """One setting of a form. ``options`` are fixed, or the name of what the hall has many of.

    A secret is not in ``hall.toml``: its ``options`` are the file that holds it. Those of a sign are
    what it is called, and the settings that say the rest of its threshold; one that is called like its
    setting has none.
    """

    key: str
    kind: Kind
    options: tuple[str, ...] | str = ()
    is_needed: bool = False


class Part(NamedTuple):
    """One form: a table that is there once, or with ``names_by`` the entries of a list.

    Entries that have no name go by their place, ``#``. ``beside`` is what stands beside the form.
    """

    table: str
    fields: tuple[Field, ...]
    names_by: str = ""
    beside: str = ""
