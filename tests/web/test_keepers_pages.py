"""``/keep-stations`` and ``/people``: what keepers do with a browser, as the command line does it."""

import re
from collections.abc import Iterator

import pytest

from hallctl.core.permissions import MAY_SEE, PEOPLE, Role, Sight
from hallctl.web.site import WORDS
from tests.web.browsers import PASSWORD, Browser, Page
from tests.web.test_signing_in import StaffedHall

CODE = re.compile(r'class="code-once">([^<]+)<')


@pytest.fixture
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StaffedHall]:
    hall = StaffedHall(tmp_path_factory.mktemp("keepers") / "hall")
    hall.staff()
    yield hall
    hall.close()


def press(browser: Browser, path: str, **form: str) -> Page:
    """Send one of the page's forms."""
    return browser.post(path, form | {"form_key": browser.get(path).form_key})


def asking(hall: StaffedHall, role: str = "kiosk") -> dict[str, str]:
    told: dict[str, str] = hall.wire_with("").request("POST", "/api/pairing", {"role": role}).json
    return told


@pytest.mark.parametrize("role", PEOPLE)
def test_each_page_opens_for_its_keepers_only(hall: StaffedHall, role: Role) -> None:
    browser = hall.browser(role)
    for path, sight in (("/keep-stations", Sight.STATIONS), ("/people", Sight.PEOPLE)):
        may = sight in MAY_SEE[role]
        assert browser.get(path).status == (200 if may else 403)
        form = {"act": "add", "form_key": browser.get("/account").form_key}
        assert (browser.post(path, form).status == 403) is not may


def test_a_supervisor_lets_a_station_in_moves_it_and_throws_it_out(hall: StaffedHall) -> None:
    supervisor, ask = hall.browser("supervisor"), asking(hall, "pad")
    code = f"{ask['code'][:3]} {ask['code'][3:]}"
    place = {"name": "pad-9", "role": "pad", "counter": "1", "printer": ""}
    done = press(supervisor, "/keep-stations", act="admit", code=code, **place)
    assert (done.status, done.path) == (303, "/keep-stations?done=admit")
    assert "Đã nhận thiết bị" in supervisor.get(done.path).text
    claim = {"claim": ask["claim"]}
    token = hall.wire_with("").request("POST", "/api/pairing/claim", claim).json["token"]
    listener = hall.listen("view=pad", token)
    assert listener.view()["counter"] == "1"
    press(supervisor, "/keep-stations", act="change", name="pad-9", new="pad-door", counter="2")
    with pytest.raises(ConnectionError):
        listener.view_where(lambda _view: False)
    assert hall.listen("view=pad", token).view()["counter"] == "2"
    press(supervisor, "/keep-stations", act="revoke", name="pad-door")
    assert hall.wire_with(token).get("/api/views/pad").status == 401
    admitted = [line.about for line in hall.record() if line.kind == "station_admitted"]
    assert admitted == ["pad-9 pad 1"]


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ({"code": "000000", "name": "k", "role": "kiosk"}, "Không thiết bị nào"),
        ({"name": "K 1", "role": "kiosk"}, "Tên chỉ gồm"),
        ({"name": "kiosk-1", "role": "kiosk"}, "Tên này đã có"),
        ({"name": "k", "role": "board"}, "chương trình của vai trò khác"),
    ],
)
def test_what_cannot_be_is_said_and_what_was_typed_stays(
    hall: StaffedHall, form: dict[str, str], words: str
) -> None:
    code = asking(hall)["code"]
    said = press(hall.browser("supervisor"), "/keep-stations", act="admit", **{"code": code} | form)
    assert said.status == 409
    assert words in said.text
    assert f'value="{form["name"]}"' in said.text


@pytest.mark.parametrize(
    ("account", "name", "told"),
    [
        ("Nguyễn Ý", "Nguyễn Ý", "chỉ gồm a–z và 0–9"),
        ("supervisor", "Nguyễn Ý", "đã có người dùng"),
        ("nguyen.y", " ", "Xin ghi họ tên"),
    ],
)
def test_what_is_wrong_with_a_new_account_is_told_and_nothing_typed_is_lost(
    hall: StaffedHall, account: str, name: str, told: str
) -> None:
    admin = hall.browser("administrator")
    new = {"account": account, "person": name, "role": "official", "department": ""}
    refused = press(admin, "/people", act="add", **new)
    assert refused.status == 409
    assert told in refused.text
    assert f'value="{account.casefold()}"' in refused.text.casefold()


def test_an_administrator_adds_an_account_and_sees_its_code_once(hall: StaffedHall) -> None:
    admin = hall.browser("administrator")
    new = {"person": "Nguyễn Thị Lan", "account": "Lan.Nguyen", "role": "official"}
    shown = press(admin, "/people", act="add", department="", **new)
    found = CODE.search(shown.text)
    assert found is not None
    assert CODE.search(admin.get("/people").text) is None
    assert hall.browser().sign_in("lan.nguyen", found[1]).path == "/account"


def test_an_administrator_locks_unlocks_and_removes(hall: StaffedHall) -> None:
    admin, head = hall.browser("administrator"), hall.browser("head")
    assert press(admin, "/people", act="lock", account="head").path == "/people?done=lock"
    assert head.get("/account").status == 303
    assert press(admin, "/people", act="unlock", account="head").status == 303
    assert hall.browser().sign_in("head", PASSWORD).status == 303
    assert press(admin, "/people", act="pin", account="official", pin="482913").status == 303
    assert (
        "Mã PIN dễ đoán"
        in press(admin, "/people", act="pin", account="official", pin="111111").text
    )
    press(admin, "/people", act="remove", account="head")
    assert hall.browser().sign_in("head", PASSWORD).status == 401


@pytest.mark.parametrize("act", ["lock", "remove"])
def test_nobody_locks_themselves_out(hall: StaffedHall, act: str) -> None:
    said = press(hall.browser("administrator"), "/people", act=act, account="administrator")
    assert (said.status, "đang dùng" in said.text) == (409, True)


@pytest.mark.parametrize(
    "form",
    [
        {"act": "add", "account": "x", "person": "X", "role": "admin"},
        {"act": "add", "account": "x", "person": "X", "role": "head", "department": "moon"},
        {"act": "add", "account": "official", "person": "X", "role": "official"},
        {"act": "code", "account": "nobody"},
        {"act": "add", "account": "<b>", "person": "X", "role": "official"},
    ],
)
def test_an_account_that_cannot_be_is_refused(hall: StaffedHall, form: dict[str, str]) -> None:
    said = press(hall.browser("administrator"), "/people", **form)
    assert said.status == 409
    assert "<b>" not in said.text


def test_every_refusal_of_a_station_has_words() -> None:
    codes = {"unknown_code", "wait", "unknown_station", "name_taken", "bad_name", "unknown_role"}
    codes |= {"other_role", "unknown_counter", "no_counter"}
    for language in ("vi", "en"):
        assert {f"keeping_{one}" for one in codes} <= WORDS[language].keys()
        assert {f"person_role_{one}" for one in PEOPLE} <= WORDS[language].keys()
