"""hall.toml changed by forms: checked whole, comments kept, undoable, with who and when."""

from pathlib import Path

import pytest

from hallctl.samples import write_sample
from hallctl.settings import FILE_NAME, SettingsError, read_hall
from hallctl.settings.changing.editing import HallFile, Signed, Wanted
from hallctl.settings.changing.service_editing import served_at


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    write_sample(tmp_path / "hall", "commune")
    return tmp_path / "hall"


@pytest.fixture
def file(directory: Path) -> HallFile:
    return HallFile(directory)


def take(file: HallFile, wanted: Wanted, who: str = "lan", at: int = 1) -> None:
    """Check it and write it, as the set-up does."""
    file.checked(wanted)
    file.write(wanted, Signed(who, at))


def test_a_changed_entry_is_read_again_and_the_rest_stays(file: HallFile, directory: Path) -> None:
    before = file.text()
    was = read_hall(directory)
    first = was.plan.services[0]
    text = file.with_entry("service", first.service, {"typical_minutes": 21})
    take(file, Wanted(text, "service: saved"), "lan", 1)
    now = read_hall(directory)
    assert now.plan.services[0].typical_minutes == 21
    assert now.plan.services[1:] == was.plan.services[1:]
    assert now.stations == was.stations
    comments = [line for line in before.splitlines() if line.lstrip().startswith("#")]
    assert [x for x in file.text().splitlines() if x.lstrip().startswith("#")] == comments


def test_a_new_entry_comes_last_and_a_removed_one_goes(file: HallFile, directory: Path) -> None:
    names = [one.counter for one in read_hall(directory).plan.counters]
    service = read_hall(directory).plan.services[0].service
    fields = {"counter": "99", "services": [service]}
    take(file, Wanted(file.with_entry("counter", "99", fields), "counter 99"), "lan", 1)
    assert [one.counter for one in read_hall(directory).plan.counters] == [*names, "99"]
    take(file, Wanted(file.without_entry("counter", "99"), "counter 99"), "lan", 2)
    assert [one.counter for one in read_hall(directory).plan.counters] == names


def test_what_is_wrong_is_refused_whole_and_changes_nothing(
    file: HallFile, directory: Path
) -> None:
    before, taken = file.text(), file.changes()
    second = read_hall(directory).plan.services[1]
    first = read_hall(directory).plan.services[0]
    text = file.with_entry("service", second.service, {"letter": first.letter, "icon": "no-such"})
    with pytest.raises(SettingsError) as refused:
        take(file, Wanted(text, "service: saved"), "lan", 1)
    paths = {one.path for one in refused.value.problems}
    assert paths == {f"service.{second.service}.letter", f"service.{second.service}.icon"}
    assert file.text() == before
    assert file.changes() == taken == []


def test_a_service_that_counters_offer_can_t_be_removed(file: HallFile, directory: Path) -> None:
    service = read_hall(directory).plan.services[0].service
    with pytest.raises(SettingsError, match="there is no service"):
        take(file, Wanted(file.without_entry("service", service), "removed"), "lan", 1)


def test_changes_are_kept_with_who_and_when_and_undone_in_turn(
    file: HallFile, directory: Path
) -> None:
    begins = file.text()
    service = read_hall(directory).plan.services[0].service
    for minutes in (11, 12):
        text = file.with_entry("service", service, {"typical_minutes": minutes})
        take(file, Wanted(text, f"{minutes} minutes"), "lan", minutes)
    newest, oldest = file.changes()
    assert (newest.number, newest.who, newest.at, newest.what) == (2, "lan", 12, "12 minutes")
    assert oldest.before == begins
    take(file, file.put_back(), "minh", 13)
    assert read_hall(directory).plan.services[0].typical_minutes == 11
    assert [one.who for one in file.changes()] == ["minh", "lan", "lan"]
    take(file, file.put_back(), "minh", 14)
    assert read_hall(directory).plan.services[0].typical_minutes == 12, "undoing is undone"


def test_a_setting_left_empty_goes_back_to_its_default(file: HallFile, directory: Path) -> None:
    service = read_hall(directory).plan.services[0].service
    text = file.with_entry("service", service, {"typical_minutes": None, "icon": None})
    take(file, Wanted(text, "plain"), "lan", 1)
    now = read_hall(directory).plan.services[0]
    assert (now.typical_minutes, now.icon) == (8.0, "file-text")


def test_the_same_text_is_no_change(file: HallFile) -> None:
    take(file, Wanted(file.text(), "nothing"), "lan", 1)
    assert file.changes() == []


def test_words_that_a_form_does_not_speak_stay_with_the_words_they_translate(
    file: HallFile, directory: Path
) -> None:
    text = file.text().replace('vi = "Hộ tịch", en', 'vi = "Hộ tịch", hmn = "Ntawv", en', 1)
    (directory / FILE_NAME).write_text(text, "utf-8")
    kept = file.with_entry("service", "civil-status", {"name": {"vi": "Hộ tịch", "en": "Births"}})
    assert 'name = {vi = "Hộ tịch", en = "Births", hmn = "Ntawv"}' in kept
    renamed = file.with_entry("service", "civil-status", {"name": {"vi": "Khai sinh"}})
    assert "Ntawv" not in renamed


def test_an_added_file_is_taken_away_again_by_undoing(file: HallFile, directory: Path) -> None:
    take(file, Wanted("version = 1\n", "playlist: begun", "playlist/playlist.toml"))
    assert (directory / "playlist" / "playlist.toml").exists()
    take(file, file.put_back(), "lan", 2)
    assert not (directory / "playlist" / "playlist.toml").exists()
    take(file, file.put_back(), "lan", 3)
    assert (directory / "playlist" / "playlist.toml").read_text() == "version = 1\n"


def test_what_is_checked_is_read_as_if_it_lay_at_home(file: HallFile, directory: Path) -> None:
    (directory / "own.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    text = file.with_table("hall", {"emblem": "own.svg"})
    found = file.checked(Wanted(text, "hall: saved"))
    file.write(Wanted(text, "hall: saved"), Signed("lan", 1))
    assert found == read_hall(directory)


def test_a_service_comes_and_goes_with_the_counters_that_serve_it(
    file: HallFile, directory: Path
) -> None:
    before = file.text()
    new = {"service": "moi", "letter": "X", "name": {"vi": "Việc mới"}}
    with_it = served_at(file.with_entry("service", "moi", new), "moi", ["1", "2"])
    take(file, Wanted(with_it, "service moi: saved"))
    served = {one.counter: "moi" in one.services for one in read_hall(directory).plan.counters}
    assert [name for name, serves in served.items() if serves] == ["1", "2"]
    renamed = {"service": "khac", "letter": "X", "name": {"vi": "Việc mới"}}
    moved = served_at(file.with_entry("service", "moi", renamed), "khac", ["2"], "moi")
    take(file, Wanted(moved, "service khac: saved"))
    plan = read_hall(directory).plan
    assert [one.counter for one in plan.counters if "khac" in one.services] == ["2"]
    take(file, Wanted(served_at(file.without_entry("service", "khac"), "khac", ()), "removed"))
    assert read_hall(directory).plan == _plan_of(before, directory)


def _plan_of(text: str, directory: Path) -> object:
    return HallFile(directory).checked(Wanted(text, "")).plan
