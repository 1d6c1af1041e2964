"""Whole numbers in words, by the rules of Vietnamese and English.

Vietnamese bends inside a number: one is *mốt*, four *tư* and five *lăm* after *mươi*, five *lăm*
after *mười* too; a missing ten is *linh* in the north, *lẻ* in the south, and thousand is *nghìn* or
*ngàn*.
"""

from collections.abc import Callable

DIGITS = {
    "vi": ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"),
    "en": ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
}
LARGEST = 999_999
_ACCENTS = {"north": ("linh", "nghìn"), "south": ("lẻ", "ngàn")}
_AFTER_TENS = {1: "mốt", 4: "tư", 5: "lăm"}
_EN_TEENS = (
    *("ten", "eleven", "twelve", "thirteen", "fourteen"),
    *("fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_EN_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def in_words(count: int, language: str, accent: str = "north") -> str:
    """``count`` from 0 to 999,999. Raises ValueError outside of that."""
    if not 0 <= count <= LARGEST:
        words = f"{count} is not said here: 0 to {LARGEST} are"
        raise ValueError(words)
    say: dict[str, Callable[[int], list[str]]] = {
        "vi": lambda one: _vietnamese(one, *_ACCENTS[accent]),
        "en": _english,
    }
    return " ".join(say[language](count))


def _vietnamese(count: int, odd: str, thousand: str) -> list[str]:
    thousands, rest = divmod(count, 1000)
    if not thousands:
        return _vi_hundreds(rest, odd)
    head = [*_vi_hundreds(thousands, odd), thousand]
    # After thousands the hundreds are said even where there are none.
    return [*head, *_vi_hundreds(rest, odd, is_inside=True)] if rest else head


def _vi_hundreds(count: int, odd: str, *, is_inside: bool = False) -> list[str]:
    digits = DIGITS["vi"]
    hundreds, rest = divmod(count, 100)
    if not hundreds and not is_inside:
        return _vi_tens(rest)
    head = [digits[hundreds], "trăm"]
    if not rest:
        return head
    return [*head, odd, digits[rest]] if rest < 10 else [*head, *_vi_tens(rest)]


def _vi_tens(count: int) -> list[str]:
    digits = DIGITS["vi"]
    tens, ones = divmod(count, 10)
    if not tens:
        return [digits[ones]]
    head = ["mười"] if tens == 1 else [digits[tens], "mươi"]
    if not ones:
        return head
    bent = {5: "lăm"} if tens == 1 else _AFTER_TENS
    return [*head, bent.get(ones, digits[ones])]


def _english(count: int) -> list[str]:
    thousands, rest = divmod(count, 1000)
    if not thousands:
        return _en_hundreds(rest)
    head = [*_en_hundreds(thousands), "thousand"]
    if not rest:
        return head
    return [*head, *(["and"] if rest < 100 else []), *_en_hundreds(rest)]


def _en_hundreds(count: int) -> list[str]:
    hundreds, rest = divmod(count, 100)
    if not hundreds:
        return _en_tens(rest)
    head = [DIGITS["en"][hundreds], "hundred"]
    return [*head, "and", *_en_tens(rest)] if rest else head


def _en_tens(count: int) -> list[str]:
    tens, ones = divmod(count, 10)
    if not tens:
        return [DIGITS["en"][ones]]
    if tens == 1:
        return [_EN_TEENS[ones]]
    return [_EN_TENS[tens - 2], *([DIGITS["en"][ones]] if ones else [])]
