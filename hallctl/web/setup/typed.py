"""A form that was refused: every field as it was typed, and beside each what is wrong with it. Pure.

Every page of the set-up draws its fields by it, so that nobody types anything twice.
"""

import re
from collections.abc import Iterable, Mapping

from hallctl.problem_words import advice_in_form
from hallctl.problems import quoted
from hallctl.settings.changing.editing import BY_PLACE, LISTED
from hallctl.settings.problems import Problem, joined
from hallctl.web.setup.setup_forms import Form, one

Faults = Mapping[str, str]
"""What is wrong, by the setting it is about, such as ``name.vi``."""


class Typed:
    """What one form shows: what was typed where it was refused, else what the file has."""

    def __init__(self, form: Form | None = None, faults: Faults | None = None) -> None:
        self.is_refused = form is not None
        self._form = form or {}
        self._faults = faults or {}
        self._has_cursor = False

    def text(self, name: str, otherwise: object) -> object:
        """What stands in that field."""
        typed = self._form.get(name)
        return typed[-1] if typed else otherwise

    def chosen(self, name: str, option: str, *, otherwise: bool) -> bool:
        """Whether that option is ticked or chosen."""
        return option in self._form.get(name, ()) if self.is_refused else otherwise

    def fault(self, key: str, but: str = "") -> str:
        """What is wrong with that setting or anything in it, ``but`` for one part; empty for nothing."""
        about = (
            words for path, words in self._faults.items() if _is_in(path, key) > _is_in(path, but)
        )
        return next(about, "")

    def takes_cursor(self) -> bool:
        """The first faulty field that is drawn does."""
        is_first, self._has_cursor = not self._has_cursor, True
        return is_first


UNTYPED = Typed()


def typed_of(form: Form, faults: Faults, table: str, before: str) -> Typed:
    """What was typed into the form of that entry; an entry that is to come was called nothing before."""
    is_this = (one(form, "table"), one(form, "before"), one(form, "act")) == (table, before, "save")
    return Typed(form, faults) if is_this else UNTYPED


def faults_of(form: Form, problems: Iterable[Problem], language: str) -> Faults:
    """What is wrong with the fields that were sent.

    A rule may name the neighbour that the entry has come into conflict with: its setting is the one
    that was typed here.
    """
    table = one(form, "table")
    own: dict[str, str] = {}
    neighbours: dict[str, str] = {}
    for problem in problems if one(form, "act") == "save" else ():
        words = advice_in_form(problem, language)
        if (key := _own_setting(form, problem.path)) is not None:
            own.setdefault(key, words)
        elif found := re.fullmatch(
            rf"{re.escape(table)}(?:\.([^.\[]+)|\[\d+\])\.(.+)", problem.path
        ):
            neighbours.setdefault(found[2], _seen_from(form, table, found[1] or "", words))
    return {**neighbours, **own} if table in LISTED else own


def users_of(form: Form, problems: Iterable[Problem]) -> list[tuple[str, str]]:
    """Where the entry that was to be removed is still wanted: table and entry; none for any other reason."""
    gone, users = quoted(one(form, "before")), dict[tuple[str, str], None]()
    for problem in problems if one(form, "act") == "remove" else ():
        table, _, rest = problem.path.partition(".")
        if gone not in problem.wrong:
            return []
        users[table, re.split(r"[.\[]", rest)[0] if table in LISTED else ""] = None
    return list(users)


def _seen_from(form: Form, table: str, neighbour: str, words: str) -> str:
    """What a rule says of the neighbour, said to whoever edits the other one."""
    own = (one(form, key) for key in ("before", LISTED.get(table, "")))
    for name in filter(None, own):
        words = words.replace(quoted(name), quoted(neighbour)) if neighbour else words
    return words


def _own_setting(form: Form, path: str) -> str | None:
    """The setting of the entry that was sent; the entry itself goes by its name's field."""
    table = one(form, "table")
    key = LISTED.get(table, "")
    for name in _names(form, table, key):
        if path.casefold() == name:
            return key
        if path.casefold().startswith(f"{name}."):
            return path[len(name) + 1 :]
    return None


def _names(form: Form, table: str, key: str) -> set[str]:
    """The paths by which rules call the entry: as it is called now, or was before."""
    if not key:
        return {table}
    if key == BY_PLACE:
        return {f"{table}[{one(form, 'before')}]"}
    return {joined(table, one(form, name)).casefold() for name in (key, "before")}


def _is_in(path: str, key: str) -> bool:
    return bool(key) and (path == key or path.startswith((f"{key}.", f"{key}[")))
