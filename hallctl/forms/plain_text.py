"""A form as plain values for its template: text made harmless to type, times in their parts."""

import re
import unicodedata
from datetime import date, datetime
from typing import Any

import msgspec

from hallctl.core.deadlines import Term

_SURROGATE = re.compile("[\ud800-\udfff]")
_PILED_MARKS = re.compile("([\u0300-\u036f]{2})[\u0300-\u036f]+")
_BREAKS = re.compile("\r\n?|[\u0085\u2028\u2029\v\f]")
_BLANKS = re.compile(r"[^\S\n]+")
_UNITS = {
    "working_day": "ngày làm việc",
    "calendar_day": "ngày",
    "hour": "giờ làm việc",
    "month": "tháng",
}


def plain(value: object) -> Any:
    """``value`` as JSON holds it: structs as objects, times as objects of their written parts."""
    match value:
        case str():
            return tidy(value)
        case Term():
            return term_in_words(value)
        case msgspec.Struct():
            return {name: plain(getattr(value, name)) for name in value.__struct_fields__}
        case tuple():
            return [plain(one) for one in value]
        case date():
            return written(value)
    return value


def tidy(text: str) -> str:
    """Text in composed letters, without what is no letter: controls, directions, piled marks."""
    whole = _SURROGATE.sub("\ufffd", text)
    lines = _BREAKS.sub("\n", unicodedata.normalize("NFC", whole))
    kept = "".join(
        one if one == "\n" or unicodedata.category(one) not in {"Cc", "Cf"} else " " * (one == "\t")
        for one in lines
    )
    return _BLANKS.sub(" ", _PILED_MARKS.sub(r"\1", kept)).strip()


def written(day: date) -> dict[str, str]:
    """The parts of a day or time as papers write them.

    Days below 10 and the months 1 and 2 take a zero (Decree 30/2020, annex I); ``numeric`` and
    ``clock`` are for tables.
    """
    parts = {
        "day": f"{day.day:02}",
        "month": f"{day.month:02}" if day.month < 3 else str(day.month),
        "year": f"{day.year:04}",
        "numeric": f"{day.day:02}/{day.month:02}/{day.year:04}",
    }
    if isinstance(day, datetime):
        parts |= {"hour": f"{day.hour:02}", "minute": f"{day.minute:02}"}
        parts["clock"] = f"{day.hour:02}:{day.minute:02}"
    return parts


def term_in_words(term: Term) -> str:
    """A time limit in words: ``05 ngày làm việc``, ``trong ngày``."""
    if not term.amount:
        return "trong ngày"
    whole = f"{term.amount:02.0f}" if term.amount == int(term.amount) else f"{term.amount:g}"
    return f"{whole.replace('.', ',')} {_UNITS[term.unit]}"
