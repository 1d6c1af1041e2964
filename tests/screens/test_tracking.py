"""A citizen looks at a dossier at the kiosk, without pictures: what is asked, and what is said."""

from urllib.parse import quote

import pytest

from hallctl.core.commands import IssueTicket
from hallctl.core.life import TicketState
from hallctl.station.dossiers import NotOpened
from kiosk.dossier_wording import REFUSALS, not_opened_words
from kiosk.view_model import KioskViewModel
from tests.fakes.fake_link import FakeLink
from tests.screens.dossier_samples import CODE, HERE, show
from tests.screens.kiosk_samples import issued, kiosk_view
from tests.screens.office_samples import ticket


def test_what_is_typed_is_a_code_in_capitals(kiosk: KioskViewModel) -> None:
    kiosk.track()
    for letter in "h15-1":
        kiosk.tracking.type(letter)
    kiosk.tracking.erase()
    assert kiosk.tracking.text == "H15-"


def test_a_typed_code_is_asked_for_as_it_is(kiosk: KioskViewModel, link: FakeLink) -> None:
    kiosk.track()
    kiosk.tracking.look()
    assert link.requests == []
    kiosk.tracking.write("261116-0975")
    kiosk.tracking.look()
    assert link.requests == [("GET", "/api/dossiers/261116-0975", b"")]
    show(link, "processing")
    assert kiosk.scene == "dossier"
    assert kiosk.tracking.page["headline"].replace("\xa0", " ") == "Đang giải quyết"


def test_a_scan_opens_the_dossier_wherever_the_citizen_is(
    kiosk: KioskViewModel, link: FakeLink
) -> None:
    kiosk.find()
    address = "http://10.0.0.2:8080/d/H15.50-261116-0975-abcdefgh"
    kiosk.scanned(address + "\r")
    assert link.requests == [("GET", f"/api/dossiers/{quote(address, safe='')}", b"")]
    show(link, "awaiting")
    assert kiosk.scene == "dossier"
    assert "Bản vẽ sơ đồ" in kiosk.tracking.page["advice"]


def test_a_citizen_card_is_recognised_and_sent_nowhere(
    kiosk: KioskViewModel, link: FakeLink
) -> None:
    kiosk.scanned("001099012345|012345678|Nguyễn Văn A|01011990|Nam|Hà Nội|01012021")
    assert link.requests == []
    assert kiosk.scene == "dossier"
    assert "Nguyễn" not in str(kiosk.tracking.page)
    assert "căn" in kiosk.tracking.page["advice"]


def test_a_closed_hall_still_shows_dossiers(kiosk: KioskViewModel, link: FakeLink) -> None:
    link.show(kiosk_view(is_open=False))
    kiosk.scanned(CODE)
    show(link, "finished")
    assert kiosk.scene == "dossier"
    assert not kiosk.may_choose


def test_a_ready_result_is_collected_with_a_number_that_knows_it(
    kiosk: KioskViewModel, link: FakeLink
) -> None:
    kiosk.scanned(CODE)
    show(link, "finished")
    assert kiosk.tracking.page["collect"]
    kiosk.collect()
    (wish,) = link.sent
    assert isinstance(wish, IssueTicket)
    assert (wish.service, wish.dossier) == ("results", CODE)
    link.grant(issued("T001"))
    assert kiosk.scene == "thanks"


def test_a_second_number_for_one_dossier_is_not_offered(
    kiosk: KioskViewModel, link: FakeLink
) -> None:
    kiosk.scanned(CODE)
    show(link, "held")
    assert kiosk.tracking.page["collect"] == ""
    assert "T001" in kiosk.tracking.page["advice"]


@pytest.mark.parametrize("code", ["dossier_has_number", "dossier_not_ready", "unreachable"])
def test_a_number_that_is_not_given_is_explained_on_the_spot(
    kiosk: KioskViewModel, link: FakeLink, code: str
) -> None:
    kiosk.scanned(CODE)
    show(link, "finished")
    kiosk.collect()
    link.lose() if code == "unreachable" else link.refuse(code)
    assert kiosk.scene == "dossier"
    assert kiosk.tracking.page["is_refusal"]
    assert kiosk.tracking.page["advice"]


def test_an_old_answer_is_not_shown_to_the_next_citizen(
    kiosk: KioskViewModel, link: FakeLink
) -> None:
    kiosk.scanned(CODE)
    kiosk.rest()
    show(link, "processing")
    assert kiosk.scene == "home"


def test_the_next_citizen_finds_nothing_of_the_last(kiosk: KioskViewModel, link: FakeLink) -> None:
    kiosk.scanned(CODE)
    show(link, "processing")
    kiosk.rest()
    kiosk.track()
    assert kiosk.tracking.text == ""
    assert kiosk.tracking.page["code"] == ""


@pytest.mark.parametrize("code", sorted(REFUSALS))
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_refusal_has_words_that_say_what_to_do(
    kiosk: KioskViewModel, code: str, language: str
) -> None:
    kiosk.preferences.choose_language(language)
    for part in ("", "shape", "agency", "day", "serial", "link", "card"):
        told = not_opened_words(kiosk.preferences, NotOpened(code, {"part": part}))
        assert told["headline"]
        assert len(told["advice"]) > 15
        assert "dossier_" not in told["headline"] + told["advice"]


def test_nobody_is_named(kiosk: KioskViewModel, link: FakeLink) -> None:
    """All that the page can say comes from the view, and the view holds no name."""
    kiosk.scanned(CODE)
    show(link, "longest")
    assert set(HERE["longest"].dossier.__struct_fields__).isdisjoint({"name", "applicant", "phone"})


TICKET_QR = "http://10.0.0.2:8080/t/2026-11-20-A017-k3v7qm2xw5t4zb6n"


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("state", TicketState)
def test_a_ticket_held_to_the_scanner_shows_where_it_stands(
    kiosk: KioskViewModel, link: FakeLink, state: str, language: str
) -> None:
    kiosk.preferences.choose_language(language)  # type: ignore[attr-defined]
    kiosk.scanned(TICKET_QR)
    assert link.requests[-1][1] == f"/api/tickets/{quote(TICKET_QR, safe='')}"
    link.say(200, {"ticket": ticket(str(state))})
    assert kiosk.scene == "dossier"
    page = kiosk.tracking.page
    assert page["name"] == "A017"
    assert page["headline"]
    assert page["advice"]
    assert page["collect"] == "", "it is no dossier"


def test_who_is_next_is_told_so(kiosk: KioskViewModel, link: FakeLink) -> None:
    kiosk.scanned(TICKET_QR)
    link.say(200, {"ticket": ticket(ahead=0)})
    assert kiosk.tracking.page["tone"] == "good"


def test_a_ticket_of_another_day_is_told_kindly(kiosk: KioskViewModel, link: FakeLink) -> None:
    kiosk.scanned(TICKET_QR)
    link.say(404, {"refused": "unknown_ticket", "details": {"ticket": ""}})
    assert kiosk.tracking.page["is_refusal"]
    kiosk.scanned(TICKET_QR)
    link.say(0)
    assert "wifi" in kiosk.tracking.page["icon"]
    kiosk.scanned("H15.50-261116-0975")
    show(link, "processing")
    assert kiosk.tracking.page["code"], "a dossier takes its place"
