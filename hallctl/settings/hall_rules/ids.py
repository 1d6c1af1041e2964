"""Rules about names: every id well formed, given once, and known where it is used."""

import re
from collections import Counter as Tally
from collections.abc import Iterable, Sequence

from hallctl.core.plan import NORMAL
from hallctl.settings.problems import Findings, choose_from, joined, quoted
from hallctl.settings.tables.document import Document

_WORD = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
_COUNTER = re.compile(r"[0-9A-Z]{1,4}")
_LONGEST_ID = 40


def check_ids(document: Document, findings: Findings) -> None:
    """Ids of services, counters, departments, groups and stations."""
    check_words_of_ids("service", [one.service for one in document.service], findings)
    check_words_of_ids("department", [one.department for one in document.department], findings)
    check_words_of_ids("priority", [one.group for one in document.priority], findings)
    check_words_of_ids("rating_reason", [one.reason for one in document.rating_reason], findings)
    check_words_of_ids("station", [one.name for one in document.station], findings)
    check_words_of_ids("camera", [one.camera for one in document.camera], findings)
    check_words_of_ids("device", [one.device for one in document.device], findings)
    _check_counters([one.counter for one in document.counter], findings)
    if any(one.group == NORMAL for one in document.priority):
        findings.add(
            f"priority.{NORMAL}", "is there already, at rate 1", "leave it out of hall.toml"
        )


def check_references(document: Document, findings: Findings) -> None:
    """Services name known departments, counters name known services, each service is offered."""
    departments = [one.department for one in document.department]
    for service in document.service:
        where = joined(joined("service", service.service), "departments")
        check_known("department", service.departments, departments, where, findings)
    services = [one.service for one in document.service]
    for counter in document.counter:
        where = joined(joined("counter", counter.counter), "services")
        check_known("service", counter.services, services, where, findings)
        if not counter.services and not counter.profile:
            findings.add(where, "is empty", "name at least one service, or a profile")
    if not findings.is_misshapen_within("counter"):
        _check_offered(document, findings)


def check_known(
    what: str, used: Sequence[str], known: Sequence[str], path: str, findings: Findings
) -> None:
    """Each word used must be known, and used once."""
    for word in dict.fromkeys(used):
        if word not in known:
            findings.add(path, f"there is no {what} {quoted(word)}", choose_from(word, known))
    for word in _given_twice(used):
        findings.add(path, f"names {quoted(word)} twice", "name it once")


def _check_offered(document: Document, findings: Findings) -> None:
    offered = {service for counter in document.counter for service in counter.services}
    taken = {counter.profile for counter in document.counter if not counter.services}
    offered |= {one for each in document.profile if each.profile in taken for one in each.services}
    for service in document.service:
        if service.service and service.service not in offered:
            findings.add(
                joined("service", service.service),
                "no counter offers it",
                "add it to the services of a counter",
            )


def check_words_of_ids(table: str, words: Sequence[str], findings: Findings) -> None:
    """Ids of small letters and digits, each given once."""
    for word in dict.fromkeys(words):
        if len(word) > _LONGEST_ID or not _WORD.fullmatch(word):
            findings.add(
                joined(table, word),
                f"{quoted(word)} is not a good name",
                f"use a–z, 0–9 and - between, at most {_LONGEST_ID} characters",
            )
    check_once(table, words, findings)


def _check_counters(counters: Sequence[str], findings: Findings) -> None:
    for counter in dict.fromkeys(counters):
        if not _COUNTER.fullmatch(counter):
            findings.add(
                joined("counter", counter),
                f"{quoted(counter)} can't be shown on a sign",
                'use at most four of 0–9 and A–Z, such as "12"',
            )
    check_once("counter", counters, findings)


def check_once(table: str, words: Iterable[str], findings: Findings) -> None:
    """No name stands there twice."""
    for word in _given_twice(words):
        findings.add(
            joined(table, word), "stands in the file more than once", "give each its own name"
        )


def _given_twice(words: Iterable[str]) -> list[str]:
    return [word for word, times in Tally(words).items() if times > 1 and word]
