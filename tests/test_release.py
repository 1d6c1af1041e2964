"""A release is whole: one version everywhere, a changelog that tells of it, a wheel that makes a hall by itself."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest

from hallctl import __version__
from tests.pages import ROOT, text

CODE = ("kiosk", "counter_display", "hall_board", "rating_pad", "hallctl", "hardware")
ASIDE = {"README.md", "template.md"}
CHANGES = (ROOT / "CHANGELOG.md").read_text("utf-8")


def sources() -> Iterator[str]:
    for room in CODE:
        for file in (ROOT / room).rglob("*"):
            if file.is_file() and "__pycache__" not in file.parts:
                yield str(file.relative_to(ROOT))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built aside, from copies: nothing is left in the checkout."""
    room = tmp_path_factory.mktemp("wheel")
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, room)
    for name in CODE:
        shutil.copytree(ROOT / name, room / name, ignore=shutil.ignore_patterns("__pycache__"))
    build = "from setuptools.build_meta import build_wheel; build_wheel('.')"
    subprocess.run([sys.executable, "-c", build], cwd=room, check=True, capture_output=True)
    (built,) = room.glob("*.whl")
    return built


def test_a_wheel_holds_every_file_of_the_code_under_its_version(wheel: Path) -> None:
    assert wheel.name == f"hallctl-{__version__}-py3-none-any.whl"
    with ZipFile(wheel) as packed:
        assert set(sources()) - set(packed.namelist()) == set()


def test_a_wheel_alone_makes_a_hall_that_is_in_order(wheel: Path, tmp_path: Path) -> None:
    with ZipFile(wheel) as packed:
        packed.extractall(tmp_path / "site")
    alone = os.environ | {"PYTHONPATH": str(tmp_path / "site")}
    for words in (["init", "hall"], ["check", "hall"], ["doctor", "hall"], ["forms", "sample"]):
        done = subprocess.run(
            [sys.executable, "-m", "hallctl", *words],
            cwd=tmp_path, env=alone, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0 or words[0] == "doctor", done.stderr
        assert "Traceback" not in done.stderr
    which = "import hallctl; print(hallctl.__file__)"
    asked = subprocess.run(
        [sys.executable, "-c", which],
        cwd=tmp_path, env=alone, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert asked.stdout.startswith(str(tmp_path / "site"))


def test_the_newest_changes_are_of_this_version_and_so_is_the_health_shown() -> None:
    assert re.findall(r"^## (\S+) \(\d{4}-\d\d-\d\d\)$", CHANGES, re.MULTILINE)[0] == __version__
    assert f'"version": "{__version__}"' in text("protocol.md")


def test_towncrier_gathers_changes_by_area_above_the_earlier_ones(tmp_path: Path) -> None:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copy(ROOT / "CHANGELOG.md", tmp_path)
    changes = tmp_path / "changelog.d"
    changes.mkdir()
    for name in ASIDE:
        shutil.copy(ROOT / "changelog.d" / name, changes)
    (changes / "paper-low.devices.md").write_text("A printer says how much paper is left.\n")
    (changes / "larger.kiosk.md").write_text("Letters are larger.\n")
    gather = [sys.executable, "-m", "towncrier", "build", "--yes", "--version", "9.0.0"]
    subprocess.run(gather, cwd=tmp_path, check=True, capture_output=True)
    told = (tmp_path / "CHANGELOG.md").read_text("utf-8")
    above, _, below = told.partition(f"## {__version__} ")
    assert "\n### At the kiosk\n\n- Letters are larger.\n" in above
    assert "\n### Printers and devices\n\n- A printer says how much paper is left.\n" in above
    assert below == CHANGES.partition(f"## {__version__} ")[2]
    assert {one.name for one in changes.iterdir()} == ASIDE
