"""New versions: compared with what is in force, whole on the disk or not there."""

from datetime import date
from pathlib import Path

import pytest

from hallctl.catalogue.comparing import Change, Changes, Named
from hallctl.catalogue.entry import Listing
from hallctl.catalogue.importing import draft_of
from hallctl.catalogue.problems import CatalogueError
from hallctl.catalogue.shelf import Shelf
from hallctl.core.plan import Plan
from hallctl.settings import SettingsError, read_hall
from tests.catalogue.listings import BIRTH, COPY, csv_file, entries_in, excel_file
from tests.hall_clients import new_hall

TODAY = date(2026, 11, 23)
NEXT_YEAR = date(2027, 1, 1)


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """A commune hall whose catalogue holds births and copies."""
    hall = new_hall(tmp_path / "hall", "commune")
    csv_file(hall / "catalogue.csv", BIRTH, COPY)
    return Shelf(hall)


@pytest.fixture
def plan(shelf: Shelf, tmp_path: Path) -> Plan:
    return read_hall(tmp_path / "hall").plan


def test_a_draft_says_what_came_went_and_changed(shelf: Shelf, plan: Plan, tmp_path: Path) -> None:
    death = BIRTH | {"code": "1.000656", "name": "Thủ tục đăng ký khai tử"}
    dearer = BIRTH | {"counter_fee": "5000", "counter_time": ""}
    draft = draft_of(csv_file(tmp_path / "new.csv", dearer, death), TODAY, shelf, plan)
    assert draft.changes == Changes(
        added=(Named("1.000656", "Thủ tục đăng ký khai tử"),),
        removed=(Named("2.000815", "Chứng thực bản sao từ bản chính"),),
        changed=(
            Change("1.001193", "counter_time", "1", ""),
            Change("1.001193", "counter_fee", "0", "5000"),
        ),
    )
    assert [one.path.name for one in shelf.versions()] == ["catalogue.csv"]


def test_a_listing_without_the_hall_s_own_columns_leaves_them_as_they_are(
    shelf: Shelf, plan: Plan, tmp_path: Path
) -> None:
    national = {key: BIRTH[key] for key in BIRTH if key not in {"service", "department"}}
    draft = draft_of(csv_file(tmp_path / "new.csv", national), TODAY, shelf, plan)
    (birth,) = draft.listing.entries
    assert (birth.procedure.service, birth.procedure.department) == ("civil-status", "office")
    assert not draft.changes.changed


def test_a_day_may_be_added_to_the_service_the_hall_has_given(
    shelf: Shelf, plan: Plan, tmp_path: Path
) -> None:
    row = {"code": BIRTH["code"], "name": BIRTH["name"], "here_from": "2027-01-01"}
    draft = draft_of(csv_file(tmp_path / "new.csv", row), TODAY, shelf, plan)
    assert draft.listing.entries[0].procedure.here_from == NEXT_YEAR


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"service": "civil-state"}, "the hall has no 'civil-state'; did you mean 'civil-status'?"),
        ({"department": "ofice"}, "did you mean 'office'?"),
        ({"department": "police"}, "'police' is not behind the service 'civil-status'"),
    ],
)
def test_services_and_departments_must_be_the_hall_s(
    shelf: Shelf, plan: Plan, tmp_path: Path, cells: dict[str, object], said: str
) -> None:
    with pytest.raises(CatalogueError, match=r"row 2, (service|department): ") as caught:
        draft_of(csv_file(tmp_path / "new.csv", BIRTH | cells), TODAY, shelf, plan)
    assert said in str(caught.value)


def test_one_bad_row_keeps_the_whole_file_out(shelf: Shelf, plan: Plan, tmp_path: Path) -> None:
    with pytest.raises(CatalogueError):
        draft_of(csv_file(tmp_path / "new.csv", BIRTH, COPY | {"code": ""}), TODAY, shelf, plan)
    assert len(shelf.listing(TODAY).entries) == 2


def test_each_version_is_in_force_from_its_day_on(shelf: Shelf, tmp_path: Path) -> None:
    (birth, _) = shelf.listing(TODAY).entries
    shelf.put(Listing(TODAY, (birth,)))
    assert len(shelf.listing(date(2026, 11, 22)).entries) == 2
    assert shelf.listing(NEXT_YEAR) == Listing(TODAY, (birth,))
    assert [one.effective for one in shelf.catalogues()] == [date.min, TODAY]
    rules = read_hall(tmp_path / "hall").plan.dossiers
    assert rules.procedure_on("2.000815", date(2026, 11, 22))
    assert rules.procedure_on("2.000815", TODAY) is None


def test_what_is_put_on_the_shelf_comes_back_the_same(shelf: Shelf, tmp_path: Path) -> None:
    book = excel_file(tmp_path / "new.xlsx", BIRTH | {"name": 'Tên, "lạ"; khác'}, COPY)
    listing = Listing(NEXT_YEAR, entries_in(book))
    shelf.put(listing)
    assert shelf.listing(NEXT_YEAR) == listing


def test_a_version_that_can_not_be_written_leaves_the_old_one(shelf: Shelf, tmp_path: Path) -> None:
    listing = Listing(TODAY, shelf.listing(TODAY).entries)
    kept = shelf.put(listing).read_bytes()
    (tmp_path / "hall" / "catalogue" / "2026-11-23.csv.new").mkdir()
    with pytest.raises(OSError, match=r"2026-11-23\.csv\.new"):
        shelf.put(Listing(TODAY, listing.entries[:1]))
    assert shelf.versions()[-1].path.read_bytes() == kept


def test_a_hall_without_a_catalogue_has_an_empty_one(tmp_path: Path) -> None:
    assert Shelf(tmp_path).listing(TODAY) == Listing()
    assert Shelf(tmp_path).catalogues() == ()


def test_a_file_that_is_named_after_no_day_is_named(shelf: Shelf, tmp_path: Path) -> None:
    (tmp_path / "hall" / "catalogue").mkdir()
    csv_file(tmp_path / "hall" / "catalogue" / "new.csv", BIRTH)
    with pytest.raises(SettingsError, match=r"catalogue/new\.csv: is not named after a day"):
        read_hall(tmp_path / "hall")
