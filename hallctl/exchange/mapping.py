"""A mapping file: which of the other system's columns and words stand for which of ours. TOML."""

import tomllib
from pathlib import Path
from typing import Literal

import msgspec

from hallctl.core.dossier_life import DossierState, DossierStep
from hallctl.problems import Findings, ProblemsError, choose_from, quoted

Form = Literal["csv", "json", "xlsx"]
IMPORTED = ("code", "procedure", "channel", "state", "complete_at", "reason")
EXPORTED = (
    "code", "dossier", "procedure", "department", "field", "channel", "state", "presented_at",
    "complete_at", "due_at", "finished_at", "returned_at", "punctuality", "official", "counter",
)  # fmt: skip
"""Ours. ``code`` is the other system's own code of a dossier; ``dossier`` the hall's."""
TIMES = frozenset({"presented_at", "complete_at", "due_at", "finished_at", "returned_at"})
CHANNELS = ("counter", "online", "post")
RECEIVE = "receive"
NOT_BY_EXCHANGE = frozenset({DossierStep.REAPPOINT, DossierStep.STRIKE})
TOLD_STEPS = (RECEIVE, *(one.value for one in DossierStep if one not in NOT_BY_EXCHANGE))
STEP_COLUMNS = ("code", "step", "at", "reason", "department")
NEEDED = ("code", "step", "at")
STATES = tuple(one.value for one in DossierState if one is not DossierState.STRUCK)


class MappingError(ProblemsError):
    """The mapping can't be used; carries every problem and prints one a line."""


class StepMapping(msgspec.Struct, frozen=True, kw_only=True):
    """How the file of past steps is read: a row a step; its times and form are the mapping's."""

    columns: dict[str, str]
    values: dict[str, dict[str, str]] = {}


class Mapping(msgspec.Struct, frozen=True, kw_only=True):
    """One external system's file."""

    system: str
    """Its name; the same dossier of the same system is never received twice."""
    format: Form = "csv"
    time_format: str = "%d/%m/%Y %H:%M"
    delimiter: str = ","
    columns: dict[str, str]
    """Ours to theirs."""
    values: dict[str, dict[str, str]] = {}
    """Of a column of ours: their words to ours."""
    steps: StepMapping | None = None
    """Of past steps, where the other system tells them."""

    def form_of(self, file: Path) -> Form:
        """The form that the file's name tells; the mapping's where it tells none."""
        told: dict[str, Form] = {".csv": "csv", ".json": "json", ".xlsx": "xlsx"}
        return told.get(file.suffix.lower(), self.format)

    def ours(self, column: str, word: str) -> str:
        """Our word for theirs; itself where nothing is said."""
        return self.values.get(column, {}).get(word, word)

    def theirs(self, column: str, word: str) -> str:
        """Their word for ours, the first that is named; itself where nothing is said."""
        pairs = self.values.get(column, {}).items()
        return next((other for other, own in pairs if own == word), word)


def read_mapping(file: Path) -> Mapping:
    """Raises MappingError with every problem."""
    findings = Findings(file.name)
    try:
        mapping = msgspec.convert(tomllib.loads(file.read_text("utf-8-sig")), Mapping)
    except FileNotFoundError:
        findings.add("", "is not there", "name the mapping file")
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        findings.add("", f"can't be read: {fault}", "correct that place")
    except msgspec.ValidationError as fault:
        findings.add("", f"does not fit: {fault}", "see the example in docs/integration.md")
    else:
        _check(mapping, findings)
        if not findings.problems:
            return mapping
    raise MappingError(findings.problems)


def _check(mapping: Mapping, findings: Findings) -> None:
    known = sorted({*IMPORTED, *EXPORTED})
    for column in mapping.columns:
        if column not in known:
            findings.add(f"columns.{column}", "is no column of ours", choose_from(column, known))
    allowed = {"channel": CHANNELS, "state": STATES}
    for column, words in mapping.values.items():
        for own in words.values():
            if column in allowed and own not in allowed[column]:
                findings.add(
                    f"values.{column}",
                    f"{quoted(own)} is none of ours",
                    choose_from(own, allowed[column]),
                )
    _check_steps(mapping.steps, findings)
    if len(mapping.delimiter) != 1:
        findings.add("delimiter", "is not one character", 'write "," or ";"')
    if not mapping.system.strip():
        findings.add("system", "is empty", "name the other system")


def _check_steps(steps: StepMapping | None, findings: Findings) -> None:
    if steps is None:
        return
    for column in steps.columns:
        if column not in STEP_COLUMNS:
            where = f"steps.columns.{column}"
            findings.add(where, "is no column of ours", choose_from(column, STEP_COLUMNS))
    for column in NEEDED:
        if column not in steps.columns:
            findings.add("steps.columns", f"has no {column}", f"say which column holds {column}")
    for own in steps.values.get("step", {}).values():
        if own not in TOLD_STEPS:
            where, what = "steps.values.step", f"{quoted(own)} is none of ours"
            findings.add(where, what, choose_from(own, TOLD_STEPS))
