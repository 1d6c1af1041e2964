"""Priority by the year of birth on a citizen card, and nothing else of the card."""

from datetime import date

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QSize

from kiosk.view_model import KioskViewModel
from tests.fakes.fake_link import FakeLink
from tests.screens.conftest import OpenKiosk
from tests.screens.kiosk_samples import GROUPS, kiosk_view
from tests.screens.layout_lint import layout_faults
from tests.screens.touching import settle

BY_AGE = tuple(
    replace(one, from_age={"elderly": 60, "merit": 80}.get(one.group, 0)) for one in GROUPS
)
VIEW = kiosk_view(groups=BY_AGE)
YEAR = 2026


def card(born: int) -> str:
    return f"001099012345|012345678|Nguyễn Văn A|0101{born:04d}|Nam|12 Hàng Bài, Hà Nội|01012021"


@pytest.fixture
def link() -> FakeLink:
    return FakeLink(VIEW)


@pytest.mark.parametrize(
    ("born", "group"),
    [
        (YEAR - 59, None),
        (YEAR - 60, "elderly"),
        (YEAR - 79, "elderly"),
        (YEAR - 80, "merit"),
        (YEAR - 110, "merit"),
        (YEAR + 1, None),
    ],
)
def test_the_year_of_birth_chooses_the_group(
    kiosk: KioskViewModel, link: FakeLink, born: int, group: str | None
) -> None:
    assert link.view.business_day == date(YEAR, 11, 20)
    kiosk.scanned(card(born))
    kiosk.take_number("land")
    assert [wish.priority for wish in link.sent] == [group]


def test_nothing_of_the_card_leaves_the_kiosk_or_stays_in_it(
    kiosk: KioskViewModel, link: FakeLink
) -> None:
    kiosk.scanned(card(1950))
    kiosk.take_number("land")
    kept = repr([vars(kiosk), vars(kiosk.card), kiosk.card.told, link.sent, link.requests])
    for secret in ("001099012345", "012345678", "Nguyễn", "1950", "Hàng Bài"):
        assert secret not in kept


def test_it_works_among_the_groups_too(kiosk: KioskViewModel, link: FakeLink) -> None:
    kiosk.ask_priority()
    kiosk.scanned(card(1950))
    assert (kiosk.scene, kiosk.group_name) == ("home", "Người cao\xa0tuổi")
    assert kiosk.news.startswith("Ông/bà được lấy\xa0số ưu")


def test_step_by_step_the_card_answers_the_question(kiosk: KioskViewModel, link: FakeLink) -> None:
    kiosk.begin_guide()
    kiosk.guide.choose("land")
    kiosk.scanned(card(1950))
    assert kiosk.guide.step == "sure"
    kiosk.guide.choose("yes")
    assert [wish.priority for wish in link.sent] == ["elderly"]


def test_the_young_are_told_of_other_groups_and_keep_what_they_chose(
    kiosk: KioskViewModel, link: FakeLink
) -> None:
    kiosk.choose_group("pregnant")
    kiosk.scanned(card(1999))
    assert kiosk.card.outcome == "young"
    kiosk.take_number("land")
    assert link.sent[0].priority == "pregnant"


def test_a_damaged_card_is_asked_for_again(kiosk: KioskViewModel) -> None:
    kiosk.scanned(card(1950).replace("01011950", "31021950"))
    assert kiosk.card.outcome == "unreadable"
    assert not kiosk.wants_priority


def test_the_next_person_starts_without_it(kiosk: KioskViewModel) -> None:
    kiosk.scanned(card(1950))
    kiosk.rest()
    assert (kiosk.card.outcome, kiosk.wants_priority) == ("", False)


def test_priority_may_be_dropped_again(kiosk: KioskViewModel, link: FakeLink) -> None:
    kiosk.scanned(card(1950))
    kiosk.drop_priority()
    kiosk.take_number("land")
    assert link.sent[0].priority is None


def test_without_an_age_line_a_card_is_only_no_receipt(
    kiosk: KioskViewModel, link: FakeLink
) -> None:
    link.show(kiosk_view())
    kiosk.scanned(card(1950))
    assert (kiosk.scene, kiosk.wants_priority) == ("dossier", False)


def test_a_receipt_is_a_receipt_everywhere(kiosk: KioskViewModel, link: FakeLink) -> None:
    kiosk.scanned("H15.50-261116-0975")
    assert len(link.requests) == 1
    assert kiosk.card.outcome == ""


@pytest.mark.parametrize("size", [QSize(1080, 1920), QSize(1920, 1080)], ids=["tall", "wide"])
def test_its_words_fit(open_sample: OpenKiosk, size: QSize) -> None:
    screen, link = open_sample(size)
    link.show(VIEW)
    faults = []
    for born, step in ((1950, 0), (1999, 2)):
        for _ in range(step):
            screen.view_model.preferences.next_text_size()
        screen.view_model.ask_priority()
        settle()
        faults += layout_faults(screen.window)
        screen.view_model.scanned(card(born))
        settle()
        faults += layout_faults(screen.window)
    assert faults == []
