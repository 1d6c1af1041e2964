"""Makes one spelling of Vietnamese text of the several that devices send."""

import unicodedata

_ETH_FOR_D = str.maketrans({"\u00d0": "\u0110", "\u00f0": "\u0111"})


def as_typed(text: str) -> str:
    """`text` composed (NFC), with the Vietnamese Đ (U+0110) for the Icelandic Ð (U+00D0).

    Both look alike, and old keyboards and converters write the wrong one, so that a name would not
    be found again.
    """
    return unicodedata.normalize("NFC", text).translate(_ETH_FOR_D)
