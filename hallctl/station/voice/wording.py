"""What is said for a call, in words a voice reads right: letters named, digits one by one."""

import string
from collections.abc import Callable

_DIGITS = {
    "vi": ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"),
    "en": ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
}
_VI_LETTERS = (
    "a|bê|xê|đê|e|ép phờ|gờ|hát|i|di|ca|en lờ|em mờ|en nờ|o|pê|quy|e rờ|ét sì|tê|u|vê|vê kép|"
    "ích xì|i dài|dét"
)
_LETTERS = {
    "vi": dict(zip(string.ascii_uppercase, _VI_LETTERS.split("|"), strict=True)) | {"Đ": "đê"},
    "en": {"Đ": "D"},  # a lone capital between commas is read as the letter it is
}
_EN_TEENS = (
    *("ten", "eleven", "twelve", "thirteen", "fourteen"),
    *("fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_EN_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")

LANGUAGES = ("vi", "en")


def ticket_words(number: str, language: str) -> str:
    """The first half of a call: ``A012`` is "Mời số a, không, một, hai."."""
    spelled = ", ".join(_spelled(number, language))
    return f"Mời số {spelled}." if language == "vi" else f"Number {spelled}."


def counter_words(counter: str, language: str) -> str:
    """The second half of a call: counter ``12`` is "Đến quầy số mười hai."."""
    place = _counted(counter, language)
    return f"Đến quầy số {place}." if language == "vi" else f"Please come to counter {place}."


def _spelled(number: str, language: str) -> list[str]:
    return [_named(sign, language) for sign in number.upper() if sign.isalnum()]


def _named(sign: str, language: str) -> str:
    if sign.isdecimal():
        return _DIGITS[language][int(sign)]
    return _LETTERS[language].get(sign, sign)


def _counted(counter: str, language: str) -> str:
    """Counters up to 99 as one says them, any other name spelled."""
    if not (counter.isdecimal() and 0 < int(counter) < 100):
        return ", ".join(_spelled(counter, language))
    say: dict[str, Callable[[int], str]] = {"vi": _vi_count, "en": _en_count}
    return say[language](int(counter))


def _vi_count(count: int) -> str:
    tens, ones = divmod(count, 10)
    words = _DIGITS["vi"]
    if not tens:
        return words[ones]
    # The tone of ten, one, four and five changes inside a compound.
    head = "mười" if tens == 1 else f"{words[tens]} mươi"
    if not ones:
        return head
    inside = {5: "lăm"} if tens == 1 else {1: "mốt", 4: "bốn", 5: "lăm"}
    return f"{head} {inside.get(ones, words[ones])}"


def _en_count(count: int) -> str:
    tens, ones = divmod(count, 10)
    words = _DIGITS["en"]
    match tens:
        case 0:
            return words[ones]
        case 1:
            return _EN_TEENS[ones]
    return _EN_TENS[tens - 2] + (f" {words[ones]}" if ones else "")


def spelled_words(number: str, language: str) -> str:
    """A number alone, sign by sign: ``A012`` is "a, không, một, hai"."""
    return ", ".join(_spelled(number, language if language in LANGUAGES else LANGUAGES[0]))
