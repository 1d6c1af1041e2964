"""What a citizen card's QR code says, for whoever fills in a form; used and forgotten."""

from dataclasses import dataclass, field
from datetime import date

from hardware.scanners.card import CardError, looks_like_card, parse_card

__all__ = ["CardFields", "birth_year", "card_fields", "looks_like_card"]


@dataclass(frozen=True, slots=True)
class CardFields:
    """What a form takes from a card; ``wrong`` names the field that can't be read, if any."""

    name: str = field(default="", repr=False)
    identity: str = field(default="", repr=False)
    birth_date: date | None = field(default=None, repr=False)
    address: str = field(default="", repr=False)
    wrong: str = ""


def card_fields(text: str) -> CardFields:
    """The fields of a card whose QR code is ``text``; of six, seven or nine, as cards are."""
    try:
        card = parse_card(text)
    except CardError as error:
        return CardFields(wrong=error.code)
    return CardFields(card.full_name, card.number, card.born_on, card.address)


def birth_year(text: str) -> int:
    """The year of birth alone, of the card whose QR code is ``text``; 0 where it can't be read."""
    born = card_fields(text).birth_date
    return born.year if born else 0
