"""Raw TOML values into the document's structs, noting every misfit instead of stopping at one.

A key that does not fit gets a stand-in, so that the rest can still be checked.
"""

import re
from datetime import date
from typing import Any, Literal, TypeVar, get_args, get_origin

import msgspec
from msgspec.structs import FieldInfo, fields

from hallctl.core.plan import Words
from hallctl.settings.problems import Findings, choose_from, joined, nearest, quoted

Table = TypeVar("Table", bound=msgspec.Struct)

_CODE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*")
_STAND_INS: dict[Any, Any] = {str: "", int: 0, float: 1.0, bool: False, date: date(2000, 1, 1)}
_WANTED: dict[Any, str] = {
    str: 'a text in quotes, such as "1"',
    int: "a whole number without quotes",
    float: "a number without quotes",
    bool: "true or false",
    date: "a day without quotes, such as 2026-09-02",
    tuple[str, ...]: 'a list of texts, such as ["a", "b"]',
    tuple[int, ...]: "a list of whole numbers, such as [1, 2]",
    Words: 'words such as { vi = "…", en = "…" }',
}


def shape_table(raw: dict[str, Any], kind: type[Table], path: str, findings: Findings) -> Table:
    """The struct ``kind`` made of a raw table, with stand-ins where keys were missing or unfit."""
    if kind is Words:
        raw = _other_languages(raw)
    known = {field.name: field for field in fields(kind)}
    meant = _note_unknown_keys(raw, known, path, findings)
    values = {}
    for name, field in known.items():
        where = joined(path, name)
        if name in raw:
            values[name] = _shape_value(raw[name], field, where, findings)
        elif field.required:
            if name not in meant:
                findings.misshape(where, "is missing", f"add it: {_wanted(field.type)}")
            values[name] = _stand_in(field)
    return kind(**values)


def _other_languages(raw: dict[str, Any]) -> dict[str, Any]:
    """Words in further languages are written beside the two that are always there."""
    is_name = isinstance(raw.get("vi"), str)
    others = {
        code: words
        for code, words in raw.items()
        if is_name and isinstance(words, str) and code not in {"vi", "en"} and _CODE.fullmatch(code)
    }
    if not others:
        return raw
    return {key: words for key, words in raw.items() if key not in others} | {"others": others}


def _note_unknown_keys(
    raw: dict[str, Any], known: dict[str, FieldInfo], path: str, findings: Findings
) -> set[str]:
    """Report keys nobody reads; returns the known keys they were probably meant to be."""
    meant = set()
    for key in raw.keys() - known.keys():
        absent = [name for name in known if name not in raw]
        if (near := nearest(key, absent)) is not None:
            meant.add(near)
            findings.misshape(joined(path, near), f"is written {quoted(key)}", "correct the key")
        else:
            findings.add(joined(path, key), "is not a known key", choose_from(key, known))
    return meant


def _shape_value(raw: Any, field: FieldInfo, path: str, findings: Findings) -> Any:
    inner = _struct_inside(field.type)
    if isinstance(field.type, type) and issubclass(field.type, msgspec.Struct):
        if isinstance(raw, dict):
            return shape_table(raw, field.type, path, findings)
    elif inner is not None:
        if isinstance(raw, list) and all(isinstance(one, dict) for one in raw):
            return _shape_tables(raw, inner, path, findings)
    else:
        try:
            return msgspec.convert(raw, field.type)
        except msgspec.ValidationError:
            pass
    findings.misshape(path, f"{quoted(raw)} does not fit", _advice(raw, field.type))
    return _stand_in(field)


def _shape_tables(
    raw: list[dict[str, Any]], kind: type[Table], path: str, findings: Findings
) -> tuple[Table, ...]:
    return tuple(
        shape_table(one, kind, _path_of_one(one, kind, path, place), findings)
        for place, one in enumerate(raw, start=1)
    )


def _path_of_one(raw: dict[str, Any], kind: type[Table], path: str, place: int) -> str:
    """An entry is named by its own id, ``service.land``, or by its place, ``service[3]``."""
    own_name = raw.get(fields(kind)[0].name)
    if kind is Words or not isinstance(own_name, str) or not own_name:
        return f"{path}[{place}]"
    return joined(path, own_name)


def _struct_inside(kind: Any) -> type[msgspec.Struct] | None:
    """The struct a ``tuple[Struct, ...]`` holds, or None."""
    inner = get_args(kind)[0] if get_origin(kind) is tuple else None
    return inner if isinstance(inner, type) and issubclass(inner, msgspec.Struct) else None


def _advice(raw: object, kind: Any) -> str:
    if get_origin(kind) is Literal and isinstance(raw, str):
        return choose_from(raw, get_args(kind))
    return f"write {_wanted(kind)}"


def _wanted(kind: Any) -> str:
    if get_origin(kind) is Literal:
        return "one of: " + ", ".join(f'"{choice}"' for choice in get_args(kind))
    if _struct_inside(kind) is not None:
        return "one or more [[tables]] of that name"
    if choices := _choices_inside(kind):
        return "some of: " + ", ".join(f'"{choice}"' for choice in choices)
    return _WANTED.get(kind, "a [table] of that name")


def _choices_inside(kind: Any) -> tuple[Any, ...]:
    """What a ``tuple[Literal[…], ...]`` may hold, or nothing."""
    inner = get_args(kind)[0] if get_origin(kind) is tuple else None
    return get_args(inner) if get_origin(inner) is Literal else ()


def _stand_in(field: FieldInfo) -> Any:
    if not field.required:
        return field.default
    if isinstance(field.type, type) and issubclass(field.type, msgspec.Struct):
        return shape_table({}, field.type, "", Findings(""))
    if get_origin(field.type) is tuple:
        return ()
    return _STAND_INS[field.type] if field.type in _STAND_INS else get_args(field.type)[0]
