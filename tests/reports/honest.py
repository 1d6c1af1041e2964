"""The national set counted slowly: every dossier looked at by itself, from its rows alone."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import timedelta
from typing import Any, NamedTuple

from sqlite_utils import Database

from hallctl.ledger.period import Period
from hallctl.reports.dossiers.dossier_sets import asked_of
from hallctl.reports.orders import Sources

ENDED = {"finish", "return", "refuse", "withdraw", "stop"}


class Honest(NamedTuple):
    """Dossiers by indicator: all that it counted, and those that fulfil it; and how long the finished took."""

    counted: dict[str, set[str]]
    reached: dict[str, set[str]]
    took_ms: int


class _Dossier(NamedTuple):
    row: dict[str, Any]
    steps: list[dict[str, Any]]


def honest(period: Period, sources: Sources, department: str | None = None) -> Honest:
    """Of one department, or of the hall."""
    ledger, asked = sources.ledger, asked_of(period, sources)
    first, last, end = str(asked["first"]), str(asked["last"]), int(asked["end"])
    disliked = _disliked(ledger, period)
    counted, reached = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    took = 0
    for one in _dossiers(ledger):
        row, name = one.row, one.row["dossier"]
        if department is not None and row["department"] != department:
            continue
        then = [step for step in one.steps if step["day"] <= last]
        within = [step for step in then if step["day"] >= first]
        finished = next((step for step in within if step["step"] == "finish"), None)
        runs = bool(then) and then[-1]["step"] not in ENDED | {"request_supplement"}
        due = next((step["due_at"] for step in reversed(then) if step["due_at"] is not None), 0)
        twice = sum(step["step"] == "request_supplement" for step in within) > 1
        is_of_it = bool(finished or runs)
        is_short = is_of_it and (
            twice or (runs and due < end) or bool(finished and finished["counted"] == "late")
        )
        came = first <= row["day"] <= last
        is_disliked = came and row["visit"] in disliked
        _into(counted, name, {"2.1": is_of_it, "2.2": finished, "5.4": is_of_it or is_disliked})
        fulfils = is_of_it and not is_short
        _into(reached, name, {"2.1": fulfils, "5.4": fulfils and not is_disliked})
        _into(counted, name, {"3.3": came})
        _into(reached, name, {"3.3": came and row["channel"] == "online"})
        took += _took(one) if finished else 0
    for paid in _rows(ledger, "select * from fee_payments where kind = 'paid'"):
        if first <= paid["day"] <= last and department in {None, paid["department"]}:
            counted["3.6"].add(paid["dossier"])
            if paid["method"] == "online":
                reached["3.6"].add(paid["dossier"])
    return Honest(counted, reached, took)


def _into(sets: dict[str, set[str]], name: str, belongs: dict[str, Any]) -> None:
    for number, is_so in belongs.items():
        if is_so:
            sets[number].add(name)


def _took(one: _Dossier) -> int:
    began, asked = one.row["complete_at"], 0
    for step in one.steps:
        match step["step"]:
            case "request_supplement":
                asked = step["at"]
            case "resume":
                began += step["at"] - asked
            case "finish":
                return int(step["at"] - began)
    raise AssertionError("it was never finished")


def _disliked(ledger: Database, period: Period) -> set[str]:
    since = (period.first - timedelta(days=7)).isoformat()
    bad = {
        row["ticket"]
        for row in _rows(ledger, "select * from tickets")
        if row["result"] is not None
        and min(row["result"], row["attitude"]) <= 2
        and since <= row["business_day"] <= period.last.isoformat()
    }
    return bad | {row["visit"] for row in _rows(ledger, "select * from complaints") if row["visit"]}


def _dossiers(ledger: Database) -> Iterable[_Dossier]:
    steps = defaultdict[str, list[dict[str, Any]]](list)
    for row in _rows(ledger, "select * from dossier_steps order by rowid"):
        if row["undone_at"] is None and row["step"] not in {"undo", "strike"}:
            steps[row["dossier"]].append(row)
    for row in _rows(ledger, "select * from dossiers"):
        if row["state"] != "struck":
            yield _Dossier(row, steps[row["dossier"]])


def _rows(ledger: Database, question: str) -> Iterable[dict[str, Any]]:
    return ledger.query(question)
