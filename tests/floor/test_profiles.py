"""A counter calls by a profile that its official chose: from the next call on, and back again."""

import msgspec
import pytest

from hallctl.core import commands as c
from hallctl.core.drawing import Artist
from hallctl.core.drawing.hall_drawing import hall_view
from hallctl.core.permissions import Actor, Role
from hallctl.core.plan import Counter, Plan, Words
from hallctl.core.plan.floor_rules import FloorRules, Profile
from hallctl.core.refusals import Refusal
from hallctl.core.views import CounterView, ProfileShown
from tests.core.one_day import PLAN, OneDay, dump, link_to, replayed, wish

LAND_FIRST = ProfileShown(profile="land-first", name=Words("Đất đai trước", "Land first"))
SUPERVISOR = Actor("lan", Role.SUPERVISOR)
KEYPAD = Actor("devices-1", Role.DEVICES)


def opened_by(profile: str | None, **more: object) -> OneDay:
    day = OneDay()
    day.do(wish(c.OpenDay))
    day.do(wish(c.OpenCounter, counter="1", official="Lan", profile=profile, **more))
    return day


def settle(day: OneDay, plan: Plan) -> None:
    """The hall goes on by other settings."""
    day.plan, day.artist = plan, Artist(day.hall, plan, link_to)


def panel(day: OneDay, counter: str = "1") -> CounterView:
    return day.artist.counter(day.at, counter)


def test_a_counter_opened_by_a_profile_serves_and_calls_as_it_says() -> None:
    day = opened_by("land-first")
    day.issue("birth")
    day.issue("land")
    assert panel(day).profile == LAND_FIRST
    assert [one.number for one in panel(day).waiting] == ["B001", "A001"]
    assert day.serve().number == "B001"
    assert dump(replayed(day.facts)) == dump(day.hall)


def test_services_named_beside_a_profile_are_served_in_its_order() -> None:
    day = opened_by("everything", services=("tax",))
    assert day.hall.counters["1"].services == ("tax",)
    assert panel(day).profile.profile == "everything"


def test_whoever_chooses_nothing_calls_as_usual() -> None:
    day = opened_by(None)
    assert day.hall.counters["1"].services == ("birth", "land")
    assert panel(day).profile == ProfileShown()


def test_another_profile_holds_from_the_next_call_on(day: OneDay) -> None:
    for service in ("birth", "birth", "land"):
        day.issue(service)
    here = day.call()
    day.do(wish(c.ChooseProfile, counter="1", profile="land-first"))
    assert day.hall.current("1") is here
    day.finish()
    assert day.call().number == "B001"
    assert dump(replayed(day.facts)) == dump(day.hall)


def test_without_a_name_the_counter_calls_as_usual_again() -> None:
    day = opened_by("land-first")
    (chosen,) = day.do(wish(c.ChooseProfile, counter="1"))
    assert (chosen.profile, chosen.services) == ("", ("birth", "land"))
    assert panel(day).profile == ProfileShown()


def test_a_profile_is_offered_where_the_hall_offers_it_the_usual_one_first(day: OneDay) -> None:
    offered = {
        counter: [(one.profile, one.is_usual) for one in panel(day, counter).profiles]
        for counter in ("1", "3")
    }
    everywhere = [("", True), ("everything", False)]
    assert offered == {"1": [("", True), ("land-first", False), everywhere[1]], "3": everywhere}


@pytest.mark.parametrize(
    ("counter", "profile", "why"),
    [
        ("1", "land-first", None),
        ("1", None, Refusal.SAME_PROFILE),
        ("1", "forgotten", Refusal.UNKNOWN_PROFILE),
        ("3", "land-first", Refusal.PROFILE_NOT_HERE),
        ("2", "everything", Refusal.COUNTER_NOT_OPEN),
        ("99", "everything", Refusal.UNKNOWN_COUNTER),
    ],
)
def test_a_profile_is_chosen_where_it_makes_sense(
    day: OneDay, counter: str, profile: str | None, why: Refusal | None
) -> None:
    assert day.code(wish(c.ChooseProfile, counter=counter, profile=profile)) is why


def test_no_counter_opens_by_a_profile_of_others(day: OneDay) -> None:
    day.do(wish(c.CloseCounter, counter="3"))
    opening = {"counter": "3", "official": "Lan"}
    for profile, why in (
        ("land-first", Refusal.PROFILE_NOT_HERE),
        ("no", Refusal.UNKNOWN_PROFILE),
    ):
        assert day.code(wish(c.OpenCounter, profile=profile, **opening)) is why


def test_the_supervisor_chooses_for_any_counter_and_a_keypad_for_none(day: OneDay) -> None:
    choosing = wish(c.ChooseProfile, counter="3", profile="everything")
    assert day.code(choosing, KEYPAD) is Refusal.NOT_ALLOWED
    day.do(choosing, SUPERVISOR)
    view = hall_view(day.hall, day.plan, day.at)
    line = next(one for one in view.counters if one.counter == "3")
    assert line.profile == ProfileShown(profile="everything", name=Words("everything"))
    assert [one.profile for one in line.profiles] == ["", "everything"]


def test_a_choice_is_taken_back_like_any_other_press(day: OneDay) -> None:
    before = msgspec.json.encode(day.hall.counters)
    day.do(wish(c.ChooseProfile, counter="1", profile="land-first"))
    offer = panel(day).undo
    assert offer is not None
    assert (offer.undone, offer.number) == ("ProfileChosen", "")
    (undone,) = day.do(wish(c.UndoLast, counter="1"))
    assert (undone.profile, undone.is_undo) == ("", True)
    assert msgspec.json.encode(day.hall.counters) == before
    assert day.code(wish(c.UndoLast, counter="1")) is Refusal.NOTHING_TO_UNDO
    assert dump(replayed(day.facts)) == dump(day.hall)


def test_presses_are_taken_back_in_their_order_whatever_they_were(day: OneDay) -> None:
    day.issue("land")
    day.do(wish(c.ChooseProfile, counter="1", profile="land-first"))
    day.call()
    day.do(wish(c.UndoLast, counter="1"))
    assert day.hall.current("1") is None
    assert panel(day).profile == LAND_FIRST
    day.do(wish(c.UndoLast, counter="1"))
    assert panel(day).profile == ProfileShown()


def test_a_choice_that_the_supervisor_has_changed_since_stays(day: OneDay) -> None:
    day.do(wish(c.ChooseProfile, counter="1", profile="land-first"))
    day.do(wish(c.ChangeServices, counter="1", services=("tax",)))
    assert panel(day).undo is None
    assert day.code(wish(c.UndoLast, counter="1")) is Refusal.NOTHING_TO_UNDO


def test_a_moved_official_goes_on_by_the_same_profile() -> None:
    day = opened_by("land-first")
    day.do(wish(c.MoveCounter, counter="1", to="2"))
    assert panel(day, "2").profile == LAND_FIRST


def test_a_profile_that_the_settings_have_dropped_gives_way_to_the_usual_one() -> None:
    day = opened_by("land-first")
    settle(day, msgspec.structs.replace(PLAN, floor=FloorRules()))
    day.issue("birth")
    assert panel(day).profile == ProfileShown()
    assert day.call().number == "A001"


def test_the_settings_may_drop_a_whole_counter_that_is_open() -> None:
    day = opened_by("land-first")
    settle(day, msgspec.structs.replace(PLAN, counters=PLAN.counters[1:]))
    assert panel(day).profiles == ()
    assert day.code(wish(c.ChooseProfile, counter="1")) is Refusal.UNKNOWN_COUNTER


def named(name: Words) -> Plan:
    own = Profile(profile="desk", services=("land",), order="strict", name=name)
    counters = (Counter(counter="1", services=("land",), profile="desk"), *PLAN.counters[1:])
    return msgspec.structs.replace(PLAN, counters=counters, floor=FloorRules(profiles=(own,)))


@pytest.mark.parametrize(
    ("name", "shown"), [(Words(""), None), (Words("Đất đai", "Land"), Words("Đất đai", "Land"))]
)
def test_a_counter_s_own_profile_is_its_usual_one_named_or_not(
    name: Words, shown: Words | None
) -> None:
    day = OneDay(named(name)).open("1")
    assert panel(day).profile == ProfileShown(profile="desk", name=shown)
    assert day.code(wish(c.ChooseProfile, counter="1", profile="desk")) is Refusal.SAME_PROFILE
