"""Checking in at the kiosk: by the square code or six digits, and every kind answer there is."""

import pytest
from msgspec.structs import replace

from hallctl.core.commands import CheckInAppointment
from hallctl.core.refusals import Refusal
from kiosk.checking_in import appointment_in
from kiosk.view_model import KioskViewModel
from tests.fakes.fake_link import FakeLink
from tests.screens.conftest import OpenKiosk
from tests.screens.kiosk_cells import CELLS, Cell, Scene, faults_of
from tests.screens.kiosk_samples import NINE_O_CLOCK, full_services, issued, kiosk_view

VIEW = replace(kiosk_view(), appointments=True)
LINK = "http://192.168.1.10:8080/a/LH-261120-055690-bxxrrf4wwehh3qoo"
HALF_PAST = NINE_O_CLOCK + 30 * 60_000


@pytest.fixture
def link() -> FakeLink:
    return FakeLink(VIEW)


@pytest.mark.parametrize(
    ("text", "known"),
    [
        (LINK, "LH-261120-055690"),
        (f"  {LINK}\n", "LH-261120-055690"),
        ("lh-261120-055690", "LH-261120-055690"),
        ("055 690", "055690"),
        ("055-690", "055690"),
        ("261123-0001", ""),
        ("http://hall/d/H15.50-261008-0975-bxxrrf4wwehh3qoo", ""),
        ("05569", ""),
        ("٠٥٥٦٩٠", ""),
        ("", ""),
    ],
)
def test_an_appointment_is_known_by_its_link_and_its_digits(text: str, known: str) -> None:
    assert appointment_in(text) == known


def type_in(kiosk: KioskViewModel, text: str) -> None:
    kiosk.track()
    for sign in text:
        kiosk.tracking.type(sign)
    kiosk.tracking.look()


def test_a_code_held_to_the_scanner_gives_the_number_from_any_page(
    kiosk: KioskViewModel, link: FakeLink
) -> None:
    kiosk.preferences.choose_language("en")
    kiosk.scanned(LINK)
    (wish,) = link.sent
    assert isinstance(wish, CheckInAppointment)
    assert (wish.appointment, wish.language) == ("LH-261120-055690", "en")
    link.grant(replace(issued("A017", "justice"), appointment_at=HALF_PAST))
    assert kiosk.scene == "thanks"
    assert kiosk.thanks.number == "A017"
    assert "09:30" in kiosk.thanks.expected


def test_six_digits_check_in_and_a_dossier_s_code_still_opens_it(
    kiosk: KioskViewModel, link: FakeLink
) -> None:
    type_in(kiosk, "055690")
    (wish,) = link.sent
    assert isinstance(wish, CheckInAppointment)
    link.lose()
    type_in(kiosk, "261123-0001")
    assert len(link.sent) == 1  # looked up, not asked as a wish


@pytest.mark.parametrize(
    ("refused", "details", "words"),
    [
        (
            Refusal.APPOINTMENT_TOO_EARLY,
            {"starts_at": HALF_PAST + 3_600_000, "opens_at": HALF_PAST},
            ("Chưa đến giờ hẹn", "10:30", "09:30"),
        ),
        (
            Refusal.APPOINTMENT_ANOTHER_DAY,
            {"starts_at": HALF_PAST + 86_400_000},
            ("không phải hôm nay", "21/11/2026"),
        ),
        (Refusal.APPOINTMENT_RELEASED, {"starts_at": HALF_PAST}, ("lấy số như bình thường",)),
        (Refusal.CHECKED_IN_BEFORE, {"number": "B012"}, ("B012", "chờ gọi số")),
        (Refusal.UNKNOWN_APPOINTMENT, {"appointment": "1"}, ("6 chữ số",)),
        (Refusal.APPOINTMENT_NOT_ALLOWED, {"state": "cancelled"}, ("đã hủy",)),
        (Refusal.DAY_NOT_OPEN, {}, ("chưa mở cửa",)),
        (Refusal.APPOINTMENTS_NOT_OFFERED, {"service": "x"}, ("hỏi cán bộ",)),
    ],
)
def test_a_refusal_is_said_kindly_with_what_to_do(
    kiosk: KioskViewModel,
    link: FakeLink,
    refused: Refusal,
    details: dict[str, object],
    words: tuple[str, ...],
) -> None:
    kiosk.scanned(LINK)
    link.refuse(refused, **details)
    assert kiosk.scene == "dossier"
    page = kiosk.tracking.page
    said = f"{page['headline']} {page['advice']}".replace("\u00a0", " ")
    for one in words:
        assert one in said


def test_a_kiosk_that_is_alone_says_what_it_can_do(kiosk: KioskViewModel, link: FakeLink) -> None:
    link.become("offline")
    for gives, still in ((frozenset({"justice"}), True), (frozenset[str](), False)):
        link.gives_alone = gives
        kiosk.scanned(LINK)
        assert link.sent == []
        said = kiosk.tracking.page["advice"].replace("\u00a0", " ")
        assert "báo cán bộ" in said
        assert ("lấy được số thường" in said) is still


def test_where_no_appointments_are_given_nothing_speaks_of_them(
    kiosk: KioskViewModel, link: FakeLink
) -> None:
    link.show(kiosk_view())
    assert "hẹn" not in kiosk.tracking.asked["name"]
    type_in(kiosk, "055690")
    assert link.sent == []


def home(_kiosk: KioskViewModel, link: FakeLink) -> None:
    link.show(replace(kiosk_view(full_services()), appointments=True))


def asking(kiosk: KioskViewModel, link: FakeLink) -> None:
    link.show(VIEW)
    kiosk.track()


def too_early(kiosk: KioskViewModel, link: FakeLink) -> None:
    link.show(VIEW)
    kiosk.scanned(LINK)
    times = {"starts_at": HALF_PAST + 3_600_000, "opens_at": HALF_PAST}
    link.refuse(Refusal.APPOINTMENT_TOO_EARLY, **times)


def released(kiosk: KioskViewModel, link: FakeLink) -> None:
    link.show(VIEW)
    kiosk.scanned(LINK)
    link.refuse(Refusal.APPOINTMENT_RELEASED, starts_at=HALF_PAST)


def alone(kiosk: KioskViewModel, link: FakeLink) -> None:
    link.show(VIEW)
    link.become("offline")
    kiosk.scanned(LINK)


def checked_in(kiosk: KioskViewModel, link: FakeLink) -> None:
    link.show(VIEW)
    kiosk.scanned(LINK)
    link.grant(replace(issued("A1000"), appointment_at=HALF_PAST))


SCENES: tuple[Scene, ...] = (home, asking, too_early, released, alone, checked_in)


@pytest.mark.screens
@pytest.mark.parametrize("cell", CELLS, ids=lambda cell: f"{cell.size}-{cell.language}-{cell.step}")
def test_every_scene_is_whole(cell: Cell, open_sample: OpenKiosk) -> None:
    assert faults_of(SCENES, cell, open_sample) == {}
