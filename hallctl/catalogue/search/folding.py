"""Words as they are compared: small letters without accents, ``đ`` as ``d``, nothing between.

Both ways of writing the same sound, *đăng ký* and *đăng kí*, are one: ``y`` alone after a
consonant, or after ``qu``, is ``i``.
"""

import re
import unicodedata

_STROKE = str.maketrans("đĐ", "dd")
_ACCENTS = re.compile("[\u0300-\u036f]+")
_Y_FOR_I = re.compile(r"\b([hklmst]|qu)y\b")
_BETWEEN = re.compile(r"[^0-9a-z]+")


def fold(text: str) -> str:
    """The text's words, folded, with one space between them."""
    letters = unicodedata.normalize("NFD", text.translate(_STROKE).casefold())
    bare = _BETWEEN.sub(" ", _ACCENTS.sub("", letters)).strip()
    return _Y_FOR_I.sub(r"\1i", bare)


def folded_words(text: str) -> list[str]:
    """The text's words, folded."""
    return fold(text).split()
