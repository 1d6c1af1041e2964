"""What the server refuses is said in words to people, and shortly to programs."""

from collections.abc import Iterator
from http.cookiejar import CookieJar

import pytest

from tests.web.browsers import Browser
from tests.web.test_signing_in import StaffedHall

READS = {"Accept": "text/html,application/xhtml+xml"}


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StaffedHall]:
    hall = StaffedHall(tmp_path_factory.mktemp("kindly") / "hall")
    hall.staff()
    yield hall
    hall.close()


@pytest.mark.parametrize("path", ["/nothing-here", "/c/PA-1-forged", "/days", "/login/more"])
def test_a_page_that_is_not_there_is_said_with_a_way_on(hall: StaffedHall, path: str) -> None:
    page = hall.browser().get(path, **READS)
    assert page.status == 404
    assert "Không có trang này" in page.text
    assert "Về trang đầu" in page.text


def test_programs_get_no_page(hall: StaffedHall) -> None:
    assert hall.browser().get("/nothing-here").text == "404: Not Found"
    assert hall.browser().get("/api/nothing", **READS).text.startswith('{"refused"')


def test_a_form_that_is_out_of_date_says_what_to_do(hall: StaffedHall) -> None:
    supervisor = hall.browser("supervisor")
    page = supervisor.post("/setup", {"form_key": "old", "act": "undo"}, **READS)
    assert page.status == 400
    assert "Biểu mẫu này đã cũ" in page.text
    assert "tải lại trang rồi gửi lần nữa" in page.text


def test_the_language_once_chosen_is_spoken_at_the_door_too(hall: StaffedHall) -> None:
    reader = hall.browser()
    assert 'lang="en"' in reader.get("/login?lang=en").text
    for path in ("/login", "/nothing-here", "/"):
        assert '<html lang="en"' in reader.get(path, **READS).text
    reader.sign_in("supervisor")
    assert '<html lang="en"' in reader.get("/account").text
    assert kept(reader.cookies, "lang") == "en"


def test_a_form_sent_after_the_session_leads_back_to_its_page(hall: StaffedHall) -> None:
    supervisor = hall.browser("supervisor")
    form = {"form_key": supervisor.get("/setup/people").form_key, "act": "save"}
    gone = Browser(hall.port)
    for stood_on, back in (
        ("/setup/people?x=1", "/login?next=/setup/people?x%3D1"),
        ("", "/login?next=/setup/people/photo"),
        ("http://elsewhere.example/x", "/login?next=/setup/people/photo"),
    ):
        address = stood_on if "//" in stood_on or not stood_on else gone.origin + stood_on
        answer = gone.post("/setup/people/photo", form, Referer=address)
        assert (answer.status, answer.path) == (303, back)


def kept(cookies: CookieJar, name: str) -> str | None:
    return next((one.value for one in cookies if one.name == name), None)
