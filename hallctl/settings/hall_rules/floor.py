"""Rules about the floor: officials, reasons, profiles, recalls, no-shows."""

from collections.abc import Iterable, Sequence

import msgspec

from hallctl.core.calendar import Shift
from hallctl.core.plan import Counter
from hallctl.core.plan.floor_rules import FloorRules, Profile, Reason
from hallctl.core.words import Words
from hallctl.settings.hall_rules.hours import read_shifts
from hallctl.settings.hall_rules.ids import check_known, check_once, check_words_of_ids
from hallctl.settings.hall_rules.offer import check_minutes, check_words
from hallctl.settings.problems import Findings, choose_from, joined, quoted
from hallctl.settings.tables.document import Document

_LONGEST_NAME = 80
_LONGEST_PROFILE = 45
_MOST_WEIGHT = 20


def check_floor(document: Document, findings: Findings) -> FloorRules:
    """Notes what is wrong on the floor; gives its rules."""
    _check_spans(document, findings)
    counters = [one.counter for one in document.counter]
    _check_officials([one.official for one in document.official], findings)
    for official in document.official:
        path = joined(joined("official", official.official), "counters")
        check_known("counter", official.counters, counters, path, findings)
    _check_reasons(document.reason, findings)
    _check_profiles(document, counters, findings)
    for counter in document.counter:
        _check_counter(counter, [one.profile for one in document.profile], findings)
    return FloorRules(
        **msgspec.structs.asdict(document.floor),
        officials=document.official,
        reasons=document.reason,
        profiles=document.profile,
    )


def _check_profiles(document: Document, counters: Sequence[str], findings: Findings) -> None:
    services = [one.service for one in document.service]
    check_words_of_ids("profile", [one.profile for one in document.profile], findings)
    for profile in document.profile:
        _check_profile(profile, services, findings)
        path = joined("profile", profile.profile)
        check_known("counter", profile.counters, counters, joined(path, "counters"), findings)
        if profile.name != Words(""):
            check_words(profile.name, path, findings)
            _check_short(profile.name, joined(path, "name"), findings)


def counters_with_services(document: Document) -> tuple[Counter, ...]:
    """Every counter with what it offers: its own services, or its profile's."""
    profiles = {one.profile: one.services for one in document.profile}
    return tuple(
        Counter(
            counter=one.counter,
            services=one.services or profiles.get(one.profile, ()),
            zone=one.zone,
            profile=one.profile,
        )
        for one in document.counter
    )


def check_service_hours(document: Document, findings: Findings) -> dict[str, tuple[Shift, ...]]:
    """Hours and quotas of services; gives the hours of those that have some of their own."""
    hours: dict[str, tuple[Shift, ...]] = {}
    for service in document.service:
        path = joined("service", service.service)
        if service.hours:
            hours[service.service] = read_shifts(service.hours, joined(path, "hours"), findings)
        if service.last_ticket_minutes:
            last = joined(path, "last_ticket_minutes")
            check_minutes(last, service.last_ticket_minutes, 240, findings)
        quotas = (("quota_a_day", service.quota_a_day), ("quota_an_hour", service.quota_an_hour))
        for key, quota in quotas:
            if quota < 0:
                findings.add(joined(path, key), f"{quota} makes no sense", "write 0 or more")
    return hours


def _check_spans(document: Document, findings: Findings) -> None:
    floor = document.floor
    check_minutes("floor.no_show_minutes", floor.no_show_minutes, 240, findings)
    if floor.at_closing != "open" and not document.hours.shifts:
        findings.add("floor.at_closing", "there are no hours to close at", "add [hours] shifts")
    if floor.longest_wait_minutes:
        check_minutes("floor.longest_wait_minutes", floor.longest_wait_minutes, 480, findings)
    for key, value, most in (
        ("recall_limit", floor.recall_limit, 20),
        ("recall_every_s", floor.recall_every_s, 300),
        ("undo_s", floor.undo_s, 60),
        ("no_show_returns", floor.no_show_returns, 10),
    ):
        if not 0 <= value <= most:
            findings.add(f"floor.{key}", f"{value} makes no sense", f"write 0 to {most}")


def _check_officials(names: list[str], findings: Findings) -> None:
    for name in names:
        if not name.strip() or len(name) > _LONGEST_NAME:
            findings.add(
                joined("official", name),
                f"{quoted(name)} is not a name to serve under",
                f"use 1 to {_LONGEST_NAME} characters",
            )
    check_once("official", names, findings)


def _check_reasons(reasons: Iterable[Reason], findings: Findings) -> None:
    check_words_of_ids("reason", [one.reason for one in reasons], findings)
    for one in reasons:
        check_words(one.name, joined("reason", one.reason), findings)


def _check_profile(profile: Profile, services: list[str], findings: Findings) -> None:
    path = joined("profile", profile.profile)
    check_known("service", profile.services, services, joined(path, "services"), findings)
    if not profile.services:
        findings.add(joined(path, "services"), "is empty", "name at least one service")
    where = joined(path, "weights")
    if profile.order != "mixture" and profile.weights:
        findings.add(where, "belongs to a mixture", 'write order = "mixture", or take it out')
    if profile.order == "mixture" and len(profile.weights) != len(profile.services):
        findings.add(where, "does not fit the services", "write one whole number a service")
    if any(not 1 <= weight <= _MOST_WEIGHT for weight in profile.weights) or (
        sum(profile.weights) > 2 * _MOST_WEIGHT
    ):
        findings.add(
            where,
            "is more than a round can hold",
            f"write 1 to {_MOST_WEIGHT} for each, at most {2 * _MOST_WEIGHT} together",
        )


def _check_short(name: Words, path: str, findings: Findings) -> None:
    """It stands on a button, beside others."""
    for language in ("vi", "en"):
        if len(getattr(name, language)) > _LONGEST_PROFILE:
            told = f"use at most {_LONGEST_PROFILE} characters"
            findings.add(joined(path, language), "is too long", told)


def _check_counter(counter: Counter, profiles: list[str], findings: Findings) -> None:
    if counter.profile and counter.profile not in profiles:
        findings.add(
            joined(joined("counter", counter.counter), "profile"),
            f"there is no profile {quoted(counter.profile)}",
            choose_from(counter.profile, profiles),
        )
