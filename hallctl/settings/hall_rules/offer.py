"""Rules about what the hall offers: letters, icons, names, minutes, priority groups."""

from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from math import isfinite
from string import ascii_uppercase
from zipfile import ZipFile

from hallctl.core.plan import PriorityGroup, Service, Words
from hallctl.settings.problems import Findings, joined, nearest, quoted
from hallctl.settings.tables.document import Document

_OWN_LETTER = "give each service its own letter A–Z"
_OLDEST = 120
_NORMAL_RATE = 1.0
_LONGEST_NAME = 200
MOST_REASONS = 6


def check_offer(document: Document, findings: Findings) -> None:
    """Everything about services and groups but their ids."""
    if not document.service:
        findings.add("service", "there is none", "add at least one [[service]]")
    if not document.counter:
        findings.add("counter", "there is none", "add at least one [[counter]]")
    _check_letters(document.service, findings)
    for service in document.service:
        _check_service(service, findings)
    for group in document.priority:
        _check_group(group, findings)
    for reason in document.rating_reason:
        check_words(reason.name, joined("rating_reason", reason.reason), findings)
    if len(document.rating_reason) > MOST_REASONS:
        findings.add(
            "rating_reason",
            f"there are {len(document.rating_reason)}",
            f"keep {MOST_REASONS} at most: one screen shows them all",
        )
    for department in document.department:
        check_words(department.name, f"{joined('department', department.department)}", findings)
    check_minutes("rules.target_minutes", document.rules.target_minutes, 240, findings)
    check_minutes("rules.rating_minutes", document.rules.rating_minutes, 1440, findings)
    for name in document.alerts.__struct_fields__:
        check_minutes(f"alerts.{name}", getattr(document.alerts, name), 1440, findings)


def check_words(name: Words, path: str, findings: Findings, key: str = "name") -> None:
    """Vietnamese always there, and no language longer than a screen can hold."""
    where = joined(path, key) if key else path
    if not name.vi.strip():
        findings.add(joined(where, "vi"), "is empty", "write the Vietnamese words")
    for language in ("vi", "en"):
        if len(getattr(name, language)) > _LONGEST_NAME:
            findings.add(
                joined(where, language), "is too long", f"use at most {_LONGEST_NAME} characters"
            )


def _check_letters(services: Iterable[Service], findings: Findings) -> None:
    owners: dict[str, str] = {}
    for service in services:
        path = joined(joined("service", service.service), "letter")
        letter = service.letter
        if len(letter) != 1 or letter not in ascii_uppercase:
            findings.add(path, f"{quoted(letter)} is not one of A–Z", _OWN_LETTER)
        elif letter in owners:
            wrong = f"{quoted(letter)} is already the letter of {quoted(owners[letter])}"
            findings.add(path, wrong, _OWN_LETTER)
        else:
            owners[letter] = service.service


def _check_service(service: Service, findings: Findings) -> None:
    path = joined("service", service.service)
    check_words(service.name, path, findings)
    check_minutes(joined(path, "typical_minutes"), service.typical_minutes, 480, findings)
    if service.icon not in _icons():
        near = nearest(service.icon, _icons())
        remedy = f"did you mean {quoted(near)}?" if near else 'write "file-text" for a plain one'
        findings.add(
            joined(path, "icon"), f"there is no icon {quoted(service.icon)} in Lucide", remedy
        )


def _check_group(group: PriorityGroup, findings: Findings) -> None:
    path = joined("priority", group.group)
    check_words(group.name, path, findings)
    if not (isfinite(group.rate) and group.rate >= _NORMAL_RATE):
        findings.add(
            joined(path, "rate"),
            f"{group.rate:g} is slower than everybody else's",
            "write 1 or more; 2 makes one minute of waiting count as two",
        )
    if not (isfinite(group.head_start) and group.head_start >= 0):
        findings.add(
            joined(path, "head_start"),
            f"{group.head_start:g} would put the group behind",
            "write the minutes it starts ahead: 0 or more",
        )
    if not 0 <= group.from_age <= _OLDEST:
        findings.add(
            joined(path, "from_age"),
            f"{group.from_age} is no age",
            f"write the age from which a card is enough, up to {_OLDEST}, or 0",
        )


def check_minutes(path: str, minutes: float, most: int, findings: Findings) -> None:
    """A span that makes sense: more than 0, at most so many minutes."""
    if not 0 < minutes <= most:
        findings.add(
            path, f"{minutes:g} minutes makes no sense", f"write more than 0 and at most {most}"
        )


@cache
def _icons() -> frozenset[str]:
    with (files("lucide") / "lucide.zip").open("rb") as packed, ZipFile(packed) as icons:
        return frozenset(name.removesuffix(".svg") for name in icons.namelist())
