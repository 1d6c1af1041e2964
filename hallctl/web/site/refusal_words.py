"""Refusals in words for whoever presses a button on a page."""

import msgspec

from hallctl.web.site import WORDS


class _Refusal(msgspec.Struct):
    refused: str
    details: dict[str, msgspec.Raw]


def in_words(answer: bytes, language: str) -> str:
    """What a refusal's JSON says, in that language."""
    refusal = msgspec.json.decode(answer, type=_Refusal)
    details = {name: _said(value) for name, value in refusal.details.items()}
    words = WORDS[language].get(f"refused_{refusal.refused}")
    try:
        if words is not None:
            return words.format_map(details)
    except KeyError:  # a refusal of the same code without that detail
        pass
    return WORDS[language]["refused_other"].format(code=refusal.refused)


def _said(value: msgspec.Raw) -> str:
    said = msgspec.json.decode(value)
    return said if isinstance(said, str) else str(said)
