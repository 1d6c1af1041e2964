"""A service and the counters that serve it, changed together: neither can be there without the other.

Text in, text out; comments and order stay.
"""

from collections.abc import Collection
from typing import Any

import tomlkit
from tomlkit.items import AoT


def served_at(text: str, service: str, counters: Collection[str], before: str = "") -> str:
    """With that service at these counters and no others; ``before`` is what it was called."""
    document = tomlkit.parse(text)
    for counter in _counters(document):
        offered = [str(one) for one in counter.get("services", ())]
        wanted = [service if one == before else one for one in offered]
        if str(counter.get("counter")) not in counters:
            wanted = [one for one in wanted if one != service]
        elif service not in wanted:
            wanted.append(service)
        if wanted != offered:
            counter["services"] = wanted
    return tomlkit.dumps(document)


def _counters(document: tomlkit.TOMLDocument) -> Collection[Any]:
    entries = document.get("counter")
    return entries if isinstance(entries, AoT) else ()
