"""Step by step: one question a screen, very large, and what is said is what is shown."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication

from hallctl.core.commands import IssueTicket
from tests.screens.conftest import OpenKiosk
from tests.screens.item_tree import accessible_name, is_control, named, shown_items
from tests.screens.kiosk_samples import (
    calm_services,
    full_services,
    issued,
    kiosk_view,
    print_job,
    shut_services,
)
from tests.screens.layout_lint import layout_faults
from tests.screens.spoken import SpokenKiosk, spoken_kiosk
from tests.screens.touching import settle, touch


@pytest.fixture
def guided(qapp: QGuiApplication) -> Iterator[SpokenKiosk]:
    yield from spoken_kiosk()


def begin(guided: SpokenKiosk) -> None:
    touch(guided.screen.window, named(guided.screen.window, "Nghe hướng dẫn"))


def answer(guided: SpokenKiosk, name: str) -> None:
    guided.screen.window.grabWindow()  # layouts come to rest when a frame is drawn
    touch(guided.screen.window, named(guided.screen.window, name))


def shown_texts(guided: SpokenKiosk) -> str:
    texts = (item.property("text") for item in shown_items(guided.screen.window))
    return " ".join(str(text).replace("\xa0", " ") for text in texts if text)


def test_three_questions_and_a_number(guided: SpokenKiosk) -> None:
    begin(guided)
    answer(guided, "Đất đai")
    answer(guided, "Có, tôi được ưu tiên")
    answer(guided, "Đúng, lấy số cho tôi")
    (wish,) = guided.link.sent
    assert isinstance(wish, IssueTicket)
    assert (wish.service, wish.priority, wish.language) == ("land", True, "vi")
    guided.link.grant(issued("B002", "land"))
    settle()
    assert "Số của ông/bà: bê, không, không, hai" in guided.said()
    assert "B002" in shown_texts(guided)


def test_whatever_is_said_is_shown(guided: SpokenKiosk) -> None:
    begin(guided)
    for name in ("Việc khác", "Giao thông", "Không", "Không, chọn lại"):
        shown = shown_texts(guided)
        for sentence in guided.said().replace("?", ".").split(". "):
            assert sentence.strip(" .") in shown
        answer(guided, name)


def test_it_can_be_heard_again_louder_and_softer(guided: SpokenKiosk) -> None:
    begin(guided)
    first = guided.said()
    peaks = [guided.speaker.played[-1].peak]
    for name in ("Nghe lại", "Nói to hơn", "Nói to hơn", "Nói nhỏ hơn"):
        answer(guided, name)
        assert guided.said() == first
        peaks.append(guided.speaker.played[-1].peak)
    usual, again, louder, loudest, softer = peaks
    assert usual == again < louder == softer < loudest == 1000


def test_at_the_loudest_it_goes_no_further(guided: SpokenKiosk) -> None:
    begin(guided)
    for _ in range(2):
        answer(guided, "Nói to hơn")
    assert not named(guided.screen.window, "Nói to hơn").isEnabled()


def test_the_next_question_cuts_the_last_one_off(guided: SpokenKiosk) -> None:
    begin(guided)
    assert guided.speaker.is_playing
    answer(guided, "Đất đai")  # the fake speaker fails when two clips sound at once
    assert guided.said().startswith("Ông/bà có thuộc diện ưu tiên không?")


def test_without_groups_nobody_is_asked_about_priority(guided: SpokenKiosk) -> None:
    guided.link.show(kiosk_view(groups=()))
    begin(guided)
    answer(guided, "Đất đai")
    answer(guided, "Đúng, lấy số cho tôi")
    assert guided.link.sent[0].priority is None


def test_a_shut_service_is_not_offered(guided: SpokenKiosk) -> None:
    guided.link.show(kiosk_view((*shut_services(3), *calm_services(2))))
    begin(guided)
    controls = [one for one in shown_items(guided.screen.window) if is_control(one)]
    assert not [one for one in controls if accessible_name(one).startswith("Nông")]
    assert named(guided.screen.window, "Tư pháp").isEnabled()


def test_a_refusal_is_said_and_the_way_begins_anew(guided: SpokenKiosk) -> None:
    begin(guided)
    for name in ("Đất đai", "Không", "Đúng, lấy số cho tôi"):
        answer(guided, name)
    guided.link.refuse("service_shut")
    settle()
    assert "Lĩnh vực này tạm chưa cấp số" in guided.said()
    assert guided.kiosk.guide.step == "what"


def test_no_paper_is_said(guided: SpokenKiosk) -> None:
    begin(guided)
    for name in ("Đất đai", "Không", "Đúng, lấy số cho tôi"):
        answer(guided, name)
    guided.link.grant(issued("A017", "land"))
    guided.link.show(kiosk_view(jobs=(print_job("A017", "paper_out"),)))
    settle()
    assert guided.said().endswith("Máy in chưa in được phiếu")


def test_one_steps_back_and_out(guided: SpokenKiosk) -> None:
    begin(guided)
    answer(guided, "Đất đai")
    answer(guided, "Quay lại")
    assert guided.kiosk.guide.step == "what"
    answer(guided, "Về màn hình thường")
    assert guided.kiosk.scene == "home"
    assert not guided.speaker.is_playing


def test_help_leads_back_to_the_question(guided: SpokenKiosk) -> None:
    begin(guided)
    answer(guided, "Đất đai")
    answer(guided, "Trợ giúp")
    answer(guided, "Đã hiểu")
    assert (guided.kiosk.scene, guided.kiosk.guide.step) == ("guide", "who")


def test_it_is_left_by_itself_and_the_next_one_finds_the_usual_volume(guided: SpokenKiosk) -> None:
    begin(guided)
    answer(guided, "Nói to hơn")
    guided.kiosk.staying.leave()
    settle()
    assert (guided.kiosk.scene, guided.kiosk.guide.is_on) == ("home", False)
    assert guided.kiosk.voice.volume == 3
    assert not guided.speaker.is_playing


def test_the_ordinary_kiosk_is_silent(guided: SpokenKiosk) -> None:
    touch(guided.screen.window, named(guided.screen.window, "Đất đai"))
    guided.link.grant(issued("B002", "land"))
    settle()
    assert guided.news() == []


def test_a_hoarse_kiosk_goes_on_in_writing(guided: SpokenKiosk, caplog) -> None:
    guided.voice.fault = "espeak-ng failed"
    begin(guided)
    assert "Máy này hiện không nói được" in shown_texts(guided)
    answer(guided, "Đất đai")
    assert guided.kiosk.guide.step == "who"
    assert "espeak-ng failed" in caplog.text
    caplog.clear()


@pytest.mark.parametrize("size", [QSize(1080, 1920), QSize(1920, 1080)], ids=["tall", "wide"])
@pytest.mark.parametrize(("step", "language"), [(0, "vi"), (2, "vi"), (2, "en")])
def test_every_question_is_whole(
    open_sample: OpenKiosk, size: QSize, step: int, language: str
) -> None:
    screen, link = open_sample(size)
    link.show(kiosk_view(full_services()))
    kiosk = screen.view_model
    kiosk.preferences.choose_language(language)
    for _ in range(step):
        kiosk.preferences.next_text_size()
    kiosk.begin_guide()
    settle()
    faults = layout_faults(screen.window)
    for key in ("service-1", "yes", "yes"):
        kiosk.guide.choose(key)
        settle()
        faults += layout_faults(screen.window)
    link.refuse("service_shut")
    settle()
    assert faults + layout_faults(screen.window) == []
