"""Words as they are compared: small letters without accents, ``đ`` as ``d``, nothing between."""

import re
import unicodedata

_STROKE = str.maketrans("đĐ", "dd")
_ACCENTS = re.compile("[\u0300-\u036f]+")
_BETWEEN = re.compile(r"[^0-9a-z]+")


def fold(text: str) -> str:
    """The text's words, folded, with one space between them."""
    letters = unicodedata.normalize("NFD", text.translate(_STROKE).casefold())
    return _BETWEEN.sub(" ", _ACCENTS.sub("", letters)).strip()


def folded_words(text: str) -> list[str]:
    """The text's words, folded."""
    return fold(text).split()
