"""What is asked of visitors, and from when on ratings are looked into: set by forms, in force at once."""

import re

from hallctl.core.plan.rating_rules import SignRules
from hallctl.settings import read_hall
from hallctl.settings.changing.editing import HallFile
from tests.site.keeper import Keeper
from tests.web.browsers import Browser
from tests.web.hall_at_work import HallAtWork

USUAL = {
    "own_device-on": "yes", "shortest_stay_s-on": "yes", "shortest_stay_s": "60",
    "device_ratings-on": "yes", "device_ratings": "3", "burst_ratings-on": "yes", "burst_ratings": "5",
    "burst_s": "60", "shortest_visit_s-on": "yes", "shortest_visit_s": "20", "fastest_s-on": "yes",
    "fastest_s": "2", "pad_ratings-on": "yes", "pad_ratings": "12", "pad_s": "6",
}  # fmt: skip


def signs(inspector: Browser) -> set[str]:
    """The kinds of signs that the inspector is shown."""
    page = inspector.get("/ratings").text
    return set(re.findall(r'<summary><span class="pill (?:bad|warn)">(.*?)</span>', page))


def test_signs_are_looked_for_by_the_thresholds_of_the_form_at_once(hall: HallAtWork) -> None:
    keeper, path = Keeper(hall), hall.directory.path
    inspector = Browser(hall.port)
    inspector.sign_in("inspector")
    before = signs(inspector)
    assert "setup/rules#part-signs" not in inspector.get("/ratings").text, "others set them"
    assert "Lượt quá ngắn" not in before
    assert keeper.save("rules", "signs", **USUAL | {"shortest_visit_s": "3600"}).status == 303
    assert "Lượt quá ngắn" in signs(inspector), "the last thirty days are looked through anew"
    change = HallFile(path).changes()[0]
    assert (change.who, change.what) == ("administrator", "signs: saved")
    assert "Dấu hiệu tự đánh giá: đã lưu" in keeper.get("/setup").text
    off = {key: value for key, value in USUAL.items() if not key.endswith("-on")}
    assert keeper.save("rules", "signs", **off).status == 303
    assert signs(inspector) == set(), "none is looked for any more"
    assert not read_hall(path).plan.signs.own_device
    assert "checked" not in form_of(keeper)
    assert 'name="burst_ratings" value="5"' in form_of(keeper), "what it would be looked for by"
    keeper.undo()
    assert read_hall(path).plan.signs == SignRules(shortest_visit_s=3600)
    assert signs(inspector) == before | {"Lượt quá ngắn"}


def form_of(keeper: Keeper) -> str:
    page = keeper.get("/setup/rules").text
    return page[page.index('value="signs"') : page.index('value="floor"')]


def test_phones_ask_for_words_or_not_as_the_form_says(hall: HallAtWork) -> None:
    keeper = Keeper(hall)
    assert keeper.save("rules", "rating", comment_days="30", pad_shows_rate="yes").status == 303
    rules = hall.assembly.house.plan.rating
    assert (rules.comments, rules.comment_days, rules.pad_shows_rate) == (False, 30, True)
    assert keeper.undo().status == 303
    assert hall.assembly.house.plan.rating.comments
