"""The text of a QR code from its bytes, where the code itself doesn't say how it is spelt."""


def worded(raw: bytes, guess: str) -> str:
    """The text of `raw`, for which a decoder guessed `guess`.

    A code may name its character set and seldom does; some name Latin-1 and hold UTF-8. More than
    a few bytes above 127 that happen to be good UTF-8 are UTF-8: in single-byte sets that would be
    a text of odd signs, and in Shift_JIS it hardly occurs. Otherwise the decoder's guess stands.
    """
    if raw.isascii():
        return guess
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return guess
    return text if text.isprintable() or not guess.isprintable() else guess
