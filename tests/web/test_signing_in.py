"""Signing in on a page: cookies, forms that only our own pages can send, sessions that end."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from hallctl.core.permissions import MAY_SEE, PEOPLE, Role, Sight
from hallctl.people import record
from hallctl.people.accounts import Account
from hallctl.people.lock_out import OF_A_PAIR
from hallctl.people.record import Kind
from hallctl.web.signing_in.people_words import WORDS
from hallctl.web.signing_in.places import PLACES
from tests.hall_clients import Wire, wish
from tests.web.browsers import PASSWORD, Browser
from tests.web.hall_at_work import HallAtWork


class StaffedHall(HallAtWork):
    """A hall at work with one account a role, named like the role."""

    fuzzing_wire: Wire
    stranger: Wire

    def staff(self) -> None:
        registry, now = self.assembly.people.registry, self.assembly.controller.now()
        for role in PEOPLE:
            registry.add(Account(account=role, name=f"Bà {role}", role=role), "test", now)
            registry.choose_password(role, PASSWORD, now)

    def browser(self, account: str = "") -> Browser:
        """A browser, signed in where an account is named."""
        browser = Browser(self.port)
        if account:
            assert browser.sign_in(account).status == 303
        return browser

    def record(self) -> list[record.Line]:
        with self.assembly.people.store.reading() as database:
            return list(record.lines(database))


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StaffedHall]:
    hall = StaffedHall(tmp_path_factory.mktemp("staffed") / "hall")
    hall.staff()
    yield hall
    hall.close()


def test_whoever_signs_in_gets_a_cookie_that_scripts_and_other_sites_never_see(
    hall: StaffedHall,
) -> None:
    browser = hall.browser()
    answer = browser.sign_in("supervisor")
    assert (answer.status, answer.path) == (303, "/floor")
    for cookie in browser.cookies:
        assert cookie.has_nonstandard_attr("HttpOnly")
        assert cookie.get_nonstandard_attr("SameSite") == "Strict"
        assert cookie.path == "/"
    shown = browser.get("/account")
    assert shown.status == 200
    assert "Bà supervisor" in shown.text
    assert "Điều hành trung tâm" in shown.text


def test_a_wrong_password_lets_nobody_in(hall: StaffedHall) -> None:
    browser = hall.browser()
    answer = browser.sign_in("official", "không phải đâu")
    assert answer.status == 401
    assert "không đúng" in answer.text
    assert browser.get("/account").path == "/login?next=/account"


def test_the_page_says_how_long_to_wait(hall: StaffedHall) -> None:
    browser = hall.browser()
    answers = [browser.sign_in("nobody-here", "guess") for _ in range(7)]
    assert answers[4].status == 401
    assert answers[-1].status == 429
    assert int(answers[-1].headers["retry-after"]) >= 1
    assert 'data-wait="' in answers[-1].text


def test_a_one_time_code_leads_to_a_new_password_and_nowhere_else(hall: StaffedHall) -> None:
    registry, now = hall.assembly.people.registry, hall.assembly.controller.now()
    new = Account(account="moi", name="Người Mới", role=Role.ADMINISTRATOR)
    code = registry.add(new, "test", now)
    browser = hall.browser()
    assert browser.sign_in("moi", code).status == 303
    assert browser.get("/today?day=1").status == 200, "nobody needs to be known there"
    assert browser.get("/people?of=all").path == "/password?next=/people?of%3Dall"
    assert browser.post_json("/api/commands", json.dumps(wish("OpenDay")).encode()).status == 401
    form = {"new": "Một câu rất riêng", "again": "Một câu rất riêng"}  # the code is proved already
    key = browser.get("/password").form_key
    done = browser.post("/password?next=/people%3Fof%3Dall", form | {"form_key": key})
    assert (done.status, done.path) == (303, "/people?of=all"), "where they wanted to go"
    assert browser.get("/account").status == 200
    key = browser.get("/password").form_key
    elsewhere = {
        "old": form["new"],
        "new": "Câu khác hẳn",
        "again": "Câu khác hẳn",
        "form_key": key,
    }
    assert browser.post("/password?next=//example.org", elsewhere).path == "/account?changed"
    assert hall.browser().sign_in("moi", code).status == 401


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ({"old": PASSWORD, "new": "Một câu rất riêng", "again": "Một câu khác"}, "không giống"),
        ({"new": "Một câu riêng", "again": "Một câu riêng"}, "không đúng"),
        ({"old": "sai rồi nhé", "new": "Một câu riêng", "again": "Một câu riêng"}, "không đúng"),
        ({"old": PASSWORD, "new": "ngắn", "again": "ngắn"}, "quá ngắn"),
    ],
)
def test_a_new_password_is_refused_in_words(
    hall: StaffedHall, form: dict[str, str], words: str
) -> None:
    browser = hall.browser("head")
    key = browser.get("/password").form_key
    answer = browser.post("/password", form | {"form_key": key})
    assert answer.status == 422
    assert words in answer.text


def test_whoever_has_tried_too_often_is_told_to_wait_not_that_it_is_wrong(
    hall: StaffedHall,
) -> None:
    registry, now = hall.assembly.people.registry, hall.assembly.controller.now()
    registry.add(Account(account="voi", name="Người Vội", role=Role.INSPECTOR), "test", now)
    registry.choose_password("voi", PASSWORD, now)
    browser = hall.browser("voi")
    form = {"new": "Một câu rất riêng", "again": "Một câu rất riêng"}
    for _try in range(OF_A_PAIR.free):
        key = browser.get("/password").form_key
        browser.post("/password", form | {"old": "sai rồi nhé", "form_key": key})
    key = browser.get("/password").form_key
    answer = browser.post("/password", form | {"old": PASSWORD, "form_key": key})
    assert answer.status == 422
    assert "Xin đợi rồi thử lại" in answer.text


def test_signing_out_ends_the_session_itself(hall: StaffedHall) -> None:
    browser = hall.browser("inspector")
    kept = {cookie.name: cookie.value for cookie in browser.cookies}["hall_session"]
    key = browser.get("/account").form_key
    assert browser.post("/logout", {"form_key": key}).path == "/login"
    again = hall.browser().get("/account", Cookie=f"hall_session={kept}")
    assert again.path == "/login?next=/account", "the old cookie opens nothing"


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "http://127.0.0.1:1", "http://[", ""]
)
def test_no_other_site_can_send_a_form(hall: StaffedHall, origin: str) -> None:
    browser = hall.browser("supervisor")
    key = browser.get("/account").form_key
    form = {"account": "supervisor", "password": PASSWORD}
    assert browser.post("/login", form, Origin=origin).status == 400
    assert browser.post("/logout", {"form_key": key}, Origin=origin).status == 400
    assert browser.get("/account").status == 200, "still signed in"
    opened = json.dumps(wish("OpenDay")).encode()
    assert browser.post_json("/api/commands", opened, Origin=origin).status == 401


@pytest.mark.parametrize("key", ["", "0" * 32, "ế"])
def test_a_form_without_its_session_s_key_does_nothing(hall: StaffedHall, key: str) -> None:
    browser = hall.browser("supervisor")
    assert browser.post("/logout", {"form_key": key}).status == 400
    assert browser.get("/account").status == 200


@pytest.mark.parametrize(
    "wanted",
    ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "/%0a/x"],
)
def test_signing_in_never_leads_to_another_site(hall: StaffedHall, wanted: str) -> None:
    answer = hall.browser().sign_in("supervisor", query=f"?next={wanted}")
    assert (answer.status, answer.path) == (303, "/floor")


def test_signing_in_leads_to_where_one_wanted_to_go(hall: StaffedHall) -> None:
    answer = hall.browser().sign_in("supervisor", query="?next=/password%3Flang%3Den")
    assert answer.path == "/password?lang=en"


@pytest.mark.parametrize("role", PEOPLE)
def test_a_signed_in_browser_may_send_what_its_role_may(hall: StaffedHall, role: Role) -> None:
    body = json.dumps(wish("CallNext", counter="1")).encode()
    answer = hall.browser(role).post_json("/api/commands", body)
    assert answer.status == 409
    assert json.loads(answer.text) == {"refused": "not_allowed", "details": {"role": role}}


def test_what_a_person_asks_for_is_written_down_in_their_name(hall: StaffedHall) -> None:
    body = json.dumps(wish("OpenDay")).encode()
    assert hall.browser("supervisor").post_json("/api/commands", body).status == 200
    with closing(sqlite3.connect(hall.directory.journal)) as journal:
        (actor,) = journal.execute("select actor from journal where number = 1").fetchone()
    assert actor == "supervisor"


def test_a_lock_throws_out_whoever_is_signed_in(hall: StaffedHall) -> None:
    browser = hall.browser("head")
    registry, now = hall.assembly.people.registry, hall.assembly.controller.now()
    registry.lock("head", "test", now)
    try:
        assert browser.get("/account").status == 303
        assert "bị khóa" in hall.browser().sign_in("head").text
    finally:
        registry.unlock("head", "test", now)


@pytest.mark.parametrize("role", PEOPLE)
def test_a_guarded_page_opens_for_its_roles_only_and_tells_the_record(
    hall: StaffedHall, role: Role
) -> None:
    answer = hall.browser(role).get("/record")
    if Sight.RECORD in MAY_SEE[role]:
        assert answer.status == 200
        assert f"<td>{role}</td>" in answer.text
        return
    assert answer.status == 403
    assert "không được xem" in answer.text
    refused = [line for line in hall.record() if line.kind is Kind.REFUSED]
    assert (refused[-1].account, refused[-1].about) == (role, "/record: record")


def test_nobody_but_who_is_signed_in_sees_a_guarded_page(hall: StaffedHall) -> None:
    answer = hall.browser().get("/record?lang=en")
    assert (answer.status, answer.path) == (303, "/login?next=/record?lang%3Den")


@pytest.mark.parametrize("path", ["/login", "/account", "/password", "/record"])
def test_pages_for_people_are_as_strict_as_all_others(hall: StaffedHall, path: str) -> None:
    answer = hall.browser("" if path == "/login" else "administrator").get(path)
    policy = answer.headers["content-security-policy"]
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert answer.headers["cache-control"] == "no-store"
    assert "form-action 'self'" in policy
    assert answer.headers["referrer-policy"] in {"same-origin", "no-referrer"}
    assert "<script>" not in answer.text
    assert " style=" not in answer.text


def test_words_typed_into_the_form_come_back_as_words(hall: StaffedHall) -> None:
    answer = hall.browser().sign_in('"><script>alert(1)</script>', "x")
    assert "<script>alert" not in answer.text


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"account=a&password=b", "text/plain"),
        (b'{"account":"a"}', "application/json"),
        (b"\xff\xfe", "application/x-www-form-urlencoded"),
        (b"&".join(b"a=b" for _ in range(99)), "application/x-www-form-urlencoded"),
        (b"account=%ff&password=%ff", "application/x-www-form-urlencoded"),
    ],
)
def test_what_no_form_of_ours_sends_is_refused(hall: StaffedHall, body: bytes, kind: str) -> None:
    browser = hall.browser()
    assert browser.post_json("/login", body, **{"Content-Type": kind}).status == 400


def test_both_languages_have_the_same_words() -> None:
    assert WORDS["vi"].keys() == WORDS["en"].keys()
    assert all(WORDS[language].values() for language in WORDS)
    named = {f"place_{one.sight}" for one in PLACES} | {f"kind_{one}" for one in Kind}
    assert named | {f"role_{one}" for one in PEOPLE} <= WORDS["vi"].keys()
