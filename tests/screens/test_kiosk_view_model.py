"""The kiosk without its pictures: what it offers, asks for and says."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from hallctl.core.commands import IssueTicket
from hallctl.core.refusals import Refusal
from kiosk.resting import Patience
from kiosk.view_model import KioskViewModel
from kiosk.wording import KIOSK_REFUSALS
from tests.fakes.fake_link import FakeLink
from tests.screens.kiosk_samples import (
    GROUPS,
    calm_services,
    issued,
    kiosk_view,
    print_job,
    service_choice,
)


def tile(kiosk: KioskViewModel, row: int) -> dict[str, str]:
    tiles = kiosk.tiles
    return {
        bytes(name.data()).decode(): tiles.data(tiles.index(row), role)
        for role, name in tiles.roleNames().items()
    }


def take(kiosk: KioskViewModel, link: FakeLink, number: str = "A017", ahead: int = 4) -> None:
    kiosk.take_number("justice")
    link.grant(issued(number, ahead=ahead))


def test_a_tile_says_how_many_wait_and_for_how_long(kiosk: KioskViewModel) -> None:
    assert tile(kiosk, 0)["status"] == "4 người chờ, khoảng\xa012\xa0phút"
    assert tile(kiosk, 0)["tone"] == "good"


def test_a_wait_past_the_target_is_marked(kiosk: KioskViewModel) -> None:
    assert tile(kiosk, 1)["tone"] == "warn"


def test_nobody_waiting_at_a_free_counter_is_said_so(kiosk: KioskViewModel) -> None:
    assert tile(kiosk, 3)["status"] == "Không phải chờ"


def test_nobody_waiting_at_busy_counters_still_tells_the_wait(
    kiosk: KioskViewModel, link: FakeLink
) -> None:
    link.show(kiosk_view((service_choice(0, 0, 6),)))
    assert tile(kiosk, 0)["status"] == "Chưa ai chờ, khoảng\xa06\xa0phút"


@pytest.mark.parametrize(("waiting", "said"), [(0, "Chưa có quầy"), (3, "3 người chờ, chưa có")])
def test_a_service_without_a_counter_says_so(
    kiosk: KioskViewModel, link: FakeLink, waiting: int, said: str
) -> None:
    link.show(kiosk_view((service_choice(0, waiting, None),)))
    assert tile(kiosk, 0)["status"].startswith(said)
    assert tile(kiosk, 0)["tone"] == "soft"


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (60, "khoảng\xa060\xa0phút"),
        (61, "hơn\xa01\xa0giờ"),
        (119, "hơn\xa01\xa0giờ"),
        (125, "hơn\xa02\xa0giờ"),
    ],
)
def test_past_an_hour_the_wait_is_told_in_hours(
    kiosk: KioskViewModel, link: FakeLink, minutes: int, said: str
) -> None:
    link.show(kiosk_view((service_choice(0, 9, minutes),)))
    assert tile(kiosk, 0)["status"].endswith(said)


def test_tiles_speak_the_chosen_language(kiosk: KioskViewModel) -> None:
    kiosk.preferences.choose_language("en")
    assert tile(kiosk, 0)["name"] == "Justice, civil status"
    assert tile(kiosk, 0)["status"] == "4 waiting, about\xa012\xa0min"
    assert tile(kiosk, 0)["otherName"] == "Tư\xa0pháp, hộ\xa0tịch"


def test_new_figures_keep_the_tiles_and_new_services_replace_them(
    kiosk: KioskViewModel, link: FakeLink, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(kiosk.tiles.dataChanged):
        link.show(kiosk_view())
    busier = (service_choice(0, 5, 12), *calm_services()[1:])
    with qtbot.assertNotEmitted(kiosk.tiles.modelReset), qtbot.waitSignal(kiosk.tiles.dataChanged):
        link.show(kiosk_view(busier))
    with qtbot.waitSignal(kiosk.tiles.modelReset):
        link.show(kiosk_view(calm_services(5)))
    assert kiosk.tiles.rowCount() == 5


def test_choosing_a_service_asks_for_a_number_in_the_citizens_language(
    kiosk: KioskViewModel, link: FakeLink
) -> None:
    kiosk.preferences.choose_language("en")
    kiosk.take_number("land")
    (wish,) = link.sent
    assert isinstance(wish, IssueTicket)
    assert (wish.service, wish.priority, wish.language) == ("land", None, "en")


def test_a_second_touch_while_the_first_is_under_way_asks_nothing(
    kiosk: KioskViewModel, link: FakeLink
) -> None:
    kiosk.take_number("land")
    kiosk.take_number("land")
    kiosk.take_number("justice")
    assert len(link.sent) == 1
    assert kiosk.under_way == "land"
    assert not kiosk.may_choose


def test_every_wish_has_an_identity_of_its_own(kiosk: KioskViewModel, link: FakeLink) -> None:
    for _ in range(2):
        take(kiosk, link)
        kiosk.go_home()
    assert len({wish.command_id for wish in link.sent}) == 2


def test_a_service_the_hall_does_not_know_is_never_asked_for(
    kiosk: KioskViewModel, link: FakeLink
) -> None:
    kiosk.take_number("cake")
    assert link.sent == []


def test_the_number_is_shown_with_its_queue(kiosk: KioskViewModel, link: FakeLink) -> None:
    take(kiosk, link)
    thanks = kiosk.thanks
    assert kiosk.scene == "thanks"
    assert (thanks.number, thanks.service) == ("A017", "Tư\xa0pháp, hộ\xa0tịch")
    assert (thanks.ahead, thanks.expected) == ("4 người", "khoảng\xa012\xa0phút")


def test_a_screen_reader_hears_the_number_with_its_queue(
    kiosk: KioskViewModel, link: FakeLink
) -> None:
    take(kiosk, link)
    assert kiosk.thanks.told.startswith("Số của ông/bà: A017. Tư\xa0pháp, hộ\xa0tịch. Đang chờ")
    assert kiosk.thanks.told.endswith("khe bên dưới")


def test_a_number_with_fewer_before_it_waits_its_share(
    kiosk: KioskViewModel, link: FakeLink
) -> None:
    kiosk.choose_group("elderly")
    take(kiosk, link, ahead=1)
    assert (kiosk.thanks.ahead, kiosk.thanks.expected) == ("1 người", "khoảng\xa04\xa0phút")
    assert kiosk.thanks.has_priority


def test_a_number_without_an_open_counter_promises_no_time(
    kiosk: KioskViewModel, link: FakeLink
) -> None:
    link.show(kiosk_view((service_choice(0, 0, None),)))
    take(kiosk, link, ahead=0)
    assert kiosk.thanks.expected == "đợi quầy mở"


def test_a_number_at_a_free_counter_is_called_soon(kiosk: KioskViewModel, link: FakeLink) -> None:
    link.show(kiosk_view((service_choice(0, 0, 0),)))
    take(kiosk, link, ahead=0)
    assert kiosk.thanks.expected == "sắp được gọi"


@pytest.mark.parametrize(("chosen", "sent"), [("elderly", "elderly"), ("", True)])
def test_a_priority_number_names_the_group_or_no_reason(
    kiosk: KioskViewModel, link: FakeLink, chosen: str, sent: str | bool
) -> None:
    kiosk.ask_priority()
    assert kiosk.scene == "priority"
    kiosk.choose_group(chosen)
    assert kiosk.scene == "home"
    assert kiosk.wants_priority
    kiosk.take_number("land")
    assert link.sent[0].priority == sent


def test_the_group_of_those_who_name_no_reason_is_not_listed(kiosk: KioskViewModel) -> None:
    listed = [one["group"] for one in kiosk.groups]
    assert listed == [one.group for one in GROUPS if one.group != "priority"]


def test_priority_can_be_dropped_and_is_spent_with_the_number(
    kiosk: KioskViewModel, link: FakeLink
) -> None:
    kiosk.choose_group("elderly")
    assert kiosk.group_name == "Người cao\xa0tuổi"
    kiosk.drop_priority()
    assert not kiosk.wants_priority
    kiosk.choose_group("elderly")
    take(kiosk, link)
    assert not kiosk.wants_priority


def test_help_opens_and_closes(kiosk: KioskViewModel) -> None:
    kiosk.show_help()
    assert kiosk.scene == "help"
    kiosk.show_help()
    assert kiosk.scene == "home"


def test_offline_nothing_can_be_chosen(kiosk: KioskViewModel, link: FakeLink) -> None:
    link.become("offline")
    kiosk.take_number("land")
    assert not kiosk.may_choose
    assert link.sent == []
    link.become("online")
    assert kiosk.may_choose


def test_a_closed_hall_gives_no_numbers(kiosk: KioskViewModel, link: FakeLink) -> None:
    link.show(kiosk_view(is_open=False))
    kiosk.take_number("land")
    assert kiosk.scene == "closed"
    assert link.sent == []


def test_before_the_first_view_the_kiosk_is_connecting(qapp: QGuiApplication) -> None:
    link = FakeLink(None, "connecting")
    kiosk = KioskViewModel(link)
    assert kiosk.scene == "connecting"
    link.show(kiosk_view())
    assert kiosk.scene == "home"
    assert kiosk.hall == "Trung\xa0tâm Phục\xa0vụ hành\xa0chính công tỉnh"


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("code", sorted(KIOSK_REFUSALS - {"unreachable"}))
def test_every_refusal_is_worded(
    kiosk: KioskViewModel, link: FakeLink, code: str, language: str
) -> None:
    kiosk.preferences.choose_language(language)
    kiosk.take_number("land")
    link.refuse(code)
    assert kiosk.scene == "home"
    assert kiosk.refusal == kiosk.preferences.say(f"refused_{code}")
    assert kiosk.may_choose


def test_a_refusal_that_never_comes_is_worded_all_the_same(
    kiosk: KioskViewModel, link: FakeLink
) -> None:
    for code in sorted(set(Refusal) - KIOSK_REFUSALS):
        kiosk.take_number("land")
        link.refuse(code)
        assert kiosk.refusal == kiosk.preferences.say("refused_other"), code
        kiosk.rest()


def test_silence_is_said_and_forgotten_with_the_next_touch(
    kiosk: KioskViewModel, link: FakeLink
) -> None:
    kiosk.take_number("land")
    link.lose()
    assert kiosk.refusal.startswith("Chưa nhận được")
    kiosk.take_number("land")
    assert kiosk.refusal == ""


def test_a_slip_that_cannot_be_printed_shows_its_code_and_stays_longer(
    kiosk: KioskViewModel, link: FakeLink
) -> None:
    take(kiosk, link)
    link.show(kiosk_view(jobs=(print_job("A017"),)))
    assert (kiosk.thanks.in_trouble, kiosk.thanks.seconds_left) == (False, 20)
    link.show(kiosk_view(jobs=(print_job("A017", "paper_out"),)))
    assert (kiosk.thanks.in_trouble, kiosk.thanks.seconds_left) == (True, 45)
    assert kiosk.thanks.status_link == "http://hall.local/t/k3v9-x7tq"
    assert kiosk.paper_trouble


def test_a_slip_behind_one_that_cannot_be_printed_shows_its_code_too(
    kiosk: KioskViewModel, link: FakeLink
) -> None:
    take(kiosk, link)
    link.show(kiosk_view(jobs=(print_job("B002", "paper_out"), print_job("A017"))))
    assert kiosk.thanks.in_trouble
    assert kiosk.thanks.status_link == "http://hall.local/t/k3v9-x7tq"


def test_somebody_elses_slip_troubles_only_the_first_screen(
    kiosk: KioskViewModel, link: FakeLink
) -> None:
    take(kiosk, link)
    link.show(kiosk_view(jobs=(print_job("B002", "paper_out"),)))
    assert not kiosk.thanks.in_trouble
    assert kiosk.paper_trouble


def test_the_number_leaves_by_itself_and_the_next_person_finds_the_first_screen(
    kiosk: KioskViewModel, link: FakeLink
) -> None:
    kiosk.preferences.choose_language("en")
    take(kiosk, link)
    for left in range(19, -1, -1):
        kiosk.thanks._countdown._on_second()
        assert kiosk.thanks.seconds_left == left
    assert kiosk.scene == "home"
    assert kiosk.preferences.language == "vi"


def test_a_touch_on_the_last_screen_gives_its_holder_time(
    kiosk: KioskViewModel, link: FakeLink
) -> None:
    take(kiosk, link)
    kiosk.thanks._countdown._on_second()
    assert kiosk.thanks.share_left == pytest.approx(19 / 20)
    kiosk.stirred()
    assert kiosk.thanks.seconds_left == 20


def test_done_keeps_the_language_of_the_person_who_is_still_there(
    kiosk: KioskViewModel, link: FakeLink
) -> None:
    kiosk.preferences.choose_language("en")
    take(kiosk, link)
    kiosk.go_home()
    assert (kiosk.scene, kiosk.preferences.language) == ("home", "en")


def test_an_idle_kiosk_forgets_everything(link: FakeLink, qtbot: QtBot) -> None:
    kiosk = KioskViewModel(link, Patience(idle_s=0.02, still_s=0))
    kiosk.preferences.choose_language("en")
    kiosk.preferences.next_text_size()
    kiosk.preferences.switch_contrast()
    kiosk.choose_group("elderly")
    kiosk.show_page(1)
    kiosk.show_help()
    kiosk.stirred()
    qtbot.waitUntil(lambda: kiosk.scene == "home")
    preferences = kiosk.preferences
    assert (preferences.language, preferences.text_scale) == ("vi", 1.0)
    assert not preferences.high_contrast
    assert not kiosk.wants_priority
    assert kiosk.page == 0


def test_an_idle_kiosk_waits_for_an_answer_under_way(link: FakeLink, qtbot: QtBot) -> None:
    kiosk = KioskViewModel(link, Patience(idle_s=0.02, still_s=0))
    kiosk.choose_group("elderly")
    kiosk.take_number("land")
    kiosk.stirred()
    with qtbot.waitSignal(kiosk.staying.quiet.timeout):
        pass
    assert kiosk.wants_priority
    link.grant(issued())
    assert kiosk.scene == "thanks"


def test_a_view_of_another_kind_is_not_taken(kiosk: KioskViewModel, link: FakeLink) -> None:
    link.view_changed.emit("not a view")
    assert kiosk.tiles.rowCount() == 12


def test_rows_beyond_the_services_hold_nothing(kiosk: KioskViewModel) -> None:
    tiles = kiosk.tiles
    assert tiles.rowCount(tiles.index(0)) == 0
    assert tiles.data(tiles.index(99)) is None
    assert tiles.data(tiles.index(0), int(Qt.ItemDataRole.UserRole) + 99) is None
