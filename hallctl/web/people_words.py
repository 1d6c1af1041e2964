"""The words of the pages where people sign in, in both languages."""

from pathlib import Path

import msgspec

from hallctl.web.lexicon import Lexicon

WORDS: Lexicon = msgspec.json.decode(
    (Path(__file__).parent / "static" / "people_words.json").read_bytes(), type=Lexicon
)
