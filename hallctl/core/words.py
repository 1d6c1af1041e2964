"""Words in the hall's languages, as settings and views carry them."""

import msgspec


class Words(msgspec.Struct, frozen=True):
    """One name in the hall's languages: language code to words, Vietnamese always there.

    ``others`` are those of languages that a hall has added by a file; on the wire only where there
    are some.
    """

    vi: str
    en: str = ""
    others: dict[str, str] | msgspec.UnsetType = msgspec.UNSET

    def __hash__(self) -> int:
        """By what is always there: a dict has no hash of its own."""
        return hash((self.vi, self.en))

    def spoken_in(self, language: str) -> str:
        """The words in ``language``, or in Vietnamese where there are none."""
        if language == "en":
            return self.en or self.vi
        others = {} if self.others is msgspec.UNSET else self.others
        return others.get(language, "") or self.vi
