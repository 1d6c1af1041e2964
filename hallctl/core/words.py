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

    def beside(self, language: str) -> str:
        """What stands under the Vietnamese: in ``language``, else in English, and never the same again."""
        others = {} if self.others is msgspec.UNSET else self.others
        said = (others.get(language, "") or self.en) if language else ""
        return said if said != self.vi else ""

    def only_in(self, language: str) -> str:
        """The words in that language; empty where there are none."""
        if language in {"vi", "en"}:
            return self.vi if language == "vi" else self.en
        return "" if self.others is msgspec.UNSET else self.others.get(language, "")

    def spoken_in(self, language: str) -> str:
        """The words in ``language``, or in Vietnamese where there are none."""
        if language == "en":
            return self.en or self.vi
        others = {} if self.others is msgspec.UNSET else self.others
        return others.get(language, "") or self.vi
