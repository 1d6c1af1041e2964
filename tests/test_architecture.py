"""Every module has its place, and the core is as pure as it says."""

import sys
from configparser import ConfigParser
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).parents[1]
ROOMS = ("kiosk", "counter_display", "hall_board", "rating_pad", "hallctl", "hardware")
PURE = {
    "abc",
    "bisect",
    "calendar",
    "collections",
    "copy",
    "dataclasses",
    "datetime",
    "enum",
    "functools",
    "hashlib",
    "heapq",
    "itertools",
    "json",
    "math",
    "operator",
    "re",
    "string",
    "types",
    "typing",
    "unicodedata",
    "uuid",
    "zoneinfo",
}


@pytest.fixture(scope="module")
def contracts() -> ConfigParser:
    parser = ConfigParser()
    parser.read(ROOT / ".importlinter", encoding="utf-8")
    return parser


@pytest.fixture(scope="module")
def hall_imports() -> grimp.ImportGraph:
    return grimp.build_graph("hallctl", include_external_packages=True, cache_dir=None)


def test_every_part_of_hallctl_has_its_layer(contracts: ConfigParser) -> None:
    layers = contracts["importlinter:contract:layers"]["layers"]
    placed = set(layers.replace("|", " ").replace("(", " ").replace(")", " ").split())
    parts = {
        path.stem
        for path in (ROOT / "hallctl").iterdir()
        if path.suffix == ".py" or (path / "__init__.py").exists()
    }
    assert parts - {"__init__"} <= placed


def test_every_package_of_the_project_is_under_contract(contracts: ConfigParser) -> None:
    packages = {path.parent.name for path in ROOT.glob("*/__init__.py")}
    assert packages - {"tests", "benchmarks"} <= set(ROOMS)
    assert contracts["importlinter"]["root_packages"].split() == list(ROOMS)


def test_the_core_imports_the_pure_part_of_the_standard_library_and_msgspec(
    hall_imports: grimp.ImportGraph,
) -> None:
    assert set(sys.stdlib_module_names) > PURE
    core = {"hallctl.core", *hall_imports.find_descendants("hallctl.core")}
    known = {
        imported
        for module in core
        for imported in hall_imports.find_modules_directly_imported_by(module)
    }
    assert known - core <= PURE | {"msgspec"}


def test_hallctl_as_a_whole_is_only_named_for_its_version(
    hall_imports: grimp.ImportGraph,
) -> None:
    assert not hall_imports.find_modules_directly_imported_by("hallctl")
