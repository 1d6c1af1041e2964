"""Boards by zones, how they sound, an emergency, a word to a counter: on the core alone."""

from datetime import time

import msgspec
import pytest

from hallctl.core import commands as c
from hallctl.core.calendar import Shift
from hallctl.core.drawing.board_drawing import MUTE
from hallctl.core.plan import Words
from hallctl.core.plan.board_rules import Announcing, SoundHours, Zone
from hallctl.core.refusals import Refusal
from hallctl.core.views import BoardView
from tests.core.one_day import EIGHT_O_CLOCK, MINUTE, PLAN, OneDay, dump, replayed, wish

NOON = SoundHours(hours=(Shift(time(7), time(9)),), mode="chime", volume=50)
QUIET_A = SoundHours(hours=(Shift(time(8), time(9)),), mode="visual", zone="A")


def numbers(view: BoardView) -> list[str]:
    return [one.number for one in view.calls]


@pytest.fixture
def called(day: OneDay) -> OneDay:
    """Counter 1 of zone A calls A001, counter 3 of zone B calls A002."""
    day.open("1", "3")
    for counter in ("1", "3"):
        day.issue("birth")
        day.do(wish(c.CallNext, counter=counter))
    return day


def test_a_zone_shows_its_own_calls_and_the_whole_hall_all_of_them(called: OneDay) -> None:
    board = called.artist.board
    assert numbers(board(called.at, "A")) == ["A001"]
    assert numbers(board(called.at, "B")) == ["A002"]
    assert numbers(board(called.at)) == ["A002", "A001"]
    assert board(called.at, "A").zone_name == Words("Khu A", "Area A")


def test_a_call_that_leads_out_of_the_zone_says_where_to(called: OneDay) -> None:
    whole = called.artist.board(called.at)
    there = {one.number: (one.zone_name, one.direction) for one in whole.calls}
    assert there["A002"] == (Words("Khu B", "Area B"), Words("lên tầng 2", "upstairs"))
    assert there["A001"] == (Words("Khu A", "Area A"), None)
    (own,) = called.artist.board(called.at, "B").calls
    assert (own.zone_name, own.direction) == (None, None)


def test_a_zone_of_services_shows_their_calls_from_any_counter() -> None:
    zones = (*PLAN.zones, Zone(zone="C", name=Words("Khu C"), services=("birth",)))
    day = OneDay(msgspec.structs.replace(PLAN, zones=zones))
    day.open("1", "2")
    for service, counter in (("birth", "1"), ("land", "2")):
        day.issue(service)
        day.do(wish(c.CallNext, counter=counter))
    assert numbers(day.artist.board(day.at, "C")) == ["A001"]
    assert [one.service for one in day.artist.board(day.at, "C").services] == ["birth"]


def test_the_queues_of_a_zone_are_those_its_counters_serve(day: OneDay) -> None:
    assert [one.service for one in day.artist.board(day.at, "A").services] == ["birth", "land"]
    assert len(day.artist.board(day.at, "B").services) == 3


def test_beyond_twenty_calls_every_one_is_there_that_is_still_asked_for(day: OneDay) -> None:
    day.open("1", "3")
    day.issue("birth")
    day.do(wish(c.CallNext, counter="3"))  # and nobody comes
    for _ in range(40):
        day.issue("birth")
        day.do(wish(c.CallNext, counter="1"))
        day.do(wish(c.FinishVisit, counter="1"))
    shown = day.artist.board(day.at).calls
    assert len(shown) == 21
    assert [one.number for one in shown if one.is_current] == ["A001"]


def test_a_board_that_is_no_speaker_is_told_so(day: OneDay) -> None:
    assert day.artist.board(day.at, "A").sounding.speaks
    assert not day.artist.board(day.at, "A" + MUTE).sounding.speaks
    assert day.artist.board(day.at, "A" + MUTE).zone == "A"


def test_how_it_sounds_follows_the_hours_and_the_zone_s_own_come_first() -> None:
    plan = msgspec.structs.replace(PLAN, announcing=Announcing(volume=80, sounds=(NOON, QUIET_A)))
    day = OneDay(plan)

    def sound(of: str) -> tuple[str, int]:
        sounding = day.artist.board(day.at, of).sounding
        return sounding.mode, sounding.volume

    assert (sound("A"), sound("B")) == (("visual", 80), ("chime", 40))
    day.wait(60)
    assert (sound("A"), sound("B")) == (("speak", 80), ("speak", 80))


def test_what_the_supervisor_sets_goes_before_the_hours_until_then(day: OneDay) -> None:
    day.open("1")
    until = day.at + 10 * MINUTE
    day.do(wish(c.SetSound, sound="visual", zone="A", until=until))
    day.do(wish(c.SetSound, sound="chime"))
    modes = [day.artist.board(day.at, of).sounding.mode for of in ("A", "B", "")]
    assert modes == ["visual", "chime", "chime"]
    day.wait(10)
    assert day.artist.board(day.at, "A").sounding.mode == "chime"
    day.do(wish(c.SetSound, sound="planned"))
    assert day.artist.board(day.at, "A").sounding.mode == "speak"


def test_a_new_day_sounds_as_planned_again(day: OneDay) -> None:
    day.open("1")
    day.do(wish(c.SetSound, sound="visual"))
    day.do(wish(c.CloseDay))
    day.today = day.today.replace(day=25)
    day.do(wish(c.OpenDay))
    assert day.artist.board(day.at).sounding.mode == "speak"


def test_an_emergency_is_on_every_screen_and_outlives_its_day(day: OneDay) -> None:
    day.do(wish(c.ShowEmergency, vi=" Có cháy ", en="Fire"))  # the hall is closed
    note = day.artist.board(day.at).emergency
    assert note is not None
    assert (note.words, note.since_at) == (Words("Có cháy", "Fire"), EIGHT_O_CLOCK)
    day.open("1")
    ticket = day.issue().ticket
    artist, at = day.artist, day.at
    every = (
        artist.kiosk(at),
        artist.counter(at, "1"),
        artist.sign(at, "1"),
        artist.pad(at, "1"),
        artist.ticket(at, ticket),
    )
    assert all(one is not None and one.emergency == note for one in every)
    assert dump(replayed(day.facts)) == dump(day.hall)
    day.do(wish(c.ClearEmergency))
    assert day.artist.board(day.at).emergency is None


def test_the_newest_emergency_replaces_the_one_before_and_can_be_told_from_it(day: OneDay) -> None:
    for words in ("Có cháy", "Có cháy"):
        day.do(wish(c.ShowEmergency, vi=words))
    note = day.artist.board(day.at).emergency
    assert note is not None
    assert note.emergency == 2


def test_a_message_stays_at_its_counter_until_it_is_read(day: OneDay) -> None:
    day.open("1", "2")
    day.do(wish(c.TellCounter, counter="1", text="Xin gọi tổ máy chủ"))
    shown = day.artist.counter(day.at, "1").message
    assert shown is not None
    assert (shown.message, shown.text) == (1, "Xin gọi tổ máy chủ")
    assert day.artist.counter(day.at, "2").message is None
    day.do(wish(c.ReadMessage, counter="1"))
    assert day.artist.counter(day.at, "1").message is None


def test_a_notice_of_a_zone_is_on_its_boards_only(day: OneDay) -> None:
    day.open("1")
    day.do(wish(c.PutUpNotice, vi="Khu A nghỉ", zone="A"))
    assert day.artist.board(day.at, "A").notices[0] == Words("Khu A nghỉ")
    assert Words("Khu A nghỉ") not in day.artist.board(day.at, "B").notices
    day.do(wish(c.TakeDownNotice, zone="A"))
    assert day.artist.board(day.at, "A").notices == PLAN.notices


@pytest.mark.parametrize(
    ("kind", "more", "refusal"),
    [
        (c.SetSound, {"sound": "chime", "zone": "Z"}, Refusal.UNKNOWN_ZONE),
        (c.PutUpNotice, {"vi": "Chào", "zone": "Z"}, Refusal.UNKNOWN_ZONE),
        (c.TakeDownNotice, {"zone": "A"}, Refusal.NO_NOTICE_UP),
        (c.SetSound, {"sound": "chime", "until": 1}, Refusal.SOUND_IN_THE_PAST),
        (c.TellCounter, {"counter": "2", "text": "Chào"}, Refusal.COUNTER_NOT_OPEN),
        (c.ReadMessage, {"counter": "1"}, Refusal.NO_MESSAGE),
    ],
)
def test_what_can_t_be_is_refused(
    day: OneDay, kind: type[c.Command], more: dict[str, object], refusal: Refusal
) -> None:
    day.open("1")
    refused = day.refusal(wish(kind, **more))
    assert refused is not None
    assert refused.refusal is refusal


def test_an_emergency_is_said_in_every_language_that_the_hall_speaks() -> None:
    rules = msgspec.structs.replace(PLAN.rules, languages=("vi", "en", "hmn"))
    day = OneDay(msgspec.structs.replace(PLAN, rules=rules))
    day.do(wish(c.ShowEmergency, vi="Có cháy", en="Fire", others={"hmn": " Hluav taws kub "}))
    note = day.artist.board(day.at).emergency
    assert note is not None
    assert note.words == Words("Có cháy", "Fire", {"hmn": "Hluav taws kub"})
    assert dump(replayed(day.facts)) == dump(day.hall)


@pytest.mark.parametrize("language", ["hmn", "vi", "en"])
def test_an_emergency_is_refused_in_a_language_that_is_none_of_the_added(
    day: OneDay, language: str
) -> None:
    refused = day.refusal(wish(c.ShowEmergency, vi="Có cháy", others={language: "?"}))
    assert refused is not None
    assert refused.refusal is Refusal.UNKNOWN_LANGUAGE
    assert refused.details == {"language": language}
