"""Long names in little room: cut at a word, and where two would look alike, told by where they differ."""

from collections import defaultdict

LEAST = 24
"""Letters below which nothing more is taken out of a name's middle."""


def shortened(name: str, most: int) -> str:
    """The name, cut at a word where there is no room for it."""
    if len(name) <= most:
        return name
    return f"{name[:most].rpartition(' ')[0].rstrip(' ,;(')}…"


def told_apart(names: list[str], most: int) -> list[str]:
    """Each name in about ``most`` letters, in the same order; different names stay different.

    Those that begin alike keep their beginning, and go on where they differ.
    """
    short = [shortened(name, most) for name in names]
    alike = defaultdict[str, set[str]](set)
    for name, cut in zip(names, short, strict=True):
        alike[cut].add(name)
    told: dict[str, str] = {}
    for cut, meant in alike.items():
        told |= dict.fromkeys(meant, cut) if len(meant) == 1 else _by_difference(meant, most)
    return [told[name] for name in names]


def _by_difference(names: set[str], most: int) -> dict[str, str]:
    """Names with the same beginning, each by that and what is its own."""
    every = sorted(names)
    if most < LEAST:
        return {name: name for name in every}
    same = _shared(every[0], every[-1]).rpartition(" ")[0]
    beginning = shortened(same, most // 3).rstrip("…")
    own = told_apart([name[len(same) :].strip() for name in every], most - len(beginning) - 2)
    return {name: f"{beginning} … {rest}" for name, rest in zip(every, own, strict=True)}


def _shared(one: str, other: str) -> str:
    """How both begin; in a sorted list the first and the last share what all do."""
    pairs = enumerate(zip(one, other, strict=False))
    return one[: next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))]
