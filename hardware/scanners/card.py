"""The text of a citizen card's QR code: fields divided by `|`, parsed and checked, without I/O.

In their order: number, old number, name, birth, sex, address,
issue. Some cards print six fields, without the old number; newer ones add fields that nobody needs.
"""

import re
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from hardware.vietnamese import as_typed

_LONGEST = 1000  # characters; a QR code of a card holds far fewer
_NUMBER = re.compile(r"[0-9]{12}")
_OLD_NUMBER = re.compile(r"[0-9]{9}")
_DAY = re.compile(r"[0-9]{8}")


class CardError(ValueError):
    """A text that is no citizen card's; `code` says what is wrong, never what was read."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Sex(StrEnum):
    """As printed on the card."""

    MALE = "Nam"
    FEMALE = "Nữ"


@dataclass(frozen=True, slots=True)
class CitizenCard:
    """What a card says. Personal: to be used and forgotten, and not shown by `repr`."""

    number: str = field(repr=False)
    old_number: str | None = field(repr=False)
    full_name: str = field(repr=False)
    born_on: date = field(repr=False)
    sex: Sex = field(repr=False)
    address: str = field(repr=False)
    issued_on: date | None = field(repr=False)

    def age_on(self, day: date) -> int:
        """Full years on `day`."""
        before_birthday = (day.month, day.day) < (self.born_on.month, self.born_on.day)
        return day.year - self.born_on.year - before_birthday


def looks_like_card(text: str) -> bool:
    """Whether it is worth parsing: begins like a card and has enough fields."""
    return _NUMBER.match(text.strip()) is not None and text.count("|") >= 5


def parse_card(text: str) -> CitizenCard:
    """The card of which `text` is the QR code. Raises CardError.

    The codes are `too_long`, `fields`, `number`, `old_number`, `name`, `birth`, `sex`, `address`
    and `issue`. Names come out composed (NFC) and with the Vietnamese Đ.
    """
    if len(text) > _LONGEST:
        raise CardError("too_long")
    fields = [as_typed(part).strip() for part in text.strip().split("|")]
    number, old_number, name, birth, sex, address, issue = _seven(fields)
    if not _NUMBER.fullmatch(number):
        raise CardError("number")
    if old_number and not _OLD_NUMBER.fullmatch(old_number):
        raise CardError("old_number")
    if not name or not all(sign.isalpha() or sign in " '-." for sign in name):
        raise CardError("name")
    if not address:
        raise CardError("address")
    return CitizenCard(
        number=number,
        old_number=old_number or None,
        full_name=name,
        born_on=_day(birth, "birth"),
        sex=_sex(sex),
        address=address,
        issued_on=_day(issue, "issue") if issue else None,
    )


def _seven(fields: list[str]) -> list[str]:
    """The seven fields that count, with an empty old number where the card has none."""
    if len(fields) >= 7 and not _DAY.fullmatch(fields[2]):
        return fields[:7]
    if len(fields) >= 6 and _DAY.fullmatch(fields[2]):
        return [fields[0], "", *fields[1:6]]
    raise CardError("fields")


def _day(text: str, what: str) -> date:
    """The date of `ddmmyyyy`."""
    if not _DAY.fullmatch(text):
        raise CardError(what)
    try:
        return date(int(text[4:]), int(text[2:4]), int(text[:2]))
    except ValueError:
        raise CardError(what) from None


def _sex(text: str) -> Sex:
    for sex in Sex:
        if text.casefold() == sex.value.casefold():
            return sex
    raise CardError("sex")
