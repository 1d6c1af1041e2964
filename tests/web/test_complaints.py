"""Complaining on a page, and the inspector's inbox: forms, links, doors and what is logged."""

import re
from collections.abc import Iterator
from html import unescape
from uuid import uuid4

import pytest

from hallctl.people.record import Kind
from hallctl.verifying import verify_words
from tests.hall_clients import wish
from tests.web.browsers import Browser, Page
from tests.web.test_signing_in import StaffedHall

WORDS = "Chờ hai giờ ở quầy 2, không ai giải thích."


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StaffedHall]:
    hall = StaffedHall(tmp_path_factory.mktemp("complaints") / "hall")
    hall.staff()
    yield hall
    hall.close()


def text(page: Page) -> str:
    return unescape(re.sub(r"<[^>]+>", " ", page.text))


def complain(hall: StaffedHall, **fields: str) -> str:
    """The path of the complaint's own page."""
    form = {"id": str(uuid4()), "about": "conduct", "words": WORDS} | fields
    answer = Browser(hall.port).post("/complaint", form)
    assert answer.status == 303, answer.text
    return answer.path.partition("?")[0]


def code_of(path: str) -> str:
    return path.removeprefix("/c/").rpartition("-")[0]


def act(hall: StaffedHall, code: str, step: str, **fields: str) -> Page:
    """What the inspector's form sends."""
    browser = hall.browser("inspector")
    key = browser.get(f"/inbox/{code}").form_key
    form = {"id": str(uuid4()), "form_key": key, "step": step} | fields
    return browser.post(f"/inbox/{code}", form)


def test_a_citizen_complains_and_follows_it(hall: StaffedHall) -> None:
    path = complain(hall, counter="2")
    page = Browser(hall.port).get(path)
    assert page.status == 200
    assert WORDS in text(page)
    assert "Đã tiếp nhận" in text(page)
    assert code_of(path) in text(page)


def test_the_same_form_sent_twice_is_one_complaint(hall: StaffedHall) -> None:
    once = str(uuid4())
    assert complain(hall, id=once) == complain(hall, id=once)


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("phone", "abc", "8 đến 15 chữ số"),
        ("phone", "091234", "8 đến 15 chữ số"),
        ("email", "lan@", "thư điện tử chưa đúng"),
    ],
)
def test_who_cannot_be_reached_so_is_told_and_keeps_what_they_wrote(
    hall: StaffedHall, field: str, typed: str, told: str
) -> None:
    form = {"id": str(uuid4()), "about": "conduct", "words": WORDS, field: typed}
    answer = Browser(hall.port).post("/complaint", form)
    assert answer.status == 422
    assert told in text(answer)
    assert WORDS in text(answer)


def test_a_complaint_from_a_tickets_page_is_about_that_visit(hall: StaffedHall) -> None:
    admin = hall.open("1")
    (issued,) = admin.ask(wish("IssueTicket", service="land")).json["events"]
    link = hall.assembly.house.addresses.link_to(issued["ticket"]).rpartition("/")[2]
    assert link in Browser(hall.port).get(f"/complaint?t={link}").text
    path = complain(hall, ticket=link)
    kept = hall.assembly.controller.hall.complaints.every[code_of(path)]
    assert kept.visit == issued["visit"]


def test_a_ticket_of_another_day_loses_no_complaint(hall: StaffedHall) -> None:
    old = hall.assembly.house.addresses.links.link("2020-01-01-A001")
    path = complain(hall, ticket=old)
    assert hall.assembly.controller.hall.complaints.every[code_of(path)].visit == ""


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"about": ""}, "Xin chọn ông/bà phản ánh về việc gì."),
        ({"words": "  "}, "Xin viết nội dung"),
        ({"words": "a" * 4001}, "Xin viết nội dung"),
        ({"counter": "77"}, "Chưa ghi nhận được"),
        ({"id": "x"}, "Chưa ghi nhận được"),
    ],
)
def test_a_bad_form_says_what_is_wrong_and_keeps_what_was_written(
    hall: StaffedHall, wrong: dict[str, str], said: str
) -> None:
    form = {"id": str(uuid4()), "about": "result", "words": WORDS, "name": "Lan"} | wrong
    answer = Browser(hall.port).post("/complaint", form)
    assert answer.status == 422
    assert said in text(answer)
    assert 'value="Lan"' in answer.text


def test_no_other_site_can_send_the_form(hall: StaffedHall) -> None:
    form = {"id": str(uuid4()), "about": "result", "words": WORDS}
    answer = Browser(hall.port).post("/complaint", form, Origin="http://elsewhere.example")
    assert answer.status == 400


def test_a_link_made_elsewhere_opens_nothing(hall: StaffedHall) -> None:
    path = complain(hall)
    forged = path[:-1] + ("a" if path[-1] != "a" else "b")
    assert Browser(hall.port).get(forged).status == 404
    ticket = hall.assembly.house.addresses.links.link(code_of(path))
    assert Browser(hall.port).get(f"/c/{ticket}").status == 404


def test_the_whole_way_from_the_complaint_to_the_published_answer(hall: StaffedHall) -> None:
    path = complain(hall, name="Nguyễn Thị Lan", phone="0912345678")
    code, citizen = code_of(path), Browser(hall.port)
    assert act(hall, code, "forward", department="").status == 303
    assert act(hall, code, "ask", question="Việc xảy ra lúc nào?").status == 303
    assert "Việc xảy ra lúc nào?" in text(citizen.get(path))
    assert citizen.post(path, {"id": str(uuid4()), "words": "Chín giờ sáng."}).status == 303
    shown = text(hall.browser("inspector").get(f"/inbox/{code}"))
    assert "Chín giờ sáng." in shown
    assert "0912345678" in shown
    answered = act(hall, code, "answer", finding="right", words="Trung tâm xin lỗi ông/bà.")
    assert answered.status == 303
    assert "Trung tâm xin lỗi ông/bà." in text(citizen.get(path))
    assert "Trung tâm xin lỗi ông/bà." not in text(citizen.get("/complaint"))
    assert act(hall, code, "publish").status == 303
    public = text(citizen.get("/complaint"))
    assert "Trung tâm xin lỗi ông/bà." in public
    assert "Nguyễn Thị Lan" not in public
    assert "Chín giờ sáng." not in public
    assert verify_words(hall.directory.journal, hall.directory.complaints) == ""


def test_every_look_at_a_complaint_is_logged(hall: StaffedHall) -> None:
    code = code_of(complain(hall))
    hall.browser("inspector").get(f"/inbox/{code}")
    line = hall.record()[-1]
    assert (line.kind, line.account, line.about) == (Kind.LOOKED_AT, "inspector", code)


@pytest.mark.parametrize("account", ["supervisor", "official", "head", "administrator"])
def test_the_inbox_is_the_inspectors_alone(hall: StaffedHall, account: str) -> None:
    code = code_of(complain(hall))
    browser = hall.browser(account)
    for path in ("/inbox", f"/inbox/{code}"):
        page = browser.get(path)
        assert page.status == 403
        assert WORDS not in text(page)


def test_a_step_that_is_not_open_changes_nothing(hall: StaffedHall) -> None:
    code = code_of(complain(hall))
    assert act(hall, code, "publish").status == 422
    assert act(hall, code, "answer", finding="royal", words="x").status == 422
    assert act(hall, code, "refuse", reason="").status == 422
    assert hall.assembly.controller.hall.complaints.every[code].state == "filed"


def test_nothing_that_was_said_or_who_said_it_is_in_the_journal(hall: StaffedHall) -> None:
    complain(hall, words="Từ khóa bí mật", name="Hoàng Văn Kín", email="kin@example.vn")
    for file in hall.directory.path.glob("hall.db*"):
        content = file.read_bytes()
        for said in ("Từ khóa bí mật", "Hoàng Văn Kín", "kin@example.vn"):
            assert said.encode() not in content
