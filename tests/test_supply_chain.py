"""What we are built from: pinned and hashed, told in a bill of materials, audited where that can be."""

import importlib.util
import json
import re
import tomllib
from importlib.metadata import distributions
from types import ModuleType

import pytest
from packaging.version import Version

from tests.pages import ROOT

LOCK = (ROOT / "requirements.lock").read_text("utf-8")


def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "supply_chain", ROOT / "deploy" / "supply_chain.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


TOOL = tool()
VULNERABLE = json.dumps(
    {
        "dependencies": [
            {"name": "a", "version": "1", "vulns": [{"id": "PYSEC-1"}]},
            {"name": "b", "skip_reason": "not found"},
        ]
    }
)
LOCKED = list(TOOL.packages(LOCK))


def plain(name: str) -> str:
    return re.sub("[-_.]+", "-", name).lower()


def test_every_package_is_pinned_with_its_hashes() -> None:
    assert [one.name for one in LOCKED if not one.hashes] == []
    assert len({(one.name, one.version, one.marker) for one in LOCKED}) == len(LOCKED) > 100


def test_whatever_we_ask_for_is_in_the_lock() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    names = {plain(re.split(r"[<>=;\s\[]", one)[0]) for one in asked}
    assert names - {plain(one.name) for one in LOCKED} == set()


def test_what_is_installed_here_is_what_the_lock_says() -> None:
    versions: dict[str, set[Version]] = {}
    for one in LOCKED:
        versions.setdefault(plain(one.name), set()).add(Version(one.version))
    here = {plain(one.metadata["Name"]): Version(one.version) for one in distributions()}
    wrong = {
        name: (version, versions[name])
        for name, version in here.items()
        if name in versions and version not in versions[name]
    }
    assert wrong == {}
    assert len(here.keys() & versions.keys()) > 80


def test_pip_refuses_a_package_whose_hash_is_another() -> None:
    prepares = (ROOT / "deploy" / "prepare").read_text("utf-8")
    assert "--require-hashes" in prepares


def test_the_bill_of_materials_names_each_package_and_comes_out_the_same() -> None:
    bill = TOOL.sbom(LOCK)
    assert json.dumps(bill) == json.dumps(TOOL.sbom(LOCK))
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    assert len(bill["components"]) == len(LOCKED)
    references = [one["bom-ref"] for one in bill["components"]]
    assert len(set(references)) == len(references)
    aiohttp = next(one for one in bill["components"] if one["name"] == "aiohttp")
    assert aiohttp["purl"] == f"pkg:pypi/aiohttp@{aiohttp['version']}"
    hashes = {one["content"] for one in aiohttp["externalReferences"][0]["hashes"]}
    assert hashes == set(next(one.hashes for one in LOCKED if one.name == "aiohttp"))


def test_a_line_that_pins_nothing_is_named() -> None:
    with pytest.raises(ValueError, match="not a pinned package: aiohttp>=3"):
        list(TOOL.packages("aiohttp>=3\n"))


@pytest.mark.parametrize(
    ("report", "verdict"),
    [
        ("", ([], "the audit's service can't be reached")),
        ('{"dependencies": [{"name": "a", "skip_reason": "not found"}]}',
         ([], "the audit's service does not know our packages")),
        ('{"dependencies": [{"name": "a", "version": "1", "vulns": []}]}', ([], "")),
        (VULNERABLE, (["a 1: PYSEC-1"], "")),
    ],
    ids=["offline", "unknown", "sound", "vulnerable"],
)  # fmt: skip
def test_an_audit_that_cannot_be_is_no_failure_and_says_why(
    report: str, verdict: tuple[list[str], str]
) -> None:
    assert TOOL.judged(report) == verdict


def test_nothing_we_are_built_from_is_known_to_be_vulnerable(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(TOOL, "PATIENCE_S", 60)
    verdict = TOOL.audited()
    if verdict.skipped:
        pytest.skip(verdict.skipped)
    assert verdict.vulnerable == []
