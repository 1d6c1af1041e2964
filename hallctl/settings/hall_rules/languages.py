"""Languages that a hall has added: the files ``words/<code>.json`` beside ``hall.toml``."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from hallctl.core.languages import Language
from hallctl.core.words import Words
from hallctl.settings.hall_rules.ids import check_known
from hallctl.settings.problems import Findings, joined, quoted
from hallctl.settings.tables.document import Document

FOLDER = "words"
OWN = ("vi", "en")
"""The languages that are there without a file."""
_CODE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*")


class _File(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    name: str
    voice: str = ""
    reviewed: str = ""
    screens: dict[str, str | dict[str, str]] = {}
    ticket: dict[str, str | dict[str, str]] = {}
    phone: dict[str, str | dict[str, str]] = {}
    board: dict[str, str | dict[str, str]] = {}
    sign: dict[str, str | dict[str, str]] = {}
    pad: dict[str, str | dict[str, str]] = {}
    call: dict[str, str] = {}
    digits: tuple[str, ...] = ()
    numbers: dict[str, str] = {}
    letters: dict[str, str] = {}
    emergency: dict[str, str] = {}


def own_languages(directory: Path, findings: Findings) -> dict[str, Language]:
    """Every language there is a file of, by its code; what is wrong with a file is noted."""
    found = {}
    for path in sorted((directory / FOLDER).glob("*.json")):
        where = f"{FOLDER}/{path.name}"
        if not _CODE.fullmatch(path.stem) or path.stem in OWN:
            findings.add(
                where,
                f"{quoted(path.stem)} is no language code",
                "name it as the language's code, such as words/tyz.json",
            )
            continue
        try:
            written = msgspec.json.decode(path.read_bytes(), type=_File)
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError) as error:
            findings.add(
                where,
                f"is no file of words: {str(error)[:120]}",
                "correct that place; docs/languages.md shows the form",
            )
            continue
        found[path.stem] = Language(code=path.stem, **msgspec.structs.asdict(written))
    return found


def check_languages(document: Document, languages: dict[str, Language], findings: Findings) -> None:
    """The hall speaks Vietnamese, and nothing it has no words for."""
    spoken = document.hall.languages
    check_known("language", spoken, (*OWN, *languages), "hall.languages", findings)
    for path, named in (
        ("hall.beside", document.hall.beside),
        ("announcements.languages", document.announcements.languages),
    ):
        offered = [code for code in languages if code in spoken]
        check_known("language", named, (*OWN, *offered), path, findings)
    if "vi" in document.hall.beside:
        findings.add("hall.beside", "Vietnamese stands there already", "take it out")
    if not document.announcements.languages:
        findings.add("announcements.languages", "is empty", 'write ["vi", "en"], or take it out')
    if "vi" not in spoken:
        findings.add("hall.languages", "Vietnamese is not among them", 'add "vi"')
    for path, words in _names(document, ""):
        for code in () if words.others is msgspec.UNSET else words.others:
            if code not in spoken:
                findings.add(
                    path,
                    f"has words in {quoted(code)}, which the hall does not speak",
                    "add it to hall.languages, or leave these words out",
                )


def _names(part: Any, path: str) -> Iterator[tuple[str, Words]]:
    """Every name in the document, with its place."""
    match part:
        case Words():
            yield path, part
        case msgspec.Struct():
            for field in part.__struct_fields__:
                yield from _names(getattr(part, field), joined(path, field))
        case tuple():
            for place, one in enumerate(part, start=1):
                yield from _names(one, f"{path}[{place}]")
