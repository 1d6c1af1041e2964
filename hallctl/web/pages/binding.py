"""Words that belong together stay on one line, wherever a page has room to break it."""

import re

from hallctl.compounds import bind_compounds

_TEXT = re.compile(r"(?<=>)[^<>]* [^<>]*(?=<(?!/(?:option|textarea|pre)>))")
"""What is read between two tags; not what a form sends back as it stands."""


def bound(page: str) -> str:
    """The page in HTML, the syllables of each Vietnamese compound in it kept together."""
    return _TEXT.sub(lambda found: bind_compounds(found[0]), page)
