"""Tokens of programs: made, used, revoked, over real sockets; shown once, kept as hashes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hallctl.api_tokens.store import MS_A_DAY, ApiTokens, TokenRefusedError
from hallctl.core.scopes import Scope
from tests.hall_clients import wish
from tests.site.conftest import take_on_staff
from tests.verbs import problem, said
from tests.web.browsers import Browser
from tests.web.hall_at_work import HallAtWork

NOW = 1_795_140_000_000


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HallAtWork]:
    hall = HallAtWork(tmp_path_factory.mktemp("tokens") / "hall")
    take_on_staff(hall)
    hall.open("1")
    yield hall
    hall.close()


@pytest.fixture
def store(tmp_path: Path) -> ApiTokens:
    return ApiTokens(tmp_path / "api-tokens.db")


def made_by_hand(hall: HallAtWork, *scopes: str) -> str:
    asked = [part for scope in scopes for part in ("--scope", scope)]
    return said("tokens", "make", "portal", *asked, "--hall", hall.directory.path).strip()


def status(hall: HallAtWork, token: str, path: str) -> int:
    browser = Browser(hall.port)
    return browser.get(path, Authorization=f"Bearer {token}").status


ADDRESSES = {
    "/api/views/hall": "floor",
    "/reports/visits.json": "figures",
    "/reports/visits": "figures",
    "/api/dossiers/nothing": "dossiers",
    "/api/runs": "dossiers",
}


@pytest.mark.parametrize("scope", [one.value for one in Scope])
def test_a_token_opens_what_its_scope_says_and_nothing_else(hall: HallAtWork, scope: str) -> None:
    token = made_by_hand(hall, scope)
    opens = {"work-on-dossiers": "dossiers"}.get(scope, scope)
    for path, wanted in ADDRESSES.items():
        assert (status(hall, token, path) == 403) == (wanted != opens), (scope, path)
    for path in ("/people", "/api-tokens", "/record", "/setup", "/inbox", "/rules"):
        assert status(hall, token, path) in {303, 401, 403}, path
    name = "/api/applicants/H15.50-261123-0001"
    assert status(hall, token, name) in {401, 403, 404, 405}


def test_a_program_takes_a_number_and_can_t_call_it(hall: HallAtWork) -> None:
    wire = hall.wire_with(made_by_hand(hall, "tickets"))
    service = hall.assembly.controller.hall.counters["1"].services[0]
    taken = wire.ask(wish("IssueTicket", service=service))
    assert taken.status == 200
    refused = wire.ask(wish("CallNext", counter="1"))
    assert (refused.status, refused.json["refused"]) == (409, "not_allowed")


def test_a_revoked_token_is_worth_nothing_at_once(hall: HallAtWork) -> None:
    token = made_by_hand(hall, "figures")
    assert status(hall, token, "/reports/visits.json") == 200
    listed = said("tokens", "list", "--hall", hall.directory.path)
    number = listed.split()[0]
    assert token not in listed
    said("tokens", "revoke", number, "--hall", hall.directory.path)
    assert status(hall, token, "/reports/visits.json") == 401
    assert number in problem("tokens", "revoke", number, "--hall", hall.directory.path)


def test_the_administrator_makes_and_revokes_them_in_the_browser(hall: HallAtWork) -> None:
    browser = Browser(hall.port)
    browser.sign_in("administrator")
    page = browser.get("/api-tokens?lang=en")
    form = {"form_key": page.form_key, "name": "Portal", "days": "30", "act": "make"}
    assert "Choose at least one" in browser.post("/api-tokens", form).text
    answer = browser.post("/api-tokens", {**form, "scopes": "board"}).text
    token = answer.partition("<code>hall_")[2].partition("</code>")[0]
    assert token
    assert token not in browser.get("/api-tokens").text, "shown once"
    assert "Portal: board" in browser.get("/record?lang=en").text
    head = Browser(hall.port)
    head.sign_in("head")
    assert head.get("/api-tokens").status == 403


def test_a_token_ends_with_its_days(store: ApiTokens) -> None:
    token = store.make("portal", ["figures"], 2, ("admin", NOW))
    assert store.actor(token, NOW + 2 * MS_A_DAY - 1) is not None
    assert store.actor(token, NOW + 2 * MS_A_DAY) is None


def test_the_file_holds_no_token(store: ApiTokens, tmp_path: Path) -> None:
    token = store.make("portal", ["figures"], 2, ("admin", NOW))
    assert token.encode() not in (tmp_path / "api-tokens.db").read_bytes()
    assert (tmp_path / "api-tokens.db").stat().st_mode & 0o077 == 0
    (one,) = store.every()
    assert one.used_at is None
    store.actor(token, NOW + 5)
    assert store.every()[0].used_at == NOW + 5


@pytest.mark.parametrize(
    ("name", "scopes", "days", "why"),
    [
        ("", ["figures"], 2, "token_name"),
        ("x", [], 2, "token_scopes"),
        ("x", ["everything"], 2, "token_scopes"),
        ("x", ["figures"], 0, "token_days"),
    ],
)
def test_what_makes_no_token_is_said(
    store: ApiTokens, name: str, scopes: list[str], days: int, why: str
) -> None:
    with pytest.raises(TokenRefusedError) as refused:
        store.make(name, scopes, days, ("admin", NOW))
    assert refused.value.why == why
