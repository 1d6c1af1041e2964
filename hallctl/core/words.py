"""Words in the hall's languages, as settings and views carry them."""

import msgspec


class Words(msgspec.Struct, frozen=True):
    """One name in the hall's languages: language code to words, Vietnamese always there."""

    vi: str
    en: str = ""

    def spoken_in(self, language: str) -> str:
        """The words in ``language``, or in Vietnamese where there are none."""
        return (self.en if language == "en" else "") or self.vi
