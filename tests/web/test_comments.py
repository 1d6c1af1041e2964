"""Words beside the marks, and signs of self-rating: who writes, who reads, who lets out."""

import json
import re
from collections.abc import Iterator
from html import unescape

import pytest

from tests.hall_clients import wish
from tests.web.browsers import Browser, Page
from tests.web.hall_at_work import granted
from tests.web.test_signing_in import StaffedHall

WORDS = "Cán bộ hướng dẫn rất <b>tận tình</b>, nhưng chờ hơi lâu."


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StaffedHall]:
    hall = StaffedHall(tmp_path_factory.mktemp("comments") / "hall")
    hall.staff()
    hall.open("1")
    yield hall
    hall.close()


def text(page: Page) -> str:
    return unescape(re.sub(r"<[^>]+>", " ", page.text))


class Visitor:
    """Somebody whose visit is over, with the ticket's page on a phone."""

    def __init__(self, hall: StaffedHall, rates: bool = True) -> None:
        admin = hall.wire()
        self.ticket = str(granted(admin.ask(wish("IssueTicket", service="land")))["ticket"])
        granted(admin.ask(wish("CallNumber", counter="1", number=self.ticket[-4:])))
        granted(admin.ask(wish("FinishVisit", counter="1")))
        self.link = hall.assembly.house.addresses.link_to(self.ticket).rpartition("/")[2]
        self.phone = Browser(hall.port)
        self.phone.get(f"/t/{self.link}")
        if rates:
            self.rate()

    def rate(self) -> Page:
        marks = wish("RateVisit", visit=self.ticket, result=2, attitude=5)
        return self._send("/api/commands", marks)

    def write(self, words: object = WORDS) -> Page:
        return self._send("/api/comments", {"words": words})

    def _send(self, path: str, body: object) -> Page:
        shown = {"Authorization": f"Ticket {self.link}"}
        return self.phone.post_json(path, json.dumps(body).encode(), **shown)


def refused(page: Page) -> str:
    return str(json.loads(page.text)["refused"])


def test_a_visitor_writes_once_and_only_after_rating(hall: StaffedHall) -> None:
    visitor = Visitor(hall, rates=False)
    assert refused(visitor.write()) == "comment_not_taken"
    visitor.rate()
    assert visitor.write().status == 200
    assert refused(visitor.write("Thêm nữa")) == "already_commented"


@pytest.mark.parametrize("words", ["", "   ", "a" * 501, 7, None])
def test_what_is_no_comment_is_malformed(hall: StaffedHall, words: object) -> None:
    assert Visitor(hall).write(words).status == 422


def test_a_comment_never_gets_into_the_journal(hall: StaffedHall) -> None:
    visitor = Visitor(hall)
    visitor.write("Câu này không ở trong nhật ký")
    journal = (
        hall.directory.journal.read_bytes()
        + hall.directory.journal.with_name("hall.db-wal").read_bytes()
    )
    assert "không ở trong nhật ký".encode() not in journal


@pytest.mark.parametrize("role", ["official", "head", "administrator"])
def test_others_do_not_read_comments(hall: StaffedHall, role: str) -> None:
    assert hall.browser(role).get("/ratings").status == 403


@pytest.mark.parametrize("role", ["supervisor", "inspector"])
def test_the_public_reads_only_what_was_let_out(hall: StaffedHall, role: str) -> None:
    visitor, words = Visitor(hall), f"Lời của {role}"
    visitor.write(words)
    reader, public = hall.browser(role), Browser(hall.port)
    page = reader.get("/ratings")
    assert words in text(page)
    assert words not in text(public.get("/today"))
    form = {"form_key": page.form_key, "visit": visitor.ticket}
    assert reader.post("/ratings/comments", form | {"state": "public"}).status == 303
    assert words in text(public.get("/today"))
    assert reader.post("/ratings/comments", form | {"state": "kept_back"}).status == 303
    assert words not in text(public.get("/today"))


def test_what_a_visitor_wrote_is_no_markup(hall: StaffedHall) -> None:
    Visitor(hall).write(WORDS)
    page = hall.browser("supervisor").get("/ratings").text
    assert "&lt;b&gt;tận tình" in page
    assert "<b>tận tình" not in page


def test_a_rating_that_looks_made_up_is_shown_with_its_visit_and_struck(hall: StaffedHall) -> None:
    visitor = Visitor(hall)  # taken, called, finished and rated within a second
    inspector = hall.browser("inspector")
    page = inspector.get("/ratings")
    assert "Không có lượt thật" in text(page)
    assert f"/visits/{visitor.ticket}" in page.text
    acts = [json.loads(unescape(one)) for one in re.findall(r'data-act="([^"]*)"', page.text)]
    strike = next(one for one in acts if one["visit"] == visitor.ticket)
    answer = inspector.post_json("/floor/acts", json.dumps(strike).encode())
    assert json.loads(answer.text)["granted"] is True
    assert f"/visits/{visitor.ticket}" not in inspector.get("/ratings").text


def test_a_phone_of_the_hall_s_own_people_is_noticed(hall: StaffedHall) -> None:
    visitor = Visitor(hall, rates=False)
    official = hall.browser("official")
    marks = wish("RateVisit", visit=visitor.ticket, result=5, attitude=5)
    shown = {"Authorization": f"Ticket {visitor.link}"}
    official.post_json("/api/commands", json.dumps(marks).encode(), **shown)
    assert "Máy của cán bộ" in text(hall.browser("supervisor").get("/ratings"))
