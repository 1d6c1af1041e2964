"""What everybody may look at is made before the first one asks."""

from datetime import date
from pathlib import Path

import pytest
from lucide import IconDoesNotExist

from hallctl.catalogue.guide import Guides
from hallctl.catalogue.problems import CatalogueError
from hallctl.catalogue.shelf import Shelf
from hallctl.samples import write_sample
from hallctl.settings import read_hall
from hallctl.web.pages import Pages
from hallctl.web.site import WAYS

TODAY = date(2026, 11, 27)


@pytest.fixture
def hall(tmp_path: Path) -> Path:
    write_sample(tmp_path / "hall", "province")
    return tmp_path / "hall"


def test_the_listing_is_made_once_and_before_anybody_asks(hall: Path) -> None:
    guides = Guides(Shelf(hall), read_hall(hall).plan)
    guides.make_ready(TODAY)
    made = guides.on(TODAY)
    guides.make_ready(TODAY)
    assert guides.on(TODAY) is made
    assert made.tree()


def test_a_listing_that_cannot_be_made_is_told_to_whoever_asks(hall: Path) -> None:
    plan = read_hall(hall).plan
    guides = Guides(Shelf(hall), plan)
    version = Shelf(hall).in_force(TODAY)
    assert version is not None
    version.path.write_bytes(b"{")
    guides.make_ready(TODAY)
    with pytest.raises(CatalogueError):
        guides.on(TODAY)


def test_the_same_catalogue_is_indexed_once_wherever_it_lies(tmp_path: Path) -> None:
    shelves = []
    for name in ("before", "after"):
        write_sample(tmp_path / name, "province")
        shelves.append(Shelf(tmp_path / name))
    made = [one.made(one.versions()[0]) for one in shelves]
    assert made[0].search is made[1].search
    file = shelves[1].versions()[0].path
    file.write_text(file.read_text("utf-8").replace("khai sinh", "khai sanh"), "utf-8")
    changed = shelves[1].made(shelves[1].versions()[0])
    assert changed.entries != made[0].entries
    assert changed.search is not made[0].search


def test_everybody_s_pages_have_all_their_icons() -> None:
    pages = Pages(lambda _key: None)
    pages.make_ready(way.icon for way in WAYS)
    pages.make_ready(["no-such-icon"])  # it is done once
    with pytest.raises(IconDoesNotExist):
        Pages(lambda _key: None).make_ready(["no-such-icon"])
