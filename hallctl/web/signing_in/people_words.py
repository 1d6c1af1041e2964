"""The words of the pages where people sign in, in both languages."""

from pathlib import Path

import msgspec

from hallctl.web.pages.lexicon import Lexicon

WORDS: Lexicon = msgspec.json.decode(
    (Path(__file__).parents[1] / "static" / "people_words.json").read_bytes(), type=Lexicon
)
