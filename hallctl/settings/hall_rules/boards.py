"""Rules about zones, their boards and speakers, and how it sounds at which hour."""

import re
from collections.abc import Iterable
from pathlib import Path

import msgspec

from hallctl.core.plan import Counter, Words
from hallctl.core.plan.board_rules import Announcing, SoundHours, Zone
from hallctl.settings.hall_rules.hours import read_shifts
from hallctl.settings.hall_rules.ids import check_known, check_once
from hallctl.settings.hall_rules.offer import check_words
from hallctl.settings.problems import Findings, choose_from, joined, quoted
from hallctl.settings.tables.document import Document, SoundTable

VOICES = "voices"
"""The folder of the hall directory with its recorded voices."""
_ZONE = re.compile(r"[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*")
_LONGEST_ZONE = 20
_SPANS = {"stale_s": range(10, 601), "emergency_every_s": range(5, 301)}


def check_boards(document: Document, directory: Path, findings: Findings) -> None:
    """Zones name what there is, each board and counter stands in one, sounds have hours."""
    check_once("zone", [one.zone for one in document.zone], findings)
    for zone in document.zone:
        _check_zone(zone, document, findings)
    _check_claimed("counters", document.zone, findings)
    _check_claimed("boards", document.zone, findings)
    _check_counters(document, findings)
    for place, sound in enumerate(document.sound, start=1):
        _check_sound(sound, f"sound[{place}]", document.zone, findings)
    _check_announcements(document, directory, findings)


def zones_of(document: Document) -> tuple[Zone, ...]:
    """The zones with every counter that names them."""
    return tuple(
        msgspec.structs.replace(one, counters=_counters_of(one, document.counter))
        for one in document.zone
    )


def announcing_of(document: Document) -> Announcing:
    """How calls are announced, by the hour too."""
    sounds = (
        SoundHours(
            hours=read_shifts(one.hours, "", Findings("")),
            weekdays=one.weekdays,
            mode=one.mode,
            volume=one.volume,
            zone=one.zone,
        )
        for one in document.sound
    )
    return Announcing(**msgspec.structs.asdict(document.announcements), sounds=tuple(sounds))


def _counters_of(zone: Zone, counters: Iterable[Counter]) -> tuple[str, ...]:
    own = (one.counter for one in counters if one.zone == zone.zone)
    return tuple(dict.fromkeys((*zone.counters, *own)))


def _check_zone(zone: Zone, document: Document, findings: Findings) -> None:
    path = joined("zone", zone.zone)
    if len(zone.zone) > _LONGEST_ZONE or not _ZONE.fullmatch(zone.zone):
        findings.add(
            path,
            f"{quoted(zone.zone)} is not a good name",
            f"use letters without accents and digits, at most {_LONGEST_ZONE}",
        )
    check_words(zone.name, path, findings)
    if zone.direction != Words(""):
        check_words(zone.direction, path, findings, "direction")
    boards = _boards(zone, document)
    for what, key, used, known in (
        ("counter", "counters", zone.counters, [one.counter for one in document.counter]),
        ("service", "services", zone.services, [one.service for one in document.service]),
        ("board", "boards", zone.boards, boards),
        ("board", "speakers", zone.speakers, boards),
    ):
        check_known(what, used, known, joined(path, key), findings)
    if not zone.shows:
        findings.add(joined(path, "shows"), "is empty", 'write "calls" at least, or take it out')


def _boards(zone: Zone, document: Document) -> list[str]:
    """The hall's boards, and names that are no station here: those may be let in by code."""
    roles = {one.name: one.role for one in document.station}
    named = (*roles, *zone.boards, *zone.speakers)
    return [one for one in dict.fromkeys(named) if roles.get(one, "board") == "board"]


def _check_claimed(key: str, zones: Iterable[Zone], findings: Findings) -> None:
    """A counter stands in one zone, and so does a board."""
    owners: dict[str, str] = {}
    for zone in zones:
        for name in getattr(zone, key):
            first = owners.setdefault(name, zone.zone)
            if first != zone.zone:
                where = joined(joined("zone", zone.zone), key)
                findings.add(
                    where, f"{quoted(name)} is in zone {quoted(first)} already", "name it in one"
                )


def _check_counters(document: Document, findings: Findings) -> None:
    """A counter that names its own zone is not in another zone's list; and there is such a zone."""
    zones = [one.zone for one in document.zone]
    listed = {counter: one.zone for one in document.zone for counter in one.counters}
    for counter in document.counter:
        where = joined(joined("counter", counter.counter), "zone")
        if counter.zone and zones and counter.zone not in zones:
            says = f"there is no zone {quoted(counter.zone)}"
            findings.add(where, says, choose_from(counter.zone, zones))
        elif counter.zone and listed.get(counter.counter, counter.zone) != counter.zone:
            says = f"zone {quoted(listed[counter.counter])} lists it"
            findings.add(where, says, "say it in one place")


def _check_sound(sound: SoundTable, path: str, zones: Iterable[Zone], findings: Findings) -> None:
    if not sound.hours:
        findings.add(joined(path, "hours"), "is empty", 'write such as ["11:30-13:30"]')
    read_shifts(sound.hours, joined(path, "hours"), findings)
    for day in sound.weekdays:
        if not 1 <= day <= 7:
            says = f"{day} is no weekday"
            findings.add(joined(path, "weekdays"), says, "use 1 (Monday) to 7 (Sunday)")
    _check_volume(sound.volume, joined(path, "volume"), findings)
    if sound.zone:
        check_known(
            "zone", (sound.zone,), [one.zone for one in zones], joined(path, "zone"), findings
        )


def _check_announcements(document: Document, directory: Path, findings: Findings) -> None:
    rules = document.announcements
    _check_volume(rules.volume, "announcements.volume", findings)
    for key, span in _SPANS.items():
        if getattr(rules, key) not in span:
            findings.add(
                f"announcements.{key}",
                f"{getattr(rules, key)} makes no sense",
                f"write {span.start} to {span.stop - 1}",
            )
    if rules.voice and not is_voice(directory, rules.voice):
        findings.add(
            "announcements.voice",
            f"there is no voice {quoted(rules.voice)}",
            f"make one with: hallctl voice make {rules.voice}",
        )


def is_voice(directory: Path, voice: str) -> bool:
    """Whether a folder of that name lies in ``voices`` with a manifest in it."""
    return Path(voice).name == voice and (directory / VOICES / voice / "voice.toml").is_file()


def _check_volume(volume: int, path: str, findings: Findings) -> None:
    if not 0 <= volume <= 100:
        findings.add(path, f"{volume} is no volume", "write 0 to 100")
