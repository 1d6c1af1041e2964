"""What is said for a call in a language that the hall has added, by the words of its file.

A number is read digit by digit, which every language bears, unless the file knows the whole number.
"""

import string

from hallctl.core.languages import Language

DIGITS = 10


def can_call(language: Language) -> bool:
    """Whether its file has all that a call needs: both halves, and ten digits."""
    call = language.call
    return (
        "{number}" in call.get("ticket", "")
        and "{counter}" in call.get("counter", "")
        and len(language.digits) == DIGITS
        and all(one.strip() for one in language.digits)
    )


def ticket_call(language: Language, number: str, *, is_counted: bool = False) -> str:
    """The first half: ``A012`` by its letter and digits, or counted as the hall reads numbers."""
    letters = number.rstrip(string.digits)
    figures = number[len(letters) :]
    whole = language.numbers.get(str(int(figures)), "") if is_counted and figures else ""
    said = [*_spelled(language, letters), *((whole,) if whole else _spelled(language, figures))]
    return language.call["ticket"].format(number=", ".join(said))


def counter_call(language: Language, counter: str) -> str:
    """The second half; a counter's number is said as a whole where the file knows it."""
    whole = language.numbers.get(counter, "")
    said = whole or ", ".join(_spelled(language, counter))
    return language.call["counter"].format(counter=said)


def _spelled(language: Language, signs: str) -> list[str]:
    return [_named(language, one) for one in signs.upper() if one.isalnum()]


def _named(language: Language, sign: str) -> str:
    if sign.isdecimal():
        return language.digits[int(sign)]
    return language.letters.get(sign, sign)
