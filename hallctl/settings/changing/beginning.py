"""A hall's first settings: what its technician answered, written into a sample's commented text.

Pure: texts in, texts out. What is wrong with the answers is found by reading the result as any other
``hall.toml`` is read.
"""

import csv
from collections.abc import Collection, Mapping
from io import StringIO

import msgspec
import tomlkit
from tomlkit.items import AoT

from hallctl.core.plan import Words

UNUSED = ("station", "device", "camera", "profile")
"""Machines come in by their codes, not by a file; profiles name the sample's own counters."""


class Beginning(msgspec.Struct, frozen=True, kw_only=True):
    """What a technician says about a new hall. ``letters``: the services it offers."""

    name: Words
    authority: Words
    place: str = ""
    agency: str = ""
    weekdays: tuple[int, ...] = (1, 2, 3, 4, 5)
    shifts: tuple[str, ...] = ("07:30-11:30", "13:30-17:00")
    opens_by_itself: bool = True
    letters: Mapping[str, str] = {}
    counters: int = 4
    spreads: bool = False
    """Whether each counter has some of the services; else every counter has all."""
    officials: tuple[str, ...] = ()
    reserves: tuple[str, ...] = ()
    on_the_network: bool = True
    """Whether screens stand on other machines."""


def first_settings(sample: str, begun: Beginning) -> str:
    """The sample's ``hall.toml`` made this hall's; its comments stay."""
    document = tomlkit.parse(sample)
    hall, hours, dossiers = document["hall"], document["hours"], document["dossiers"]
    hall.update({"name": _written(begun.name), "authority": _written(begun.authority)})
    hall["place"] = begun.place
    _drop_notices_of_other_hours(document, begun)
    hours.update({"weekdays": list(begun.weekdays), "shifts": list(begun.shifts)})
    hours["opens_by_itself"] = begun.opens_by_itself
    dossiers["agency"] = begun.agency
    if dossiers.get("return_service") not in begun.letters:
        dossiers["return_service"] = ""
    document["server"]["host"] = "0.0.0.0" if begun.on_the_network else "127.0.0.1"  # noqa: S104
    _offer(document["service"], begun.letters)
    _place_counters(document["counter"], begun)
    _name_officials(document, begun)
    for table in UNUSED:
        document.pop(table, None)
    return tomlkit.dumps(document)


def first_catalogue(sample: str, services: Collection[str]) -> str:
    """The sample's procedures without those of services that the hall does not offer."""
    reader = csv.DictReader(StringIO(sample))
    kept = StringIO()
    writer = csv.DictWriter(kept, reader.fieldnames or (), lineterminator="\n")
    writer.writeheader()
    writer.writerows(one for one in reader if not one["service"] or one["service"] in services)
    return kept.getvalue()


def _drop_notices_of_other_hours(document: tomlkit.TOMLDocument, begun: Beginning) -> None:
    """The samples' first notice tells their own hours."""
    hours = document["hours"]
    if (tuple(hours["weekdays"]), tuple(hours["shifts"])) != (begun.weekdays, begun.shifts):
        del document["hall"]["notices"][0]


def _offer(services: AoT, letters: Mapping[str, str]) -> None:
    for place in reversed(range(len(services))):
        name = str(services[place]["service"])
        if name in letters:
            services[place]["letter"] = letters[name]
        else:
            del services[place]


def _place_counters(counters: AoT, begun: Beginning) -> None:
    services = list(begun.letters)
    for place in range(begun.counters):
        if place == len(counters):
            counters.append(tomlkit.table())
        entry = counters[place]
        for key in list(entry):
            entry.remove(key)
        entry["counter"] = str(place + 1)
        entry["services"] = _share(services, place, begun) if begun.spreads else services
    for place in reversed(range(begun.counters, len(counters))):
        del counters[place]


def _share(services: list[str], place: int, begun: Beginning) -> list[str]:
    """Each service has a counter, and each counter a service."""
    own = services[place :: begun.counters]
    return own or [services[place % len(services)]] if services else []


def _name_officials(document: tomlkit.TOMLDocument, begun: Beginning) -> None:
    named = tomlkit.aot()
    for is_reserve, names in ((False, begun.officials), (True, begun.reserves)):
        for name in names:
            entry = tomlkit.table()
            entry["official"] = name
            if is_reserve:
                entry["reserve"] = True
            named.append(entry)
    if len(named):
        document["official"] = named


def _written(words: Words) -> tomlkit.items.InlineTable:
    written = tomlkit.inline_table()
    written["vi"] = words.vi
    if words.en:
        written["en"] = words.en
    return written
