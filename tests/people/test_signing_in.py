"""Who is let in, who waits, and what is written down about it."""

import runpy
import sqlite3
import unicodedata
from concurrent.futures import ThreadPoolExecutor

import argon2
import pytest
from argon2.exceptions import VerifyMismatchError

from hallctl.core.permissions import Role
from hallctl.people import secret_hashing, sessions
from hallctl.people.accounts import CODE_GOOD_MS, Account, AccountError, find
from hallctl.people.record import Kind
from hallctl.people.registry import SecretRefusedError
from hallctl.people.sessions import MINUTE_MS, Lasting, Person
from hallctl.people.signing_in import Attempt, NotAdmittedError, Why
from tests.people.conftest import PASSWORD, PIN, Staffroom

HOSTILE, HONEST = "10.0.0.66", "10.0.0.5"


def person(room: Staffroom, token: str) -> Person | None:
    with room.people.store.reading() as database:
        return sessions.person(database, token, Lasting(), room.at)


def test_whoever_knows_the_password_is_signed_in(room: Staffroom) -> None:
    room.add(role=Role.SUPERVISOR)
    found = person(room, room.sign_in().token)
    assert found is not None
    assert (found.account, found.role, found.must_change) == ("lan", Role.SUPERVISOR, False)


def test_a_password_is_the_same_however_its_accents_are_typed(room: Staffroom) -> None:
    room.add()
    decomposed = unicodedata.normalize("NFD", PASSWORD)
    assert decomposed != PASSWORD
    assert room.sign_in(secret=decomposed).account.account == "lan"


def test_a_one_time_code_opens_only_the_way_to_a_new_password(room: Staffroom) -> None:
    new = Account(account="an", name="An", role=Role.OFFICIAL)
    code = room.people.registry.add(new, "admin", room.at)
    found = person(room, room.sign_in("an", code).token)
    assert found is not None
    assert found.must_change
    room.people.registry.choose_password("an", PASSWORD, room.at)
    assert room.refused("an", code).why is Why.WRONG


def test_a_code_that_nobody_used_is_worth_nothing_a_week_later(room: Staffroom) -> None:
    new = Account(account="an", name="An", role=Role.OFFICIAL)
    code = room.people.registry.add(new, "admin", room.at)
    room.at += CODE_GOOD_MS + 1
    assert room.refused("an", code).why is Why.CODE_OVER


@pytest.mark.parametrize("account", ["nobody", "lan", "", "'; drop table accounts; --", "ế" * 999])
def test_a_wrong_name_is_answered_like_a_wrong_password(room: Staffroom, account: str) -> None:
    room.add()
    assert room.refused(account, "guess guess").why is Why.WRONG


def test_what_was_typed_as_a_name_is_not_written_down(room: Staffroom) -> None:
    room.refused("my-password-in-the-wrong-field", "x")
    assert "wrong-field" not in str(room.record())
    assert room.record()[-1].account == "?"


def test_each_wrong_try_makes_the_next_wait_longer(room: Staffroom) -> None:
    room.add()
    for _ in range(5):
        assert room.refused("lan", "guess").why is Why.WRONG
    waits = []
    for _ in range(12):
        wait = room.refused("lan", "guess")
        assert wait.why is Why.WAIT
        waits.append(wait.wait_s)
        room.at += wait.wait_s * 1000
        assert room.refused("lan", "guess").why is Why.WRONG
    assert waits == [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]


def test_the_right_password_waits_like_any_other_and_then_opens(room: Staffroom) -> None:
    room.add()
    for _ in range(6):
        room.refused("lan", "guess")
        room.at += 1
    wait = room.refused("lan")
    assert wait.why is Why.WAIT
    room.at += wait.wait_s * 1000
    assert room.sign_in().account.account == "lan"
    assert room.refused("lan", "guess").why is Why.WRONG, "its failures are forgiven"


def test_a_restart_forgives_no_failure(room: Staffroom) -> None:
    room.add()
    for _ in range(5):
        room.refused("lan", "guess")
    room.restart()
    assert room.refused("lan").why is Why.WAIT


def test_a_clock_that_steps_back_makes_nobody_wait_longer(room: Staffroom) -> None:
    room.add()
    for _ in range(5):
        room.refused("lan", "guess")
    room.at -= 24 * 60 * MINUTE_MS
    assert room.refused("lan").wait_s == 1


def test_one_hostile_station_locks_nobody_out_anywhere_else(room: Staffroom) -> None:
    everyone = ["lan", "minh", "hoa"]
    for account in everyone:
        room.add(account)
    tries = 0
    end = room.at + 8 * 60 * MINUTE_MS
    while room.at < end:
        no = room.refused(everyone[tries % 3], "guess", HOSTILE)
        tries += no.why is Why.WRONG
        room.at += no.wait_s * 1000
    assert tries < 80, "a working day of guessing comes to this"
    for account in everyone:
        assert room.sign_in(account, PASSWORD, HONEST).account.account == account


def test_a_device_that_has_signed_in_before_waits_for_its_own_failures_only(
    room: Staffroom,
) -> None:
    room.add()
    device = room.sign_in(place=HOSTILE).device
    for _ in range(5):
        room.refused("lan", "guess", HOSTILE)
    assert room.refused("lan", PASSWORD, HOSTILE).why is Why.WAIT
    assert room.sign_in(place=HOSTILE, device=device).account.account == "lan"
    for _ in range(5):
        room.refused("lan", "guess", HOSTILE, device)
    assert room.refused("lan", PASSWORD, HOSTILE, device).why is Why.WAIT


@pytest.mark.parametrize("device", ["x", "x.", ".", "a.b.c", "ế.ế", "mark." + "0" * 32])
def test_nobody_can_make_up_a_known_device(room: Staffroom, device: str) -> None:
    room.add()
    for _ in range(5):
        room.refused("lan", "guess", HOSTILE)
    assert room.refused("lan", PASSWORD, HOSTILE, device).why is Why.WAIT


def test_a_device_is_known_to_its_own_account_only(room: Staffroom) -> None:
    room.add("lan")
    room.add("minh")
    device = room.sign_in("minh", place=HOSTILE).device
    for _ in range(5):
        room.refused("lan", "guess", HOSTILE, device)
    assert room.refused("lan", PASSWORD, HOSTILE).why is Why.WAIT


def test_many_tries_at_once_get_no_more_tries(room: Staffroom) -> None:
    room.add()
    with ThreadPoolExecutor(8) as pool:
        whys = list(pool.map(lambda _: room.refused("lan", "guess").why, range(24)))
    assert whys.count(Why.WRONG) == 5


def test_only_who_knows_the_password_is_told_that_the_account_is_locked(room: Staffroom) -> None:
    room.add()
    token = room.sign_in().token
    room.people.registry.lock("lan", "admin", room.at)
    assert person(room, token) is None, "its session ends at once"
    assert room.refused("lan", "guess").why is Why.WRONG
    assert room.refused("lan", PASSWORD).why is Why.LOCKED
    room.people.registry.unlock("lan", "admin", room.at)
    assert room.sign_in().account.account == "lan"


def test_a_removed_account_keeps_nothing_but_its_name(room: Staffroom) -> None:
    room.add()
    room.people.registry.choose_pin("lan", PIN, "admin", room.at)
    room.people.registry.remove("lan", "admin", room.at)
    with room.people.store.reading() as database:
        gone = find(database, "lan")
    assert gone is not None
    assert (gone.password, gone.pin, gone.badge) == ("", "", "")
    assert room.refused("lan", PASSWORD).why is Why.WRONG
    with pytest.raises(AccountError, match="its name stays in the journal"):
        room.add("lan")


def test_a_session_ends_when_nobody_uses_it(room: Staffroom) -> None:
    room.add()
    token = room.sign_in().token
    room.at += 30 * MINUTE_MS
    assert person(room, token) is not None
    room.at += 1
    assert person(room, token) is None


def test_a_session_in_use_ends_after_a_working_day(room: Staffroom) -> None:
    room.add()
    token = room.sign_in().token
    for _ in range(29):
        room.at += 20 * MINUTE_MS
        assert person(room, token) is not None
        with room.people.store.writing() as database:
            sessions.touch(database, token, room.at)
    room.at += 21 * MINUTE_MS
    assert person(room, token) is None


def test_a_new_password_ends_every_session(room: Staffroom) -> None:
    room.add()
    tokens = [room.sign_in().token, room.sign_in(place=HOSTILE).token]
    room.people.registry.choose_password("lan", "Một câu khác hẳn", room.at)
    assert [person(room, token) for token in tokens] == [None, None]


@pytest.mark.parametrize(
    ("password", "rule"),
    [
        ("ngắn", "password_short"),
        ("a" * 201, "password_long"),
        ("aaaabbbbaaaa", "password_weak"),
        ("xin chào lan nhé", "password_weak"),
        (PASSWORD, "password_same"),
    ],
)
def test_a_poor_password_is_refused_with_its_reason(
    room: Staffroom, password: str, rule: str
) -> None:
    room.add()
    with pytest.raises(SecretRefusedError, match=rule):
        room.people.registry.choose_password("lan", password, room.at)


@pytest.mark.parametrize("pin", ["", "12345", "123456", "987654", "111222", "12345a", "٤٨٢٩١٣"])
def test_a_poor_pin_is_refused(room: Staffroom, pin: str) -> None:
    room.add()
    with pytest.raises(SecretRefusedError, match="pin_"):
        room.people.registry.choose_pin("lan", pin, "admin", room.at)


def test_a_badge_and_its_pin_sign_in_at_a_counter(room: Staffroom) -> None:
    room.add()
    room.people.registry.choose_pin("lan", PIN, "admin", room.at)
    room.people.registry.give_badge("lan", "CB-000123", "admin", room.at)
    for name in ("CB-000123", "lan"):
        found = room.people.signing_in.by_pin(Attempt(name, PIN, "counter-1"), room.at)
        assert found.account == "lan"
    with pytest.raises(NotAdmittedError):
        room.people.signing_in.by_pin(Attempt("CB-000123", "482914", "counter-1"), room.at)


def test_an_account_without_a_pin_has_no_pin_that_fits(room: Staffroom) -> None:
    room.add()
    for pin in ("", "0", PASSWORD):
        with pytest.raises(NotAdmittedError):
            room.people.signing_in.by_pin(Attempt("lan", pin, "counter-1"), room.at)


def test_a_badge_is_one_person_s(room: Staffroom) -> None:
    room.add("lan")
    room.add("minh")
    room.people.registry.give_badge("lan", "CB-000123", "admin", room.at)
    with pytest.raises(AccountError, match="is lan's already"):
        room.people.registry.give_badge("minh", "CB-000123", "admin", room.at)


def test_every_sign_in_and_refusal_is_written_down(room: Staffroom) -> None:
    room.add()
    room.sign_in()
    room.refused("lan", "guess", HOSTILE)
    seen = [(line.kind, line.account, line.address) for line in room.record()][-2:]
    assert seen == [
        (Kind.SIGNED_IN, "lan", "10.0.0.5"),
        (Kind.SIGN_IN_REFUSED, "lan", HOSTILE),
    ]


def test_no_secret_lies_in_the_file(room: Staffroom) -> None:
    code = room.add()
    room.people.registry.choose_pin("lan", PIN, "admin", room.at)
    room.people.registry.give_badge("lan", "CB-000123", "admin", room.at)
    token = room.sign_in().token
    room.people.store.close()
    files = [file for file in room.path.iterdir() if file.is_file()]
    assert files
    for file in files:
        assert file.stat().st_mode & 0o077 == 0, file
        for secret in (PASSWORD, code, PIN, token, "CB-000123"):
            assert secret.encode() not in file.read_bytes()
    room.open()


def test_a_stolen_database_without_the_hall_s_key_opens_for_no_pin(room: Staffroom) -> None:
    room.add()
    room.people.registry.choose_pin("lan", PIN, "admin", room.at)
    room.people.store.close()
    (room.path / "secrets" / "people.key").write_text("00" * 32)
    room.open()
    with pytest.raises(NotAdmittedError):
        room.people.signing_in.by_pin(Attempt("lan", PIN, "counter-1"), room.at)


def test_the_first_administrator_is_made_once(room: Staffroom) -> None:
    code = room.people.registry.first_administrator(room.at)
    assert code is not None
    assert room.people.registry.first_administrator(room.at) is None
    assert room.sign_in("admin", code).account.role is Role.ADMINISTRATOR


def test_accounts_are_read_by_the_engine_s_own_tool(room: Staffroom) -> None:
    room.add()
    with sqlite3.connect(room.path / "people.db") as database:
        assert database.execute("pragma integrity_check").fetchone() == ("ok",)


def test_a_file_that_anybody_may_read_is_its_owner_s_alone_again(room: Staffroom) -> None:
    (room.path / "people.db").chmod(0o644)
    room.restart()
    assert (room.path / "people.db").stat().st_mode & 0o077 == 0


def test_trying_a_password_costs_a_stranger_what_owasp_asks() -> None:
    usual = runpy.run_path(secret_hashing.__file__)
    kept = usual["SecretHashing"](b"key of the hall").hash("2468")
    assert kept.startswith("$argon2id$v=19$m=19456,t=2,p=1$")


def test_an_unknown_account_is_compared_as_long_as_a_known_one() -> None:
    hashing = secret_hashing.SecretHashing(b"key of the hall")
    nothing = hashing._nobody
    assert argon2.extract_parameters(nothing) == argon2.extract_parameters(hashing.hash("2468"))
    with pytest.raises(VerifyMismatchError):  # compared to the end, not found to be no hash
        hashing._argon2.verify(nothing, b"2468")
    assert not hashing.is_right("", "2468")
